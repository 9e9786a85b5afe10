"""Run charts, trends, forecasts, funnels and waterfalls: what each must show, at both sizes."""

import json
import random
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from render.boxes import SVG, collisions, words_of
from render.drawn import HOSTILE, process_chart, series_chart, with_columns
from render.pictured import EMPTY, LONG, PICTURES, funnel, run_chart, trend_chart, waterfall

from outturn.core.report.pictures import ChartKind, Dot, Fan, Funnel, RankStrip, Step, Waterfall
from outturn.render import charts
from outturn.render.look import VARIATION
from outturn.render.pictures import draw_svg

SIZES = [(720, 360), (660, 262), (330, 290)]
SCRIPT = Path(charts.__file__).parents[2] / "web" / "static" / "outturn" / "chart.js"


def forecast_chart():
    later = tuple(Fan(f"Month {n}", date(2025, 3 + n, 28), 62.0 - n, 58.0 - 2 * n, 66.0 + n / 2) for n in range(1, 6))
    values = [60.0, 66.5, 70.2, 71.0, 68.8, 64.3, 61.0, 59.5, 57.2, 58.1] * 2
    return series_chart("ahead", values[:20], "percent", 1, forecast=later, unit_words="%")


def limits_that_move():
    """A chart whose limits follow the size of each month, as P′ and U′ charts have."""
    values = [12.1, 13.0, 11.2, 14.8, 12.9, 13.3, 10.1, 9.9, 12.2, 17.8]
    half = [2.2 + n % 4 * 0.3 for n in range(10)]
    return series_chart(
        "moving", values, "percent", 1, kind=ChartKind.SPC, mean=(12.6,) * 10, lower=tuple(12.6 - h for h in half),
        upper=tuple(12.6 + h for h in half), flag=("common_cause",) * 9 + ("special_cause_concern",),
    )  # fmt: skip


def many_steps() -> Waterfall:
    changes = tuple(Step(f"Scheme {n}", 5.0 * (-1) ** n, f"{n}k", tone="improving") for n in range(16))
    return replace(waterfall(), anchor="many", steps=(Step("Start", 100.0, "£100k", True), *changes))


def below_zero() -> Waterfall:
    steps = (
        Step("Plan", -500.0, "−£500k", True), Step("Digital", 300.0, "+£300k", tone="improving"),
        Step("Workforce", -1_200.0, "−£1,200k", tone="worsening"), Step("Outturn", -1_400.0, "−£1,400k", True),
    )  # fmt: skip
    return replace(waterfall(), anchor="below", steps=steps)


def crowd(count: int) -> Funnel:
    """Groups of every size, some beyond the limits; three have a name."""
    chance = random.Random(4)
    dots = []
    for place in range(count):
        size = 10 ** chance.uniform(1.5, 3.5)
        away = chance.gauss(0, 1.4)
        beyond = "99.8" if abs(away) > 3.09 else "95" if abs(away) > 1.96 else ""
        flag = ("worse" if away > 0 else "better") if beyond else "similar"
        value = max(9.4 + away * (9.4 * 90.6 / size) ** 0.5, 0.0)
        dots.append(Dot(f"Practice {place}", size, value, f"{value:.1f}%", flag, beyond, place < 3))
    return replace(funnel(), anchor="crowd", dots=tuple(dots))


STRIP = RankStrip("s", "Ranks", "Two ranks", ((LONG, 1, 42, "1 of 42"), ("Infection", 42, 42, "=42 of 42")))
EVERY = {
    **PICTURES, "forecast": forecast_chart(), "limits that move": limits_that_move(), "many steps": many_steps(),
    "below zero": below_zero(), "crowd": crowd(60), "ranks": STRIP,
    "no dots": EMPTY["funnel"], "no steps": EMPTY["waterfall"], "no ranks": replace(STRIP, rows=()),
}  # fmt: skip


