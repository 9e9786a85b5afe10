"""What is too long or cannot be kept is a sentence on both databases, before anything is written."""

import pytest

from outturn.core import limits
from outturn.core.commentary import Note, NoteKind
from outturn.records.commentary.actions import write
from outturn.records.commentary.models import Text
from outturn.records.findings.models import Finding
from outturn.records.observations import withdrawals
from outturn.records.observations.models import Observation, Release

from .conftest import ANALYST


def note(**more: str) -> Note:
    said = {"title": "Staff", "text": ""} | more
    return Note("a-text", NoteKind.RISK, "nhs-priorities-2024-25", "a", ("ae-4h-type1",), **said, position=1, version=0)


@pytest.mark.parametrize("said", [{"title": "x" * 300}, {"text": "x" * 4000}, {"text": "é" * 4000}])
def test_a_text_up_to_its_limit_is_kept(loaded, said):
    write(note=note(**said), by=ANALYST, expected=0)
    assert Text.objects.count() == 1


@pytest.mark.parametrize("said", [{"title": "x" * 301}, {"text": "x" * 4001}, {"title": "a\0b"}, {"text": "a\0b"}])
def test_a_text_beyond_it_is_a_sentence(loaded, said):
    with pytest.raises(limits.Unfit):
        write(note=note(**said), by=ANALYST, expected=0)
    assert not Text.objects.exists()


def test_a_file_name_and_a_note_have_their_limits(record):
    row = ("ae-4h-type1", "Nov-24", "57%", "")
    assert record(row, name="n" * 201).problems == (
        "n" * 60 + ": Shorten the file name to at most 200 characters; it has 201.",
    )
    assert record(row, note="n" * 301).problems == ("Shorten the note to at most 300 characters; it has 301.",)
    assert record(row, name="n" * 200, note="n" * 300).release == 1


def test_the_reason_of_a_withdrawal_has_its_limit(record):
    record(("ae-4h-type1", "Nov-24", "57%", ""))
    for because in ("x" * 301, "a\0b"):
        with pytest.raises(withdrawals.CannotWithdraw):
            withdrawals.withdraw(release=1, because=because, by=ANALYST)
    assert Release.objects.count() == 1


def test_a_cell_that_is_too_long_is_named_by_file_and_row(record):
    long = "57" + " " * 600 + "%"
    receipt = record(("ae-4h-type1", "Nov-24", long, ""))
    assert receipt.problems, "read as a figure, with all its blanks"
    assert not Observation.objects.exists()


def test_a_place_of_any_length_is_kept_with_a_finding(loaded):
    Finding.objects.create(fingerprint="f", rule="r", place="x" * 1000, sentence="x" * 5000)
    assert Finding.objects.filter(fingerprint="f").exists()


def test_a_long_cell_is_found_in_what_was_read():
    import polars as pl

    from outturn.records.observations.deliveries import find_too_long

    columns = {
        "file": ["a.csv"] * 3,
        "row": [2, 3, 4],
        "printed": ["x" * 500, "x" * 501, None],
        "text": [None, None, "y" * 700],
    }
    assert find_too_long(pl.DataFrame(columns)) == [
        "a.csv row 3: a cell has 501 characters, and 500 can be kept. Shorten it, or leave it out.",
        "a.csv row 4: a cell has 700 characters, and 500 can be kept. Shorten it, or leave it out.",
    ]
