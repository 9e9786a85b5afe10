"""What is made of a rating and a chart that disagree, and the notes beside them: each sentence with its cases."""

from dataclasses import replace

import pytest

from outturn.core.assess.agreement import say_disagreement, stands
from outturn.core.assess.result import Rating
from outturn.core.assess.variation import add_overlap
from outturn.core.catalogue import Meaning
from outturn.core.periods import PeriodKind

from .entries import WAITS


@pytest.mark.parametrize(
    ("aim", "on", "words"),
    [
        ("plan", True, "On plan"),
        ("plan", False, "Off plan"),
        ("target", True, "On target"),
        ("target", False, "Off target"),
        ("national average", True, "Good beside the national average"),
        ("national average", False, "Worse than the national average"),
    ],
)
def test_how_it_stands_names_what_it_is_held_against(aim, on, words):
    assert stands(aim, on) == words


@pytest.mark.parametrize(
    ("means", "variation", "limits", "aim", "words"),
    [
        (Meaning.ADVERSE, "special_cause_improvement", "", "target",
         "Off target, but getting better: the change is more than chance."),
        (Meaning.ADVERSE, "common_cause", "consistent_pass", "plan",
         "Off plan this time, but the process as it runs meets the plan."),
        (Meaning.ADVERSE, "common_cause", "inconsistent", "national average",
         "Worse than the national average this time, but the national average lies inside the limits: the measure "
         "will hit and miss it by chance."),
        (Meaning.MET, "special_cause_concern", "", "national average",
         "Good beside the national average, but getting worse: the change is more than chance."),
        (Meaning.MET, "common_cause", "consistent_fail", "target",
         "On target this time, but the process as it runs will not keep to the target."),
        (Meaning.MET, "special_cause_improvement", "consistent_pass", "plan", ""),
        (Meaning.UNRATED, "special_cause_concern", "", "plan", ""),
    ],
)  # fmt: skip
def test_what_is_made_of_a_rating_and_a_chart_that_disagree(means, variation, limits, aim, words):
    assert say_disagreement(Rating("x", means=means), variation, limits, aim) == words


SHARES = "Each point covers {} months and shares {} of them with its neighbour, so the limits are too narrow: "


@pytest.mark.parametrize(
    ("kind", "note", "limited", "words"),
    [
        (PeriodKind.MONTH, "", True, ""),
        (PeriodKind.MONTH, "too few points: 3 of the 13 needed", False, "too few points: 3 of the 13 needed"),
        (PeriodKind.ROLLING12, "too few points: 3 of the 13 needed", False, "too few points: 3 of the 13 needed"),
        (PeriodKind.ROLLING12, "", True, SHARES.format("twelve", "eleven") + "read runs with care."),
        (PeriodKind.ROLLING3, "", True, SHARES.format("three", "two") + "read runs with care."),
        (PeriodKind.ROLLING3, "a note", True, "a note. " + SHARES.format("three", "two") + "read runs with care."),
    ],
)
def test_points_that_overlap_are_warned_of_where_limits_are_drawn(kind, note, limited, words):
    assert add_overlap(note, replace(WAITS, period_kind=kind), limited) == words
