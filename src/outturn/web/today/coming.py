"""What comes next: the days on which ambitions fall due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from outturn.core.report.wording import count_of
from outturn.web.components.line import Line
from outturn.web.components.words import as_day


@dataclass(frozen=True)
class Coming:
    on: str
    what: str
    href: str


def coming(lines: Sequence[Line], day: date) -> tuple[Coming, ...]:
    """The next days on which an ambition falls due, with the measures that it concerns."""
    due = sorted({aim.by for each in lines for aim in each.entry.ambitions if aim.by >= day})[:2]
    return tuple(
        Coming(as_day(on), due_words(mine), mine[0].href)
        for on in due
        for mine in [[each for each in lines if any(aim.by == on for aim in each.entry.ambitions)]]
    )


def due_words(lines: Sequence[Line]) -> str:
    if len(lines) == 1:
        return f"{lines[0].name.text}: the ambition falls due"
    ratings = [each.result.rating for each in lines]
    missed = sum(rating.off for rating in ratings)
    said = "off plan" if any(rating.rated for rating in ratings) else "rated"
    how_many = f"{missed or 'none'} of these measures {'is' if missed < 2 else 'are'} {said} now"
    return f"{count_of(len(lines), 'ambition')} fall due; {how_many}"
