"""Native charts read back: their markup, and the cells that they are drawn from."""

import io
import re
import zipfile
from dataclasses import dataclass
from datetime import datetime, timedelta
from xml.etree import ElementTree

import openpyxl
from openpyxl.utils import range_boundaries
from openpyxl.utils.datetime import to_excel
from pptx import Presentation

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
Values = list[object]


@dataclass(frozen=True)
class NativeChart:
    alt: str
    root: ElementTree.Element
    book: openpyxl.Workbook

    def series(self) -> dict[str, ElementTree.Element]:
        return {one.findtext(f"{C}tx//{C}v", ""): one for one in self.root.iter(f"{C}ser")}

    def values(self, name: str, part: str = "") -> Values:
        """What the file shows before any cell is read: its values, or its xVal, cat, plus or minus."""
        one = self.series()[name]
        wanted = [part] if part else ["val", "yVal"]
        return kept(next((node for node in one.iter() if node.tag.removeprefix(C) in wanted), None))

    def references(self) -> list[tuple[str, Values]]:
        """Every reference with what was kept of it."""
        found = [(node, node.find(f"{C}f")) for node in self.root.iter() if node.tag in (f"{C}numRef", f"{C}strRef")]
        return [(place.text or "", kept(node)) for node, place in found]

    def cells(self, reference: str) -> Values:
        sheet, _, cells = reference.rpartition("!")
        left, top, right, bottom = range_boundaries(cells)
        rows = self.book[sheet.strip("'")].iter_rows(top, bottom, left, right, values_only=True)
        return [to_excel(cell) if isinstance(cell, datetime | timedelta) else cell for row in rows for cell in row]

    def labels(self, name: str) -> dict[int, str]:
        """Words written beside single points."""
        found = {}
        for label in self.series()[name].iter(f"{C}dLbl"):
            words = "".join(part.text or "" for part in label.iter(f"{A}t"))
            found |= {int(label.find(f"{C}idx").get("val")): words} if words else {}
        return found


def kept(node: ElementTree.Element | None) -> Values:
    """The cache of a reference: numbers, or words, None where there is none."""
    cache = next(iter([*node.iter(f"{C}numCache"), *node.iter(f"{C}strCache")]), None) if node is not None else None
    if cache is None:
        return []
    found: Values = [None] * int(cache.find(f"{C}ptCount").get("val"))
    for point in cache.iter(f"{C}pt"):
        text = point.findtext(f"{C}v", "")
        found[int(point.get("idx"))] = float(text) if cache.tag == f"{C}numCache" else text
    return found


def of_slides(data: bytes) -> list[NativeChart]:
    shapes = [shape for slide in Presentation(io.BytesIO(data)).slides for shape in slide.shapes if shape.has_chart]
    return [
        NativeChart(
            shape._element.xpath(".//p:cNvPr")[0].get("descr"),
            ElementTree.fromstring(shape.chart.part.blob),
            openpyxl.load_workbook(io.BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob)),
        )
        for shape in shapes
    ]


def of_workbook(data: bytes) -> list[NativeChart]:
    """In the order of their files; alternatives from the drawings that hold them."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        charts, drawings = (
            [ElementTree.fromstring(package.read(name)) for name in sorted(package.namelist(), key=number)
             if re.fullmatch(pattern, name)]
            for pattern in (r"xl/charts/chart\d+\.xml", r"xl/drawings/drawing\d+\.xml")
        )  # fmt: skip
    alts = [node.get("descr", "") for drawing in drawings for node in drawing.iter() if node.get("descr")]
    return [NativeChart(alt, chart, book) for chart, alt in zip(charts, alts, strict=True)]


def number(name: str) -> int:
    return int((re.findall(r"\d+", name) or ["0"])[-1])
