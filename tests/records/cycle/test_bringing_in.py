"""Bringing in is one verb: what is brought in takes force with its assessment and its checks, or not at all."""

import re
from datetime import date

import pytest
from django.db import OperationalError
from django.test import Client

from outturn.core.commentary import Note, NoteKind
from outturn.records.assessments import queries as assessments
from outturn.records.assessments.models import Assessment
from outturn.records.assessments.stale import stale
from outturn.records.audit.models import Event
from outturn.records.catalogue.folders import collect_definitions
from outturn.records.catalogue.models import Version
from outturn.records.commentary.models import Text
from outturn.records.cycle import actions
from outturn.records.findings import queries as findings
from outturn.records.observations import held
from outturn.records.observations import queries as observations
from outturn.records.observations.models import Observation, Release
from outturn.records.sequence.models import Act
from outturn.sample.files import find_shipped_definitions

from ..conftest import ANALYST, noon, plain

AE, CAT2 = "ae-4h-type1", "cat2-response"
KEPT = (Act, Release, Observation, Version, Text, Assessment, Event)
PACK = "packs/llr-performance-report.yaml"
NOTE = Note("a", NoteKind.RISK, "nhs-priorities-2024-25", "urgent-and-emergency-care", (AE,), "Beds", "Too few.")


def definitions(title: str) -> dict[str, bytes]:
    """The shipped ones, in which one word of a pack is another."""
    files = collect_definitions(find_shipped_definitions())
    return files | {PACK: files[PACK].replace(b"title: Executive summary", f"title: {title}".encode())}


def record(value: str) -> None:
    actions.bring_in(files=[("a.csv", plain((AE, "Oct-24", value, "")))], by=ANALYST)


BROUGHT = {
    "figures": lambda: record("56.7%"),
    "definitions": lambda: actions.load(files=definitions("In short"), by=ANALYST),
    "words": lambda: actions.write(note=NOTE, by=ANALYST, expected=0),
}


def kept() -> list[int]:
    return [model.objects.count() for model in KEPT]


@pytest.mark.parametrize("step", ["assess", "check"])
@pytest.mark.parametrize("what", BROUGHT)
def test_what_cannot_be_assessed_or_checked_is_not_kept_and_that_is_said(loaded, monkeypatch, what, step):
    def broken(**words):
        raise KeyError("median")

    monkeypatch.setattr(actions, step, broken)
    before = kept()
    with pytest.raises(actions.NotAssessed, match=r"^Nothing was kept: assessing it failed \(KeyError: 'median'\)"):
        BROUGHT[what]()
    assert kept() == before


def test_a_database_that_fails_is_said_by_whoever_called(loaded, monkeypatch):
    def gone(**words):
        raise OperationalError("database is locked")

    monkeypatch.setattr(actions, "assess", gone)
    with pytest.raises(OperationalError):
        BROUGHT["figures"]()
    assert not Release.objects.exists()


def test_a_delivery_that_cannot_be_assessed_still_waits(loaded, monkeypatch):
    asked = actions.bring_in(files=[("a.csv", plain((AE, "Oct-24", "0.567", "")))], by=ANALYST, hold=True)
    answers = {question.code: question.choices[0].code for question in asked.questions}
    with monkeypatch.context() as patch, pytest.raises(actions.NotAssessed):
        patch.setattr(actions, "assess", lambda **words: 1 / 0)
        actions.settle(held=asked.held, answers=answers, by=ANALYST)
    assert [each.id for each in held.select_waiting(ANALYST)] == [asked.held]
    assert actions.settle(held=asked.held, answers=answers, by=ANALYST).release == 1


@pytest.mark.parametrize("what", BROUGHT)
def test_it_takes_force_by_one_number(loaded, what):
    before = observations.moment().number
    BROUGHT[what]()
    now = observations.moment()
    assert now.number == before + 1
    assert not stale(now)
    assert {each.by for each in Act.objects.all()} == {"ada"}


def test_the_checks_have_run_on_what_was_written(loaded):
    text = "It was {{ no-such-measure.latest }}."
    actions.write(note=Note(**{**NOTE.__dict__, "text": text}), by=ANALYST, expected=0)
    said = [row.sentence for row in findings.open_findings(observations.moment()) if row.severity == "blocking"]
    assert ["no-such-measure" in sentence for sentence in said] == [True]
    actions.write(note=NOTE, by=ANALYST, expected=1)
    assert not [row for row in findings.open_findings(observations.moment()) if row.severity == "blocking"]


def test_definitions_in_which_a_word_of_a_pack_changed_leave_every_rating_as_it_was(loaded):
    record("56.7%")
    before = [(one.key, one.rating, one.latest) for one in assessments.results(observations.moment())]
    actions.load(files=definitions("In short"), by=ANALYST)
    assert Version.objects.count() == 2
    assert [(one.key, one.rating, one.latest) for one in assessments.results(observations.moment())] == before


def test_after_a_small_release_only_its_measures_have_a_new_figure(loaded):
    both = plain((AE, "Sep-24", "56.1%", ""), (CAT2, "Sep-24", "00:40:23", ""))
    actions.bring_in(files=[("a.csv", both)], by=ANALYST, at=noon(date(2024, 11, 1)))
    record("56.7%")
    new = [one.indicator for one in assessments.results(observations.moment()) if one.latest.updated]
    assert set(new) == {AE}
    assert re.search(r"1 of \d+ measures has a new figure", Client().get("/").content.decode())
