"""Dates in words. Figures of indicators go through `core.units.show`, never through here."""

from datetime import date, datetime

from django.utils import timezone

from outturn.core.units import Unit, show


def as_day(day: date | datetime | None) -> str:
    """`14 Jan 2025`, in the clock of the site."""
    if isinstance(day, datetime):
        day = timezone.localtime(day).date()
    return show(float(day.toordinal()), Unit.DATE) if day else ""


def iso_day(at: datetime) -> str:
    """`2025-01-14`, for addresses."""
    return timezone.localtime(at).date().isoformat()


def as_moment(at: datetime) -> str:
    """`14 Jan 2025 at 09:30`."""
    return f"{as_day(at)} at {timezone.localtime(at):%H:%M}"
