"""Recording: all or nothing, once, and two times for every value."""

from datetime import date
from io import BytesIO

import polars as pl
import pytest
from xlsxwriter import Workbook

from outturn.core.access import NotAllowed
from outturn.records.cycle import actions as cycle
from outturn.records.observations import actions, queries
from outturn.records.observations.known import as_known
from outturn.records.observations.models import Held, Observation, Release
from outturn.workbooks import book as workbooks

from ..conftest import ANALYST, READER, noon, plain

AE = "ae-4h-type1"


def values(release: int) -> dict[str, float]:
    known = as_known(release, {AE}).filter(pl.col("role") == "actual")
    return {f"{row['end']:%b}": row["value"] for row in known.iter_rows(named=True)}


def test_a_delivery_is_one_release(record):
    receipt = record((AE, "Sep-24", "56.1%", "57.3%"), (AE, "Oct-24", "56.7%", "56.3%"))
    assert (receipt.release, receipt.n_new) == (1, 4)
    assert values(1) == {"Sep": 56.1, "Oct": 56.7}


def test_the_same_file_again_makes_no_release(record):
    record((AE, "Sep-24", "56.1%", "57.3%"))
    again = record((AE, "Sep-24", "56.1%", "57.3%"))
    assert (again.release, again.problems, again.questions) == (None, (), ())
    assert again.n_equal == 2
    assert Release.objects.count() == 1


def test_a_then_b_then_a_ends_at_a(record):
    for value in ("56.1%", "56.4%", "56.1%"):
        record((AE, "Sep-24", value, ""), accept=("restatement",))
    assert [values(release)["Sep"] for release in (1, 2, 3)] == [56.1, 56.4, 56.1]


def test_a_restatement_waits_for_an_answer(record):
    record((AE, "Sep-24", "56.1%", ""))
    asked = record((AE, "Sep-24", "55.0%", ""))
    assert asked.release is None
    (question,) = asked.questions
    assert question.code == "restatement:ae-4h-type1:delivery.csv"
    assert question.sentence == (
        "delivery.csv: Row 2, column 'value': A&E four-hour waits (Type 1) of LLR ICB, actual for Sep 2024, is "
        "known as 56.1% and the file says 55.0%. Are the new figures right?"
    )
    assert values(1) == {"Sep": 56.1}


def test_what_was_known_stays_known(record):
    record((AE, "Sep-24", "56.1%", ""), at=noon(date(2024, 11, 1)))
    record((AE, "Sep-24", "55.0%", ""), accept=("restatement",), at=noon(date(2024, 12, 1)))
    before, after = queries.moment(date(2024, 11, 15)), queries.moment(date(2024, 12, 1))
    assert (before.release, after.release) == (1, 2)
    assert values(before.release) == {"Sep": 56.1}
    assert as_known(2, {AE})["was"].to_list() == [56.1]


def test_a_release_may_not_be_dated_before_the_last(record):
    record((AE, "Sep-24", "56.1%", ""), at=noon(date(2024, 12, 1)))
    with pytest.raises(ValueError, match="before 1 Dec 2024 12:00, when ada made release 1"):
        record((AE, "Oct-24", "56.7%", ""), at=noon(date(2024, 11, 1)))


def test_all_problems_are_said_and_nothing_is_recorded(record):
    receipt = record((AE, "2025-13", "56.1%", ""), ("no-such-measure", "Oct-24", "1", ""), (AE, "Oct-24", "1_000", ""))
    assert len(receipt.problems) == 3
    assert not Observation.objects.exists()


def test_a_value_that_may_be_a_fraction_waits(record):
    assert [each.kind for each in record((AE, "Oct-24", "0.567", "")).questions] == ["percent-scale"]
    assert not Observation.objects.exists()


def test_a_held_delivery_is_kept_whole(record):
    receipt = record((AE, "Oct-24", "0.567", ""), hold=True)
    held = Held.objects.get(id=receipt.held)
    assert bytes(held.files.get().data) == plain((AE, "Oct-24", "0.567", ""))


