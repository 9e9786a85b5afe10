"""Pictures as native charts: what the cells hold is the picture, and what is drawn is what the cells hold."""

import io
import math
from dataclasses import replace
from datetime import date

import pytest
from pptx import Presentation
from render.drawn import HOSTILE, process_chart, series_chart, with_columns
from render.native_charts import A, C, NativeChart, of_slides, of_workbook
from render.paper import document
from render.pictured import EMPTY, LONG, PICTURES, dots, funnel, run_chart, trend_chart, waterfall

from outturn.core.report.document import Document, Page, PageKind
from outturn.core.report.pictures import Chart, ChartKind, Fan, Funnel, Picture, RankStrip, Step, Waterfall
from outturn.render import FORMATS

ADDRESS = "Deaths!A1"
"""A name that a spreadsheet library could take for a cell."""


def crossing() -> Chart:
    """A forecast whose interval begins below zero, then crosses it, then lies above."""
    days = (date(2023, 7, 31), date(2023, 8, 31), date(2023, 9, 30))
    ends = ((-30.0, -10.0), (-20.0, 15.0), (5.0, 40.0))
    ahead = tuple(Fan(f"{d:%b %Y}", d, sum(e) / 2, *e) for d, e in zip(days, ends, strict=True))
    return series_chart("balance", [-90.0, -60.0, -40.0], "money", scale="k", forecast=ahead)


def yearly() -> Chart:
    years = tuple(date(2019 + n, 3, 31) for n in range(6))
    return with_columns(trend_chart(), date=years, label=tuple(f"{y.year - 1}/{y.year - 2000}" for y in years))


def hostile() -> Funnel:
    words = ("=1+1", HOSTILE, ADDRESS, "@me", "+4", "-2", "'quote", "")
    named = (replace(dot, label=word, named=True) for dot, word in zip(dots(), words, strict=True))
    return replace(funnel(), dots=tuple(named), average_label="=9", size_words=ADDRESS)


def through_zero() -> Waterfall:
    steps = (
        Step("=Start", -500.0, "−£500k", True), Step("A", -200.0, "−£200k", tone="worsening"),
        Step(LONG, 1_100.0, "+£1,100k", tone="improving"), Step("C", 0.0, "£0k"), Step("D", -150.0, "−£150k"),
        Step("End", 250.0, "£250k", True),
    )  # fmt: skip
    return replace(waterfall(), steps=steps)


def many() -> Waterfall:
    changes = tuple(Step(f"Scheme {n}", 5.0 * (-1) ** n, f"{n}k", tone="improving") for n in range(16))
    return replace(waterfall(), steps=(Step("Start", 100.0, "£100k", True), *changes))


def alone() -> Chart:
    """One value, and nothing else."""
    return replace(run_chart(), points=run_chart().points[:1])


def crowd() -> Funnel:
    return replace(funnel(), dots=tuple(replace(dot, named=False) for _ in range(250) for dot in dots()))


EVERY: dict[str, Picture] = {
    **PICTURES, "process": process_chart(), "crossing": crossing(),
    "bars ahead": replace(crossing(), kind=ChartKind.BAR),
    "yearly": yearly(), "one value": alone(), "hostile": hostile(), "through zero": through_zero(), "many": many(),
    "long names": replace(many(), steps=tuple(replace(step, label=LONG) for step in many().steps[:8])),
    "times": replace(funnel(), unit="duration", unit_words=""), "crowd": crowd(),
    "one dot": replace(funnel(), dots=dots()[5:6], sizes=(), lower95=(), upper95=(), lower998=(), upper998=()),
    "nothing to draw": EMPTY["funnel"], "no steps": EMPTY["waterfall"], "no ranks": RankStrip("s", "Ranks", "", ()),
}  # fmt: skip
BLANK = ("nothing to draw", "no steps", "no ranks")


def paper() -> Document:
    pages = tuple(
        Page(f"page-{n}", PageKind.SECTION, name, (replace(picture, anchor=f"picture-{n}", alt=name),))
        for n, (name, picture) in enumerate(EVERY.items())
    )
    return replace(document(), pages=pages)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return {name: FORMATS[name].draw(paper()) for name in ("report.pptx", "report.xlsx")}


@pytest.fixture(scope="module")
def charts(files) -> dict[tuple[str, str], NativeChart]:
    read = {"pptx": of_slides(files["report.pptx"]), "xlsx": of_workbook(files["report.xlsx"])}
    return {(kind, chart.alt): chart for kind, found in read.items() for chart in found}


def pytest_generate_tests(metafunc):
    if "kind" in metafunc.fixturenames:
        metafunc.parametrize("kind", ["pptx", "xlsx"])


