"""Finance measures: the year to date and the full year side by side, each with its rating."""

from collections.abc import Sequence
from dataclasses import dataclass

from outturn.core.assess.result import Latest, Rating
from outturn.core.report.document import Chip
from outturn.core.report.say.targets import gap_words
from outturn.web.components import figures
from outturn.web.components.line import Line
from outturn.web.seen import Seen


@dataclass(frozen=True)
class Side:
    """One half of the table: the year to date, or the full year."""

    target: str
    value: str
    gap: str
    gap_words: str
    chip: Chip
    printed: str


@dataclass(frozen=True)
class Money:
    line: Line
    to_date: Side
    year: Side


def is_finance(lines: Sequence[Line]) -> bool:
    """Whether the framework gives a full-year position beside the newest one."""
    return any(line.result.outturn.period is not None for line in lines)


def money(seen: Seen, line: Line) -> Money:
    result = line.result
    return Money(
        line, side(seen, line, result.latest, result.rating), side(seen, line, result.outturn, result.outturn_rating)
    )


def side(seen: Seen, line: Line, found: Latest, rating: Rating) -> Side:
    unit = seen.definitions.indicators[line.entry.indicator]
    there = found.period is not None
    return Side(
        target=figures.figure(found.plan, unit, found.plan_state) if there else "–",
        value=figures.latest(found, unit) if there else "–",
        gap=figures.change(rating.gap, unit),
        gap_words=gap_words(rating),
        chip=figures.chip(seen.definitions, rating),
        printed=figures.printed(rating),
    )