def test_two_files_that_disagree_are_a_problem(loaded):
    files = [("a.csv", plain((AE, "Oct-24", "56.7%", ""))), ("b.csv", plain((AE, "Oct-24", "56.8%", "")))]
    receipt = actions.record(files=files, by=ANALYST)
    assert receipt.problems == (
        "a.csv, row 2, says '56.7%', and b.csv, row 2, says '56.8%', for the same actual of ae-4h-type1 for llr-icb "
        "to 31 Oct 2024. Correct or delete one of them.",
    )


def book(*sheets: tuple[str, str]) -> bytes:
    """A workbook of sheets in the plain layout, each with one figure."""
    made = BytesIO()
    with Workbook(made) as file:
        for name, figure in sheets:
            sheet = file.add_worksheet(name)
            sheet.write_row(0, 0, ["indicator", "area", "period", "value", "plan"])
            sheet.write_row(1, 0, [AE, "llr-icb", "Oct 2024", figure, ""])
    return made.getvalue()


def test_two_sheets_that_disagree_are_a_problem(loaded):
    """The second was dropped without a word."""
    files = [("a.xlsx", book(("North", "56.7%"), ("South", "56.8%")))]
    receipt = actions.record(files=files, by=ANALYST, answers={"several-sheets": "all"})
    assert receipt.problems[0].startswith(
        "a.xlsx, sheet 'North', row 2, says '56.7%', and a.xlsx, sheet 'South', row 2, says '56.8%', for the same"
    )


def test_two_sheets_that_agree_are_recorded_once_and_that_is_said(loaded):
    files = [("a.xlsx", book(("North", "56.7%"), ("South", "56.7%")))]
    receipt = actions.record(files=files, by=ANALYST, answers={"several-sheets": "all"})
    assert (receipt.release, receipt.n_new) == (1, 1)
    assert "1 figure stands in more than one file or sheet, and is recorded once." in receipt.notes


def test_a_workbook_is_opened_once(loaded, monkeypatch):
    """Choosing its layout, finding its sheets and reading them is one process."""
    opened: list[int] = []
    ask_child = workbooks.ask_child
    monkeypatch.setattr(workbooks, "ask_child", lambda data: opened.append(len(data)) or ask_child(data))
    data = book(("North", "56.7%"), ("Notes", "56.7%"))
    receipt = cycle.bring_in(files=[("a.xlsx", data)], by=ANALYST, answers={"several-sheets": "all"})
    assert (receipt.release, opened) == (1, [len(data)])


def test_two_files_that_give_other_words_are_a_problem(loaded):
    files = [("a.csv", plain((AE, "Oct-24", "", "Reduce"))), ("b.csv", plain((AE, "Oct-24", "", "Increase")))]
    assert len(actions.record(files=files, by=ANALYST).problems) == 1


def test_two_files_of_one_name_are_a_problem(loaded):
    files = [("a.csv", plain((AE, "Oct-24", "56.7%", ""))), ("a.csv", plain((AE, "Sep-24", "56.1%", "")))]
    receipt = actions.record(files=files, by=ANALYST)
    assert receipt.problems == ("2 files are called 'a.csv'. Rename them apart.",)
    assert receipt.wrong.count == 1


def test_a_reader_may_not_record(loaded):
    with pytest.raises(NotAllowed, match="record data"):
        actions.record(files=[("a.csv", plain())], by=READER)


def test_values_as_known_take_one_query(record, django_assert_num_queries):
    record((AE, "Sep-24", "56.1%", "57.3%"), (AE, "Oct-24", "56.7%", "56.3%"))
    with django_assert_num_queries(1):
        as_known(1)


def test_what_is_said_of_an_answer_names_the_sheet(loaded):
    files = [("a.xlsx", book(("North", "56.7%"), ("South", "0.567")))]
    given = {"several-sheets": "sheet-2", "percent-scale": "fraction"}
    assert actions.record(files=files, by=ANALYST, answers=given).notes[-1] == (
        "a.xlsx: asked about whether 0.567 is 56.7% or 0.567% (1 figure, sheet 'South', column 'value', row 2 "
        "(ae-4h-type1)); answered: read as fraction."
    )
