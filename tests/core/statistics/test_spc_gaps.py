"""A period that a regular series leaves out is a gap, as an empty row is; a series without a rhythm is left alone."""

import calendar
from datetime import date, datetime, timedelta

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outturn.core.statistics.spc import p_prime, run_chart, spc, spc_summary, t_chart
from outturn.core.statistics.spc.gaps import with_gaps
from outturn.core.statistics.spc.input import check_and_sort
from outturn.core.statistics.table.gaps_kernel import ahead, civil, first_of

EPOCH = date(1970, 1, 1)


def series(days, name="a"):
    values = [float(10 + 7 * n % 5) for n in range(len(days))]
    return pl.DataFrame({"series": [name] * len(days), "date": days, "value": values})


def without(days, *places):
    return [day for place, day in enumerate(days) if place not in places]


def added(days):
    """The days of the rows that were put in."""
    table = with_gaps(check_and_sort(series(days))).frame
    return table.filter(pl.col("value").is_null())["date"].to_list()


def month_days(count, step=1, day=1, first=2020):
    """The `day` of every `step`th month; 31 is the last day."""
    months = [(first + n * step // 12, n * step % 12 + 1) for n in range(count)]
    return [date(y, m, min(day, calendar.monthrange(y, m)[1])) for y, m in months]


REGULAR = {
    "months by their first day": month_days(24),
    "months by their last day": month_days(24, day=31),
    "months by a day in the middle": month_days(24, day=15),
    "quarters by their last day": month_days(16, step=3, day=31),
    "half years": month_days(12, step=6, day=31),
    "years": month_days(12, step=12, day=31),
    "weeks": [date(2024, 1, 7) + timedelta(weeks=n) for n in range(30)],
    "fortnights": [date(2024, 1, 7) + timedelta(weeks=2 * n) for n in range(30)],
    "periods of four weeks": [date(2024, 1, 7) + timedelta(weeks=4 * n) for n in range(13)],
    "days": [date(2024, 1, 1) + timedelta(days=n) for n in range(40)],
    "midnights": [datetime(2024, 1, 1) + timedelta(days=n) for n in range(40)],
}


@pytest.mark.parametrize("days", REGULAR.values(), ids=REGULAR)
def test_what_a_regular_series_leaves_out_has_an_empty_row(days):
    assert added(days) == []
    assert added(without(days, 4)) == [days[4]]
    assert added(without(days, 4, 7, 8)) == [days[4], days[7], days[8]]


IRREGULAR = {
    "events": [date(2024, 1, 1) + timedelta(days=n * n % 97 + 40 * n) for n in range(20)],
    "working days": [d for n in range(40) if (d := date(2024, 1, 1) + timedelta(days=n)).weekday() < 5],
    "hours": [datetime(2024, 1, 1) + timedelta(hours=n) for n in range(40) if n != 7],
    "visits by the minute": [datetime(2024, 1, 1, 9) + timedelta(days=n, minutes=17 * n) for n in range(20) if n != 5],
    "months of four, four and five weeks": [
        date(2024, 1, 28) + timedelta(weeks=4 * n + n // 3) for n in range(14)
    ],
    "first every month, then every quarter": month_days(6) + month_days(12, step=3, first=2021)[0:12],
    "five points": without(month_days(6), 3),
}  # fmt: skip


@pytest.mark.parametrize("days", IRREGULAR.values(), ids=IRREGULAR)
def test_a_series_without_a_rhythm_is_left_as_it_is(days):
    assert added(days) == []


def test_a_hole_of_centuries_is_one_empty_row():
    assert added(month_days(12, first=1700) + month_days(12)) == [date(1701, 1, 1)]


def test_left_out_is_exactly_as_empty():
    days = month_days(30)
    whole = series(days)
    holes = [5, 6, 19]
    empty = whole.with_columns(pl.when(~pl.int_range(30).is_in(holes)).then("value").alias("value"))
    gone = empty.drop_nulls()
    options = pl.DataFrame({"series": ["a"], "fix_after_n_points": [12], "rebase_dates": ["2021-06-01"]})
    for chosen in (None, options):
        assert spc(gone, chosen).equals(spc(empty, chosen))
        assert spc_summary(spc(gone, chosen), chosen).equals(spc_summary(spc(empty, chosen), chosen))
    assert run_chart(gone).equals(run_chart(empty))
    shares = {"numerator": pl.col("value"), "denominator": pl.lit(50.0)}
    as_counts = [table.with_columns(**shares) for table in (gone, empty)]
    assert p_prime(as_counts[0]).equals(p_prime(as_counts[1]))


def test_no_run_or_trend_goes_across_a_month_left_out():
    days = month_days(20)
    rising = series(days).with_columns(value=pl.Series([float(n) for n in range(20)]))
    gone = rising.filter(~pl.int_range(20).is_in([4, 9, 14]))
    assert rising.pipe(spc)["trend"].all()
    assert not spc(gone)["trend"].any()
    assert not spc(gone)["run"].any()
    assert spc(gone, rules="plot-the-dots")["trend"].all(), "this rule set knows rows only, as the R package does"


def test_rare_events_are_never_filled():
    events = series(without(month_days(20), 4))
    assert t_chart(events).height == 19


def test_series_keep_their_own_gaps():
    frame = pl.concat(
        [series(without(month_days(20), 4)), series(month_days(20), "b"), series(without(month_days(20), 7), "c")]
    )
    found = spc(frame)
    assert found.filter(pl.col("value").is_null()).select("series", "date").rows() == [
        ("a", date(2020, 5, 1)), ("c", date(2020, 8, 1)),
    ]  # fmt: skip
    assert spc_summary(found)["n"].to_list() == [20, 20, 20]


@given(st.dates(date(1600, 1, 1), date(2600, 12, 31)), st.integers(0, 40))
def test_the_calendar_is_that_of_the_standard_library(day, months):
    number = (day - EPOCH).days
    month, dom, left = civil(number)
    length = calendar.monthrange(day.year, day.month)[1]
    assert (month, dom, left) == (day.year * 12 + day.month - 1, day.day, length - day.day)
    assert first_of(month) == number - day.day + 1
    to = month + months
    last = calendar.monthrange(to // 12, to % 12 + 1)[1]
    wanted = date(to // 12, to % 12 + 1, min(day.day, last))
    assert EPOCH + timedelta(days=int(ahead(number, 2, months, False))) == wanted


@settings(max_examples=100, deadline=None)
@given(st.sets(st.integers(0, 400), max_size=40), st.sampled_from([1, 7, 28, 30, 31, 91]))
def test_nothing_given_is_lost_and_the_order_holds(numbers, step):
    days = [EPOCH + timedelta(days=n * step) for n in sorted(numbers)]
    if not days:
        return
    table = with_gaps(check_and_sort(series(days)))
    found = table.frame["date"].to_list()
    assert found == sorted(set(found))
    assert set(days) <= set(found)
    assert table.starts.tolist() == [0, len(found)]
    assert np.isfinite(table.frame.filter(pl.col("date").is_in(days))["value"].to_numpy()).all()
