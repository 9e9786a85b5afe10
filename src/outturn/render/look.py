"""Colours, type and status shapes: one table that every renderer reads."""

from dataclasses import dataclass
from functools import cache

from outturn.core.report.document_kinds import Arrow, PanelTone, Status
from outturn.core.report.document_kinds import Tone as Movement

INK = "#212B32"
QUIET = "#4C6272"
LINE = "#D8DDE0"
PALE = "#F0F4F5"
WHITE = "#FFFFFF"
ACCENT = "#005EB8"
DEEP = "#003087"
FOCUS = "#FFEB3B"

SERIES = "#768692"
POINT = "#425563"
TARGET = "#C8102E"
PLAN = "#6F3FA8"
AMBITION = DEEP
FORECAST = "#7FA9D4"
FORECAST_PALE = "#E3EDF7"

SCREEN_FONT = "Arial, 'Helvetica Neue', Helvetica, sans-serif"
CHART_FONT = "Arial, 'Source Sans 3', sans-serif"
OFFICE_FONT = "Arial"
PAPER_FONT = "Source Sans 3"


@dataclass(frozen=True)
class Tone:
    """`colour` fills, `ink` is readable on it, `pale` is a quiet ground, `text` is readable on white and on `pale`."""

    colour: str
    ink: str
    pale: str
    text: str


STATUS: dict[str, Tone] = {
    Status.GREEN: Tone("#007F3B", WHITE, "#E5F2EB", "#00662F"),
    Status.YELLOW: Tone("#FFB81C", INK, "#FFF5DC", "#6B4A00"),
    Status.AMBER: Tone("#FFB81C", INK, "#FFF5DC", "#6B4A00"),
    Status.RED: Tone("#DA291C", WHITE, "#FBE9E8", "#A8180D"),
    Status.GREY: Tone("#768692", WHITE, "#EEF1F3", "#425563"),
    Status.BLUE: Tone("#005EB8", WHITE, "#E5EFF8", "#004B93"),
}

VARIATION = {
    "common": Tone("#768692", WHITE, "#EEF1F3", "#425563"),
    "improvement": Tone("#005EB8", WHITE, "#E5EFF8", "#004B93"),
    "concern": Tone("#D5600A", WHITE, "#FCEFE5", "#9A4300"),
    "neutral": Tone("#7C2855", WHITE, "#F3EAEF", "#7C2855"),
}

COMPARED = {
    "better": "improvement", "worse": "concern", "higher": "neutral", "lower": "neutral",
    "increasing": "neutral", "decreasing": "neutral", "improving": "improvement", "worsening": "concern",
}  # fmt: skip
"""How a value compares (with a benchmark, an average, the years before), as the family that shows it; else common."""

SIGN = {"common": "circle", "improvement": "diamond", "concern": "square", "neutral": "triangle", "lower": "wedge"}
"""The shape of each: meaning never rests on colour alone."""

MOVEMENT: dict[str, str] = {
    Movement.NONE: INK,
    Movement.IMPROVING: VARIATION["improvement"].text,
    Movement.WORSENING: VARIATION["concern"].text,
    Movement.STEADY: QUIET,
}

PANEL: dict[str, str] = {
    PanelTone.RISK: VARIATION["concern"].colour,
    PanelTone.MITIGATION: ACCENT,
    PanelTone.GOOD_NEWS: STATUS[Status.GREEN].colour,
    PanelTone.OUTCOME: STATUS[Status.GREEN].colour,
    PanelTone.ARGUE: VARIATION["neutral"].colour,
    PanelTone.STORY: PLAN,
    PanelTone.HIGHLIGHT: SERIES,
    PanelTone.NOTE: SERIES,
}
"""The edge of a panel."""

ARROW: dict[str, str] = {Arrow.NONE: "", Arrow.UP: "↑", Arrow.DOWN: "↓", Arrow.SAME: "→"}


def status(key: str) -> Tone:
    return STATUS.get(key, STATUS["grey"])


@cache
def variation(key: str) -> str:
    """The family of an icon, a point type or a comparison: improvement, concern, neutral or common, whatever its full
    name (`special_cause_concern`, `concern_high`, `better`, `worse_95`, `increasing_better`).
    """
    compared = next((COMPARED[word] for word in reversed(key.split("_")) if word in COMPARED), "")
    return compared or next((family for family in ("improvement", "concern", "neutral") if family[:6] in key), "common")


@cache
def sign(key: str) -> str:
    """The family, but `lower` where it is lower without judgement: a shape of its own, in the colour of its family."""
    return "lower" if key.split("_")[0] == "lower" else variation(key)


def sign_colour(name: str) -> str:
    return POINT if name == "common" else VARIATION.get(name, VARIATION["neutral"]).colour
