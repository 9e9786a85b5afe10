"""Who may record for one trust records for it alone: a file with figures of another is refused whole."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from outturn.core.access import Actor, Grant, NotAllowed
from outturn.core.intake.questions import LEAVE_OUT
from outturn.core.subject import Subject
from outturn.records.catalogue import queries as catalogue
from outturn.records.observations import held
from outturn.records.observations.actions import record
from outturn.records.observations.held import settle
from outturn.records.observations.models import Observation, Release
from outturn.records.observations.withdrawals import withdraw

from ..conftest import ANALYST


def lines(*rows: str) -> list[tuple[str, bytes]]:
    return [("a.csv", "\n".join(("indicator,area,period,value,plan", *rows, "")).encode())]


OWN = "tobacco-screening,uhl,Q2 24/25,56.7%,"
OTHERS = ("tobacco-screening,lpt,Q2 24/25,51.0%,", "tobacco-screening,lpt,Q1 24/25,50.0%,")
DOUBTFUL = "tobacco-screening,uhl,Q2 24/25,0.567,"


@pytest.fixture
def ann(loaded) -> Actor:
    return Actor("ann", (Grant("contributor", Subject(area="uhl")),), catalogue.tree())


@pytest.fixture
def bob(loaded) -> Actor:
    return Actor("bob", (Grant("contributor", Subject(area="lpt")),), catalogue.tree())


def test_their_own_figures_are_recorded(ann):
    assert record(files=lines(OWN), by=ann).release == 1


def test_a_file_with_figures_of_another_is_refused_whole_and_says_which(ann):
    receipt = record(files=lines(OWN, *OTHERS), by=ann, hold=True)
    assert receipt.problems == (
        "a.csv: 2 figures of Tobacco screening for LPT, the first in row 3. ann may not record data there. "
        "Leave them out, or ask an administrator of this site for a role there.",
    )
    assert receipt.wrong.count == 2
    assert receipt.wrong.frame.select("file", "row", "cell").rows() == [("a.csv", 3, "51.0%"), ("a.csv", 4, "50.0%")]
    assert receipt.release is receipt.held is None
    assert not Release.objects.exists() and not Observation.objects.exists()


def test_what_is_known_of_another_is_not_told_by_the_refusal(ann, bob):
    record(files=lines(*OTHERS), by=bob)
    receipt = record(files=lines("tobacco-screening,lpt,Q2 24/25,99.0%,"), by=ann)
    assert "51" not in str(receipt) and not receipt.questions


def test_a_figure_that_waits_for_an_answer_is_refused_once_it_is_answered(ann):
    receipt = record(files=lines(OWN, "tobacco-screening,lpt,Q2 24/25,0.51,"), by=ann, hold=True)
    (question,) = receipt.questions
    done = held.settle(held=receipt.held, answers={question.code: question.choices[0].code}, by=ann)
    assert "1 figure of Tobacco screening for LPT" in done.problems[0]
    assert not Release.objects.exists()
    assert held.settle(held=receipt.held, answers={question.code: LEAVE_OUT}, by=ann).release == 1


def test_a_delivery_of_another_can_neither_be_seen_answered_nor_withdrawn(ann, bob):
    receipt = record(files=lines(OWN, "tobacco-referral,uhl,Q2 24/25,0.567,"), by=ann, hold=True)
    assert [each.id for each in held.select_waiting(ann)] == [receipt.held] and not held.select_waiting(bob)
    assert held.one(receipt.held, ann) and held.one(receipt.held, ANALYST)
    for act in (
        lambda: held.one(receipt.held, bob),
        lambda: held.settle(held=receipt.held, answers={}, by=bob),
        lambda: held.withdraw(held=receipt.held, by=bob),
    ):
        with pytest.raises(NotAllowed, match="bob may record data for LPT, but not for Tobacco screening for UHL"):
            act()
    held.withdraw(held=receipt.held, by=ann)
    assert not held.select_waiting(ANALYST)


def test_a_release_that_speaks_of_another_cannot_be_withdrawn(ann, bob):
    record(files=lines(OWN), by=ann)
    record(files=lines(*OTHERS), by=bob)
    with pytest.raises(NotAllowed):
        withdraw(release=2, because="Not mine.", by=ann)
    assert withdraw(release=1, because="Mine.", by=ann).n_gone == 1


def test_a_figure_that_waits_for_an_answer_is_the_trusts_that_it_is_of(ann, bob):
    waiting = record(files=lines(OWN, "tobacco-screening,lpt,Q2 24/25,0.51,"), by=ANALYST, hold=True).held
    assert waiting
    for other, whose in ((ann, "LPT"), (bob, "UHL")):
        assert not held.select_waiting(other)
        for act in (held.one, held.withdraw, lambda held, by: settle(held=held, answers={}, by=by)):
            with pytest.raises(NotAllowed, match=f"but not for Tobacco screening for {whose}"):
                act(held=waiting, by=other)


def test_what_waits_for_an_answer_is_settled_by_anybody_of_the_trust(ann):
    waiting = record(files=lines(DOUBTFUL), by=ANALYST, hold=True).held
    assert waiting and held.one(waiting, ann)


def test_sheets_that_are_asked_about_may_be_anybodys(ann):
    sheet = [["indicator", "area", "period", "value", "plan"], OWN.split(",")]
    book = Workbook()
    for name in ("One", "Two"):
        for row in sheet:
            (book[name] if name in book.sheetnames else book.create_sheet(name)).append(row)
    del book["Sheet"]
    book.save(stream := BytesIO())
    waiting = record(files=[("a.xlsx", stream.getvalue())], by=ANALYST, hold=True).held
    assert waiting and not held.select_waiting(ann)
    with pytest.raises(NotAllowed, match="but not for everything"):
        held.one(waiting, ann)
