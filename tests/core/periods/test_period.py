"""Periods as nouns: their spans, order, neighbours and names."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outturn.core.periods import Period, PeriodKind, PeriodProblem, parse, spanning

K = PeriodKind
OCTOBER = date(2024, 10, 15)
DAYS = st.dates(date(1971, 1, 1), date(2068, 12, 31))
REGULAR = [kind for kind in K if kind not in (K.POOLED, K.SURVEY)]

NAMES = [
    (K.DAY, "15 Oct 2024", "15 Oct 24"),
    (K.WEEK, "Week to 20 Oct 2024", "w/e 20 Oct 24"),
    (K.MONTH, "Oct 2024", "Oct 24"),
    (K.QUARTER, "Q3 2024/25", "Q3 24/25"),
    (K.HALF, "H2 2024/25", "H2 24/25"),
    (K.YEAR, "2024", "2024"),
    (K.FINANCIAL_YEAR, "2024/25", "2024/25"),
    (K.ACADEMIC_YEAR, "2024/25 academic year", "AY 24/25"),
    (K.YTD, "Apr to Oct 2024 (M7)", "M7 24/25"),
    (K.ROLLING3, "3 months to Oct 2024", "3m to Oct 24"),
    (K.ROLLING12, "12 months to Oct 2024", "12m to Oct 24"),
    (K.CENSUS, "15 Oct 2024", "15 Oct 24"),
]


@pytest.mark.parametrize(("kind", "label", "short"), NAMES)
def test_the_period_around_a_day_has_these_names(kind: PeriodKind, label: str, short: str) -> None:
    period = Period.of(kind, OCTOBER)
    assert (period.label, period.short) == (label, short)


def test_pooled_years_and_surveys_are_named_by_their_days() -> None:
    assert Period(K.POOLED, date(2020, 1, 1), date(2022, 12, 31)).label == "2020 to 2022"
    assert Period(K.POOLED, date(2018, 4, 1), date(2021, 3, 31)).label == "2018/19 to 2020/21"
    assert Period(K.SURVEY, date(2023, 1, 1), date(2023, 3, 31)).label == "Jan to Mar 2023"
    assert Period(K.YTD, date(2024, 4, 1), date(2025, 1, 31)).label == "Apr 2024 to Jan 2025 (M10)"


def test_periods_sort_by_their_end_then_their_start() -> None:
    month, quarter, year = (Period.of(kind, date(2024, 9, 1)) for kind in (K.MONTH, K.QUARTER, K.FINANCIAL_YEAR))
    assert sorted([year, month, quarter]) == [quarter, month, year]


@pytest.mark.parametrize(
    ("kind", "previous"),
    [
        (K.MONTH, "Sep 2024"),
        (K.QUARTER, "Q2 2024/25"),
        (K.FINANCIAL_YEAR, "2023/24"),
        (K.ROLLING12, "12 months to Sep 2024"),
        (K.YTD, "Apr to Sep 2024 (M6)"),
        (K.WEEK, "Week to 13 Oct 2024"),
    ],
)
def test_the_one_before(kind: PeriodKind, previous: str) -> None:
    period = Period.of(kind, OCTOBER)
    assert period.previous().label == previous


def test_the_year_to_date_before_month_one_is_last_years_month_twelve() -> None:
    assert Period.of(K.YTD, date(2024, 4, 1)).previous().label == "Apr 2023 to Mar 2024 (M12)"


def test_a_figure_for_october_is_two_months_behind_in_december() -> None:
    assert Period.of(K.MONTH, OCTOBER).months_behind(date(2024, 12, 20)) == 2
    assert Period.of(K.MONTH, OCTOBER).months_behind(date(2024, 10, 20)) == 0


def test_the_financial_year_ends_in_march() -> None:
    assert Period.of(K.MONTH, OCTOBER).financial_year().end == date(2025, 3, 31)
    assert Period.of(K.MONTH, date(2025, 2, 1)).financial_year().label == "2024/25"


@pytest.mark.parametrize(
    ("kind", "start", "end"),
    [
        (K.MONTH, date(2024, 10, 1), date(2024, 10, 30)),
        (K.QUARTER, date(2024, 8, 1), date(2024, 10, 31)),
        (K.YTD, date(2024, 5, 1), date(2024, 10, 31)),
        (K.FINANCIAL_YEAR, date(2024, 1, 1), date(2024, 12, 31)),
        (K.DAY, date(2024, 10, 2), date(2024, 10, 1)),
    ],
)
def test_a_span_that_is_not_of_its_kind_is_refused(kind: PeriodKind, start: date, end: date) -> None:
    with pytest.raises(PeriodProblem, match="is not a"):
        Period(kind, start, end)


def test_a_year_from_april_in_a_file_is_a_financial_year() -> None:
    assert spanning("year", date(2023, 4, 1), date(2024, 3, 31)).kind is K.FINANCIAL_YEAR
    assert spanning("year", date(2022, 1, 1), date(2022, 12, 31)).kind is K.YEAR


def test_an_unknown_kind_is_refused_with_the_known_ones() -> None:
    with pytest.raises(PeriodProblem, match=r"'fortnight' is not a kind of period. Use one of: day, week"):
        spanning("fortnight", date(2024, 1, 1), date(2024, 1, 14))


@given(st.sampled_from(REGULAR), DAYS)
def test_every_label_is_read_back_as_its_period(kind: PeriodKind, day: date) -> None:
    period = Period.of(kind, day)
    assert parse(period.label, kind=kind) == period
    assert parse(period.short, kind=kind) == period


@given(st.sampled_from([kind for kind in REGULAR if kind is not K.CENSUS]), DAYS)
def test_next_and_previous_undo_each_other_and_follow_in_time(kind: PeriodKind, day: date) -> None:
    period = Period.of(kind, day)
    assert period.next().previous() == period
    assert period.previous() < period < period.next()


@given(st.sampled_from(REGULAR), DAYS)
def test_the_period_around_a_day_holds_the_day(kind: PeriodKind, day: date) -> None:
    period = Period.of(kind, day)
    assert period.start <= day <= period.end
