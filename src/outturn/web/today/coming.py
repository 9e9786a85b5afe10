"""What comes next: the days on which ambitions fall due."""

from dataclasses import dataclass

from outturn.core.report.wording import count_of
from outturn.records.assessments.urgent import DueDay, due_days
from outturn.web.components.line import entry_href, entry_name
from outturn.web.components.words import as_day
from outturn.web.seen import Seen


@dataclass(frozen=True)
class Coming:
    on: str
    what: str
    href: str


def coming(seen: Seen, framework: str) -> tuple[Coming, ...]:
    """The next days on which an ambition falls due, with the measures that it concerns."""
    return tuple(
        Coming(as_day(due.on), due_words(due, entry_name(seen, first)), entry_href(seen, first))
        for due in due_days(seen.moment, framework, seen.day)
        for first in [seen.entry_at(due.first)]
    )


def due_words(due: DueDay, name: str) -> str:
    if due.total == 1:
        return f"{name}: the ambition falls due"
    state = "off plan" if due.rated else "rated"
    how_many = f"{due.off or 'none'} of these measures {'is' if due.off < 2 else 'are'} {state} now"
    return f"{count_of(due.total, 'ambition')} fall due; {how_many}"