def test_every_picture_is_a_chart_that_says_what_it_shows(charts, kind):
    assert [alt for one, alt in charts if one == kind] == [name for name in EVERY if name not in BLANK]


def test_what_is_drawn_is_what_the_cells_hold(charts, kind):
    for (own, name), chart in charts.items():
        for place, kept in chart.references() if own == kind else ():
            pairs = zip(kept, chart.cells(place), strict=True)
            assert [(one, cell) for one, cell in pairs if not alike(one, cell)] == [], (name, place)


def alike(kept, cell) -> bool:
    """Numbers to sixteen digits; times are read back in thousandths of a second."""
    if isinstance(kept, float) and isinstance(cell, float | int):
        return math.isclose(kept, cell, rel_tol=1e-15, abs_tol=0.001 / 86_400)
    return (kept or None) == cell


def test_a_run_chart_has_its_median_and_no_limits(charts, kind):
    chart = charts[kind, "run"]
    assert [*chart.series()] == ["Actual", "Median", "Special cause: concern"]
    assert chart.values("Actual") == list(run_chart().values) and chart.values("Median") == [13.5] * 15
    assert chart.values("Special cause: concern")[9:] == list(run_chart().values[9:])


def test_a_trend_has_its_intervals_as_bars_and_its_benchmark_as_a_line(charts, kind):
    chart, shown = charts[kind, "trend"], trend_chart()
    assert [*chart.series()] == ["Actual", "England", "Better than England"]
    assert chart.values("England") == list(shown.figures("benchmark"))
    ends = zip(shown.values, chart.values("Actual", "minus"), chart.values("Actual", "plus"), strict=True)
    reach = [(None, None) if value is None else (value - down, value + up) for value, down, up in ends]
    assert flat(reach) == pytest.approx(flat([point.interval or (None, None) for point in shown.points]))
    assert [value for value in chart.values("Better than England") if value is not None] == [49.8]


@pytest.mark.parametrize("name", ["process", "crossing"])
def test_the_interval_of_a_forecast_is_a_band_on_its_ends(charts, kind, name):
    chart, shown = charts[kind, name], EVERY[name]
    assert isinstance(shown, Chart)
    base, *drawn = (
        chart.values(part) if part in chart.series() else None
        for part in ("Forecast, base", "Forecast, interval", "Forecast, interval below zero")
    )
    found = stacked(base, *drawn)
    assert [span for span in found if span] == [pytest.approx((fan.lower, fan.upper)) for fan in shown.forecast]
    assert [one for one in chart.values("Forecast") if one is not None][1:] == [fan.mean for fan in shown.forecast]


def flat(pairs) -> list:
    return [one for pair in pairs for one in pair]


def stacked(base, *drawn) -> list[tuple[float, float] | None]:
    """Lowest and highest of what is seen, stacked as Office does: away from zero on each side by itself."""
    spans = []
    for place in range(len(next(one for one in drawn if one))):
        under = (base[place] if base else None) or 0.0
        seen = [one[place] for one in drawn if one and one[place] is not None]
        edges = [edge for one in seen for edge in ((under, under + one) if under * one >= 0 else (0.0, one))]
        spans.append((min(edges), max(edges)) if edges else None)
    return spans


def test_columns_have_the_ends_of_their_forecast_as_lines(charts, kind):
    series = charts[kind, "bars ahead"].series()
    assert {"Forecast, lower", "Forecast, upper"} <= series.keys() and "Forecast, base" not in series


def test_years_stand_under_the_names_of_their_periods(charts, kind):
    assert charts[kind, "yearly"].values("Actual", "cat") == [point.label for point in yearly().points]


def test_a_funnel_shows_every_group_once_at_its_size_and_value(charts, kind):
    for name in ("funnel", "hostile", "times", "one dot", "crowd"):
        chart, shown = charts[kind, name], EVERY[name]
        scale = 86_400 if name == "times" else 1
        found = [
            (size, value * scale)
            for one in chart.series()
            if one.startswith(("Similar", "Better", "Worse"))
            for size, value in zip(chart.values(one, "xVal"), chart.values(one), strict=True)
            if value is not None
        ]
        assert flat(sorted(found)) == pytest.approx(flat(sorted((dot.size, dot.value) for dot in shown.dots))), name


def test_a_funnel_draws_each_limit_and_the_average_from_edge_to_edge(charts, kind):
    chart, shown = charts[kind, "funnel"], funnel()
    for name, field in (("Lower 99.8% limit", "lower998"), ("Upper 95% limit", "upper95")):
        assert chart.values(name) == pytest.approx(list(getattr(shown, field)))
        assert chart.values(name, "xVal") == list(shown.sizes)
    assert [one for one in chart.values("Average 9.4%") if one is not None] == [9.4, 9.4]
    axis = next(one for one in chart.root.iter(f"{C}valAx") if one.find(f"{C}axPos").get("val") == "b")
    assert float(axis.find(f"{C}scaling/{C}max").get("val")) == chart.values("Average 9.4%", "xVal")[1]


