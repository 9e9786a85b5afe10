"""Every label that people write, by example."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outturn.core.periods import Period, PeriodKind, PeriodProblem, parse, parse_pair

K = PeriodKind

LABELS = {
    "Oct 2024": ["Oct-24", "Oct 24", "Oct '24", "October 2024", "oct-2024", "2024 10", "2024-10", "202410", "10/2024",
                 "Oct\u201124", " Oct  24 ", "2024 Oct"],
    "Sep 2024": ["Sept-24", "Sep-24", "September 24"],
    "Q2 2024/25": ["Q2 24/25", "24-25 Q2", "Q2 2024/25", "2024/25 Q2", "Q2 - 24/25", "Quarter 2 24/25", "Q2 FY24/25"],
    "Q1 2023/24": ["Q1 - 23/24", "Apr to Jun 2023"],
    "2023/24": ["2023/24", "23/24", "2023-24", "2023/2024", "2023-2024", "FY 2023/24", "Apr-23 to Mar-24"],
    "2013/14": ["13/14"],
    "2023 to 2024": ["2023 to 2024"],
    "2022": ["2022", "Jan to Dec 2022"],
    "2020 to 2022": ["2020-22", "2020 - 2022", "2020-2022", "2020 to 2022"],
    "2018/19 to 2020/21": ["2018/19 - 2020/21"],
    "Apr to Oct 2024 (M7)": ["M7 24/25", "Month 7 2024/25", "24/25 M07", "Apr to Oct 2024 (M7)", "Apr - Oct 2024"],
    "12 months to Sep 2024": ["12 months to Sep 24", "Year to Sep 2024", "rolling 12 months ending Sep-24",
                              "Oct-23 to Sep-24"],
    "3 months to Sep 2024": ["3 months to Sep 2024"],
    "Jan to Sep 2013": ["January 13-September 13"],
    "31 Oct 2024": ["2024-10-31", "31/10/2024", "31 Oct 2024", "31st October 2024", "31.10.24", "2024-10-31 00:00:00",
                    "as at 31 October 2024"],
    "Week to 3 Nov 2024": ["w/e 3 Nov 2024", "week ending 03/11/2024", "w/c 28 Oct 2024", "2024-W44"],
    "2023/24 academic year": ["AY 2023/24", "2023/24 academic year"],
}  # fmt: skip

PROBLEMS = [
    ("2025-13", "'2025-13' is not a month. Use 2025-12."),
    ("2025-00", "'2025-00' is not a month. Use 2025-01."),
    ("2011-12", "'2011-12' may be a month or a year. Write Dec 2011, or 2011/12."),
    (
        "2023/24/25",
        "'2023/24/25' is not a period. Write it as Oct 2024, Q2 2024/25, 2024/25 or 2024-10-31.",
    ),
    (
        "Q2 2024",
        "'Q2 2024' does not say which year it counts from. "
        "Write Q2 2024/25 for the financial year, or Apr to Jun 2024 for the calendar year.",
    ),
    ("M7", "'M7' names no year. Add it, such as 2024/25."),
    ("M13 24/25", "'M13 24/25' is not a month of the financial year. Use M1 (April) to M12 (March)."),
    ("10/31/2024", "'10/31/2024' is not a date. Write the day first: 31/10/2024."),
    ("31/11/2024", "'31/11/2024' is not a date. Use a day that exists, such as 31/10/2024."),
    ("2024 to 2020", "'2024 to 2020' ends before it begins. Write it as 2024 to 2026."),
    ("FY25", "'FY25' can be read in more than one way. Write the month as Oct 2024, or the year as 2024/25."),
    ("", "The period is empty. Write the month, such as Oct 2024."),
    ("Jan 2023\u200b", "'Jan 2023?' is not a period. It holds a character that cannot be seen: type it again."),
    ("TBC", "'TBC' is not a period. Write it as Oct 2024, Q2 2024/25, 2024/25 or 2024-10-31."),
]


@pytest.mark.parametrize(("name", "label"), [(name, label) for name, labels in LABELS.items() for label in labels])
def test_a_label_names_this_period(name: str, label: str) -> None:
    assert parse(label).label == name


@pytest.mark.parametrize(("label", "sentence"), PROBLEMS)
def test_a_label_that_names_none_is_refused_with_its_cure(label: str, sentence: str) -> None:
    with pytest.raises(PeriodProblem) as problem:
        parse(label)
    assert str(problem.value) == sentence


@pytest.mark.parametrize(
    ("label", "name"),
    [("M7", "Apr to Oct 2024 (M7)"), ("Month 11", "Apr 2024 to Feb 2025 (M11)"), ("Q2", "Q2 2024/25"),
     ("Apr", "Apr 2024"), ("Sept", "Sep 2024"), ("Feb", "Feb 2025")],
)  # fmt: skip
def test_a_label_without_a_year_is_completed_by_the_year_it_stands_in(label: str, name: str) -> None:
    assert parse(label, within=date(2024, 11, 1)).label == name
    assert parse(label, within=Period.of(K.FINANCIAL_YEAR, date(2024, 4, 1))).label == name


@pytest.mark.parametrize(
    ("label", "kind", "name"),
    [
        ("Sep-24", K.QUARTER, "Q2 2024/25"),
        ("Sep-24", K.ROLLING12, "12 months to Sep 2024"),
        ("Sep-24", K.YTD, "Apr to Sep 2024 (M6)"),
        ("Q2 24/25", K.ROLLING12, "12 months to Sep 2024"),
        ("Apr to Jun 2024", K.YTD, "Apr to Jun 2024 (M3)"),
        ("Mar-25", K.FINANCIAL_YEAR, "2024/25"),
        ("M7 24/25", K.MONTH, "Oct 2024"),
        ("2011-12", K.MONTH, "Dec 2011"),
        ("2011-12", K.FINANCIAL_YEAR, "2011/12"),
        ("2023/24", K.ACADEMIC_YEAR, "2023/24 academic year"),
        ("31/10/2024", K.MONTH, "Oct 2024"),
        ("Mar 2024", K.CENSUS, "31 Mar 2024"),
    ],
)
def test_what_the_column_holds_decides_what_a_label_means(label: str, kind: PeriodKind, name: str) -> None:
    assert parse(label, kind=kind).label == name


def test_a_month_inside_a_quarter_is_not_its_quarter() -> None:
    with pytest.raises(PeriodProblem, match="'Aug-24' is Aug 2024, not a quarter. Use one such as Q2 2024/25."):
        parse("Aug-24", kind=K.QUARTER)


def test_spreadsheet_dates_and_bare_years() -> None:
    assert parse(date(2024, 10, 1)).label == "Oct 2024"
    assert parse(datetime(2024, 10, 31, 0, 0)).label == "31 Oct 2024"
    assert parse(datetime(2024, 10, 31), kind=K.MONTH).label == "Oct 2024"
    assert parse(2022).label == "2022"
    assert parse(2022.0).label == "2022"
    with pytest.raises(PeriodProblem, match="45566 looks like a date that lost its format"):
        parse(45566)


@pytest.mark.parametrize(
    ("label", "value", "plan"),
    [
        ("Sep-24 Q2 Plan", "Sep 2024", "Q2 2024/25"),
        ("Oct 24 Q3 Plan", "Oct 2024", "Q3 2024/25"),
        ("Q2 24/25 Q2 Plan", "Q2 2024/25", "Q2 2024/25"),
        ("Jan-25 Annual Plan", "Jan 2025", "2024/25"),
        ("Sep-24", "Sep 2024", None),
    ],
)
def test_a_label_may_name_the_plans_period_too(label: str, value: str, plan: str | None) -> None:
    found, planned = parse_pair(label)
    assert (found.label, planned.label if planned else None) == (value, plan)


def test_a_pair_without_a_year_is_completed_like_any_label() -> None:
    value, plan = parse_pair("Q2 Q2 Plan", kind=K.ROLLING12, within=date(2024, 10, 1))
    assert (value.label, plan and plan.label) == ("12 months to Sep 2024", "Q2 2024/25")


@given(st.text(alphabet="0123456789 -/.'QqMmHhFYAaBbCcDdEeGgJjLlNnOoPpRrSsTtUuVvWwyto", max_size=24))
def test_any_label_gives_a_period_or_a_sentence(label: str) -> None:
    for kind in (None, *K):
        try:
            period = parse(label, kind=kind, within=date(2024, 10, 1))
        except PeriodProblem as problem:
            assert problem.message and problem.cure.endswith((".", "?"))
        else:
            assert period.start <= period.end
