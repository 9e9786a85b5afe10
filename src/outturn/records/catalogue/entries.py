"""The entries of a version as rows, so that pages can ask the database for them."""

from collections.abc import Iterator
from typing import Any

from outturn.core.catalogue import Catalogue, Framework

from .models import Due, Entry, Version


def keep_entries(version: Version, catalogue: Catalogue) -> None:
    """Inside the transaction that makes the version."""
    rows = [Entry(version=version, **fields) for fields in read_entries(catalogue)]
    Entry.objects.bulk_create(rows, batch_size=500)
    kept = dict(Entry.objects.filter(version=version).values_list("place", "id"))
    due = (Due(entry_id=kept[place], on=day) for place, days in read_due(catalogue) for day in days)
    Due.objects.bulk_create(due, batch_size=1000)


def read_entries(catalogue: Catalogue) -> Iterator[dict[str, Any]]:
    """The columns of every entry, in the order of `Catalogue.entries()`."""
    place = 0
    for framework in catalogue.frameworks.values():
        names = name_entries(framework, catalogue)
        order = order_names(names)
        sections = {section.slug: section.name for section in framework.sections}
        for number, entry in enumerate(framework.entries):
            said = (names[number], entry.wording, entry.number, entry.group, entry.sub_label)
            yield {
                "place": place,
                "framework": entry.framework,
                "section": entry.section,
                "indicator": entry.indicator,
                "area": entry.area,
                "workstream": entry.workstream,
                "name": names[number],
                "name_order": order[number],
                "words": " ".join((*said, sections.get(entry.section, entry.section))).lower(),
                "beside": entry.beside,
                "lag_months": catalogue.indicators[entry.indicator].lag_months,
            }
            place += 1


def name_entries(framework: Framework, catalogue: Catalogue) -> list[str]:
    return [catalogue.name(entry) for entry in framework.entries]


def order_names(names: list[str]) -> list[int]:
    """Which place each has among them. Databases order letters in ways of their own; here it is always the same way.

    Names that are the same share a place, so that what comes after in an order decides.
    """
    places = {name: place for place, name in enumerate(sorted({name.lower() for name in names}))}
    return [places[name.lower()] for name in names]


def read_due(catalogue: Catalogue) -> Iterator[tuple[int, list[Any]]]:
    """The place of each entry that has ambitions, with the days on which they fall due."""
    for place, entry in enumerate(catalogue.entries()):
        if entry.ambitions:
            yield place, sorted({ambition.by for ambition in entry.ambitions})
