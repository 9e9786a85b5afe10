"""A release is taken back: what was known before it is known again, and nothing of the history is lost."""

from datetime import date

import polars as pl
import pytest

from outturn.core.access import NotAllowed
from outturn.core.report.document import Page, Table
from outturn.core.report.parts import changes
from outturn.records.assessments import queries as assessments
from outturn.records.cycle import actions as cycle
from outturn.records.observations import queries
from outturn.records.observations.known import as_known
from outturn.records.observations.models import Observation, Release
from outturn.records.observations.withdrawals import CannotWithdraw, reversal, withdraw
from outturn.records.reports import actions as reports
from outturn.records.reports import papers
from outturn.records.reports.models import Edition

from ..conftest import ANALYST, READER, noon, plain

AE, PACK = "ae-4h-type1", "llr-performance-report"


def known(release: int | None = None) -> dict[str, float]:
    frame = as_known(release or queries.moment().release, {AE}).filter(pl.col("role") == "actual")
    return {f"{row['end']:%b}": row["value"] for row in frame.iter_rows(named=True)}


def back(release: int, because: str = "It was last year's file."):
    return withdraw(release=release, because=because, by=ANALYST)


@pytest.fixture
def two(record) -> None:
    """September and October; then September restated, and November."""
    record((AE, "Sep-24", "56.1%", ""), (AE, "Oct-24", "56.7%", ""))
    record((AE, "Sep-24", "55.0%", ""), (AE, "Nov-24", "57.0%", ""), accept=("restatement",))


def test_what_was_known_before_is_known_again_and_the_rest_is_no_longer_known(two):
    done = back(2)
    assert (done.release, done.n_returned, done.n_gone, done.n_overtaken) == (3, 1, 1, 0)
    assert done.sentence == "1 figure returns to what was known before; 1 figure is no longer known."
    assert known() == {"Sep": 56.1, "Oct": 56.7}


def test_what_was_known_then_stays_known_then(two):
    back(2)
    assert known(2) == {"Sep": 55.0, "Oct": 56.7, "Nov": 57.0}
    assert Observation.objects.filter(release__number=2).count() == 2
    said = queries.history(queries.moment(), AE, "llr-icb")
    november = [(row["state"], row["value"]) for row in said if row["end"] == date(2024, 11, 30)]
    assert november == [("known", 57.0), ("withdrawn", None)]


def test_a_figure_that_returns_is_a_restatement_and_one_that_is_gone_is_none(two):
    back(2)
    frame = as_known(3, {AE}).filter(pl.col("release") == 3)
    assert frame.select("value", "was").rows() == [(56.1, 55.0)]
    row = queries.releases()[0]
    assert (row.n_values, row.n_restated, row.withdraws) == (2, 1, 2)
    assert row.note == "It was last year's file."
    assert queries.releases()[1].withdrawn_by == 3


def test_figures_that_a_later_release_speaks_of_stay_and_are_counted(record, two):
    record((AE, "Nov-24", "58.0%", ""), accept=("restatement",))
    done = back(2)
    assert done.sentence == (
        "1 figure returns to what was known before; 1 figure stays, because a later release also gives it."
    )
    assert known() == {"Sep": 56.1, "Oct": 56.7, "Nov": 58.0}


def test_a_withdrawal_is_withdrawn_like_any_release(two):
    back(2)
    done = back(3, "It was right after all.")
    assert (done.n_returned, done.n_gone) == (2, 0)
    assert known() == {"Sep": 55.0, "Oct": 56.7, "Nov": 57.0}
    back(4, "No, it was not.")
    assert known() == {"Sep": 56.1, "Oct": 56.7}


def test_releases_withdrawn_in_any_order_leave_what_the_others_said(record, two):
    """October is said by 1, again by 3 and again by 4: with 3 and 4 taken back, what 1 said is known."""
    record((AE, "Oct-24", "57.9%", ""), accept=("restatement",))
    record((AE, "Oct-24", "60.1%", ""), accept=("restatement",))
    back(4)
    assert known()["Oct"] == 57.9
    back(3)
    assert known()["Oct"] == 56.7


def test_what_was_withdrawn_does_not_come_back_with_the_withdrawal_of_a_later_release(record, two):
    record((AE, "Oct-24", "57.9%", ""), (AE, "Dec-24", "58.0%", ""), accept=("restatement",))
    record((AE, "Oct-24", "60.1%", ""), accept=("restatement",))
    assert "1 figure stays" in back(3).sentence
    back(4)
    assert known()["Oct"] == 56.7


def test_a_release_stands_again_when_its_withdrawal_is_withdrawn(two):
    back(2)
    assert [row.withdrawn_by for row in queries.releases()] == [None, 3, None]
    back(3, "It was right after all.")
    assert [row.withdrawn_by for row in queries.releases()] == [None, 4, None, None]
    assert back(2).release == 5


def test_the_same_file_can_be_brought_in_again(record, two):
    back(2)
    again = record((AE, "Sep-24", "55.0%", ""), (AE, "Nov-24", "57.0%", ""), accept=("restatement",))
    assert (again.release, again.n_new, again.n_restated) == (4, 2, 1)
    assert known() == {"Sep": 55.0, "Oct": 56.7, "Nov": 57.0}


