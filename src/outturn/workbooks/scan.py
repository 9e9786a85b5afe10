"""What one sheet of an XLSX says of its cells, before anything large is made of it."""

import re
from typing import Any
from xml.parsers import expat

from outturn.workbooks.parts import Refused
from outturn.workbooks.reach import check_reach

MOST_STRINGS = 5_000_000
CELL = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")


class Scan:
    """What one XML part says of cells, before anything large is made of it."""

    def __init__(self) -> None:
        self.rows = self.columns = self.here_row = self.here_column = 0
        self.style: dict[tuple[int, int], int] = {}
        self.special: dict[tuple[int, int], list[str]] = {}
        self.hidden = self.formulas = self.raised = False
        self.kind = ""
        self.formula = self.valued = self.in_value = False
        self.text = ""

    def start(self, tag: str, given: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name == "row":
            self.here_row = int(given["r"]) if "r" in given else self.here_row + 1
            self.here_column = 0
            self.extend(self.here_row, 0)
            self.hidden |= given.get("hidden") in ("1", "true")
        elif name == "col":
            self.hidden |= given.get("hidden") in ("1", "true")
        elif name == "c":
            self.cell(given)
        elif name == "vertAlign":
            self.raised |= given.get("val") == "superscript"
        elif name == "f":
            self.formula = self.formulas = True
        elif name in ("v", "is"):
            self.valued, self.in_value, self.text = True, name == "v", ""
        elif name == "sst" and max(int(given.get("count", 0)), int(given.get("uniqueCount", 0))) > MOST_STRINGS:
            raise Refused("The workbook claims more texts than a sheet can hold.", "Save it again as XLSX.")

    def cell(self, given: dict[str, str]) -> None:
        if "r" in given:
            self.here_row, self.here_column = self.reach(given["r"])
        else:
            self.here_column += 1
            self.extend(self.here_row, self.here_column)
        self.kind, self.formula, self.valued = given.get("t", ""), False, False
        if given.get("s", "0") != "0":
            self.style[self.here_row, self.here_column] = int(given["s"])

    def reach(self, reference: str) -> tuple[int, int]:
        """Row and column of a reference such as B12."""
        match = CELL.fullmatch(reference.replace("$", ""))
        if match is None:
            raise Refused("The workbook has cells at places that do not exist.", "Save it again as XLSX.")
        column = 0
        for letter in match[1].upper():
            column = column * 26 + ord(letter) - 64
        self.extend(int(match[2]), column)
        return int(match[2]), column

    def extend(self, row: int, column: int) -> None:
        """Notes that the sheet reaches this far; refuses one that would be too large to lay out."""
        self.rows, self.columns = max(self.rows, row), max(self.columns, column)
        check_reach(self.rows, self.columns)

    def words(self, text: str) -> None:
        if self.in_value:
            self.text += text

    def end(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        if name == "v":
            self.in_value = False
            self.valued = bool(self.text) or self.kind == "str"
        elif name == "c":
            if self.kind == "e":
                self.special[self.here_row, self.here_column] = ["e", self.text, ""]
            elif self.formula and not self.valued:
                self.special[self.here_row, self.here_column] = ["f", "", ""]


def scan_part(xml: bytes) -> Scan:
    result = Scan()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse_doctype
    parser.StartElementHandler, parser.EndElementHandler = result.start, result.end
    parser.CharacterDataHandler = result.words
    parser.Parse(xml, True)
    return result


def refuse_doctype(*_: Any) -> None:
    raise Refused("The workbook defines its own XML entities, which no spreadsheet does.", "Save it again as XLSX.")
