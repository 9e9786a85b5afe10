"""What a chart must show, and how it must be made."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from render.drawn import CHARTS, HOSTILE, process_chart, series_chart

from outturn.core.report.pictures import ChartKind, RankStrip
from outturn.render.look import AMBITION, PLAN, TARGET, VARIATION
from outturn.render.pictures import draw_svg

SVG = "{http://www.w3.org/2000/svg}"
WIDTHS = [(720, 360), (330, 290)]


def read(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def texts(svg: str) -> list[str]:
    return ["".join(node.itertext()) for node in read(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize("size", WIDTHS)
@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_is_named_and_described_and_needs_no_style_sheet(name, size):
    width, height = size
    svg = draw_svg(CHARTS[name], width=width, height=height, interactive=True, heading=True)
    root = read(svg)
    assert root[0].tag == f"{SVG}title" and root[0].text == CHARTS[name].title
    assert root[1].tag == f"{SVG}desc" and root[1].text == CHARTS[name].alt
    assert not any("style" in node.attrib or node.tag == f"{SVG}style" for node in root.iter())
    assert not any(name.startswith("on") for node in root.iter() for name in node.attrib)


@pytest.mark.parametrize("size", WIDTHS)
@pytest.mark.parametrize("name", CHARTS)
def test_nothing_is_drawn_outside_the_picture(name, size):
    width, height = size
    for node in read(draw_svg(CHARTS[name], width=width, height=height)).iter(f"{SVG}text"):
        assert 0 <= float(node.get("x")) <= width
        assert 0 <= float(node.get("y")) <= height


def test_special_causes_differ_in_shape_and_colour():
    svg = draw_svg(process_chart())
    points = [node for node in read(svg).iter(f"{SVG}g") if node.find(f"{SVG}title") is not None]
    shapes = {node[0].tag.removeprefix(SVG): node[0].get("fill") for node in points if node[0].tag != f"{SVG}text"}
    assert shapes["rect"] == VARIATION["concern"].colour
    assert VARIATION["improvement"].colour in svg
    assert "special cause: concern" in " ".join(texts(svg))


def test_a_suppressed_period_is_a_hatched_gap_and_breaks_the_line():
    chart = process_chart()
    svg = draw_svg(chart)
    assert {"*", "Suppressed"} & set(texts(svg))
    line = re.search(r'<path d="(M[^"]+)" fill="none" stroke="#768692" stroke-width="1.5"/>', svg)
    assert line.group(1).count("M") == 3  # the gap, and the new limits, each start it again
    assert "Sep 2023: suppressed" in draw_svg(chart, interactive=True)


def test_plan_target_and_ambition_are_marks_of_their_own():
    svg = draw_svg(process_chart())
    assert f'stroke="{PLAN}" stroke-width="2"' in svg and f'fill="{AMBITION}"' in svg
    assert "78% by Mar 2025" in texts(svg)
    assert "90% by Mar 2030 →" in texts(svg)  # beyond the axis: at its edge, with an arrow
    assert f'stroke="{TARGET}"' in draw_svg(CHARTS["duration with a flat target"])
    assert "Target 30m 00s" in texts(draw_svg(CHARTS["duration with a flat target"]))


def test_restated_and_provisional_values_are_marked():
    svg = draw_svg(process_chart())
    assert "r" in texts(svg) and "provisional" in texts(svg)
    assert 'fill="#FFFFFF" stroke="#425563"' in svg


def test_new_limits_say_why():
    assert any(text.startswith("New limits: a new triage") for text in texts(draw_svg(process_chart())))


def test_an_axis_that_does_not_start_at_zero_says_so_and_bars_start_at_zero():
    assert "axis starts at 62" in draw_svg(series_chart("high", [63.0, 64.0, 69.0, 66.0], "percent"))
    assert "axis starts" not in draw_svg(series_chart("high", [63.0, 69.0], "percent", kind=ChartKind.BAR))
    assert "axis starts" not in draw_svg(series_chart("low", [1.0, 9.0, 4.0, 5.0]))


def test_periods_are_named_alike_all_in_full_or_all_by_month():
    days = draw_svg(series_chart("days", [1.0, 2.0], label=("8 May 2023", "24 May 2023")))
    assert {"8 May 2023", "24 May 2023"} <= set(texts(days))
    long = draw_svg(series_chart("long", [1.0, 2.0], label=("8 May 2023", "Year to 31 May 2023")))
    assert {"Apr 2023", "May 2023"} <= set(texts(long))


def test_a_series_without_values_says_why():
    assert "Every value is suppressed" in draw_svg(CHARTS["no value at all"])


def test_hostile_words_stay_words():
    svg = draw_svg(CHARTS["hostile words"], interactive=True, heading=True)
    assert "<script" not in svg
    assert HOSTILE in "".join(read(svg).itertext())


def test_points_can_be_reached_by_key_pointer_and_touch():
    root = read(draw_svg(process_chart(), interactive=True))
    points = [node for node in root.iter(f"{SVG}g") if node.get("class") == "chart-point"]
    assert len(points) == 18  # the suppressed one and the two of the forecast too
    assert [node.get("tabindex") for node in points].count("0") == 1
    latest = next(node for node in points if node.get("tabindex") == "0")
    assert latest.get("aria-label") == "Jul 2024: 56.7%, plan 58.9%, provisional"
    assert latest.get("data-text") == "56.7%" and latest.get("data-value") == "56.7"


def test_two_charts_on_a_page_have_their_own_ids():
    first, second = (draw_svg(process_chart(), ids=ids) for ids in ("a", "b"))
    assert not set(re.findall(r' id="([^"]+)"', first)) & set(re.findall(r' id="([^"]+)"', second))


def test_a_chart_is_light():
    assert len(draw_svg(replace(process_chart(), alt="short"))) < 9_000


def test_ranks_name_every_row_and_its_place():
    strip = RankStrip("s", "Ranks", "Two ranks", (("Waits", 3, 42, "3 of 42"), ("Infection", 39, 42, "39 of 42")))
    shown = texts(draw_svg(strip))
    assert "3 of 42" in shown and "39 of 42" in shown and any(text.startswith("Waits") for text in shown)
