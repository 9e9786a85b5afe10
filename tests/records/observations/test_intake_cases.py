"""Files that people brought: what each is asked, and that nothing of it is recorded until a person answers."""

from datetime import date
from pathlib import Path

import pytest

from outturn.records.observations import actions
from outturn.records.observations.known import as_known
from outturn.records.observations.models import Observation, Release

from ..conftest import ANALYST, noon

CASES = Path(__file__).parent / "cases"
AE, WAIT, DEMENTIA = "ae-4h-type1", "cat2-response", "dementia"
ON = noon(date(2025, 2, 20))


def bring(name: str, **answers: str) -> actions.Receipt:
    data = (CASES / name).read_bytes()
    given = {kind.replace("_", "-"): choice for kind, choice in answers.items()}
    return actions.record(files=[(name, data)], by=ANALYST, answers=given, at=ON)


@pytest.fixture
def history(record) -> None:
    """Six months of what the cases speak of."""
    months = ("May-24", "Jun-24", "Jul-24", "Aug-24", "Sep-24", "Oct-24")
    shares = ("57.1%", "58.0%", "58.2%", "59.4%", "56.1%", "56.7%")
    rows = [(AE, month, share, "") for month, share in zip(months, shares, strict=True)]
    rows += [(WAIT, month, "00:29:30", "") for month in months]
    rows += [(DEMENTIA, month, "65.3%", "") for month in months]
    rows += [("elective-activity", month, "12500", "") for month in months]
    done = record(*rows, at=noon(date(2024, 12, 1)))
    assert done.release == 1, [each.sentence for each in done.questions]


def said(receipt: actions.Receipt) -> dict[str, str]:
    """Kind of question -> its sentence. Nothing was recorded."""
    assert receipt.release is None
    assert receipt.problems == ()
    assert Release.objects.count() == 1
    return {each.kind: each.sentence for each in receipt.questions}


def known(indicator: str, month: int) -> tuple[float | None, str]:
    frame = as_known(99, {indicator}, None, {date(2024, month + 1, 1).replace(day=1) - date.resolution})
    (row,) = frame.filter(role="actual").select("value", "state").rows()
    return row


def test_a_plain_duration_asks_for_its_unit_and_every_answer_settles_it(history):
    asked = said(bring("drop.csv"))
    assert asked == {
        "plain-duration": "drop.csv: Row 2, column 'value': '90' may be seconds, minutes, hours or days. Which is it?"
    }
    (question,) = bring("drop.csv").questions
    assert [(choice.code, choice.words) for choice in question.choices] == [
        ("seconds", "'90' is 00:01:30 (read as seconds)."),
        ("minutes", "'90' is 01:30:00 (read as minutes)."),
        ("hours", "'90' is 90:00:00 (read as hours)."),
        ("days", "'90' is 2160:00:00 (read as days)."),
        ("leave-out", "Leave this figure out."),
        ("correct", "It is wrong. I will correct the file: nothing of this delivery is recorded."),
    ]


def test_an_answer_to_another_question_settles_nothing(history):
    """The answer that was once proposed dropped the 90 without a word."""
    assert said(bring("drop.csv", clock_form="mm:ss")).keys() == {"plain-duration"}


def test_an_answer_that_is_none_of_the_choices_is_a_problem(history):
    receipt = bring("drop.csv", plain_duration="mm:ss")
    assert receipt.release is None
    assert receipt.problems == (
        "'mm:ss' is no answer to plain-duration. Answers are: seconds, minutes, hours, days, leave-out, correct.",
    )
    assert bring("drop.csv", duration_as="mm:ss").problems[0].startswith("There is no question 'duration-as'.")


def test_a_figure_that_is_left_out_is_counted_and_said(history):
    receipt = bring("drop.csv", plain_duration="leave-out")
    assert (receipt.release, receipt.n_new) == (2, 1)
    assert [each.sentence for each in receipt.answered] == [
        "drop.csv: 1 figure left out, as answered: column 'value', row 2 (cat2-response)."
    ]
    assert not Observation.objects.filter(indicator__slug=WAIT, release__number=2).exists()


