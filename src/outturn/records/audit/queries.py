"""Reading the trail."""

from django.db.models import Max, QuerySet

from .models import Event


def stamp() -> int:
    """Grows with every change of state: pages drawn at one stamp stay right until the next."""
    return Event.objects.aggregate(last=Max("id"))["last"] or 0


def about(subject: str) -> QuerySet[Event]:
    return Event.objects.filter(subject=subject)
