"""Nothing is kept that cannot be read back: any Result comes back as it was, or is refused."""

import json
import math
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outturn.core.assess.keeping import CannotKeep, CannotRead, put_together, read_points, take_apart
from outturn.core.assess.result import (
    Forecast,
    ForecastPoint,
    Latest,
    Movement,
    Points,
    Rating,
    Result,
    Standing,
    Variation,
    faulty,
)
from outturn.core.periods import Period, PeriodKind

MARCH = Period.of(PeriodKind.MONTH, date(2025, 3, 1))
days = st.dates(date(2000, 1, 1), date(2040, 1, 1))
periods = st.builds(Period.of, st.sampled_from([PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.ROLLING12]), days)


def results(numbers: Any) -> Any:
    """Results with any words and these numbers, every field of every part filled by its type."""
    for part in (ForecastPoint, Latest, Rating, Movement, Variation, Standing):
        st.register_type_strategy(part, st.builds(part, **by_type(part, numbers)))
    st.register_type_strategy(Points, st.builds(Points, **by_type(Points, numbers)))
    st.register_type_strategy(Forecast, st.builds(Forecast, **by_type(Forecast, numbers)))
    return st.builds(Result, **by_type(Result, numbers))


def by_type(made: type, numbers: Any) -> dict[str, Any]:
    letters = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
    words, maybe = st.text(letters, max_size=5), st.one_of(st.none(), numbers)
    known = {
        str: words, float: numbers, int: st.integers(-5, 50), bool: st.booleans(), Period: periods, date: days,
        float | None: maybe, bool | None: st.one_of(st.none(), st.booleans()),
        int | None: st.one_of(st.none(), st.integers(1, 42)), Period | None: st.one_of(st.none(), periods),
        date | None: st.one_of(st.none(), days),
        tuple[str, ...]: st.tuples(words), tuple[int, ...]: st.tuples(st.integers(0, 3)),
        tuple[float | None, ...]: st.tuples(maybe, maybe), tuple[Period, ...]: st.tuples(periods),
    }  # fmt: skip
    return {each.name: known[each.type] if each.type in known else st.from_type(each.type) for each in fields(made)}


def bring_back(result: Result) -> Result:
    kept = take_apart(result)
    return put_together(result.key, kept.columns, kept.rest, read_points(kept.points))


def has_no_number(part: Any) -> bool:
    if isinstance(part, float):
        return not math.isfinite(part)
    inside = part if isinstance(part, tuple) else ()
    inside = [getattr(part, each.name) for each in fields(part)] if is_dataclass(part) else inside
    return any(has_no_number(each) for each in inside)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_result_comes_back_as_it_was_or_is_refused(data):
    numbers = data.draw(st.sampled_from([st.floats(), st.floats(allow_nan=False, allow_infinity=False)]))
    result = data.draw(results(numbers))
    if has_no_number(result):
        with pytest.raises(CannotKeep):
            take_apart(result)
    else:
        assert bring_back(result) == result


@pytest.mark.parametrize(
    ("result", "place"),
    [
        (Result("f", "i", "a", forecast=Forecast(path=(ForecastPoint(MARCH, math.nan, 1, 2),))), "forecast.path.mean"),
        (Result("f", "i", "a", latest=Latest(value=math.inf)), "latest.value"),
        (Result("f", "i", "a", points=Points(value=(1.0, -math.inf))), "points.value"),
    ],
)
def test_the_refusal_says_where(result, place):
    with pytest.raises(CannotKeep, match=f"^{place}$"):
        take_apart(result)


@pytest.mark.parametrize("letter", ["\ud800", "\x00"])
@pytest.mark.parametrize("part", ["fault", "framework"])
def test_words_that_no_database_can_hold_are_refused(letter, part):
    result = faulty("f", "i", "a", f"why{letter}") if part == "fault" else Result("f", "i", "a", Latest(state=letter))
    with pytest.raises(CannotKeep):
        take_apart(result)


EMPTY = take_apart(Result("f", "i", "a"))


@pytest.mark.parametrize("rest", ["", "null", "[]", '{"latest": 1}', '{"forecast": {"path": 1}}'])
def test_what_is_no_result_is_said_to_be_none(rest):
    with pytest.raises(CannotRead):
        put_together(("f", "i", "a"), EMPTY.columns, rest)


@pytest.mark.parametrize("text", ["{", "null", "{}", '{"period": 1}', '{"period": [["month", "2025-03-02", "x"]]}'])
def test_what_is_no_series_is_said_to_be_none(text):
    with pytest.raises(CannotRead):
        read_points(text)


def test_without_its_points_a_result_is_the_same_but_for_them():
    result = Result("f", "i", "a", latest=Latest(MARCH, 2.0), points=Points(period=(MARCH,), value=(2.0,)))
    kept = take_apart(result)
    assert put_together(result.key, kept.columns, kept.rest) == replace(result, points=Points())


def test_a_column_of_the_series_in_which_nothing_stands_takes_no_room():
    points = Points(period=(MARCH,), value=(0.0,), plan=(None,), state=("known",), text=("",), group=(0,))
    said = json.loads(take_apart(Result("f", "i", "a", points=points)).points)
    assert {"period", "value", "state"} <= said.keys()
    assert not {"plan", "text", "group"} & said.keys()
