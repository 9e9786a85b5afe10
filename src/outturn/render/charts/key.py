"""A key for the shapes a reader may not know; only those that are in the chart."""

from outturn.core.report.pictures import Chart
from outturn.render.charts.points import family, marker
from outturn.render.charts.space import Space, px
from outturn.render.lettering import width
from outturn.render.look import QUIET

NAMES = {"improvement": "special cause: improvement", "concern": "special cause: concern", "neutral": "special cause"}
SHORT = {"improvement": "improvement", "concern": "concern", "neutral": "special cause"}


def entries(chart: Chart, short: bool) -> list[tuple[str, str]]:
    """(marker, words) in a fixed order."""
    shown = {family(chart, place) for place, value in enumerate(chart.values) if value is not None}
    found = [(kind, (SHORT if short else NAMES)[kind]) for kind in NAMES if kind in shown]
    if "provisional" in chart.states:
        found.append(("provisional", "provisional"))
    if any(chart.restated):
        found.append(("restated", "restated"))
    return found


def draw(chart: Chart, space: Space) -> str:
    x, y = space.left, space.bottom + 40
    parts = []
    for kind, words in entries(chart, space.narrow):
        parts.append(sign(kind, x + 6, y - 4))
        parts.append(f'<text x="{px(x + 15)}" y="{px(y)}">{words}</text>')
        x += 15 + width(words, space.size) + 18
    return f'<g fill="{QUIET}">{"".join(parts)}</g>' if parts else ""


def sign(kind: str, x: float, y: float) -> str:
    if kind == "restated":
        return f'<text x="{px(x)}" y="{px(y + 4)}" font-style="italic" text-anchor="middle">r</text>'
    if kind == "provisional":
        return marker("common", x, y, hollow=True, dense=False)
    return marker(kind, x, y, hollow=False, dense=False)
