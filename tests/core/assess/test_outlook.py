"""Where an entry is heading, worked: the chance of what was promised for that date, by the target's own operator."""

from datetime import date

import pytest
from core.assess.entries import judged, months, said

from outturn.core.catalogue import Ambition, Direction, Target, TargetKind
from outturn.core.periods import Period, PeriodKind
from outturn.core.units import Unit

MONTHS = months(18, date(2023, 4, 1))  # to September 2024
AHEAD = months(6, date(2024, 10, 1))  # to March 2025
WAVY = [70.0 + number % 3 for number in range(18)]
PLANNED = said("plan", MONTHS, [60] * 18)
MARCH = date(2025, 3, 31)


def outlook(*rows: list[tuple], values: list[float] = WAVY, **more):
    return judged([row for some in (said("actual", MONTHS, values), *rows) for row in some], **more).forecast


def test_the_forecast_of_march_is_held_against_the_plan_of_march():
    easy, hard = (outlook(PLANNED, said("plan", AHEAD, [60, 60, 60, 60, 60, march])) for march in (60, 90))
    assert (easy.aim, easy.target) == ("the plan for March 2025", 60)
    assert easy.chance > 0.99 and hard.chance < 0.01
    assert easy.target_text == "against the plan for March 2025"


def test_without_a_plan_for_the_months_ahead_there_is_no_chance_and_that_is_said():
    found = outlook(PLANNED)
    assert (found.chance, found.target, found.aim) == (None, None, "")
    assert found.path and found.note == "No plan or ambition is known for the months ahead, so no chance is given."


def test_the_last_month_with_a_plan_counts():
    found = outlook(PLANNED, said("plan", AHEAD[:2], [60, 60]))
    assert found.aim == "the plan for November 2024" and found.chance > 0.99


def test_the_sum_of_a_year_is_no_plan_of_its_last_month():
    year = [Period.of(PeriodKind.FINANCIAL_YEAR, MARCH)]
    assert outlook(PLANNED, said("plan", year, [840])).chance is None


def test_a_plan_of_a_quarter_holds_for_its_last_month_unless_the_month_has_its_own():
    quarters = [Period.of(PeriodKind.QUARTER, MARCH)]
    assert outlook(PLANNED, said("plan", quarters, [90])).chance < 0.01
    assert outlook(PLANNED, said("plan", quarters, [90]), said("plan", AHEAD[5:], [60])).chance > 0.99


def test_an_ambition_comes_before_the_plan_of_the_same_day():
    ambition = (Ambition(90, MARCH),)
    found = outlook(PLANNED, said("plan", AHEAD[5:], [60]), ambitions=ambition)
    assert (found.aim, found.target) == ("the ambition for March 2025", 90)


@pytest.mark.parametrize("by", [date(2024, 9, 30), date(2025, 4, 1), date(2028, 3, 31)])
def test_an_ambition_for_a_day_that_is_not_forecast_has_no_chance(by):
    assert outlook(PLANNED, ambitions=(Ambition(90, by),)).chance is None


@pytest.mark.parametrize(
    ("operator", "direction", "likely"),
    [
        (">=", Direction.HIGHER, True),
        ("<", Direction.LOWER, False),
        ("<", Direction.HIGHER, False),
        (">=", Direction.LOWER, True),
        ("", Direction.HIGHER, True),
        ("", Direction.LOWER, False),
        ("", Direction.NONE, None),
    ],
)
def test_the_chance_goes_by_the_operator_of_the_target(operator, direction, likely):
    """About 71 against 60. 'Good is' may be printed the other way than the target: then the target counts."""
    target = Target(TargetKind.FLAT, operator, value=60.0)
    chance = outlook(target=target, direction=direction).chance
    assert chance is None if likely is None else (chance > 0.99) is likely


@pytest.mark.parametrize(
    ("more", "aim"),
    [
        ({}, "the target in March 2025"),
        ({"valid_from": date(2024, 4, 1)}, "the target in March 2025"),
        ({"valid_to": date(2024, 12, 31)}, ""),
        ({"valid_from": date(2025, 4, 1)}, ""),
    ],
)
def test_a_target_that_is_not_in_force_then_is_no_aim(more, aim):
    assert outlook(target=Target(TargetKind.FLAT, ">=", value=60.0, **more)).aim == aim


def test_a_share_ends_at_nought_and_at_a_hundred():
    steep = [99.9 - 0.05 * (17 - number) for number in range(18)]
    assert all(0 <= edge <= 100 for point in outlook(values=steep).path for edge in (point.lower, point.upper))
    assert outlook(values=[5.0 - 0.28 * n for n in range(18)]).path[-1].lower >= 0
    free = outlook(values=[-5.0 - n for n in range(18)], indicator={"unit": Unit.MONEY}).path[-1]
    assert free.mean < 0


def test_too_few_figures_are_said():
    few = judged(said("actual", MONTHS[:5], WAVY[:5])).forecast
    assert few.note == "no forecast: 5 values, and 12 are needed" and few.chance is None
