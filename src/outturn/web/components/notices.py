"""What a page says before its figures: what could not be assessed, and how old they are."""

from collections.abc import Sequence

from outturn.core.catalogue import Framework
from outturn.core.report.say.age import Newest, age
from outturn.core.report.say.counts import topic_of
from outturn.core.report.say.faults import unassessed
from outturn.core.report.say.headline import headline_of
from outturn.core.report.say.nothing import unknown
from outturn.web.components.line import Line
from outturn.web.components.words import as_day
from outturn.web.seen import Seen


def notices(seen: Seen, lines: Sequence[Line]) -> tuple[str, ...]:
    """Sentences, without the empty ones."""
    return tuple(filter(None, (faults(lines), how_old(seen, lines))))


def faults(lines: Sequence[Line]) -> str:
    return unassessed([line.name.text for line in lines if line.result.fault])


def how_old(seen: Seen, lines: Sequence[Line]) -> str:
    indicators = seen.definitions.indicators
    newest = [
        Newest(line.result.latest.period, indicators[line.entry.indicator].lag_months)
        for line in lines
        if line.result.latest.period
    ]
    over = bool(lines) and all(seen.over(line.entry.framework) for line in lines)
    return age(newest, seen.day, past=not seen.moment.latest, over=over)


def first_sentence(seen: Seen, framework: Framework, lines: Sequence[Line]) -> str:
    """How it stands; on an earlier day of which nothing is known, that."""
    if lines and seen.moment.on and not known(lines):
        return unknown(len(lines), topic_of(framework.kind)[0], as_day(seen.moment.on))
    return headline_of(framework.kind, [(line.name.text, line.entry, line.result) for line in lines])


def known(lines: Sequence[Line]) -> bool:
    return any(line.result.latest.period for line in lines)
