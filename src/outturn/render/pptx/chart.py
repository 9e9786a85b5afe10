"""Native charts: their markup, with a workbook inside so that 'edit data' works."""

from dataclasses import replace

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.parts.chart import ChartPart

from outturn.core.report.pictures import Chart
from outturn.render import look
from outturn.render.charts.ends import End, apart
from outturn.render.charts.extent import axis
from outturn.render.charts.words import figure, level
from outturn.render.native import Native, Series, label_step, native
from outturn.render.numbers import held, number_format
from outturn.render.pptx.canvas import Canvas
from outturn.render.pptx.embedded import workbook
from outturn.render.pptx.geometry import POINT
from outturn.render.pptx.plot import axes, bar_series, chart_space, line_series
from outturn.render.pptx.xml import NAMESPACES, named, place

INNER = (0.075, 0.05, 0.735, 0.80)
"""Where the plot lies in the chart: left, top, width, height, as shares."""
LABEL = 10.0
ENDS = {
    "actual": "",
    "mean": "Mean",
    "upper": "Upper limit",
    "lower": "Lower limit",
    "plan": "Plan",
    "target": "",
    "forecast": "Forecast",
    "ambition": "",
}
CARRIED = ("mean", "upper", "lower")
"""Lines that go on to the right end, beyond the last value."""


def draw(canvas: Canvas, chart: Chart, box: tuple[float, float, float, float]) -> None:
    """Adds the chart to the slide."""
    shown = carried(native(chart))
    ticks, step, top = axis(chart, 5)
    labels = end_labels(chart, shown, ticks[0], top, box)
    code = number_format(chart.unit, chart.decimals, chart.scale)
    bars = [one for one in shown.series if chart.kind == "bar" and one.role == "actual"]
    lines = [one for one in shown.series if one not in bars]
    order = {one.name: number for number, one in enumerate(shown.series)}
    hollow = [number for number, state in enumerate(chart.states) if state == "provisional"]
    plot = bar_series(chart, shown, bars, order, code) + line_series(chart, shown, lines, order, code, labels, hollow)
    step_of_labels = label_step(shown, max(2, int(box[2] * INNER[2] / 0.78)))
    limits = (held(ticks[0], chart.unit), held(top, chart.unit), held(step, chart.unit))
    place_chart(
        canvas,
        chart_space(plot + axes(limits, axis_format(chart, step), shown, step_of_labels), INNER),
        workbook(chart, shown, code),
        chart,
        box,
    )


def carried(shown: Native) -> Native:
    """Mean and limits drawn to the right end."""
    lines = [replace(one, values=onward(one.values)) if one.role in CARRIED else one for one in shown.series]
    return replace(shown, series=lines)


def onward(values: list[float | None]) -> list[float | None]:
    last = max((n for n, value in enumerate(values) if value is not None), default=None)
    return values if last is None else [*values[:last], *[values[last]] * (len(values) - last)]


def axis_format(chart: Chart, step: float) -> str:
    if chart.unit == "duration":
        return "[h]:mm" if step >= 60 else "[m]:ss"
    decimals = next((d for d in range(4) if abs(step * 10**d - round(step * 10**d)) < 1e-6), 2)
    return number_format(chart.unit, decimals, chart.scale)


def end_labels(
    chart: Chart, shown: Native, low: float, high: float, box: tuple[float, float, float, float]
) -> dict[str, tuple]:
    """For each labelled series: place of its last point, words, colour, shift right and down as shares of the chart."""
    plot_tall = box[3] * INNER[3] / POINT
    found = []
    for one in shown.series:
        last = max((n for n, value in enumerate(one.values) if value is not None), default=None)
        if one.role not in ENDS or last is None or (one.role == "actual" and chart.kind == "bar"):
            continue
        value = one.values[last] or 0.0
        if low <= value <= high:
            y = (high - value) / (high - low) * plot_tall
            found.append((End(y, one.name, "", look.POINT if one.role == "actual" else one.colour), one, last, value))
    moved = {end.text: end.y for end in apart([end for end, *_ in found], 0, plot_tall, LABEL * 1.25)}
    slots = shown.slots
    count = slots[-1] + 1
    return {
        one.name: (
            last,
            end_words(chart, one, value),
            end.colour,
            (slots[-1] - slots[last]) / count * INNER[2],
            (moved[one.name] - end.y) * POINT / box[3],
        )
        for end, one, last, value in found
    }


def end_words(chart: Chart, one: Series, value: float) -> str:
    if one.role == "actual":
        return next(
            text for text, known in zip(reversed(chart.texts), reversed(chart.values), strict=True) if known is not None
        )
    if one.role in ("target", "ambition"):
        return one.name if any(letter.isdigit() for letter in one.name) else f"{one.name} {figure(chart, value)}"
    return f"{ENDS[one.role]} {level(chart, value) if one.role in CARRIED else figure(chart, value)}"


def place_chart(canvas: Canvas, markup: str, data: bytes, chart, box: tuple[float, float, float, float]) -> None:
    package = canvas.slide.part.package
    part = ChartPart.load(package.next_partname(ChartPart.partname_template), CT.DML_CHART, package, markup.encode())
    part.chart_workbook.update_from_xlsx_blob(data)
    ident = canvas.slide.part.relate_to(part, RT.CHART)
    canvas.add(
        f"<p:graphicFrame {NAMESPACES}><p:nvGraphicFramePr>"
        f"{named(canvas.next_ident(), 'Chart', chart.alt or chart.title)}"
        f"<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>{place(*box).replace('a:xfrm', 'p:xfrm')}<a:graphic>"
        f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="{ident}"/>'
        f"</a:graphicData></a:graphic></p:graphicFrame>"
    )
