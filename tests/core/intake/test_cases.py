"""Files that people brought, each read as it should be, or refused in a true sentence."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from outturn.core.catalogue import Area
from outturn.core.intake import (
    Intake,
    Layout,
    PeriodColumns,
    UnitInfo,
    ValueColumn,
    choose_layout,
    read_file,
)
from outturn.core.intake.codes import codes_of
from outturn.core.periods import PeriodKind as K
from outturn.core.units import Unit
from outturn.workbooks.opening import open_file

CASES = Path(__file__).parent / "cases"
PLAIN = Layout(
    "plain",
    indicator="indicator",
    area="area",
    period=PeriodColumns(label="period"),
    values=(ValueColumn("value"), ValueColumn("plan", "plan", reads="target")),
)
EXTRACT = Layout(
    "extract",
    indicator="indicator_id",
    area="area_code",
    period=PeriodColumns(start="period_start", end="period_end"),
    values=(ValueColumn("value"), ValueColumn("target", "plan")),
)
MHSDS = Layout(
    "mhsds",
    indicator="MEASURE_ID",
    area="PRIMARY_LEVEL",
    period=PeriodColumns(start="REPORTING_PERIOD_START", end="REPORTING_PERIOD_END"),
    values=(ValueColumn("MEASURE_VALUE"),),
)
YEAR_AND_MONTH = Layout(
    "year-and-month",
    indicator="Measure",
    area="OrgCode",
    period=PeriodColumns(label="Month", within_column="FinYear"),
    values=(ValueColumn("Pct", percent_as="fraction"),),
)
UNITS = {
    "mhs95": UnitInfo(Unit.COUNT, period_kind=K.ROLLING12),
    "mhs01": UnitInfo(Unit.COUNT, period_kind=K.MONTH),
    "r-le": UnitInfo(Unit.YEARS, period_kind=K.POOLED),
    "r-falls65": UnitInfo(Unit.RATE, period_kind=K.FINANCIAL_YEAR),
    "r-ae-4h": UnitInfo(Unit.PERCENT, period_kind=K.MONTH),
    "ae4": UnitInfo(Unit.PERCENT, period_kind=K.MONTH),
    "ae-4h-type1": UnitInfo(Unit.PERCENT, period_kind=K.MONTH),
    "cancer-fds": UnitInfo(Unit.PERCENT, period_kind=K.MONTH),
    "ind001": UnitInfo(Unit.PERCENT, period_kind=K.MONTH),
    "ind002": UnitInfo(Unit.COUNT, period_kind=K.MONTH),
    "ind003": UnitInfo(Unit.COUNT, period_kind=K.MONTH),
    "ind004": UnitInfo(Unit.MONEY, period_kind=K.MONTH),
    "ind005": UnitInfo(Unit.PERCENT, period_kind=K.MONTH),
}


def read(name: str, layout: Layout, **known: object) -> Intake:
    return read_file(open_file(name, (CASES / name).read_bytes()), layout, units=UNITS, **known)  # type: ignore[arg-type]


def sentences(intake: Intake) -> list[str]:
    return [problem.sentence for problem in intake.problems]


def test_rolling_years_stay_rolling_and_a_quarter_is_no_month() -> None:
    intake = read("mhsds-roll.csv", MHSDS)
    assert intake.values.select("period_kind", "end", "value").rows() == [
        ("rolling12", date(2025, 2, 28), 500),
        ("rolling12", date(2025, 3, 31), 510),
        ("rolling12", date(2025, 4, 30), 520),
        ("rolling12", date(2024, 12, 31), 480),
    ]
    assert sentences(intake) == [
        "Row 6, column 'REPORTING_PERIOD_START': '01 Apr 2025 to 30 Jun 2025' is Q1 2025/26, not a month. "
        "Correct the dates, or say in the layout what kind of period they are."
    ]


def test_every_label_is_its_period_or_told_with_its_cure() -> None:
    intake = read("le.csv", PLAIN)
    assert intake.values.select("row", "start", "end", "state").rows() == [
        (2, date(2018, 1, 1), date(2020, 12, 31), "known"),
        (3, date(2019, 1, 1), date(2021, 12, 31), "known"),
        (5, date(2025, 3, 1), date(2025, 3, 31), "known"),
    ]
    assert sentences(intake) == [
        "Row 4, column 'period': '2018/19 - 20/21' is 2018/19 to 2020/21, not a financial year. "
        "Use one such as 2020/21.",
        "Row 7, column 'value': '71' and '70' in row 5 stand for the same actual of r-ae-4h to 31 Mar 2025. "
        "Correct or delete one of them. The same in rows 8, 10, 11, 12 and 13.",
        "Row 9, column 'period': 45748 looks like a date that lost its format (01 Apr 2025). "
        "Format the cell as a date and save it again.",
        "Row 14, column 'period': '2024/25 Q4' is Q4 2024/25, not a month. Use one such as Mar 2025.",
    ]
    provisional = intake.listed.filter(intake.listed["row"].is_in([12, 13]))
    assert provisional["problem"].str.contains("stand for the same").all(), "March 2025 (provisional), Mar-25p"


def test_a_year_beside_its_month_makes_two_periods() -> None:
    intake = read("twoyears.csv", YEAR_AND_MONTH)
    assert sentences(intake) == []
    assert intake.values.select("start", "value").rows() == [(date(2024, 3, 1), 60), (date(2025, 3, 1), 70)]


def test_areas_are_known_by_their_codes_and_a_code_nobody_has_is_told_what_to_do() -> None:
    uhl = Area("uhl", "University Hospitals of Leicester", "UHL", "trust", ods="RWE")
    codes = codes_of([uhl, Area("a", "A", "A", "trust", ods="X1"), Area("b", "B", "B", "trust", ods="X1")])
    assert codes == {"RWE": "uhl"}
    intake = read("ods.csv", PLAIN, areas={"uhl"}, codes=codes)
    assert intake.values["area"].to_list() == ["uhl"]
    assert sentences(intake) == [
        "Row 3, column 'area': 'E06000016' is not a known area. "
        "If it is a code, give it to its area (ons: E06000016); else map it in the layout (areas)."
    ]


def test_two_hundred_and_thirty_cells_with_one_fault_are_told_as_two_hundred_and_thirty() -> None:
    intake = read("prob230.csv", PLAIN)
    assert (len(intake.problems), intake.n_problems, intake.listed.height) == (1, 230, 230)


def test_a_blank_row_between_others_is_passed_over() -> None:
    intake = read("blankrow.csv", EXTRACT)
    assert sentences(intake) == []
    assert intake.values["row"].to_list() == [2, 4]


def test_a_failed_look_up_and_a_number_that_is_none_are_problems_of_their_cells() -> None:
    assert sentences(read("na.csv", EXTRACT)) == [
        "Row 2, column 'value': '#N/A' is a formula that failed. Correct it in the workbook and save it again."
    ]
    assert sentences(read("nan.xlsx", EXTRACT)) == [
        "Sheet 'Data', row 2, column 'value': 'NaN' is not a number. Write n/a where there is no figure."
    ]


def test_a_mark_beside_a_figure_is_asked_about_and_a_wrong_area_is_told() -> None:
    intake = read("silly.csv", EXTRACT, areas={"rx1", "rx2"})
    assert [(each.kind, each.rows) for each in intake.questions] == [("marked-figure", [2])]
    assert sentences(intake) == ["Row 6, column 'area_code': 'RX1💀' is not a known area. Did you mean 'rx1'?"]
    marked = replace(EXTRACT, values=(ValueColumn("value", marks={"*": "known"}),))
    assert read("silly.csv", marked, areas={"rx1", "rx2"}).questions == ()


@pytest.mark.parametrize(("name", "figures"), [("cover.xlsx", [57.7, 58]), ("restate.ods", [57.9, 56.3, 59.5])])
def test_a_workbook_is_known_and_read_whatever_stands_around_its_table(name: str, figures: list[float]) -> None:
    file = open_file(name, (CASES / name).read_bytes())
    layout = choose_layout(file, [PLAIN, EXTRACT, MHSDS]).layout
    assert layout is PLAIN
    assert read(name, PLAIN).values["value"].to_list() == figures
