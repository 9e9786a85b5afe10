"""Wide files: headings of one row and of several, and columns that nobody foresaw."""

from dataclasses import replace

import polars as pl

from outturn.core.intake import Intake, Layout, PeriodColumns, UnitInfo, ValueColumn, read_file
from outturn.core.periods import PeriodKind
from outturn.core.units import Unit
from outturn.workbooks.opening import open_file

UNITS = {
    "waiting": UnitInfo(Unit.COUNT, period_kind=PeriodKind.MONTH),
    "checks": UnitInfo(Unit.COUNT, period_kind=PeriodKind.QUARTER),
}
LAYOUT = Layout("wide", shape="wide", indicator="Measure", area="Area")


def read(*rows: str, layout: Layout = LAYOUT) -> Intake:
    return read_file(open_file("wide.csv", "\n".join(rows).encode()), layout, units=UNITS)


def told(intake: Intake) -> list[tuple]:
    assert [problem.sentence for problem in intake.problems] == []
    return intake.values.select("indicator", "role", "period_kind", pl.col("end").cast(pl.String), "value").rows()


def test_each_indicator_reads_the_dates_in_its_own_kind_of_period() -> None:
    intake = read("Measure,Area,May-24,Jun-24", "waiting,uhl,5,6", "checks,uhl,,90")
    assert told(intake) == [
        ("waiting", "actual", "month", "2024-05-31", 5),
        ("waiting", "actual", "month", "2024-06-30", 6),
        ("checks", "actual", "quarter", "2024-06-30", 90),
    ]


def test_a_figure_between_quarter_ends_is_a_problem_and_a_dash_is_not() -> None:
    assert told(read("Measure,Area,May-24,Jun-24", "checks,uhl,-,90"))[0] == (
        "checks", "actual", "month", "2024-05-31", None,
    )  # fmt: skip
    (problem,) = read("Measure,Area,May-24,Jun-24", "checks,uhl,30,90").problems
    assert (
        problem.sentence == "Row 2, column 'May-24': 'May-24' is May 2024, not a quarter. Use one such as Q1 2024/25."
    )


def test_actual_and_plan_may_stand_under_each_month() -> None:
    layout = replace(LAYOUT, heading_rows=2, roles={"Actual": "actual", "Plan": "plan"})
    intake = read(",,Sep-24,,Oct-24,", "Measure,Area,Actual,Plan,Actual,Plan", "waiting,uhl,5,4,6,4", layout=layout)
    assert told(intake) == [
        ("waiting", "actual", "month", "2024-09-30", 5),
        ("waiting", "plan", "month", "2024-09-30", 4),
        ("waiting", "actual", "month", "2024-10-31", 6),
        ("waiting", "plan", "month", "2024-10-31", 4),
    ]


def test_months_without_a_year_stand_in_the_year_above_them() -> None:
    layout = replace(LAYOUT, heading_rows=2)
    intake = read(",,2023/24,,2024/25,", "Measure,Area,Feb,Mar,Apr,May", "waiting,uhl,1,2,3,4", layout=layout)
    assert [row[3] for row in told(intake)] == ["2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31"]


def test_months_without_a_year_stand_in_the_layouts_year() -> None:
    layout = replace(LAYOUT, period=PeriodColumns(within="2024/25"))
    assert [row[3] for row in told(read("Measure,Area,Dec,Jan", "waiting,uhl,1,2", layout=layout))] == [
        "2024-12-31",
        "2025-01-31",
    ]


def test_a_misspelt_month_is_a_problem_not_a_lost_column() -> None:
    (problem,) = read("Measure,Area,Sep-24,Otc-24", "waiting,uhl,5,6").problems
    assert problem.sentence == (
        "The column 'Otc-24' is neither a period nor one that the layout knows. "
        "Write the period as Oct 2024, or list the column under 'ignore' in the layout."
    )


def test_an_empty_column_is_no_problem() -> None:
    assert len(told(read("Measure,Area,Sep-24,,Notes", "waiting,uhl,5,,"))) == 1


def test_a_row_whose_figures_are_not_named_is_a_problem() -> None:
    layout = replace(LAYOUT, role="Row", roles={"Actual": "actual", "Plan": "plan"})
    (problem,) = read("Measure,Area,Row,Sep-24", "waiting,uhl,Guess,5", layout=layout).problems
    assert problem.sentence == (
        "Row 2, column 'Sep-24': The row does not say what its figures are. "
        "Write Actual or Plan, or add the word to the layout."
    )


def test_plans_may_be_words_where_the_layout_says_so_and_actuals_still_may_not() -> None:
    layout = replace(
        LAYOUT, role="Row", roles={"Actual": "actual", "Plan": "plan"}, values=(ValueColumn("", reads="target"),)
    )
    intake = read("Measure,Area,Row,Sep-24", "waiting,uhl,Plan,Reduce", "waiting,uhl,Actual,<5", layout=layout)
    assert intake.values.select("role", "state", "text").rows() == [
        ("plan_text", "known", "Reduce"),
        ("actual", "suppressed", "<5"),
    ]
