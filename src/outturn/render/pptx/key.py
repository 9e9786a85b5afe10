"""The key below a picture: signs a reader may not know, and what the picture leaves out."""

from typing import NamedTuple

from outturn.core.report.pictures import Chart, Funnel, Waterfall
from outturn.render import look
from outturn.render.charts.key import signs
from outturn.render.charts.steps import colour, judged
from outturn.render.charts.words import Measured
from outturn.render.lettering import lines
from outturn.render.native.funnel import judgements
from outturn.render.native.later import off_chart
from outturn.render.pptx.geometry import POINT, line_height
from outturn.render.pptx.xml import run

SIZE = 10.0
FULL = {"improvement": "◆", "concern": "■", "neutral": "▲", "lower": "×", "common": "●"}
HOLLOW = {"improvement": "◇", "concern": "□", "neutral": "△", "lower": "×"}
STATES = {"provisional": "○", "restated": "r", "interval": "I", "fan": "■"}
SPACE = "    "


class Entry(NamedTuple):
    sign: str
    colour: str
    words: str


def entries(picture: Measured) -> list[Entry]:
    if isinstance(picture, Chart):
        return of_chart(picture)
    return of_funnel(picture) if isinstance(picture, Funnel) else of_waterfall(picture)


def of_chart(chart: Chart) -> list[Entry]:
    found = [Entry((FULL | STATES)[kind], tone(kind), words) for kind, words in signs(chart, short=False)]
    if "suppressed" in chart.states:
        found.append(Entry("", look.QUIET, "gaps: suppressed values"))
    later = (flag.label for flag in chart.ambitions if off_chart(chart, flag))
    return found + [Entry("▲", look.AMBITION, f"{words}, beyond this chart") for words in later]


def tone(kind: str) -> str:
    return look.FORECAST if kind == "fan" else look.sign_colour(kind) if kind in FULL else look.POINT


def of_funnel(picture: Funnel) -> list[Entry]:
    """What lies furthest out first."""
    found = []
    for one in reversed(judgements(picture)):
        words = one.words[0].lower() + one.words[1:]
        found.append(Entry((FULL if one.full else HOLLOW)[one.side], look.sign_colour(one.side), words))
    return found


def of_waterfall(picture: Waterfall) -> list[Entry]:
    tones = {step.tone: colour(step) for step in picture.steps if judged(step)}
    return [Entry("■", tones[word], word) for word in ("improving", "worsening") if word in tones]


def key_runs(found: list[Entry]) -> str:
    return "".join(
        (run(f"{one.sign}\u00a0", SIZE, True, one.colour) if one.sign else "")
        + run(one.words + SPACE, SIZE, False, look.QUIET)
        for one in found
    )


def key_height(found: list[Entry], wide: float) -> float:
    """Inches, for as many lines as the words take."""
    said = SPACE.join(f"{one.sign} {one.words}" for one in found)
    return lines(said, SIZE, wide / POINT / 1.05) * line_height(SIZE) + 0.04 if found else 0.0