def test_the_first_release_can_be_withdrawn(record):
    record((AE, "Sep-24", "56.1%", "57.3%"))
    assert back(1).sentence == "2 figures are no longer known."
    assert known() == {}
    assert as_known(2).is_empty()


@pytest.mark.parametrize(
    ("release", "because", "sentence"),
    [
        (9, "Wrong.", "There is no release 9. The newest is release 2."),
        (2, "  ", "Say why the release is withdrawn"),
    ],
)
def test_what_cannot_be_withdrawn_is_told(two, release, because, sentence):
    with pytest.raises(CannotWithdraw, match=sentence):
        back(release, because)
    assert Release.objects.count() == 2


def test_nothing_is_withdrawn_twice(record, two):
    back(2)
    with pytest.raises(CannotWithdraw, match=r"Release 2 was withdrawn already, by release 3\."):
        back(2)


def test_a_release_that_was_overtaken_as_a_whole_has_nothing_to_take_back(record):
    record((AE, "Sep-24", "56.1%", ""))
    record((AE, "Sep-24", "55.0%", ""), accept=("restatement",))
    with pytest.raises(CannotWithdraw, match="Nothing of release 1 still stands"):
        reversal(1)


def test_a_reader_may_not_withdraw(two):
    with pytest.raises(NotAllowed, match="record data"):
        withdraw(release=2, because="Wrong.", by=READER)


def test_the_measures_are_assessed_with_the_withdrawal(loaded):
    def bring(*rows, at):
        cycle.bring_in(files=[("a.csv", plain(*rows))], by=ANALYST, at=noon(at), answers={"restatement": "replace"})

    bring((AE, "Sep-24", "56.1%", "57.3%"), at=date(2024, 12, 1))
    bring((AE, "Nov-24", "57.0%", "57.0%"), at=date(2024, 12, 10))
    cycle.withdraw(release=2, because="Wrong month.", by=ANALYST, at=noon(date(2024, 12, 12)))

    def latest(on: date) -> str:
        results = assessments.of_indicator(queries.moment(on), AE)
        return next(each.latest.period.label for each in results if each.framework.startswith("nhs"))

    assert latest(date(2024, 12, 5)) == "Sep 2024"
    assert latest(date(2024, 12, 11)) == "Nov 2024"
    assert latest(date(2024, 12, 12)) == "Sep 2024"


def test_a_measure_of_which_nothing_is_known_any_more_has_no_figure(loaded):
    cycle.bring_in(files=[("a.csv", plain((AE, "Sep-24", "56.1%", "57.3%")))], by=ANALYST)
    cycle.withdraw(release=1, because="Wrong.", by=ANALYST)
    for result in assessments.of_indicator(queries.moment(), AE):
        assert result.latest.value is None
        assert result.rating.key == "grey"


def words_of(page: Page) -> dict[str, list[list[str]]]:
    """The words of each table of a page, by its name."""
    tables = [block for block in page.blocks if isinstance(block, Table)]
    return {table.anchor: [[cell.text for cell in row.cells] for row in table.rows] for table in tables}


def test_a_paper_says_what_was_withdrawn_since_the_edition_before(loaded):
    def bring(*rows, at):
        cycle.bring_in(files=[("a.csv", plain(*rows))], by=ANALYST, at=noon(at), answers={"restatement": "replace"})

    bring((AE, "Sep-24", "56.1%", "57.3%"), at=date(2024, 12, 1))
    bring((AE, "Sep-24", "55.0%", ""), (AE, "Oct-24", "57.0%", "57.0%"), at=date(2024, 12, 10))
    printed = reports.publish(pack=PACK, by=ANALYST, as_known=date(2024, 12, 12), at=noon(date(2024, 12, 12)))
    cycle.withdraw(release=2, because="Wrong month.", by=ANALYST, at=noon(date(2024, 12, 20)))
    before = Edition.objects.get(name=printed.edition.name)
    paper = papers.gather(PACK, queries.moment(), date(2025, 1, 2), before)
    assert [(said.period_label, said.was, said.now, said.now_text, said.why) for said in paper.restated] == [
        ("Sep 2024", 55.0, 56.1, "", "Wrong month."),
        ("Oct 2024", 57.0, None, "withdrawn", "Wrong month."),
    ]
    told = words_of(changes.page(paper, ""))["restated"]
    assert told[1] == ["A&E four-hour waits (Type 1), LLR ICB", "Oct 2024", "57.0%", "withdrawn"]


def test_a_measure_whose_only_figure_was_withdrawn_is_among_what_changed(loaded):
    cycle.bring_in(files=[("a.csv", plain((AE, "Sep-24", "56.1%", "57.3%")))], by=ANALYST, at=noon(date(2024, 12, 1)))
    printed = reports.publish(pack=PACK, by=ANALYST, as_known=date(2024, 12, 12), at=noon(date(2024, 12, 12)))
    cycle.withdraw(release=1, because="Wrong.", by=ANALYST, at=noon(date(2024, 12, 20)))
    before = Edition.objects.get(name=printed.edition.name)
    paper = papers.gather(PACK, queries.moment(), date(2025, 1, 2), before)
    told = words_of(changes.page(paper, ""))
    assert told["changed-ratings"] == [["A&E four-hour waits (Type 1)", "Yellow", "Grey", "56.1%", "n/a"]]
    assert told["restated"] == [["A&E four-hour waits (Type 1), LLR ICB", "Sep 2024", "56.1%", "withdrawn"]]
