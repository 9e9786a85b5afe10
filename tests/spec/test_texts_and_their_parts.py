"""What a cell shows is what its fields say: renderers may trust the fields, and never have to read the text."""

from pathlib import Path

import pytest

from outturn.core.report.document import Cell, from_json
from outturn.core.units import Unit, show, show_signed
from outturn.render.numbers import NUMERIC, format_of


def composed(cell: Cell) -> str:
    shown = show_signed if cell.signed else show
    figure = shown(cell.value, Unit(cell.unit), cell.decimals, scale=cell.scale, table=True)
    before = f"{cell.operator} " if cell.operator else ""
    return before + figure + cell.footmark + ("" if cell.of is None else f" of {cell.of}")


@pytest.fixture(scope="session")
def cells(edition: Path) -> list[Cell]:
    """Of all editions of the sample."""
    files = sorted(edition.parents[1].glob("*/*/document.json"))
    assert len(files) == 4
    return [cell for file in files for _, _, cell in from_json(file.read_bytes()).cells()]


def test_the_text_of_a_number_is_composed_of_its_fields(cells):
    numbers = [cell for cell in cells if cell.value is not None and cell.unit in NUMERIC]
    assert len(numbers) > 5_000
    assert sum(bool(cell.operator) for cell in numbers) > 100
    assert sum(bool(cell.footmark) for cell in numbers) > 10
    assert sum(cell.of is not None for cell in numbers) > 20
    assert sum(cell.signed for cell in numbers) > 50
    assert [cell for cell in numbers if cell.text != composed(cell)] == []


def test_a_workbook_holds_every_number_but_differences_of_times(cells):
    texts = [cell for cell in cells if cell.value is not None and not format_of(cell)]
    assert {(cell.unit, cell.signed) for cell in texts} <= {("duration", True)}


def test_what_stands_in_place_of_a_number_says_why(cells):
    assert [cell for cell in cells if cell.text in ("–", "n/a", "*") and cell.state == "known"] == []
