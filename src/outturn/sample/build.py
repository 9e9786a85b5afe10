"""The sample system, built through the same actions as any other: for each of two papers two deliveries, two editions,
and a correction in the second."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

import yaml
from django.conf import settings
from django.core.management import call_command

from outturn.core.access import Actor
from outturn.core.commentary import Note, NoteKind
from outturn.core.sense.restatements import REPLACE, RESTATEMENT
from outturn.records.catalogue.folders import collect_definitions
from outturn.records.cycle import actions as cycle
from outturn.records.observations import queries as known
from outturn.records.reports import actions as reports
from outturn.records.reports import copies
from outturn.records.reports import queries as editions
from outturn.sample import earlier, files

SAMPLE = Actor.with_roles("sample", "administrator")
PACK = "llr-performance-report"
FRAMEWORK = "nhs-priorities-2024-25"
LONDON = ZoneInfo("Europe/London")

Step = Callable[[str], AbstractContextManager[None]]


class SampleIsBroken(Exception):
    """The sample does not load: a defect of Outturn. The text lists what was refused."""


def everything(step: Step, say: Callable[[str], None]) -> None:
    """Makes what is not there yet; a second run finds everything in place."""
    with step("Preparing the database"):
        call_command("migrate", verbosity=0)
    for delivery in DELIVERIES:
        with step(f"Recording, assessing and checking the delivery of {delivery.arrived:%B %Y}"):
            deliver(delivery)
        with step(f"Publishing {delivery.pack}, {delivery.published:%B %Y} (web page, PDF, slides, workbook, CSV)"):
            publish_sample(delivery)
    for edition in editions.editions():
        where = copies.write(settings.HOME / "papers", edition)
        say(f"  {edition.title}, edition {edition.name}: {where}")
    say("Start at the page Today; the packs are under Packs.")


@dataclass(frozen=True)
class Delivery:
    """`defined`: the day the definitions it is read by were loaded."""

    name: str
    pack: str
    arrived: date
    published: date
    defined: date
    note: str = ""


OUTCOMES = "better-care-together-outcomes"
RESTATED = "Readmissions of November 2018: spells that were coded late are now counted."
DELIVERIES = (
    Delivery("2019-02", OUTCOMES, date(2019, 2, 12), date(2019, 2, 15), date(2019, 2, 1)),
    Delivery("2019-05", OUTCOMES, date(2019, 5, 14), date(2019, 5, 17), date(2019, 5, 1), RESTATED),
    Delivery("2024-12", PACK, date(2024, 12, 10), date(2024, 12, 12), date(2024, 12, 2)),
    Delivery("2025-01", PACK, date(2025, 1, 10), date(2025, 1, 14), date(2024, 12, 2)),
)
"""In the order they came: a release may not be dated before the last one."""


def at_nine(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, tzinfo=LONDON)


def load_sample(on: date, definitions: dict[str, bytes]) -> None:
    done = cycle.load(files=definitions, by=SAMPLE, at=at_nine(on))
    if done.problems:
        raise SampleIsBroken("\n".join(done.problems))


def definitions_for(delivery: Delivery) -> dict[str, bytes]:
    """The shipped definitions; before the first delivery, those with the framework as it stood an edition earlier."""
    shipped = collect_definitions(files.find_shipped_definitions())
    return earlier.definitions(shipped, files.EARLIER.read_bytes()) if delivery is DELIVERIES[0] else shipped


def deliver(delivery: Delivery) -> None:
    """Records one delivery, dated as the sample's story has it; one that was recorded before is left alone."""
    delivered = files.delivery(delivery.name)
    if known.were_received(data for _, data in delivered):
        return
    moment = at_nine(delivery.arrived)
    load_sample(delivery.defined, definitions_for(delivery))
    receipt = cycle.bring_in(
        files=delivered,
        by=SAMPLE,
        answers={RESTATEMENT: REPLACE},
        note=delivery.note or f"Sample delivery {delivery.name}",
        at=moment,
    )
    if receipt.problems or receipt.questions:
        raise SampleIsBroken("\n".join([*receipt.problems, *(each.sentence for each in receipt.questions)]))
    if delivery.pack == PACK:
        cycle.write_all(notes=notes_of_delivery(delivery.name), by=SAMPLE, at=moment)


def publish_sample(delivery: Delivery) -> None:
    day = delivery.published
    reports.publish(pack=delivery.pack, by=SAMPLE, as_known=day, at=at_nine(day))


def notes_of_delivery(delivery: str) -> list[Note]:
    """What the sample says with a delivery. `since`: not said before that one; `earlier`: how the first one put it."""
    rows = enumerate(yaml.safe_load(files.COMMENTARY.read_text(encoding="utf-8"))["notes"])
    first = delivery == next(each.name for each in DELIVERIES if each.pack == PACK)
    return [
        make_note({**row, **(row.get("earlier", {}) if first else {})}, number)
        for number, row in rows
        if row.get("since", "") <= delivery
    ]


def make_note(row: dict, number: int) -> Note:
    return Note(
        ident=row.get("ident") or f"sample-{number:03d}",
        kind=NoteKind(row["kind"]),
        framework=row.get("framework", FRAMEWORK),
        section=row["section"],
        indicators=tuple(row.get("indicators", ())),
        title=row.get("title", ""),
        text=row.get("text", ""),
        position=number,
        area=row.get("area", ""),
    )
