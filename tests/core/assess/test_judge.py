"""Ratings, worked: value and plan in, band and gap out."""

from datetime import date
from types import SimpleNamespace

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outturn.core.assess.figures import Judged, Plan
from outturn.core.assess.judge import judge
from outturn.core.assess.reasons import give_reason
from outturn.core.assess.result import Rating
from outturn.core.assess.targets import add_plans
from outturn.core.catalogue import Band, Scheme, TargetKind
from outturn.core.periods import Period, PeriodKind
from outturn.core.units import State, Unit


def band(key: str, when: str, at_most: float | None = None) -> Band:
    return Band(key, key.title(), key[0].upper(), "circle", when, at_most=at_most)


PLAN_5 = Scheme(
    "plan-5",
    "Against plan",
    "1",
    (
        band("grey", "suppressed"),
        band("grey", "not_due"),
        band("grey", "no_plan"),
        band("green", "met"),
        band("yellow", "adverse", 5),
        band("red", "adverse"),
    ),
)


def rated(value, plan, operator, *, state="known", plan_state="known", low=1.0, high=7.0) -> dict:
    row = {
        "value": value,
        "state": state,
        "plan": plan,
        "plan_state": plan_state if plan is not None or plan_state != "known" else "not_available",
        "operator": operator,
        "scheme": "plan-5",
        "low": low,
        "high": high,
    }
    frame = pl.DataFrame([row], schema_overrides={"value": pl.Float64, "plan": pl.Float64})
    return judge(frame, [PLAN_5]).to_dicts()[0]


@pytest.mark.parametrize(
    ("value", "plan", "operator", "rating"),
    [
        (56.7, 56.3, ">=", "green"),  # A&E, type 1
        (3937, 1800, "<=", "red"),  # ambulance response, in seconds
        (4303, 4242, "<=", "yellow"),  # 1.4 % off plan, which the source printed Red
        (13439, 13507, ">=", "yellow"),
        (44, 48, ">=", "red"),  # 8.3 % of plan, though only 4 percentage points
        (0, 0, "<=", "green"),
        (109, 0, "<=", "red"),  # a zero target missed has no share
        (95, 100, ">=", "yellow"),  # exactly 5 % is inside
        (94.99, 100, ">=", "red"),
        (67, 67, ">", "yellow"),  # a strict operator is strict
        (67, 67, ">=", "green"),
        (-67490, -51679, ">=", "red"),  # a deficit is a negative number
        (10, None, ">=", "grey"),
    ],
)
def test_the_band_follows_from_value_plan_and_operator(value, plan, operator, rating):
    assert rated(value, plan, operator)["rating"] == rating


def test_a_missed_zero_target_has_a_gap_and_no_share():
    row = rated(109, 0, "<=")
    assert (row["gap"], row["adverse_percent"], row["met"]) == (109, None, False)


@pytest.mark.parametrize(
    ("plan", "operator", "met", "rating"),
    [
        (0, "<=", False, "red"),  # whatever is hidden, it is more than nothing
        (3, "<=", None, "grey"),  # 1 to 7 against 3: it cannot be told
        (7, "<=", True, "green"),  # every number it could be is at or below 7
        (8, ">=", False, "red"),
        (7.2, ">=", False, "grey"),  # missed for sure, by a little or by much
        (0.98, "<=", False, "grey"),
    ],
)
def test_a_suppressed_value_is_rated_only_when_logic_settles_it(plan, operator, met, rating):
    row = rated(None, plan, operator, state="suppressed")
    assert (row["met"], row["rating"], row["gap"]) == (met, rating, None)


def test_a_hidden_miss_by_an_unknown_share_says_so():
    row = rated(None, 7.2, ">=", state="suppressed")
    plan = Plan(7.2, State.KNOWN)
    figure = Judged(Period.of(PeriodKind.MONTH, date(2024, 9, 1)), None, State.SUPPRESSED, plan, row["rating"])
    target = SimpleNamespace(kind=TargetKind.FLAT, operator=">=")
    unit = SimpleNamespace(unit=Unit.COUNT, decimals=1, scale="", people="people")
    said = give_reason(figure, Rating(row["rating"], met=row["met"]), SimpleNamespace(target=target), PLAN_5, unit)
    assert said.startswith(
        "Not rated: the figure is suppressed, but every number it can be misses it, and by how much is hidden: "
        "the target asks for at or above 7.2."
    )


def test_nothing_is_less_than_a_suppressed_baseline():
    row = rated(0, None, "<", plan_state="suppressed")
    assert (row["met"], row["rating"]) == (True, "green")


def test_a_plan_that_is_not_due_rates_nothing():
    row = rated(28, 24, "<=", plan_state="not_due")
    assert (row["met"], row["rating"]) == (None, "grey")


@settings(deadline=None)
@given(st.integers(0, 20), st.integers(0, 20), st.sampled_from([">=", ">", "<=", "<"]))
def test_a_suppressed_rating_agrees_with_every_value_it_could_be(plan, other, operator):
    hidden = rated(None, plan, operator, state="suppressed")
    possible = [rated(value, plan, operator) for value in (1.0, 1.02, 2.0, 3.5, 6.9, 7.0)]
    for column, unknown in (("met", None), ("rating", "grey")):
        found = {row[column] for row in possible}
        assert hidden[column] == (found.pop() if len(found) == 1 else unknown)


def point(kind: str, start: date, end: date, value: float) -> dict:
    return {
        "entry": 0,
        "indicator": "waits",
        "area": "icb",
        "period_kind": kind,
        "start": start,
        "end": end,
        "value": value,
        "state": "known",
        "text": "",
        "target_kind": "trajectory",
        "target_value": None,
        "target_state": "not_available",
        "target_text": "",
        "target_from": None,
        "target_to": None,
        "target_after": None,
    }


DAYS = dict.fromkeys(("target_from", "target_to", "target_after"), pl.Date)
TYPES = {"target_value": pl.Float64, "value": pl.Float64, **DAYS}
SEPTEMBER, OCTOBER = (date(2024, 9, 1), date(2024, 9, 30)), (date(2024, 10, 1), date(2024, 10, 31))
SECOND_QUARTER, THIRD_QUARTER = (date(2024, 7, 1), date(2024, 9, 30)), (date(2024, 10, 1), date(2024, 12, 31))


def test_a_quarter_plan_holds_at_its_end_and_is_not_due_before():
    points = pl.DataFrame([point("month", *SEPTEMBER, 4303), point("month", *OCTOBER, 4400)], schema_overrides=TYPES)
    plans = [point("quarter", *SECOND_QUARTER, 4242), point("quarter", *THIRD_QUARTER, 4100)]
    found = add_plans(points, pl.DataFrame(plans, schema_overrides=TYPES))
    assert found["plan"].to_list() == [4242, 4100]
    assert found["plan_state"].to_list() == ["known", "not_due"]
    assert found["plan_kind"].to_list() == ["quarter", "quarter"]


def test_the_plan_of_the_same_period_comes_before_that_of_a_longer_one():
    points = pl.DataFrame([point("month", *SEPTEMBER, 4303)], schema_overrides=TYPES)
    plans = [point("quarter", *SECOND_QUARTER, 1), point("month", *SEPTEMBER, 2)]
    assert add_plans(points, pl.DataFrame(plans, schema_overrides=TYPES))["plan"].to_list() == [2]
