"""Keeping areas in step with the definitions. An area is never removed: values point at it."""

from collections.abc import Iterable

from outturn.core import catalogue

from .models import Area


def keep(areas: Iterable[catalogue.Area]) -> None:
    """Adds and updates; parents after children may come in any order. Called inside the loading transaction."""
    areas = list(areas)
    for area in areas:
        fields = {name: getattr(area, name) for name in ("name", "kind", "ons", "ods", "valid_from", "valid_to")}
        Area.objects.update_or_create(slug=area.slug, defaults=fields)
    ids = dict(Area.objects.values_list("slug", "id"))
    for area in areas:
        Area.objects.filter(slug=area.slug).update(parent_id=ids.get(area.parent))
