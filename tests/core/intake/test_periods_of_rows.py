"""The period of a row: from two dates, from one, from a label and its year, as the indicator is measured."""

from datetime import date

import pytest

from outturn.core.intake import Intake, Layout, PeriodColumns, UnitInfo, ValueColumn, read_file
from outturn.core.periods import PeriodKind as K
from outturn.core.units import Unit
from outturn.workbooks.opening import open_file

UNITS = {
    "monthly": UnitInfo(Unit.COUNT, period_kind=K.MONTH),
    "quarterly": UnitInfo(Unit.COUNT, period_kind=K.QUARTER),
    "rolling": UnitInfo(Unit.COUNT, period_kind=K.ROLLING12),
    "rolling-quarterly": UnitInfo(Unit.COUNT, period_kind=K.QUARTER, accumulation="rolling_12"),
    "pooled": UnitInfo(Unit.YEARS, period_kind=K.POOLED),
    "pooled-yearly": UnitInfo(Unit.RATE, period_kind=K.FINANCIAL_YEAR, accumulation="pooled_years"),
    "yearly": UnitInfo(Unit.COUNT, period_kind=K.FINANCIAL_YEAR),
    "to-date": UnitInfo(Unit.COUNT, period_kind=K.YTD),
}
DATES = Layout(
    "dates",
    indicator="Measure",
    fixed_area="england",
    period=PeriodColumns(start="From", end="To"),
    values=(ValueColumn("Value"), ValueColumn("Plan", "plan")),
)
LABELS = Layout(
    "labels",
    indicator="Measure",
    fixed_area="england",
    period=PeriodColumns(label="Period"),
    values=(ValueColumn("Value"),),
)


def read(text: str, layout: Layout) -> Intake:
    return read_file(open_file("a.csv", text.encode()), layout, units=UNITS)


def sentence(intake: Intake) -> str:
    (problem,) = intake.problems
    return problem.sentence


def name_of(intake: Intake) -> str:
    """Kind and first and last day of the only figure."""
    assert intake.clean, [problem.sentence for problem in intake.problems]
    ((kind, start, end),) = intake.values.select("period_kind", "start", "end").rows()
    return f"{kind} {start} {end}"


@pytest.mark.parametrize(
    ("measure", "start", "end", "kind"),
    [
        ("rolling", "2024-03-01", "2025-02-28", "rolling12"),
        ("rolling", "2024-04-01", "2025-03-31", "rolling12"),
        ("rolling", "2024-01-01", "2024-12-31", "rolling12"),
        ("rolling", "2023-09-01", "2024-08-31", "rolling12"),
        ("yearly", "2024-04-01", "2025-03-31", "financial_year"),
        ("monthly", "2025-03-01", "2025-03-31", "month"),
        ("quarterly", "2025-04-01", "2025-06-30", "quarter"),
        ("to-date", "2025-04-01", "2025-06-30", "ytd"),
        ("to-date", "2025-04-01", "2025-04-30", "ytd"),
        ("pooled", "2020-01-01", "2022-12-31", "pooled"),
    ],
)
def test_two_dates_are_the_period_that_the_indicator_is_measured_in(
    measure: str, start: str, end: str, kind: str
) -> None:
    assert name_of(read(f"Measure,From,To,Value,Plan\n{measure},{start},{end},5,\n", DATES)) == f"{kind} {start} {end}"


@pytest.mark.parametrize(
    ("measure", "start", "end", "wrong"),
    [
        ("monthly", "2025-04-01", "2025-06-30", "is Q1 2025/26, not a month"),
        ("quarterly", "2025-04-01", "2025-04-30", "is Apr 2025, not a quarter"),
        ("quarterly", "2024-04-01", "2025-03-31", "is 2024/25, not a quarter"),
        ("yearly", "2024-01-01", "2024-12-31", "is 2024, not a financial year"),
        ("rolling", "2025-03-01", "2025-03-31", "is Mar 2025, not 12 rolling months"),
        ("to-date", "2025-05-01", "2025-06-30", "is May to Jun 2025, not a year to date"),
        ("pooled", "2025-03-01", "2025-03-31", "is Mar 2025, not pooled years"),
    ],
)
def test_two_dates_that_are_another_period_are_a_problem(measure: str, start: str, end: str, wrong: str) -> None:
    said = sentence(read(f"Measure,From,To,Value,Plan\n{measure},{start},{end},5,\n", DATES))
    assert f"' {wrong}. Correct the dates, or say in the layout what kind of period they are." in said


