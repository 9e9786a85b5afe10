"""The fan of a forecast stays inside the axes in every format, whatever it expects, and what is expected is shown."""

import re
from dataclasses import replace
from datetime import date

import pytest
from render.drawn import months, process_chart, series_chart
from render.native_charts import C, NativeChart, of_slides, of_workbook
from render.paper import document
from render.slides import read

from outturn.core.report.document import Page, PageKind
from outturn.core.report.pictures import Chart, ChartKind, Fan, Flag
from outturn.render import FORMATS
from outturn.render.look import FORECAST, FORECAST_PALE
from outturn.render.pictures import draw_svg
from outturn.render.pictures.series.extent import fit_axis, horizon

LEVEL = [50.0, 52.0, 49.0, 51.0, 50.0, 53.0, 48.0, 50.0, 51.0, 49.0, 52.0, 50.0, 51.0, 50.0]


def ahead(*spans: tuple[float, float, float], after: int = 14) -> tuple[Fan, ...]:
    """Mean, lower and upper for each month after the data."""
    days = months(after + len(spans))[after:]
    return tuple(Fan(f"{day:%b %Y}", day, *span) for day, span in zip(days, spans, strict=True))


def chart(name: str, values: list[float], *spans: tuple[float, float, float], **more) -> Chart:
    return series_chart(name, values, forecast=ahead(*spans, after=len(values)), **more)


WIDE = tuple((50.0, 50.0 - 40 * n, 50.0 + 40 * n) for n in range(1, 7))
SHARES = tuple((95.0 + n, 88.0, 104.0 + n) for n in range(1, 5))
FORECASTS = {
    "wide": chart("wide", LEVEL, *WIDE),
    "far above": chart("above", LEVEL, *((90.0 * n, 80.0 * n, 2000.0 * n) for n in range(1, 5))),
    "below nought": chart("below", LEVEL, (20.0, -30.0, 70.0), (-40.0, -200.0, 30.0)),
    "never negative": chart("floor", [3.0, 1.0, 0.0, 2.0] * 4, *((1.0, -9.0, 11.0) for _ in range(6))),
    "shares": chart("shares", [90.0, 92.0, 95.0] * 5, *SHARES, unit="percent"),
    "two years ahead": chart("long", LEVEL, *((50.0, 45.0, 55.0) for _ in range(24))),
    "after two points": chart("short", [50.0, 52.0], *((50.0, 10.0, 90.0) for _ in range(12))),
    "a point": chart("point", LEVEL, (50.0, 50.0, 50.0)),
    "columns": chart("columns", [50.0, 52.0, 49.0], *WIDE, kind=ChartKind.BAR),
    "money": chart("money", [-600.0, -580.0, -610.0] * 5, *((-600.0, -4000.0, 2800.0),) * 3, unit="money", scale="k"),
    "process": process_chart(),
}
SIZES = ((720, 360), (660, 205), (330, 290))


def coordinates(path: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", path)]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", FORECASTS)
def test_the_fan_of_a_drawing_stays_inside_its_grid(name, size):
    svg = draw_svg(FORECASTS[name], width=size[0], height=size[1])
    grid = re.search(r'<path d="((?:M[\d.]+ [\d.]+H[\d.]+)+)" stroke="#[0-9A-F]{6}"/>', svg, re.IGNORECASE)
    lines = re.findall(r"M([\d.]+) ([\d.]+)H([\d.]+)", grid[1])
    left, right, bottom = float(lines[0][0]), float(lines[0][2]), max(float(line[1]) for line in lines)
    fan = re.search(rf'<path d="([^"]+)Z" fill="{FORECAST_PALE}"', svg)[1]
    mean = re.search(rf'<path d="([^"]+)" fill="none" stroke="{FORECAST}"', svg)[1]
    for x, y in coordinates(fan) + coordinates(mean):
        assert left - 0.1 <= x <= right + 0.1, name
        assert 26 - 0.1 <= y <= bottom + 0.1, name


@pytest.mark.parametrize("name", FORECASTS)
def test_what_is_expected_is_on_the_axis_and_every_month_of_it_in_the_frame(name):
    shown = FORECASTS[name]
    ticks, _, top = fit_axis(shown, 5)
    assert all(ticks[0] <= fan.mean <= top for fan in shown.forecast)
    assert horizon(shown)[1] >= max(fan.date for fan in shown.forecast).toordinal()


@pytest.fixture(scope="module")
def native() -> dict[tuple[str, str], NativeChart]:
    pages = tuple(
        Page(f"page-{n}", PageKind.SECTION, name, (replace(picture, anchor=f"picture-{n}", alt=name),))
        for n, (name, picture) in enumerate(FORECASTS.items())
    )
    paper = replace(document(), pages=pages)
    read = {
        "pptx": of_slides(FORMATS["report.pptx"].draw(paper)),
        "xlsx": of_workbook(FORMATS["report.xlsx"].draw(paper)),
    }
    return {(kind, found.alt): found for kind, charts in read.items() for found in charts}


@pytest.mark.parametrize("kind", ["pptx", "xlsx"])
@pytest.mark.parametrize("name", FORECASTS)
def test_no_series_of_a_native_chart_leaves_its_axis(native, kind, name):
    found = native[kind, name]
    scaling = next(found.root.iter(f"{C}valAx")).find(f"{C}scaling")
    low, high = (float(scaling.find(f"{C}{edge}").get("val")) for edge in ("min", "max"))
    slack = (high - low) * 1e-9
    stacks = {one: found.values(one) for one in found.series() if "base" in one or "interval" in one}
    others = [value for one in found.series() if one not in stacks for value in found.values(one) if value is not None]
    assert all(low - slack <= value <= high + slack for value in others)
    months_drawn = zip(*stacks.values(), strict=True)
    for month in months_drawn:
        known = [value for value in month if value is not None]
        ends = sum(value for value in known if value > 0), sum(value for value in known if value < 0)
        assert all(low - slack <= end <= high + slack for end in ends if end)


@pytest.mark.parametrize("kind", ["pptx", "xlsx"])
def test_the_cells_keep_the_interval_whole(native, kind):
    found = native[kind, "wide"]
    held = {cell.value for sheet in found.book.worksheets for row in sheet.iter_rows() for cell in row}
    assert {fan.lower for fan in FORECASTS["wide"].forecast} <= held


def test_an_ambition_off_the_axis_is_named_under_a_slide_and_drawn_on_no_axis():
    far = replace(FORECASTS["a point"], ambitions=(Flag("Ambition 900 by Jan 2025", date(2025, 1, 31), 900.0),))
    page = Page("page", PageKind.SECTION, "Far", (replace(far, anchor="far", alt="far"),))
    data = FORMATS["report.pptx"].draw(replace(document(), pages=(page,)))
    (chart,) = of_slides(data)
    assert "Ambition 900 by Jan 2025" not in chart.series()
    shapes = (shape for slide in read(data).slides for shape in slide.shapes if shape.has_text_frame)
    assert any("Ambition 900 by Jan 2025, beyond this chart" in shape.text_frame.text for shape in shapes)
