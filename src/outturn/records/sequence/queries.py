"""Which numbers there are."""

from datetime import date, datetime, time

from django.utils import timezone

from .models import Act


def end_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.max))


def last(day: date | None = None) -> int:
    """The last number that was taken, up to the end of a day when one is given; 0 when there was none."""
    acts = Act.objects.all() if day is None else Act.objects.filter(at__lte=end_of(day))
    return acts.order_by("-number").values_list("number", flat=True).first() or 0


def day_of(number: int) -> date | None:
    """The day on which this number was taken."""
    moment = Act.objects.filter(number=number).values_list("at", flat=True).first()
    return timezone.localdate(moment) if moment else None
