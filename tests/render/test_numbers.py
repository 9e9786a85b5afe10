"""A cell of a workbook holds the number; its format shows what the paper shows."""

import pytest

from outturn.core.report.document import Cell
from outturn.render.numbers import format_of


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (Cell("1,234", 1234, "count"), '#,##0;"−"#,##0;#,##0'),
        (Cell("01:05:37", 3937, "duration"), "[h]:mm:ss"),
        (Cell("−00:05:00", -300, "duration"), ""),
        (Cell("−£67,490k", -67490, "money", 0, "k"), '"£"#,##0"k";"−""£"#,##0"k";"£"#,##0"k"'),
        (Cell("+0.4 pp", 0.4, "percent", 1, signed=True), '+0.0" pp";"−"0.0" pp";0.0" pp"'),
        (Cell("0.0 pp", 0.04, "percent", 1, signed=True), '0.0" pp"'),
        (Cell("0", -0.3, "count"), "#,##0"),
        (Cell("≥ 95%†", 95, "percent", operator="≥", footmark="†"), '"≥ "0"%""†";"≥ ""−"0"%""†";"≥ "0"%""†"'),
        (Cell("30 of 42", 30, "count", of=42), '#,##0" of 42";"−"#,##0" of 42";#,##0" of 42"'),
        (Cell("≤ 00:15:00", 900, "duration", operator="≤"), '"≤ "[h]:mm:ss'),
        (Cell("+35m 37s", 2137, "duration", signed=True), ""),
        (Cell("Green", 1, "grade"), ""),
        (Cell("*", None, "count", state="suppressed"), ""),
    ],
)
def test_a_format_is_made_from_the_fields_of_the_cell(cell, code):
    assert format_of(cell) == code
