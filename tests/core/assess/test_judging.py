"""What is said of an entry, worked: the band decides what is off plan, since when, and why."""

from datetime import date

import pytest
from core.assess.entries import STRICT, TOLERANT, judged, months, said

from outturn.core.catalogue import Ambition, Direction, SuppressionPolicy, Target, TargetKind
from outturn.core.periods import PeriodKind


def test_a_miss_that_a_tolerance_makes_green_is_met():
    """78 against 79 is 1.3% short: Green up to 2%."""
    rows = [*said("actual", months(1), [78]), *said("plan", months(1), [79])]
    kept, strict = (judged(rows, scheme=scheme).rating for scheme in (TOLERANT, STRICT))
    assert (kept.key, kept.met, kept.on, kept.off, kept.rated) == ("green", False, True, False, True)
    assert (strict.key, strict.met, strict.on, strict.off) == ("amber", False, False, True)
    assert "within the tolerance, and counts as met" in kept.reason


@pytest.mark.parametrize(
    ("figures", "since"),
    [
        ([80, 70, 70, 70], "May 2023"),
        ([70, 80, 80, 70], "Jul 2023"),
        ([70, 70, 70, 80], None),
        ([70, None, 70, 70], "Jun 2023"),
        ([70, "*", 70, 70], "Jun 2023"),
        ([70, 70, None, None], "Apr 2023"),
    ],
)
def test_off_plan_since_the_first_of_an_unbroken_run(figures, since):
    periods = months(4)
    rating = judged([*said("actual", periods, figures), *said("plan", periods, [79] * 4)]).rating
    assert (rating.since.label if rating.since else None) == since


def test_a_tolerated_period_is_not_part_of_the_run():
    periods = months(3)
    rows = [*said("actual", periods, [70, 78, 70]), *said("plan", periods, [79] * 3)]
    assert judged(rows, scheme=TOLERANT).rating.since == periods[2]
    assert judged(rows).rating.since == periods[0]


@pytest.mark.parametrize(
    ("printed", "differs"), [("R", False), ("r", False), ("Red", False), ("A", True), ("Amber", True), ("N/A", True)]
)
def test_a_letter_says_what_its_word_says(printed, differs):
    rows = [*said("actual", months(1), [40]), *said("plan", months(1), [79])]
    rating = judged([*rows, *said("printed_rating", months(1), [printed])]).rating
    assert (rating.key, rating.differs) == ("red", differs)


@pytest.mark.parametrize("printed", ["N/A", "Grey", "not rated", "-", "–"])
def test_any_way_to_print_no_rating_agrees_with_no_rating(printed):
    rows = [*said("actual", months(1), [40]), *said("printed_rating", months(1), [printed])]
    assert not judged(rows).rating.differs


GRADE = Target(TargetKind.FLAT, "=", text="Green")


@pytest.mark.parametrize(("grade", "key"), [("Green", "green"), ("G", "green"), ("R", "red"), ("Amber", "red")])
def test_a_grade_may_be_a_letter(grade, key):
    assert judged(said("actual", months(1), [grade]), target=GRADE).rating.key == key


def test_a_letter_moves_as_its_word_does():
    moved = judged(said("actual", months(2), ["R", "Amber"]), target=GRADE).movement
    assert (moved.direction, moved.welcome) == ("up", "improving")


LOWER = Direction.LOWER
HIDE = {"suppression": SuppressionPolicy()}
TOO_SMALL = "Not rated: the figure is suppressed, "


@pytest.mark.parametrize(
    ("value", "plan", "target", "more", "words"),
    [
        (81, 79, {}, {}, "81.0% meets it: the plan asks for at or above 79.0%. (Strict, version 1)"),
        (79, 79, {}, {}, "79.0% meets it: the plan asks for at or above 79.0%. (Strict, version 1)"),
        (78, 79, {}, {}, "78.0% misses it by 1.0 pp, 1.3% of plan: the plan asks for at or above 79.0%. "
                         "Amber is adverse by up to 10%. (Strict, version 1)"),
        (78.98, 79, {}, {}, "79.0% misses it by less than 0.1 pp, less than 0.1% of plan: "),
        (79, 79, {"operator": ">"}, {}, "79.0% misses it: the plan asks for above 79.0%, and the figure is exactly"),
        (3, 0, {"operator": "<="}, {"direction": LOWER},
         "3.0% misses it by 3.0 pp: the plan asks for at or below 0.0%. A plan of nothing that is missed has no perc"),
        ("*", 0, {"operator": "<="}, {"direction": LOWER, "indicator": HIDE},
         "The figure is suppressed, but every number it can be misses it: the plan asks for at or below 0.0%."),
        ("*", 8, {"operator": "<="}, {"direction": LOWER, "indicator": HIDE},
         "The figure is suppressed, but every number it can be meets it: the plan asks for at or below 8.0%."),
        ("*", 3, {"operator": "<="}, {"direction": LOWER, "indicator": HIDE},
         TOO_SMALL + "so it cannot be compared: the plan asks for at or below 3.0%."),
        ("*", None, {}, {"indicator": HIDE}, TOO_SMALL + "and there is nothing to compare it with."),
        (50, "*", {}, {"indicator": HIDE},
         "50.0% meets it, whatever that figure is: the plan asks for at or above a figure that is suppressed."),
        (3, "*", {}, {"indicator": HIDE}, "Not rated: what 3.0% is compared with is suppressed."),
        (50, None, {}, {}, "Not rated: there is no plan for the period."),
        (50, None, {}, {"ambitions": (Ambition(78, date(2025, 3, 31)),)},
         "Not rated: there is no plan for the period, only an ambition for March 2025."),
        (50, None, {"kind": TargetKind.NONE, "operator": ""}, {}, "Not rated: there is no target for this measure."),
        (None, 79, {}, {}, "Not rated: no figure is available for any period."),
    ],
)  # fmt: skip
def test_the_reason_is_true_for_every_value(value, plan, target, more, words):
    rows = [*said("actual", months(1), [value]), *said("plan", months(1), [plan])]
    aim = Target(**{"kind": TargetKind.TRAJECTORY, "operator": ">=", **target})
    assert judged(rows, target=aim, **more).rating.reason.startswith(words)


