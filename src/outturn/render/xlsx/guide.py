"""The sheet a workbook opens on: what is in it, how to read it, where to go."""

from xlsxwriter.worksheet import Worksheet

from outturn.core.report.document import Document
from outturn.render.lettering import lines
from outturn.render.xlsx.names import link_to
from outturn.render.xlsx.styles import POINTS, Styles

ACROSS = 740
"""Points that a sentence has on this sheet."""
TITLES = 110
"""Letters that the title of a sheet has."""
READING = (
    "Every figure is a number in its own unit, shown as in the report; * is a suppressed small "
    "number, neither zero nor missing.",
    "Tables can be filtered and sorted by the arrows in their headings; headings stay in view.",
    "Ratings have a shape and a word: ● met, ▲ near, ■ missed, – not rated.",
    "Charts are native and can be copied; their numbers are on the sheet 'Chart data', those of the "
    "small lines on 'Trends'.",
    "Small red corners mark a note: point at the cell to read it.",
)


def write_guide(sheet: Worksheet, styles: Styles, document: Document, names: list[str]) -> None:
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, TITLES)
    sheet.write_string(0, 0, document.organisation, styles.get("quiet"))
    sheet.set_row(1, 30)
    sheet.write_string(1, 0, document.title, styles.get("title", font_size=22))
    sheet.write_string(2, 0, document.subtitle, styles.get("quiet", font_size=12))
    row = 4
    facts = (
        ("Period", document.period),
        ("Edition", document.edition),
        ("As known on", document.as_known),
        ("Definitions", document.definitions[:12]),
    )
    for label, words in facts:
        sheet.write_string(row, 0, label, styles.get("label"))
        sheet.write_string(row, 1, words, styles.get("bold"))
        row += 1
    row = heading(sheet, styles, row + 1, "How to read this workbook")
    for words in (*((document.sample,) if document.sample else ()), *READING):
        sheet.merge_range(row, 0, row, 1, "", styles.get("prose"))
        sheet.write_string(row, 0, words, styles.get("prose"))
        sheet.set_row(row, 15 * lines(words, 10, ACROSS))
        row += 1
    row = heading(sheet, styles, row + 1, "Sheets")
    for page, name in zip(document.pages, names, strict=True):
        sheet.write_url(row, 0, link_to(name), styles.get("link"), string=name)
        sheet.write_string(row, 1, page.title, styles.get("prose"))
        sheet.set_row(row, 15 * lines(page.title, 10, TITLES * POINTS))
        row += 1
    if document.sources:
        row = heading(sheet, styles, row + 1, "Sources")
        for words in document.sources:
            sheet.write_string(row, 0, words, styles.get("quiet"))
            row += 1


def heading(sheet: Worksheet, styles: Styles, row: int, words: str) -> int:
    sheet.set_row(row, 22)
    sheet.write_string(row, 0, words, styles.get("caption"))
    return row + 1
