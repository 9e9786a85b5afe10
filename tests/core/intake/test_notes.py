"""What a person is told of columns and rows of which nothing was taken."""

from io import BytesIO

import pytest
from xlsxwriter import Workbook

from outturn.core.intake import Flag, Layout, PeriodColumns, UnitInfo, ValueColumn, read_file
from outturn.core.units import Unit
from outturn.workbooks.opening import open_file

LAYOUT = Layout(
    "long",
    indicator="i",
    fixed_area="here",
    period=PeriodColumns(label="p"),
    values=(ValueColumn("v"),),
    skip=(Flag("kind", "Total"),),
)
UNITS = {"x": UnitInfo(Unit.COUNT)}
HEADING = "i,p,v,kind"


def notes(*rows: str, heading: str = HEADING) -> tuple[str, ...]:
    return read_file(open_file("a.csv", "\n".join([heading, *rows]).encode()), LAYOUT, units=UNITS).notes


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (["x,Oct 2024,5,"], ()),
        (["x,Oct 2024,5,", "x,Oct 2024,5,"], ("1 row says again what another says.",)),
        (["x,Oct 2024,5,", "x,,,", "x,,,"], ("2 rows hold no figures.",)),
        (["x,Oct 2024,5,", "x,Oct 2024,9,Total"], ("1 row was skipped, as the layout has it.",)),
    ],
)
def test_rows_of_which_nothing_is_taken_are_counted(rows: list[str], said: tuple[str, ...]) -> None:
    assert notes(*rows) == said


def test_columns_that_no_one_asked_for_are_named() -> None:
    assert notes("x,Oct 2024,5,,note", heading=f"{HEADING},Comment") == ("Column 'Comment' was not read.",)
    more = ",".join(f"c{n}" for n in range(9))
    (sentence,) = notes("x,Oct 2024,5,," + "," * 8, heading=f"{HEADING},{more}")
    assert sentence == "Columns 'c0', 'c1', 'c2', 'c3', 'c4', 'c5' and 3 more were not read."


def test_comments_and_raised_characters_of_a_workbook_are_told() -> None:
    """`5` with a raised `1` is stored as 51: nobody would know."""
    made = BytesIO()
    with Workbook(made) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["i", "p", "v", "kind"])
        sheet.write_row(1, 0, ["x", "Oct 2024"])
        sheet.write_rich_string(1, 2, "5", book.add_format({"font_script": 1}), "1")
        sheet.write_comment(1, 2, "not final")
    assert read_file(open_file("a.xlsx", made.getvalue()), LAYOUT, units=UNITS).notes == (
        "Some cells hold raised characters, such as the mark of a footnote. They were read like the others.",
        "Some cells have comments. They were not read.",
    )
