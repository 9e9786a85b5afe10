"""What changed since the edition before: counted in a sentence, and listed with what stood there."""

from dataclasses import replace
from datetime import date

import pytest
from core.report.small import month, paper

from outturn.core.assess.result import Latest, Rating, Result
from outturn.core.report.parts import changes
from outturn.core.report.parts.outcome_changes import rating_rows
from outturn.core.report.say.changes import say_changes

RATINGS = ("rating changed", "ratings changed")
NEW = ("measure has a new figure", "measures have a new figure")


@pytest.mark.parametrize(
    ("ratings", "new", "since", "words"),
    [
        (0, 0, "", "No ratings changed, and no measures have a new figure."),
        (1, 0, " since 1 May 2024", "One rating changed, and no measures have a new figure since 1 May 2024."),
        (0, 1, "", "No ratings changed, and one measure has a new figure."),
        (10, 12, "", "Ten ratings changed, and 12 measures have a new figure."),
    ],
)
def test_how_much_changed(ratings, new, since, words):
    assert say_changes((ratings, *RATINGS), (new, *NEW), since=since) == words


def test_counts_stand_in_a_row():
    assert say_changes((3, *RATINGS), (2, *NEW), (0, *RATINGS)) == (
        "Three ratings changed, two measures have a new figure, and no ratings changed."
    )


def graded(word: str, rating: str) -> Result:
    latest = Latest(month(2024, 10), None, "known", text=word)
    return Result("plan", "waits", "north", latest=latest, rating=Rating(rating, "rag"))


def compare(was: Result, now: Result):
    before = replace(paper(("changes", "plan"), results=[now]), before=(was,), before_date=date(2024, 11, 12))
    return before, changes.compare(before)


def test_another_grade_is_another_figure():
    _, (ratings, figures) = compare(graded("Good", "green"), graded("Outstanding", "green"))
    assert ratings == ()
    assert [(row.cells[3].text, row.cells[4].text) for row in figures] == [("Good", "Outstanding")]


def test_a_grade_before_its_rating_changed_is_said():
    both, (ratings, figures) = compare(graded("Good", "green"), graded("Inadequate", "red"))
    assert [(row.cells[3].text, row.cells[4].text) for row in ratings] == [("Good", "Inadequate")]
    assert figures == ()
    before = replace(both, before_catalogue=both.catalogue)
    [row] = rating_rows(before, before.framework("plan"))
    assert (row.cells[4].text, row.cells[5].text) == ("Good", "Inadequate")
