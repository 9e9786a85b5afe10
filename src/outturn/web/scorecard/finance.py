"""Finance measures: the year to date and the full year side by side, each with its rating."""

from collections.abc import Sequence
from dataclasses import dataclass

from outturn.core.assess.result import Rating
from outturn.core.report.document import Cell
from outturn.core.report.say.targets import gap_words
from outturn.core.report.tables.finance import read_finance
from outturn.web.components.line import Line
from outturn.web.seen import Seen


@dataclass(frozen=True)
class Side:
    """One half of the table: the year to date, or the full year."""

    target: Cell
    latest: Cell
    gap: Cell
    gap_words: str
    rating: Cell


@dataclass(frozen=True)
class Money:
    line: Line
    to_date: Side
    year: Side


def is_finance(lines: Sequence[Line]) -> bool:
    """Whether the framework gives a full-year position beside the newest one."""
    return any(line.result.outturn.period is not None for line in lines)


def money(seen: Seen, line: Line) -> Money:
    made, result = read_finance(seen.definitions, line), line.result
    return Money(line, side(made, "", result.rating), side(made, "year_", result.outturn_rating))


def side(made: dict[str, Cell], prefix: str, rating: Rating) -> Side:
    target, latest, gap, chip = (made[f"{prefix}{key}"] for key in ("target", "latest", "gap", "rating"))
    return Side(target, latest, gap, gap_words(rating), chip)