def read(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def texts(svg: str) -> list[str]:
    return [box.words for box in words_of(svg)]


def points(svg: str) -> list[ElementTree.Element]:
    return [node for node in read(svg).iter(f"{SVG}g") if node.get("class") == "chart-point"]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", EVERY)
def test_every_picture_has_its_name_and_words_that_stay_inside_and_apart(name, size):
    svg = draw_svg(EVERY[name], width=size[0], height=size[1])
    root = read(svg)
    assert (root[0].text, root[1].text) == (EVERY[name].title, EVERY[name].alt)
    tall = float(root.get("height"))
    outside = [b for b in words_of(svg) if b.left < 0 or b.right > size[0] + 1 or b.top < 0 or b.bottom > tall]
    assert outside == [] and collisions(svg) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", EVERY)
def test_every_picture_can_be_read_out_and_passes_a_strict_content_policy(name, size):
    svg = draw_svg(EVERY[name], width=size[0], height=size[1], interactive=True, heading=True)
    assert not any("style" in node.attrib or node.tag == f"{SVG}style" for node in read(svg).iter())
    found = points(svg)
    if name not in ("ranks", "no dots", "no steps", "no ranks"):
        assert [node.get("tabindex") for node in found].count("0") == 1
        assert all(node.get("aria-label") and node.get("data-text") for node in found)


@pytest.mark.parametrize("name", ["run", "trend", "funnel", "waterfall"])
def test_words_of_people_stay_words(name):
    hostile = {
        "run": replace(run_chart(), title=HOSTILE, unit_words=HOSTILE, middle=HOSTILE),
        "trend": with_columns(replace(trend_chart(), benchmark_label=HOSTILE), reason=(HOSTILE,) * 6),
        "funnel": replace(
            funnel(), average_label=HOSTILE, size_words=HOSTILE, unit_words=HOSTILE,
            dots=tuple(replace(dot, label=HOSTILE, text=HOSTILE) for dot in funnel().dots),
        ),
        "waterfall": replace(
            waterfall(), steps=tuple(replace(step, label=HOSTILE, text=HOSTILE) for step in waterfall().steps)
        ),
    }  # fmt: skip
    for width in (720, 330):
        for interactive in (True, False):
            svg = draw_svg(hostile[name], width=width, interactive=interactive, heading=True)
            assert "<script" not in svg and read(svg) is not None


@pytest.mark.parametrize("name", ["no dots", "no steps", "no ranks"])
def test_an_empty_picture_says_what_will_be_there(name):
    assert any("yet" in line for line in texts(draw_svg(EVERY[name])))


def test_a_run_chart_names_its_median_and_has_no_limits():
    svg = draw_svg(run_chart())
    assert "Median 13.5" in texts(svg) and "stroke-dasharray" not in svg
    assert "Median 13.5" in texts(draw_svg(run_chart(), width=330, height=290))


def test_limits_that_move_with_each_point_are_steps():
    limit = re.search(
        r'<path d="([^"]+)" fill="none" stroke="#4C6272" stroke-dasharray="6 4"/>', draw_svg(limits_that_move())
    )
    assert limit.group(1).count("V") == 18 and "L" not in limit.group(1)


def test_whiskers_stand_at_the_ends_of_their_intervals():
    chart, svg = trend_chart(), draw_svg(trend_chart())
    bars = re.search(r'<path d="([^"]+)" fill="none" stroke="#768692" stroke-width="1.2"/>', svg).group(1)
    ends = [tuple(map(float, pair)) for pair in re.findall(r"M[\d.]+ ([\d.]+)V([\d.]+)", bars)]
    ticks = {box.words: box.bottom for box in words_of(svg) if re.fullmatch(r"\d+", box.words)}
    unit = (ticks["40"] - ticks["60"]) / 20
    for (top, bottom), (low, high) in zip(ends, [point.interval for point in chart.points[1:]], strict=True):
        assert bottom - top == pytest.approx((high - low) * unit, abs=0.2)
        assert top == pytest.approx(ticks["40"] - 5.2 - (high - 40) * unit, abs=0.4)


def test_a_trend_is_held_against_its_benchmark_not_against_chance():
    svg = draw_svg(trend_chart(), interactive=True)
    assert {"better than England", "similar to England", "95% interval", "England 55.6"} <= set(texts(svg))
    assert "special cause" not in svg and "Suppressed" in texts(svg)
    last = points(svg)[-1]
    assert last.get("aria-label") == "Sep 2023: 49.8, 95% interval 45.7 to 54.2, England 55.6, better than England"
    assert last.get("data-more") == "95% interval 45.7 to 54.2\nEngland 55.6"


def test_higher_and_lower_differ_in_shape_without_judgement():
    flags = ("", "higher", "lower", "similar", "better", "worse")
    svg = draw_svg(with_columns(trend_chart(), flag=flags))
    root = read(svg)
    marks = [node[0] for node in root.iter(f"{SVG}g") if node.find(f"{SVG}title") is not None and len(node) == 2]
    shapes = {
        mark.tag + re.sub(r"[MHV]?-?[\d.]+ ?", lambda m: "-" if "-" in m[0] else "", mark.get("d", ""))
        for mark in marks
    }
    assert len(shapes) == 5
    assert svg.count(VARIATION["neutral"].colour) == 4  # two points and their signs in the key


def test_a_forecast_names_its_interval_and_can_be_read_out():
    svg = draw_svg(forecast_chart(), interactive=True)
    assert {"Forecast 57.0%", "68.5%", "48.0%", "forecast, 95% interval"} <= set(texts(svg))
    assert points(svg)[-1].get("aria-label") == "Forecast Month 5: 57.0%, 95% interval 48.0% to 68.5%"
    assert "forecast, 95% interval" not in texts(draw_svg(process_chart()))  # limits and forecast share its room


def test_a_funnel_names_its_lines_and_only_the_dots_that_ask_for_it():
    shown = texts(draw_svg(funnel()))
    assert shown.count("95%") == shown.count("99.8%") == 2 and "Average 9.4%" in shown
    assert "Hazel" in shown and "Alder" not in shown
    assert any(words.startswith("University Hospitals") and words.endswith("…") for words in shown)
    assert "Size: discharges" in shown and "2,500" in shown


def test_dots_say_how_far_beyond_chance_they_are_by_shape_and_filling():
    svg = draw_svg(funnel())
    assert {"worse, beyond 99.8%", "worse, beyond 95%", "better, beyond 99.8%", "similar to the average"} <= set(
        texts(svg)
    )
    orange = VARIATION["concern"].colour
    assert f'<g fill="{orange}" stroke="#FFFFFF"><rect' in svg
    assert f'<g fill="#FFFFFF" stroke="{orange}" stroke-width="1.6"><rect' in svg
    assert f'<g fill="{VARIATION["improvement"].colour}" stroke="#FFFFFF"><path' in svg


def test_a_dot_reads_out_its_figure_its_size_and_its_judgement():
    said = [node.get("aria-label") for node in points(draw_svg(funnel(), interactive=True))]
    assert "Cedar: 12.9%, 480 discharges, worse than the average, beyond the 95% limits" in said
    assert "Elm: 8.8%, 900 discharges, similar to the average" in said


def test_wide_limits_of_tiny_groups_do_not_flatten_the_dots():
    svg = draw_svg(funnel())
    assert "25" in texts(svg) and "50" not in texts(svg)  # the upper limit of ten discharges lies at 38%
    curves = re.findall(r"[ML]([\d.]+) ([\d.]+)", "".join(re.findall(r'<path d="([^"]+)" stroke="#768692"', svg)))
    assert min(float(y) for _, y in curves) == 26.0  # cut off at the frame


def test_two_thousand_groups_are_light_and_only_those_named_are_read_out():
    made = crowd(2_000)
    assert len(draw_svg(made)) < 45_000
    assert len(points(draw_svg(made, interactive=True))) == 3
    assert len(points(draw_svg(crowd(400), interactive=True))) == 400


def test_names_that_have_no_room_are_left_to_the_read_out():
    every = crowd(120)
    named = replace(every, dots=tuple(replace(dot, named=True) for dot in every.dots))
    svg = draw_svg(named, width=330, height=290, interactive=True)
    assert collisions(svg) == [] and len(points(svg)) == 120


def bars(svg: str) -> list[ElementTree.Element]:
    found = []
    for group in points(svg):
        found.append([rect for rect in group.findall(f"{SVG}rect") if rect.get("fill") not in ("none", "#FFFFFF")][0])
    return found


@pytest.mark.parametrize("width", [720, 330])
@pytest.mark.parametrize("name", ["waterfall", "below zero"])
def test_a_column_starts_where_the_one_before_it_ended(name, width):
    picture = EVERY[name]
    start, size = ("y", "height") if width == 720 else ("x", "width")
    drawn = [
        (float(bar.get(start)), float(bar.get(start)) + float(bar.get(size)))
        for bar in bars(draw_svg(picture, width=width, interactive=True))
    ]
    way = -1 if width == 720 else 1
    longest = max(range(len(drawn)), key=lambda place: drawn[place][1] - drawn[place][0])
    values = list(picture.spans())
    scale = (drawn[longest][1] - drawn[longest][0]) / abs(values[longest][1] - values[longest][0])
    zero = drawn[0][0 if (picture.steps[0].value > 0) == (way > 0) else 1]
    for (low, high), span, step in zip(drawn, values, picture.steps, strict=True):
        if step.value:
            assert sorted((low, high)) == pytest.approx(sorted(zero + way * scale * level for level in span), abs=0.4)


def test_a_change_says_whether_it_is_welcome_by_sign_and_word():
    svg = draw_svg(waterfall(), interactive=True)
    assert {"improving", "worsening", "+£410k", "−£2,950k"} <= set(texts(svg))
    said = [node.get("aria-label") for node in points(svg)]
    assert "Workforce: −£2,950k, worsening, from £1,570k to −£1,380k" in said
    assert said[0] == "Plan: £1,800k" and "Digital: £0k, from −£1,380k to −£1,380k" in said


def test_steps_become_rows_on_a_phone_and_where_there_are_many():
    assert 'data-near="down"' in draw_svg(waterfall(), width=330, interactive=True)
    assert 'data-near="down"' in draw_svg(many_steps(), interactive=True)
    assert "data-near" not in draw_svg(waterfall(), interactive=True)
    assert float(read(draw_svg(many_steps(), width=330)).get("height")) > 17 * 40


def test_columns_of_money_start_at_zero():
    high = replace(
        waterfall(), steps=(Step("A", 1_000.0, "A", True), Step("B", 5.0, "B"), Step("C", 1_005.0, "C", True))
    )
    assert "0" in texts(draw_svg(high)) and "axis starts" not in draw_svg(high)


@pytest.mark.parametrize("name", ["run", "trend", "funnel", "waterfall"])
def test_usual_pictures_are_light(name):
    assert len(draw_svg(PICTURES[name])) < 7_000


@pytest.mark.browser
def test_pointer_and_keys_read_out_dots_and_rows(browser, tmp_path):
    page = tmp_path / "pictures.html"
    drawn = draw_svg(funnel(), interactive=True) + draw_svg(waterfall(), width=330, interactive=True)
    page.write_text(f"<body>{drawn}<script>{SCRIPT.read_text()}</script>", encoding="utf-8")
    tab = browser.new_page(viewport={"width": 900, "height": 900})
    tab.goto(page.as_uri())
    dot = tab.locator("svg").first.locator('[data-label="Cedar"]')
    box = dot.bounding_box()
    tab.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2 + 8)
    read_out = tab.locator(".chart-readout:visible")
    assert read_out.inner_text().splitlines() == [
        "Cedar", "12.9%", "480 discharges", "worse than the average, beyond the 95% limits",
    ]  # fmt: skip
    rows = tab.locator("svg").nth(1)
    rows.locator("[tabindex='0']").focus()
    for key, label in (("ArrowUp", "Digital"), ("ArrowUp", "Workforce"), ("ArrowDown", "Digital"), ("Home", "Plan")):
        tab.keyboard.press(key)
        assert json.loads(tab.evaluate("JSON.stringify(document.activeElement.dataset.label)")) == label
    tab.close()
