"""Reading an edition back: each format as page anchor -> rows of texts (or numbers, in the workbook)."""

import csv
import io
import re
import subprocess
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
from pptx import Presentation
from pypdf import PdfReader

from outturn.core.report.document import Document

Rows = list[list[str]]
PART = re.compile(r" \(\d+ of \d+\)$")


class Sections(HTMLParser):
    """The rows of tables, and all text, by the id of the section they stand in."""

    def __init__(self, anchors: set[str]) -> None:
        super().__init__()
        self.anchors, self.at, self.cell = anchors, "", False
        self.rows: dict[str, Rows] = {anchor: [] for anchor in anchors}
        self.texts: dict[str, str] = dict.fromkeys(anchors, "")

    def handle_starttag(self, tag, attrs):
        found = dict(attrs).get("id")
        if found in self.anchors:
            self.at = found
        if tag == "tr" and self.at:
            self.rows[self.at].append([])
        if tag in ("td", "th") and self.at and self.rows[self.at]:
            self.rows[self.at][-1].append("")
            self.cell = True

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.cell = False

    def handle_data(self, data):
        if not self.at:
            return
        self.texts[self.at] += f" {data.strip()}"
        if self.cell:
            self.rows[self.at][-1][-1] += data


def html(path: Path, document: Document) -> tuple[dict[str, Rows], dict[str, str]]:
    reader = Sections({page.anchor for page in document.pages})
    reader.feed(path.read_text(encoding="utf-8"))
    return reader.rows, reader.texts


def pdf(path: Path, document: Document) -> tuple[dict[str, Rows], dict[str, str]]:
    """The text, in reading order, from the bookmark of each Page to that of the next. Rows cannot be told in it."""
    reader = PdfReader(path)
    starts = [(item.title, reader.get_destination_page_number(item)) for item in flat(reader.outline)]
    text = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True, text=True).stdout
    sheets = text.split("\f")
    found: dict[str, str] = {}
    titles = {title: number for number, (title, _) in enumerate(starts)}
    for page in document.pages:
        place = titles[page.title]
        first = starts[place][1]
        last = starts[place + 1][1] if place + 1 < len(starts) else len(sheets)
        found[page.anchor] = " ".join(" ".join(sheets[first : last + 1]).split())
    return {}, found


def flat(outline: list) -> list:
    return [leaf for item in outline for leaf in (flat(item) if isinstance(item, list) else [item])]


def pptx(path: Path, document: Document) -> tuple[dict[str, Rows], dict[str, str]]:
    """Rows of native tables, and all text, of the slides that carry each Page's title."""
    titles = {page.title: page.anchor for page in document.pages}
    rows: dict[str, Rows] = {page.anchor: [] for page in document.pages}
    texts: dict[str, str] = dict.fromkeys(rows, "")
    for slide in Presentation(str(path)).slides:
        title = slide.shapes.title
        anchor = titles.get(PART.sub("", title.text_frame.text)) if title is not None else None
        if anchor is None:
            continue
        for shape in slide.shapes:
            if shape.has_table:
                rows[anchor] += [[cell.text for cell in row.cells] for row in shape.table.rows]
            elif shape.has_text_frame:
                texts[anchor] += f" {shape.text_frame.text}"
    return rows, texts


def xlsx(path: Path, document: Document) -> dict[str, list[list[object]]]:
    """Rows of the sheet that carries each Page's title; durations as seconds."""
    book = openpyxl.load_workbook(path, data_only=True)
    titles = {page.title: page.anchor for page in document.pages}
    found: dict[str, list[list[object]]] = {}
    for sheet in book.worksheets:
        rows = [[plain(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        for row in rows[:4]:
            for value in row:
                if value in titles:
                    found[titles[value]] = rows
    return found


def plain(value: object) -> object:
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, datetime):
        return (value - datetime(1899, 12, 30)).total_seconds()
    if isinstance(value, time):
        return value.hour * 3600 + value.minute * 60 + value.second
    if isinstance(value, date):
        return value.isoformat()
    return value


def figures(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


def sheets(path: Path, document: Document) -> tuple[dict[str, Rows], dict[str, str]]:
    """The words of each sheet; its numbers are read by `xlsx`."""
    rows = xlsx(path, document)
    return {}, {anchor: " ".join(str(cell) for row in cells for cell in row if cell) for anchor, cells in rows.items()}


READERS: dict[str, Callable[[Path, Document], tuple[dict[str, Rows], dict[str, str]]]] = {
    "report.html": html,
    "report.pdf": pdf,
    "report.pptx": pptx,
    "report.xlsx": sheets,
}
"""By the name of the file: by page, the rows that can be told apart, and all its text."""
