"""What a page says before its figures: how they stand, what could not be assessed, and how old they are."""

from collections.abc import Iterable
from dataclasses import dataclass

from outturn.core.catalogue import Framework
from outturn.core.periods import PeriodKind
from outturn.core.report.say.age import Newest, age
from outturn.core.report.say.counts import topic_of
from outturn.core.report.say.faults import say_unassessed
from outturn.core.report.say.headline import Running, say_headline
from outturn.core.report.say.nothing import unknown
from outturn.records.assessments.overview import Overview
from outturn.records.assessments.queries import UNREADABLE
from outturn.records.catalogue.models import Entry
from outturn.web.components.line import Line, entry_name
from outturn.web.components.words import as_day
from outturn.web.seen import Seen


@dataclass(frozen=True)
class Facts:
    """`newest`: of each measure with a figure, or counted; `faulty`: names of the first that could not be assessed."""

    newest: Iterable[Newest]
    faulty: tuple[str, ...]
    n_faulty: int

    @staticmethod
    def of(overview: Overview, lines: Iterable[Line] = ()) -> "Facts":
        """`lines`: of a page. What is kept of them may be unreadable, and only reading it tells."""
        unreadable = tuple(line.name.text for line in lines if line.result.fault == UNREADABLE)
        return Facts(overview.newest, unreadable + overview.faulty, len(unreadable) + overview.n_faulty)

    @staticmethod
    def of_line(line: Line) -> "Facts":
        period, faulty = line.result.latest.period, (line.name.text,) if line.result.fault else ()
        return Facts([Newest(period, line.indicator.lag_months)] if period else [], faulty, len(faulty))


def notices(seen: Seen, framework: Framework, facts: Facts) -> tuple[str, ...]:
    """Sentences, without the empty ones."""
    old = age(facts.newest, seen.day, past=not seen.moment.latest, over=seen.over(framework.slug))
    return tuple(filter(None, (say_unassessed(facts.faulty, facts.n_faulty), old)))


def first_sentence(seen: Seen, framework: Framework, overview: Overview, first: Iterable[Entry]) -> str:
    """How it stands; on an earlier day of which nothing is known, that. `first`: of `urgent.find_first`."""
    noun, what = topic_of(framework.kind)
    if overview.total and seen.moment.on and not overview.known:
        return unknown(overview.total, noun, as_day(seen.moment.on))
    in_order = sorted(first, key=lambda row: row.place)
    return say_headline(overview.tally, [run(seen, row) for row in in_order], noun, what)


def run(seen: Seen, row: Entry) -> Running:
    kind, steps = row.kind, row.worsening  # type: ignore[attr-defined]  # annotated by the query
    return Running(entry_name(seen, seen.entry_at(row.place)), PeriodKind(kind) if kind else None, steps)
