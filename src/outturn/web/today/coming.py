"""What comes next: the days on which ambitions fall due."""

from dataclasses import dataclass

from outturn.core.report.say.outlook import say_due
from outturn.records.assessments.urgent import due_days
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
        Coming(as_day(due.on), say_due(due.total, due.rated, due.off, entry_name(seen, first)), entry_href(seen, first))
        for due in due_days(seen.moment, framework, seen.day)
        for first in [seen.entry_at(due.first)]
    )
