"""What the pictures of a paper show. Screen, paper, slides and workbooks draw the same picture from it.

A picture holds figures and words, never a place or a format. Titles are the finding; `alt` says the finding and the
figures it rests on, for those who cannot see it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from pydantic import TypeAdapter

from outturn.core.report.marks import Mark, MarkKind
from outturn.core.report.over_time import Chart, ChartKind, Fan, Flag, Point, make_points

__all__ = [
    "Chart", "ChartKind", "Dot", "Fan", "Flag", "Funnel", "Mark", "MarkKind", "Picture", "Point", "RankStrip", "Step",
    "Waterfall", "list_spans", "make_points", "read_picture",
]  # fmt: skip


@dataclass(frozen=True)
class RankStrip:
    """One row of ranks: position 1..of, best at the left."""

    anchor: str
    title: str
    alt: str
    rows: tuple[tuple[str, int, int, str], ...]  # label, rank, of, text
    subtitle: str = ""


@dataclass(frozen=True)
class Dot:
    """One group of a funnel. `size` is its denominator (for a ratio: the events expected).

    `flag`: better, worse, higher, lower or similar (to the average). `beyond`: limits it lies outside (95, 99.8, "").
    """

    label: str
    size: float
    value: float
    text: str
    flag: str = "similar"
    beyond: str = ""
    named: bool = False  # its name stands beside it


@dataclass(frozen=True)
class Funnel:
    """Groups by their size and value, and the limits between which chance alone would keep them.

    The curves hold one value for each of `sizes`, smallest first.
    """

    anchor: str
    title: str  # the finding
    subtitle: str  # measure, period, unit
    alt: str
    unit: str
    decimals: int
    scale: str
    dots: tuple[Dot, ...]
    average: float
    average_label: str  # "Average 12.4 %"
    sizes: tuple[float, ...]
    lower95: tuple[float | None, ...]
    upper95: tuple[float | None, ...]
    lower998: tuple[float | None, ...]
    upper998: tuple[float | None, ...]
    size_words: str  # what the sizes are ("patients", "expected deaths")
    unit_words: str = ""


@dataclass(frozen=True)
class Step:
    """A column of a waterfall: a total stands on zero, a change starts where the column before it ended.

    `tone`: improving, worsening or "" (no judgement).
    """

    label: str
    value: float
    text: str
    total: bool = False
    tone: str = ""


@dataclass(frozen=True)
class Waterfall:
    """How one total becomes another, change by change."""

    anchor: str
    title: str  # the finding
    subtitle: str
    alt: str
    unit: str
    decimals: int
    scale: str
    steps: tuple[Step, ...]
    unit_words: str = ""

    def spans(self) -> Iterator[tuple[float, float]]:
        """Where each column starts and ends."""
        return list_spans(self.steps)


def list_spans(steps: Iterable[Step]) -> Iterator[tuple[float, float]]:
    """Where each step starts and ends."""
    level = 0.0
    for step in steps:
        start, level = (0.0, step.value) if step.total else (level, level + step.value)
        yield start, level


Picture = Chart | RankStrip | Funnel | Waterfall


@cache
def _adapter() -> TypeAdapter[Picture]:
    return TypeAdapter(Picture)


def read_picture(data: bytes) -> Picture:
    """One picture from JSON: its kind is known by its fields. Raises pydantic.ValidationError for none of any kind."""
    return _adapter().validate_json(data)