def test_a_plan_may_be_for_a_longer_period_than_the_figure() -> None:
    intake = read("Measure,From,To,Value,Plan\nmonthly,2024-04-01,2025-03-31,,500\n", DATES)
    assert name_of(intake) == "financial_year 2024-04-01 2025-03-31"


def test_figures_that_add_up_more_than_their_period_may_give_the_dates_of_either() -> None:
    for start in ("2024-04-01", "2025-01-01"):
        intake = read(f"Measure,From,To,Value,Plan\nrolling-quarterly,{start},2025-03-31,5,\n", DATES)
        assert name_of(intake) == "quarter 2025-01-01 2025-03-31"


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2025-03-01", "2025-02-30", "Row 2, column 'To': '2025-02-30' is not a date. Use a day that exists"),
        ("2025-13-01", "2025-03-31", "Row 2, column 'From': '2025-13-01' is not a date."),
        ("2025-03-31", "2025-03-01", "Row 2, column 'From': The first day, 31 Mar 2025, is after the last"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_date_is_said_of_that_date(start: str, end: str, said: str) -> None:
    assert sentence(read(f"Measure,From,To,Value,Plan\nmonthly,{start},{end},5,\n", DATES)).startswith(said)


def test_what_is_wrong_in_a_figures_own_date_is_said_of_that_date() -> None:
    own = ValueColumn("Plan", "plan", period=PeriodColumns(start="Plan from", end="Plan to"))
    layout = Layout("l", indicator="Measure", fixed_area="e", period=DATES.period, values=(ValueColumn("Value"), own))
    heading = "Measure,From,To,Value,Plan,Plan from,Plan to\n"
    said = sentence(read(f"{heading}monthly,2025-03-01,2025-03-31,5,6,2025-04-01,2025-04-31\n", layout))
    assert said.startswith("Row 2, column 'Plan to': '2025-04-31' is not a date.")


@pytest.mark.parametrize(
    ("columns", "measure", "day", "period"),
    [
        (PeriodColumns(start="Day"), "monthly", "2025-03-01", "month 2025-03-01 2025-03-31"),
        (PeriodColumns(end="Day"), "monthly", "2025-03-31", "month 2025-03-01 2025-03-31"),
        (PeriodColumns(end="Day"), "rolling", "2025-03-31", "rolling12 2024-04-01 2025-03-31"),
        (PeriodColumns(start="Day"), "rolling", "2024-04-01", "rolling12 2024-04-01 2025-03-31"),
        (PeriodColumns(end="Day"), "quarterly", "2025-03-31", "quarter 2025-01-01 2025-03-31"),
    ],
)
def test_one_date_is_the_period_around_it(columns: PeriodColumns, measure: str, day: str, period: str) -> None:
    layout = Layout("l", indicator="Measure", fixed_area="e", period=columns, values=(ValueColumn("Value"),))
    assert name_of(read(f"Measure,Day,Value\n{measure},{day},5\n", layout)) == period


@pytest.mark.parametrize(
    ("measure", "label", "period"),
    [
        ("pooled", "2018 - 20", "pooled 2018-01-01 2020-12-31"),
        ("pooled", "2019-21", "pooled 2019-01-01 2021-12-31"),
        ("pooled", "2018/19 - 20/21", "pooled 2018-04-01 2021-03-31"),
        ("pooled-yearly", "2018/19 - 20/21", "financial_year 2020-04-01 2021-03-31"),
        ("rolling-quarterly", "12 months to Sep 2024", "quarter 2024-07-01 2024-09-30"),
        ("monthly", "RTT-March-2025", "month 2025-03-01 2025-03-31"),
        ("monthly", "MSitAE-MARCH-2025", "month 2025-03-01 2025-03-31"),
        ("monthly", "DM01-March-2025", "month 2025-03-01 2025-03-31"),
        ("monthly", "202503", "month 2025-03-01 2025-03-31"),
        ("monthly", "2025-03-31", "month 2025-03-01 2025-03-31"),
        ("monthly", "2024/25 Mar", "month 2025-03-01 2025-03-31"),
        ("monthly", "Apr 24/25", "month 2024-04-01 2024-04-30"),
        ("monthly", "2024-25 M12", "month 2025-03-01 2025-03-31"),
        ("monthly", "M2 24/25", "month 2024-05-01 2024-05-31"),
        ("monthly", "Month 2 2024/25", "month 2024-05-01 2024-05-31"),
        ("to-date", "M2 24/25", "ytd 2024-04-01 2024-05-31"),
    ],
)
def test_a_label_is_the_period_that_the_indicator_is_measured_in(measure: str, label: str, period: str) -> None:
    assert name_of(read(f"Measure,Period,Value\n{measure},{label},5\n", LABELS)) == period


@pytest.mark.parametrize(
    ("measure", "label", "said"),
    [
        ("monthly", "2024/25 Q4", "'2024/25 Q4' is Q4 2024/25, not a month. Use one such as Mar 2025."),
        ("monthly", "2018 - 20", "'2018 - 20' is 2018 to 2020, not a month. Use one such as Dec 2020."),
        ("pooled", "202503", "'202503' is Mar 2025, not pooled years. Use one such as 2020 to 2022."),
        (
            "monthly",
            "45748",
            "45748 looks like a date that lost its format (01 Apr 2025). Format the cell as a date and save it again.",
        ),
        (
            "yearly",
            "2000/1",
            "'2000/1' does not name the second year by its last two digits. Write it as 2000/01.",
        ),
        (
            "quarterly",
            "2023 Q4",
            "'2023 Q4' does not say which year it counts from. Write Q4 2023/24 for the financial year, or Oct to Dec "
            "2023 for the calendar year.",
        ),
        ("quarterly", "M2 24/25", "'M2 24/25' is Apr to May 2024 (M2), not a quarter. Use one such as Q1 2024/25."),
    ],
)
def test_a_label_of_another_kind_is_a_problem(measure: str, label: str, said: str) -> None:
    assert sentence(read(f"Measure,Period,Value\n{measure},{label},5\n", LABELS)) == f"Row 2, column 'Period': {said}"


@pytest.mark.parametrize(
    ("label", "cell", "state"),
    [
        ("March 2025 (provisional)", "71", "provisional"),
        ("Mar-25p", "71", "provisional"),
        ("Mar-25 [p]", "71", "provisional"),
        ("Mar-25r", "71", "known"),
        ("March 2025 (revised)", "71", "known"),
        ("Mar-25p", "*", "suppressed"),
        ("Mar-25p", "n/a", "not_available"),
    ],
)
def test_a_period_may_say_that_its_figures_are_provisional(label: str, cell: str, state: str) -> None:
    intake = read(f"Measure,Period,Value\nmonthly,{label},{cell}\n", LABELS)
    assert name_of(intake) == "month 2025-03-01 2025-03-31"
    assert intake.values["state"].to_list() == [state]


def test_the_year_may_stand_in_a_column_of_its_own() -> None:
    period = PeriodColumns(label="Month", within_column="FinYear")
    layout = Layout("l", indicator="Measure", fixed_area="e", period=period, values=(ValueColumn("Pct"),))
    rows = "FinYear;Month;Measure;Pct\n2023/24;Mar;monthly;60\n2024/25;Mar;monthly;70\n2024/25;Apr;monthly;71\n"
    assert read(rows, layout).values.select("start", "value").rows() == [
        (date(2024, 3, 1), 60),
        (date(2025, 3, 1), 70),
        (date(2024, 4, 1), 71),
    ]


def test_a_calendar_year_beside_the_month_is_that_year() -> None:
    period = PeriodColumns(label="Month", within_column="Year")
    layout = Layout("l", indicator="Measure", fixed_area="e", period=period, values=(ValueColumn("Pct"),))
    rows = "Year,Month,Measure,Pct\n2024,Mar,monthly,60\n"
    assert read(rows, layout).values["start"].to_list() == [date(2024, 3, 1)]
    assert sentence(read("Year,Month,Measure,Pct\n2024,M3,monthly,60\n", layout)) == (
        "Row 2, column 'Month': 'M3' in 2024 does not say which year it counts from. "
        "Write the financial year, such as 2024/25."
    )
    assert sentence(read("Year,Month,Measure,Pct\n24x,Mar,monthly,60\n", layout)).startswith(
        "Row 2, column 'Year': '24x' is not a period."
    )