def test_a_duration_that_is_read_otherwise_than_its_series_is_asked_about_again(history):
    assert said(bring("dur.csv")).keys() == {"clock-form"}
    assert said(bring("dur.csv", clock_form="hh:mm")).keys() == {"jump"}
    assert bring("dur.csv", clock_form="mm:ss").release == 2
    assert known(WAIT, 11) == (29 * 60 + 8, "known")


def test_a_plain_duration_with_a_decimal(history):
    assert said(bring("durplain.csv")).keys() == {"plain-duration"}
    assert said(bring("durplain.csv", plain_duration="hours")).keys() == {"jump"}
    assert bring("durplain.csv", plain_duration="minutes").release == 2
    assert known(WAIT, 11) == (29.5 * 60, "known")


def test_a_share_as_a_fraction(history):
    assert said(bring("fraction.csv")).keys() == {"percent-scale"}
    assert said(bring("fraction.csv", percent_scale="percent")).keys() == {"jump"}
    assert bring("fraction.csv", percent_scale="fraction").release == 2
    assert known(AE, 11) == (57.1, "known")


def test_a_share_a_hundred_times_too_large(history):
    asked = said(bring("x100.csv"))["out-of-range"]
    assert asked == (
        "x100.csv: Row 2, column 'value': A&E four-hour waits (Type 1) of LLR ICB, actual for Nov 2024, is "
        "7,850.0%, above 100.0%. The median of the 6 figures before it is 57.55%. Is it right?"
    )


def test_a_period_to_come_a_count_below_nought_and_figures_out_of_all_proportion(history):
    asked = said(bring("odd.csv"))
    assert asked.keys() == {"out-of-range", "impossible-figure", "jump", "period-not-ended"}
    assert "165.0%, above 100.0%" in asked["out-of-range"]
    assert "is −50. A count is never below nought: leave it out, correct it, or allow it" in asked["impossible-figure"]
    assert "99,999,999: about 8,000 times the usual 12,500" in asked["jump"]
    assert "ends on 31 Dec 2027, after the day of this delivery, 20 Feb 2025" in asked["period-not-ended"]


def test_only_what_is_right_of_an_odd_file_is_recorded(history):
    receipt = bring(
        "odd.csv",
        out_of_range="leave-out",
        impossible_figure="leave-out",
        jump="leave-out",
        period_not_ended="leave-out",
    )
    assert receipt.release == 2
    new = Observation.objects.filter(release__number=2).values_list("indicator__slug", "role")
    assert set(new) == {("dementia", "plan"), ("rtt-65w", "plan"), ("elective-activity", "plan"), (WAIT, "plan")}
    assert len(receipt.answered) == 4


def test_a_known_figure_that_becomes_a_mark(history):
    asked = said(bring("sup.csv"))
    assert asked["lost-figure"].endswith("is known as 56.7% and the file says *. Is that right?")
    assert bring("sup.csv", lost_figure="replace").n_restated == 1
    assert known(AE, 10) == (None, "suppressed")


def test_a_mark_for_a_far_year_is_asked_about(history):
    assert "Oct 2042, is n/a. That period ends on 31 Oct 2042" in said(bring("undo.csv"))["period-not-ended"]


def test_restatements_are_shown_in_a_table(history):
    (question,) = bring("restate.csv").questions
    assert [(place.period, place.was, place.now, place.row) for place in question.places] == [
        ("Oct 2024", "56.7%", "57.9%", 2),
        ("Sep 2024", "56.1%", "56.3%", 3),
        ("Aug 2024", "59.4%", "59.5%", 4),
    ]
    assert question.sentence.endswith("2 more of its figures are changed, too. Are the new figures right?")
    assert bring("restate.csv", restatement="replace").n_restated == 3


def test_known_figures_may_be_kept(history):
    receipt = bring("restate.csv", restatement="leave-out")
    assert (receipt.release, receipt.problems, receipt.questions) == (None, (), ())
    assert [each.sentence for each in receipt.answered] == [
        "restate.csv: 3 figures left out, as answered: column 'value', rows 2, 3 and 4 (A&E four-hour waits (Type 1))."
    ]
