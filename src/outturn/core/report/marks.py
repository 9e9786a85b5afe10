"""Icons: what a series did, told by the engine, as a sign that a row, a chart and a slide can show."""

from dataclasses import dataclass
from enum import StrEnum


class MarkKind(StrEnum):
    VARIATION = "variation"
    ASSURANCE = "assurance"
    TREND = "trend"


@dataclass(frozen=True)
class Mark:
    """An icon. key: the engine's name of it. word: for people and screen readers."""

    kind: MarkKind
    key: str
    word: str
