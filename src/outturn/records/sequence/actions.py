"""Taking the next number."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from outturn.core.access import Actor
from outturn.records.faults import Stopped

from .models import Act, Counter

SKEW = timedelta(minutes=1)
"""Clocks of machines that share a database agree to within this; a longer step back is a clock set wrong."""


class TooEarly(Stopped, ValueError):
    """The act would be dated before one that was made known already. The text says both dates and what to do."""


def lock() -> Counter:
    """Waits until those before have committed: acts go one at a time. Inside the transaction of the act."""
    assert transaction.get_connection().in_atomic_block, "an act is one transaction"
    Counter.objects.get_or_create(id=1)
    return Counter.objects.select_for_update().get(id=1)


def take(*, by: Actor, verb: str, at: datetime | None = None) -> Act:
    """The next number, dated `at` (now, when none is given). Raises TooEarly."""
    counter = lock()
    last = Act.objects.filter(number=counter.last).first()
    counter.last += 1
    counter.save()
    return Act.objects.create(number=counter.last, at=_date(at, last), by=by.name, verb=verb)


def check_clock() -> None:
    """Raises TooEarly when the clock of this machine stands before the last act: what it dates now would be wrong."""
    _date(None, Act.objects.order_by("-number").first())


def _date(at: datetime | None, last: Act | None) -> datetime:
    when = at or timezone.now()
    if last is None or when >= last.at:
        return when
    if at is None and last.at - when <= SKEW:
        return last.at
    known = f"{_words(last.at)}, when {last.by or 'somebody'} {last.verb}"
    if at is None:
        raise TooEarly(
            f"The clock of this machine says {_words(when)}, and the last change is of {known}. "
            "Nothing was changed. Correct the clock, then do it again."
        )
    raise TooEarly(f"This would be dated {_words(when)}, before {known}. Use a later date, or none.")


def _words(when: datetime) -> str:
    return f"{timezone.localtime(when):%-d %b %Y %H:%M}"
