"""What columns and rows of a waterfall share: levels, colours, signs and words."""

from outturn.core.report.pictures import Step, Waterfall
from outturn.render.charts.backing import draw_ground
from outturn.render.charts.key import Entry
from outturn.render.charts.key import draw_sign as key_sign
from outturn.render.charts.readout import make_reachable
from outturn.render.charts.space import px
from outturn.render.charts.words import escape_text, write_figure
from outturn.render.lettering import width
from outturn.render.look import INK, POINT, SERIES, sign_colour

SIGN_ROOM = 15
WORDS = {"improving": "improvement", "worsening": "concern"}


def find_reach(chart: Waterfall) -> tuple[float, float]:
    """Lowest and highest level, zero among them."""
    levels = [0.0, *(level for span in chart.spans() for level in span)]
    return min(levels), max(levels)


def colour(step: Step) -> str:
    if step.total:
        return POINT
    return sign_colour(WORDS[step.tone]) if is_judged(step) else SERIES


def list_entries(chart: Waterfall) -> list[Entry]:
    tones = {step.tone for step in chart.steps if is_judged(step)}
    return [(kind, tone) for tone, kind in WORDS.items() if tone in tones]


def is_judged(step: Step) -> bool:
    """Is there a change, and a word for it?"""
    return step.tone in WORDS and not step.total and step.value != 0


def label_width(step: Step, size: float) -> float:
    return width(step.text, size, bold=True) + (SIGN_ROOM if is_judged(step) else 0)


def draw_label(step: Step, left: float, baseline: float, size: float) -> str:
    """The figure, before it the sign that says whether it is welcome."""
    mark = key_sign(WORDS[step.tone], left + 5, baseline - 4) if is_judged(step) else ""
    x = left + (SIGN_ROOM if is_judged(step) else 0)
    return (
        f"{draw_ground(x, baseline, step.text, size, bold=True)}{mark}"
        f'<text x="{px(x)}" y="{px(baseline)}" font-weight="bold" fill="{INK}">{escape_text(step.text)}</text>'
    )


def describe_course(chart: Waterfall, step: Step, span: tuple[float, float]) -> list[str]:
    """What a change leads from and to, and whether it is welcome."""
    if step.total:
        return []
    course = f"from {write_figure(chart, span[0])} to {write_figure(chart, span[1])}"
    return [step.tone, course] if is_judged(step) else [course]


def wrap_step(
    chart: Waterfall, place: int, span: tuple[float, float], at: tuple[float, float], drawing: str, interactive: bool
) -> str:
    """The drawing of a step with its words; `at` is where a read-out points to."""
    step = chart.steps[place]
    more = describe_course(chart, step, span)
    said = escape_text(", ".join([f"{step.label}: {step.text}", *more]))
    if not interactive:
        return f"<g>{drawing}<title>{said}</title></g>"
    data = {"label": step.label, "text": step.text, "more": "\n".join(more), "x": px(at[0]), "y": px(at[1])}
    return make_reachable(said, data, drawing, place == len(chart.steps) - 1)
