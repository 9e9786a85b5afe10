"""Words at the right end of the lines of a series over time, none upon another."""

from dataclasses import dataclass

from outturn.core.report.pictures import Chart, ChartKind
from outturn.render import look
from outturn.render.charts import ends
from outturn.render.charts.words import write_figure
from outturn.render.lettering import fit_text, width
from outturn.render.native import Series
from outturn.render.native.slides import strokes
from outturn.render.native.slides.axes import Share
from outturn.render.native.slides.canvas import Box
from outturn.render.native.slides.geometry import POINT
from outturn.render.pictures.series.native import OverTime
from outturn.render.pictures.series.words import write_level

TYPE = 10.0
NAMED = ("actual", "mean", "upper", "lower", "plan", "target", "benchmark", "forecast", "ambition")
LEVELS = ("mean", "upper", "lower")
OWN_NAMES = ("target", "ambition")
COLOURS = {"actual": look.POINT, "forecast": look.ACCENT}
"""Darker than their line."""


@dataclass(frozen=True)
class Ending:
    """`number`: that of the series; `last`: the row of its last value."""

    number: int
    one: Series
    last: int
    value: float
    words: str

    @property
    def strong(self) -> bool:
        return self.one.role == "actual"


def list_endings(chart: Chart, shown: OverTime, low: float, high: float) -> list[Ending]:
    """The lines that end within the axis; columns carry their own figures."""
    endings = []
    for number, each in enumerate(shown.series):
        if each.role in NAMED and each.last is not None and not (each.role == "actual" and chart.kind is ChartKind.BAR):
            value = each.values[each.last] or 0.0
            if low <= value <= high:
                endings.append(Ending(number, each, each.last, value, write_ending(chart, each, value)))
    return endings


def write_ending(chart: Chart, series: Series, value: float) -> str:
    if series.role == "actual":
        return chart.last_known.text if chart.last_known else ""
    if series.role in OWN_NAMES and any(letter.isdigit() for letter in series.name):
        return series.name
    return f"{series.name} {write_level(chart, value) if series.role in LEVELS else write_figure(chart, value)}"


def room(endings: list[Ending]) -> float:
    """Inches that the longest needs."""
    return max((width(end.words, TYPE, end.strong) for end in endings), default=0.0) * POINT * 1.04 + 0.2


def write_labels(
    shown: OverTime, endings: list[Ending], reach: tuple[float, float], inner: Share, box: Box
) -> dict[int, str]:
    """Each moved to the end of the axis, and up or down by what keeps it off its neighbours."""
    low, high = reach
    tall = box[3] * inner[3] / POINT
    wanted = [ends.End((high - end.value) / (high - low) * tall, str(end.number), "", "") for end in endings]
    heights = {each.text: each.y for each in ends.keep_apart(wanted, 0, tall, TYPE * 1.25)}
    slots = shown.slots
    edge = 0.5 if any(each.role == "band" for each in shown.series) else 0.0  # a band ends half a slot after its line
    most = (1 - inner[0] - inner[2]) * box[2] / POINT - TYPE
    marked = {}
    for end, place in zip(endings, wanted, strict=True):
        right = (slots[-1] - slots[end.last] + edge) / (slots[-1] + 1) * inner[2]
        down = (heights[place.text] - place.y) * POINT / box[3]
        colour = COLOURS.get(end.one.role, end.one.colour)
        words = fit_text(end.words, TYPE, most)
        marked[end.number] = strokes.write_labels(
            [strokes.write_label(end.last, words, colour, "r", end.strong, (right, down))]
        )
    return marked
