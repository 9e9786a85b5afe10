"""Every file of an edition is read back: each shows each figure, equal."""

import hashlib
import json
import re

import pytest
from pdfua import failures
from pptx import Presentation
from spec import reading

from outturn.core.report.document import Cell, Document, Facts, Page, Table, content_hash
from outturn.core.report.pictures import Chart
from outturn.render.formats import FORMATS


def figure_rows(document: Document) -> list[tuple[Page, list[Cell]]]:
    """The figures of each row of each table, with the page it stands on."""
    found = []
    for page in document.pages:
        for block in page.blocks:
            if isinstance(block, Table):
                rows = ([cell for cell in row.cells if cell.key] for row in block.rows)
                found += [(page, cells) for cells in rows if cells]
    return found


def facts(document: Document) -> list[tuple[Page, Cell]]:
    return [
        (page, fact.cell)
        for page in document.pages
        for block in page.blocks
        if isinstance(block, Facts)
        for fact in block.items
        if fact.cell.key
    ]


def has_all(texts: list[str], row: list[str]) -> bool:
    """Each text in a cell of its own, in this order."""
    cells = iter(row)
    return all(any(squeezed(cell).startswith(squeezed(text)) for cell in cells) for text in texts)


def squeezed(text: str) -> str:
    return " ".join(text.split())


SECONDS_A_DAY = 86_400
ROW_IS_AT_MOST = 600  # characters of a row of a table, in reading order


def has_row(texts: list[str], page: str) -> bool:
    """The figures of a row, one after the other, near each other."""
    between = f".{{0,{ROW_IS_AT_MOST}}}?"
    return re.search(between.join(rf"(?<!\S){re.escape(squeezed(text))}" for text in texts), page) is not None


def test_there_is_much_to_compare(document):
    assert len(figure_rows(document)) > 450
    assert len(facts(document)) > 50


BY_NUMBER = {"report.xlsx", "figures.csv"}
"""Formats that hold figures as numbers: see the tests below."""
NO_PAPER = {"annex.pdf", "document.json"}
"""What stands behind a paper of one page, which this is not; and the model itself."""


def test_every_format_is_read_back():
    assert reading.READERS.keys() | BY_NUMBER | NO_PAPER == FORMATS.keys()


@pytest.mark.parametrize("name", sorted(reading.READERS.keys() - BY_NUMBER))
def test_every_figure_is_shown(edition, document, name):
    rows, texts = reading.READERS[name](edition / name, document)
    missing = [
        (page.anchor, wanted)
        for page, cells in figure_rows(document)
        if not stands(wanted := [cell.text for cell in cells], rows.get(page.anchor), texts[page.anchor])
    ]
    missing += [(page.anchor, cell.text) for page, cell in facts(document) if cell.text not in texts[page.anchor]]
    assert not missing


def stands(wanted: list[str], rows: list[list[str]] | None, text: str) -> bool:
    """As a row, where rows can be told apart; else as one after the other."""
    return has_row(wanted, text) if rows is None else any(has_all(wanted, row) for row in rows)


def test_the_workbook_holds_every_figure_as_a_number(edition, document):
    rows = reading.xlsx(edition / "report.xlsx", document)
    missing = []
    for page, cells in figure_rows(document):
        wanted = [cell.text if cell.value is None else cell.value for cell in cells]
        if not any(holds(wanted, row) for row in rows.get(page.anchor, [])):
            missing.append((page.anchor, wanted))
    assert not missing


def holds(wanted: list[object], row: list[object]) -> bool:
    cells = iter(row)
    return all(any(same(value, cell) for cell in cells) for value in wanted)


def same(wanted: object, cell: object) -> bool:
    if isinstance(wanted, float | int) and isinstance(cell, float | int) and not isinstance(cell, bool):
        return wanted == pytest.approx(cell, abs=1e-6)
    return isinstance(wanted, str) and wanted == cell


def test_the_csv_holds_every_figure(edition, document):
    rows = reading.figures(edition / "figures.csv")
    there = {(row["key"], row["text"].lstrip("'")) for row in rows}
    assert {(cell.key, cell.text) for _, _, cell in document.figures()} <= there


def test_a_figure_has_one_value_wherever_it_stands(document):
    values: dict[str, set] = {}
    for _, _, cell in document.figures():
        values.setdefault(cell.key, set()).add((cell.value, cell.text))
    assert {key: found for key, found in values.items() if len(found) > 1} == {}


def test_the_manifest_gives_the_hash_of_the_document_and_of_each_file(edition, document):
    manifest = json.loads((edition / "MANIFEST.json").read_text())
    assert manifest["document_sha256"] == content_hash(document)
    for name, said in manifest["files"].items():
        assert hashlib.sha256((edition / name).read_bytes()).hexdigest() == said["sha256"]


def test_the_pdf_can_be_read_by_a_screen_reader(edition):
    assert failures(edition / "report.pdf") == []


def test_the_slides_have_a_chart_to_edit_for_every_series_drawn(edition, document):
    drawn = [block for page in document.pages for block in page.blocks if isinstance(block, Chart)]
    slides = Presentation(str(edition / "report.pptx")).slides
    native = [
        [
            [value for value in series.values if value is not None]
            for plot in shape.chart.plots
            for series in plot.series
        ]
        for slide in slides
        for shape in slide.shapes
        if shape.has_chart
    ]
    assert len(drawn) > 25
    missing = []
    for chart in drawn:
        scale = SECONDS_A_DAY if chart.unit == "duration" else 1  # as workbooks hold times
        known = [value / scale for value in chart.values if value is not None]
        if not any(known == pytest.approx(series[: len(known)]) for lines in native for series in lines if series):
            missing.append(chart.anchor)
    assert not missing
