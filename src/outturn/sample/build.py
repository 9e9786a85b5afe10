"""The sample system, built through the same actions as any other: two deliveries, two editions, one correction."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime
from zoneinfo import ZoneInfo

import yaml
from django.conf import settings
from django.core.management import call_command

from outturn.core.access import Actor
from outturn.core.commentary import Note, NoteKind
from outturn.records.assessments import actions as assessments
from outturn.records.catalogue import actions as catalogue
from outturn.records.commentary import actions as commentary
from outturn.records.findings import actions as findings
from outturn.records.observations import actions as observations
from outturn.records.observations import queries as known
from outturn.records.reports import actions as reports
from outturn.records.reports import copies
from outturn.records.reports import queries as editions
from outturn.sample import files

SAMPLE = Actor("sample", frozenset({"administrator"}))
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
    with step("Loading the definitions of Leicester, Leicestershire and Rutland"):
        load()
    for name, arrived, published in DELIVERIES:
        with step(f"Recording, assessing and checking the delivery of {arrived:%B %Y}"):
            deliver(name, at_nine(arrived))
        with step(f"Publishing the edition of {published:%B %Y} (web page, PDF, slides, workbook, CSV)"):
            publish(published)
    for edition in editions.editions(PACK):
        where = copies.write(settings.HOME / "papers", edition)
        say(f"  {edition.title}, edition {edition.name}: {where}")
    say("Start at the page Today; the packs are under Packs.")


DELIVERIES = (
    ("2024-12", date(2024, 12, 10), date(2024, 12, 12)),
    ("2025-01", date(2025, 1, 10), date(2025, 1, 14)),
)


def at_nine(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, tzinfo=LONDON)


def load() -> None:
    done = catalogue.load(
        files=files.definitions_in(files.shipped_definitions()), by=SAMPLE, at=at_nine(date(2024, 12, 2))
    )
    if done.problems:
        raise SampleIsBroken("\n".join(done.problems))


def deliver(name: str, at: datetime) -> None:
    """Records one delivery, dated as the sample's story has it; one that was recorded before is left alone."""
    delivered = files.delivery(name)
    if known.received(data for _, data in delivered):
        return
    receipt = observations.record(
        files=delivered, by=SAMPLE, accept=[observations.RESTATEMENT], note=f"Sample delivery {name}", at=at
    )
    if receipt.problems or receipt.questions:
        raise SampleIsBroken("\n".join([*receipt.problems, *(sentence for _, sentence in receipt.questions)]))
    commentary.write_all(notes=notes(name), by=SAMPLE, at=at)
    assessments.assess(by=SAMPLE)
    findings.check(by=SAMPLE)


def publish(day: date) -> None:
    reports.publish(pack=PACK, by=SAMPLE, as_known=day, at=at_nine(day))


def notes(delivery: str) -> list[Note]:
    """What the sample says with a delivery. `since`: not said before that one; `earlier`: how the first one put it."""
    rows = enumerate(yaml.safe_load(files.COMMENTARY.read_text(encoding="utf-8"))["notes"])
    first = delivery == DELIVERIES[0][0]
    return [
        note({**row, **(row.get("earlier", {}) if first else {})}, number)
        for number, row in rows
        if row.get("since", "") <= delivery
    ]


def note(row: dict, number: int) -> Note:
    return Note(
        ident=row.get("ident") or f"sample-{number:03d}",
        kind=NoteKind(row["kind"]),
        framework=row.get("framework", FRAMEWORK),
        section=row["section"],
        indicators=tuple(row.get("indicators", ())),
        title=row.get("title", ""),
        text=row.get("text", ""),
        position=number,
    )
