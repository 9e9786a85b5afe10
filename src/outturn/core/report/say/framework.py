"""How a framework on one page stands: the sentence over it, and the total of a section."""

from datetime import date

from outturn.core.catalogue import FrameworkKind
from outturn.core.report.say.counts import off_plan, topic_of
from outturn.core.report.say.nothing import NO_EARLIER_EDITION
from outturn.core.report.say.tally import Tally


def say_standing(kind: FrameworkKind, count: Tally, changed: int, before: date | None) -> str:
    """`20 of 59 figures are off target; 44 changed since the edition of 15 February 2019.`

    `before`: the day of the edition that the figures are compared with; None where there is none.
    """
    words = off_plan(count, *topic_of(kind))
    if not count.rated:
        return f"{words}."
    if not before:
        return f"{words}. {NO_EARLIER_EDITION}"
    return f"{words}; {f'{changed:,}' if changed else 'none'} changed since the edition of {before.day} {before:%B %Y}."


def say_total(count: Tally) -> str:
    """`3 of 8 on target`: of those that are rated."""
    return f"{count.rated - count.off:,} of {count.rated:,} on target"