def test_nothing_recorded_is_not_the_same_as_nothing_available():
    assert judged([]).rating.reason == "Not rated: no value has been recorded."


@pytest.mark.parametrize(
    ("role", "named", "words"),
    [
        ("comparator", "target",
         "78.0% misses it by 1.0 pp, 1.3% of the target: the target asks for at or above 79.0%."),
        ("average", "national average",
         "78.0% misses it by 1.0 pp, 1.3% of the national average: the national average is 79.0%, and at or above it "
         "counts as met."),
    ],
)  # fmt: skip
def test_a_published_comparator_is_a_target_or_the_national_average(role, named, words):
    """What it is, its role says: the mark beside it is only a mark."""
    rows = [*said("actual", months(1), [78]), *said(role, months(1), [79], "79%*")]
    result = judged(rows, target=Target(TargetKind.COMPARATOR, ">="))
    assert result.rating.reason.startswith(words)
    assert (result.standing.comparator, result.standing.comparator_text) == (79, named)


def test_an_average_that_became_a_target_is_a_target():
    older = [(*row[:10], 0, None) for row in said("average", months(1), [70])]
    rows = [*said("actual", months(1), [78]), *said("comparator", months(1), [79]), *older]
    result = judged(rows, target=Target(TargetKind.COMPARATOR, ">="))
    assert (result.latest.plan, result.rating.off, result.standing.comparator_text) == (79, True, "target")


def test_a_comparator_that_is_hidden_is_no_average():
    rows = [*said("actual", months(1), [78]), *said("comparator", months(1), ["*"], "*")]
    assert judged(rows, target=Target(TargetKind.COMPARATOR, ">=")).standing.comparator_text == ""


REDUCE = {"kind": TargetKind.REDUCE, "operator": "<", "value": 4.0, "baseline": "2023"}
FLAT = {"kind": TargetKind.FLAT, "operator": "<", "value": 4.0}
YEARS = months(4, date(2021, 1, 1), PeriodKind.YEAR)


def test_a_target_is_not_applied_to_its_own_baseline_nor_to_what_went_before():
    points = judged(said("actual", YEARS, [5, 3, 4, 5]), target=Target(**REDUCE), direction=LOWER).points
    assert points.rating == ("grey", "grey", "grey", "red")
    assert points.plan == (None, None, None, 4.0)


def test_a_window_that_lies_partly_in_the_baseline_is_not_held_against_it():
    windows = months(14, date(2023, 12, 1), PeriodKind.ROLLING12)
    points = judged(said("actual", windows, [5] * 14), target=Target(**REDUCE), direction=LOWER).points
    assert points.rating == ("grey",) * 12 + ("red",) * 2


@pytest.mark.parametrize(
    ("more", "ratings", "words"),
    [
        ({}, ("red",) * 4, "5.0% misses it"),
        ({"valid_from": date(2023, 1, 1)}, ("grey", "grey", "red", "red"), "5.0% misses it"),
        ({"valid_from": date(2025, 4, 1)}, ("grey",) * 4,
         "Not rated: the target begins on 1 April 2025, after this period."),
        ({"valid_to": date(2023, 12, 31)}, ("red", "red", "red", "grey"),
         "Not rated: the target ended on 31 December 2023, before the end of this period."),
    ],
)  # fmt: skip
def test_a_target_is_applied_while_it_is_in_force(more, ratings, words):
    result = judged(said("actual", YEARS, [5] * 4), target=Target(**FLAT, **more), direction=LOWER)
    assert result.points.rating == ratings
    assert result.rating.reason.startswith(words)


def test_the_latest_figure_of_a_baseline_year_is_not_rated_and_says_why():
    result = judged(said("actual", YEARS[:3], [5, 3, 4]), target=Target(**REDUCE), direction=LOWER)
    words = "The period is not later than 2023, which the target compares with"
    assert result.rating.reason == f"Not rated: {words[0].lower()}{words[1:]}."
    assert not result.rating.rated and result.rating.gap is None