def test_groups_are_told_apart_by_how_they_compare_and_named_where_they_should_be(charts, kind):
    chart = charts[kind, "funnel"]
    worse = chart.values("Worse, beyond 99.8%")
    assert [dot.label for dot, value in zip(funnel().dots, worse, strict=False) if value is not None] == [LONG]
    assert list(chart.labels("Better, beyond 99.8%").values()) == ["Hazel"]
    assert next(iter(chart.labels("Worse, beyond 99.8%").values())).startswith("University Hospitals")


def test_columns_of_a_waterfall_reach_from_level_to_level(charts, kind):
    for name in ("waterfall", "through zero", "many"):
        chart, shown = charts[kind, name], EVERY[name]
        assert isinstance(shown, Waterfall)
        kinds = {"Total", "Improving", "Worsening", "Change"}
        parts = [chart.values(one) for one in chart.series() if one.partition(",")[0] in kinds]
        spans = [tuple(sorted(span)) for span in shown.spans()]
        assert flat(stacked(chart.values("Base"), *parts)) == pytest.approx(flat(spans)), name


def test_the_plain_numbers_of_a_waterfall_stand_first(charts, kind):
    shown = through_zero()
    chart = charts[kind, "through zero"]
    sheet, place = next((f.rpartition("!")[0], f) for f, kept in chart.references() if kept[:1] == ["=Start"])
    top = int(place.partition("$")[2].split("$")[1].split(":")[0])
    rows = chart.book[sheet.strip("'")].iter_rows(top, top + len(shown.steps) - 1, 1, 3, values_only=True)
    levels = [end for _, end in shown.spans()]
    assert [*rows] == [(s.label, s.value, level) for s, level in zip(shown.steps, levels, strict=True)]


def test_every_step_has_its_figure_over_it_or_under_what_falls(charts, kind):
    chart, steps = charts[kind, "through zero"], through_zero().steps
    over, under = chart.labels("Figure over"), chart.labels("Figure under")
    assert {**over, **under} == {place: step.text for place, step in enumerate(steps)}
    assert sorted(under) == [0, 1, 4]
    places = zip(chart.values("Figure over"), chart.values("Figure under"), strict=True)
    heights = [top if bottom is None else bottom for top, bottom in places]
    assert heights == [-500, -700, 400, 400, 250, 250]


def test_steps_whose_names_have_no_room_are_rows_with_their_figures(charts, kind):
    for name, level in (("through zero", False), ("many", True), ("long names", True)):
        chart = charts[kind, name]
        assert next(chart.root.iter(f"{C}barDir")).get("val") == ("bar" if level else "col"), name
        names = chart.values("Base", "cat")
        assert not level or [one.rpartition("  ")[2] for one in names] == [step.text for step in EVERY[name].steps]
        turns = [text.get("rot") for text in chart.root.iter(f"{A}bodyPr") if text.get("rot")]
        assert all(abs(int(turn)) <= 5_400_000 for turn in turns)


def test_links_join_each_column_to_the_next_on_its_level(charts, kind):
    chart, levels = charts[kind, "through zero"], [end for _, end in through_zero().spans()]
    pairs = {}
    for turn in (1, 2, 3):
        line = chart.values(f"Link {turn}")
        pairs |= {n: line[n] for n in range(len(line) - 1) if line[n] is not None and line[n] == line[n + 1]}
    assert pairs == dict(enumerate(levels[:-1]))


def test_words_that_look_like_formulas_stay_words(charts, kind):
    chart = charts[kind, "hostile"]
    assert all(not place.startswith(ADDRESS) for place, _ in chart.references())
    held = {cell.value for sheet in chart.book.worksheets for row in sheet.iter_rows() for cell in row}
    assert {"=1+1", ADDRESS, HOSTILE, "=9", f"Size: {ADDRESS}"} <= held
    assert not [c for sheet in chart.book.worksheets for row in sheet.iter_rows() for c in row if c.data_type == "f"]


def test_a_sentence_stands_where_there_is_nothing_to_draw(files):
    slides = Presentation(io.BytesIO(files["report.pptx"])).slides
    words = "\n".join(shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame)
    book = of_workbook(files["report.xlsx"])[0].book
    cells = {str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row}
    for sentence in ("No group has a value yet.", "There are no steps yet.", "No ranks are published yet."):
        assert sentence in words and any(cell.startswith(sentence) for cell in cells)


def test_thousands_of_groups_make_a_file_that_can_be_sent(files):
    assert len(files["report.pptx"]) < 1_000_000 and len(files["report.xlsx"]) < 1_000_000
