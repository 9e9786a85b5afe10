"""What an edition prints was known at its number, whatever happened while it was made and whatever came after it."""

import json
import os
import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from random import Random

import pytest
from django.db import transaction

from outturn.core.report.document import to_json
from outturn.records.reports import actions, rebuilding
from outturn.records.reports.models import Edition

from ..schedules import GONE, MEASURES, PACK, Office

SCHEDULES = int(os.environ.get("OUTTURN_SCHEDULES", "24"))
"""How many histories are tried; before a release, 200 of them."""


@pytest.fixture(autouse=True)
def nothing_drawn(monkeypatch) -> None:
    """How an edition looks has tests of its own: here its Document is what matters."""
    monkeypatch.setattr(actions, "draw", lambda document, progress: {"document.json": to_json(document)})


@pytest.mark.parametrize("seed", range(SCHEDULES))
def test_every_edition_is_made_again_from_its_number(db, seed):
    office = Office(Random(seed))
    office.live()
    for edition in Edition.objects.select_related("before"):
        made = rebuilding.rebuild(PACK, edition.name)
        assert made.same, edition
        told = json.loads(to_json(made.document))
        known = figures(office, edition.number)
        assert printed(told, "actual") == {
            (*cell, known.get(tuple(cell), "n/a")) for *cell, _ in printed(told, "actual")
        }
        newest = [max(cell for cell in known if cell[0] == slug and known[cell] != GONE) for slug in MEASURES]
        assert printed(told, "actual") >= {(*cell, known[cell]) for cell in newest}
        assert {text for _, _, text in printed(told, "plan")} == {office.most_at(edition.number)}
        assert marks(told) == office.said_at(edition.number)
        if edition.before:
            assert restated(told) == changed(office, edition.before.number, edition.number)


def test_the_histories_are_of_every_kind(db):
    """That nothing was tried would be no proof."""
    offices = []
    for seed in range(10):
        with transaction.atomic():
            office = Office(Random(seed))
            office.live()
            offices.append((office, Edition.objects.count(), Edition.objects.exclude(before=None).count()))
            transaction.set_rollback(True)
    assert sum(editions for _, editions, _ in offices) > 30
    assert sum(compared for _, _, compared in offices) > 5
    assert sum(office.refused for office, _, _ in offices) > 5
    assert sum(office.interrupted for office, _, _ in offices) > 20


def things(told: object) -> Iterator[dict]:
    """Every object of a document, at whatever depth."""
    if isinstance(told, dict):
        yield told
    for part in told.values() if isinstance(told, dict) else told if isinstance(told, list) else ():
        yield from things(part)


def printed(told: dict, role: str) -> set[tuple[str, str, str]]:
    """(measure, end of month, figure) of every figure of a role that the document holds."""
    keys = ((thing["key"].split("/"), thing["text"]) for thing in things(told) if "/" in thing.get("key", ""))
    return {(key[0], key[3].removeprefix("month:"), text) for key, text in keys if key[2] == role}


def figures(office: Office, number: int) -> dict[tuple[str, str], str]:
    return {(slug, last_day(month)): said for (slug, month), said in office.known_at(number).items()}


def last_day(month: date) -> str:
    return month.replace(day=monthrange(month.year, month.month)[1]).isoformat()


def marks(told: dict) -> set[str]:
    return set(re.findall(r"mark-\d+-\.", json.dumps(told)))


def restated(told: dict) -> set[tuple[str, str, str]]:
    """(month, was, is) of the table of what was restated."""
    tables = (thing for thing in things(told) if thing.get("anchor") == "restated")
    return {tuple(cell["text"] for cell in row["cells"][1:]) for table in tables for row in table["rows"]}


def changed(office: Office, before: int, number: int) -> set[tuple[str, str, str]]:
    was, now = office.known_at(before), office.known_at(number)
    return {(f"{key[1]:%b %Y}", said, now[key]) for key, said in was.items() if said not in (GONE, now[key])}
