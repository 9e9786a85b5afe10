"""Publishing: an edition is frozen, says what it rests on, and the same content is the same edition."""

import json
from datetime import date
from hashlib import sha256

import pytest

from outturn.core.commentary import Note, NoteKind
from outturn.records.cycle import actions as cycle
from outturn.records.findings import actions as findings
from outturn.records.findings import queries as found
from outturn.records.observations import queries as observations
from outturn.records.reports import actions, copies, queries, refusals

from ..conftest import ANALYST, noon

FRAMEWORK = "nhs-priorities-2024-25"
PACK, AE = "llr-performance-report", "ae-4h-type1"


@pytest.fixture
def month(record):
    """Records A&E for one month and assesses it: (period, value, day it became known)."""

    def recording(period: str, value: str, known: date, accept: tuple[str, ...] = ()) -> None:
        record((AE, period, value, "57.0%"), at=noon(known), accept=accept)

    return recording


def publish(day: date) -> actions.Published:
    return actions.publish(pack=PACK, by=ANALYST, as_known=day, at=noon(day))


def test_an_edition_keeps_its_files_and_their_hashes(month, tmp_path):
    month("Oct-24", "56.7%", date(2024, 12, 2))
    edition = publish(date(2024, 12, 12)).edition
    where = copies.write(tmp_path, edition)
    manifest = json.loads((where / "MANIFEST.json").read_text())
    assert where == tmp_path / PACK / "2024-12-12"
    assert set(manifest["files"]) == {
        *("report.html", "report.pdf", "report.pptx", "report.xlsx", "figures.csv", "document.json"),
    }
    for name, said in manifest["files"].items():
        assert sha256((where / name).read_bytes()).hexdigest() == said["sha256"]
    assert (manifest["as_known"], manifest["release"]) == ("2024-12-12", 1)
    assert sha256((where / "document.json").read_bytes()).hexdigest() == manifest["document_sha256"]


def test_the_same_content_is_the_same_edition(month):
    month("Oct-24", "56.7%", date(2024, 12, 2))
    first, again = publish(date(2024, 12, 12)), publish(date(2024, 12, 12))
    assert (first.created, again.created) == (True, False)
    assert again.edition == first.edition
    assert len(queries.editions(PACK)) == 1


def test_a_later_release_does_not_change_what_was_known(month):
    month("Oct-24", "56.7%", date(2024, 12, 2))
    before = publish(date(2024, 12, 12)).edition
    month("Nov-24", "57.9%", date(2025, 1, 10))
    assert not publish(date(2024, 12, 12)).created
    after = publish(date(2025, 1, 14)).edition
    assert before.document_sha256 != after.document_sha256


def test_changed_words_on_the_same_day_make_a_second_edition(month):
    month("Oct-24", "56.7%", date(2024, 12, 2))
    publish(date(2024, 12, 12))
    note = Note("a", NoteKind.HIGHLIGHT, FRAMEWORK, "urgent-and-emergency-care", (AE,), "Better", "Now.")
    cycle.write(note=note, by=ANALYST, expected=0, at=noon(date(2024, 12, 12)))
    assert publish(date(2024, 12, 12)).edition.name == "2024-12-12-2"


def test_an_open_blocking_finding_stops_it_until_somebody_settles_it(month):
    month("Oct-24", "56.7%", date(2024, 12, 2))
    text = "It was {{ no-such-measure.latest }}."
    note = Note("a", NoteKind.HIGHLIGHT, FRAMEWORK, "urgent-and-emergency-care", (AE,), "A text", text)
    cycle.write(note=note, by=ANALYST, expected=0, at=noon(date(2024, 12, 3)))
    with pytest.raises(refusals.CannotPublish, match="no-such-measure"):
        publish(date(2024, 12, 12))
    blocking = [row for row in found.open_findings(observations.moment()) if row.severity == "blocking"]
    findings.accept(finding=blocking[0].id, because="The measure starts in April.", by=ANALYST)
    assert publish(date(2024, 12, 12)).created


def test_a_text_without_a_place_is_said_by_the_act_and_kept_with_the_edition(month):
    month("Oct-24", "56.7%", date(2024, 12, 2))
    section = "urgent-and-emergency-care"
    placed = Note("a", NoteKind.RISK, FRAMEWORK, section, (AE,), "Full", "Now.")
    lost = Note("b", NoteKind.RISK, FRAMEWORK, section, (AE,), "Elsewhere", "Now.", area="uhl")
    for note in (placed, lost):
        cycle.write(note=note, by=ANALYST, expected=0, at=noon(date(2024, 12, 3)))
    done = publish(date(2024, 12, 12))
    (sentence,) = done.unplaced
    assert sentence.startswith("Not printed: 'Elsewhere'. NHS priorities 2024/25 does not hold A&E four-hour waits")
    assert done.edition.unplaced == done.unplaced == publish(date(2024, 12, 12)).unplaced


def test_what_is_missing_is_said(loaded):
    with pytest.raises(refusals.CannotPublish, match="Nothing was known by 12 September 2024"):
        publish(date(2024, 9, 12))
    with pytest.raises(refusals.CannotPublish, match="No figures were known on 12 December 2024"):
        publish(date(2024, 12, 12))
    with pytest.raises(refusals.CannotPublish, match="There is no pack 'no-such-pack'"):
        actions.publish(pack="no-such-pack", by=ANALYST, as_known=date(2024, 12, 12))
