"""The signs of a series that its key names: only those that are in the picture."""

from outturn.core.report.pictures import Chart, ChartKind
from outturn.render import look
from outturn.render.charts.key import Entry, Signs
from outturn.render.charts.shape import draw_marker
from outturn.render.charts.space import px
from outturn.render.lettering import fit_text
from outturn.render.look import sign
from outturn.render.native.slides.signs import FULL, Sign
from outturn.render.pictures.series.compared import draw_whisker
from outturn.render.pictures.series.later import is_off_chart
from outturn.render.pictures.series.points import family

NAMES = {"improvement": "special cause: improvement", "concern": "special cause: concern", "neutral": "special cause"}
SHORT = {"improvement": "improvement", "concern": "concern", "neutral": "special cause"}
COMPARED = {
    "better": "better than", "worse": "worse than", "higher": "higher than", "lower": "lower than",
    "similar": "similar to",
}  # fmt: skip
STATES = {"provisional": "○", "restated": "r", "interval": "I", "fan": "■"}

SIGNS: Signs = {
    "restated": lambda x, y: f'<text x="{px(x)}" y="{px(y + 4)}" font-style="italic" text-anchor="middle">r</text>',
    "interval": lambda x, y: f'<path d="{draw_whisker(x, y - 6, y + 6)}" stroke="{look.SERIES}" stroke-width="1.5"/>',
    "fan": lambda x, y: (
        f'<path d="M{px(x - 6)} {px(y)}l12 -6v12z" fill="{look.FORECAST_PALE}" stroke="{look.FORECAST}"/>'
    ),
    "provisional": lambda x, y: draw_marker("common", x, y, hollow=True, dense=False),
}


def list_own_signs(chart: Chart, short: bool) -> list[Entry]:
    """Everything the key of our own drawing names."""
    drawn = [("interval", "95% interval")] if any(point.interval for point in chart.points) else []
    drawn += [("fan", "forecast, 95% interval")] if chart.forecast and not chart.mean else []
    return list_entries(chart, short) + drawn


def list_entries(chart: Chart, short: bool) -> list[Entry]:
    """Families of points in a fixed order, then the states of values."""
    states = {point.state for point in chart.points}
    entries = list_comparisons(chart) if chart.kind is ChartKind.TREND else list_special_causes(chart, short)
    if "provisional" in states:
        entries.append(("provisional", "provisional"))
    if any(point.restated for point in chart.points):
        entries.append(("restated", "restated"))
    return entries


def list_special_causes(chart: Chart, short: bool) -> list[Entry]:
    shown = {family(point) for point in chart.points if point.value is not None}
    return [(kind, (SHORT if short else NAMES)[kind]) for kind in NAMES if kind in shown]


def list_comparisons(chart: Chart) -> list[Entry]:
    """`better than England`: the judgement is the benchmark's, not that of chance over time."""
    shown = {point.flag.split("_")[0] for point in chart.points if point.value is not None}
    name = fit_text(chart.benchmark_label or "the benchmark", 12, 150)
    return [(sign(word), f"{words} {name}") for word, words in COMPARED.items() if word in shown]


def list_signs(chart: Chart) -> list[Sign]:
    """The key of slides: the signs, and what the picture leaves out."""
    signs = [Sign((FULL | STATES)[kind], tone(kind), words) for kind, words in list_own_signs(chart, short=False)]
    if any(point.state == "suppressed" for point in chart.points):
        signs.append(Sign("", look.QUIET, "gaps: suppressed values"))
    later = (flag.label for flag in chart.ambitions if is_off_chart(chart, flag))
    return signs + [Sign("▲", look.AMBITION, f"{words}, beyond this chart") for words in later]


def tone(kind: str) -> str:
    return look.FORECAST if kind == "fan" else look.sign_colour(kind) if kind in FULL else look.POINT
