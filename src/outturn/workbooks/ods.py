"""ODS: what calamine does not tell of its cells, and how far its repeated cells reach, before any are laid out."""

import re
from typing import Any
from xml.parsers import expat

from outturn.workbooks.parts import Refused
from outturn.workbooks.reach import check_reach
from outturn.workbooks.tell import FORMULAS, HIDDEN, MACROS, Sheet, Told

PERCENT = "0%"
TIME = re.compile(r"(-)?P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?")
"""`PT30H05M00S`"""
IN_THOUSANDS = re.compile(r"[^0-9]*(?P<digits>[0-9][0-9,]*(?:\.[0-9]+)?)\s*(?P<unit>k|m|bn)?\)?", re.I)
MOST_THOUSANDS = 3


def read_ods(parts: dict[str, bytes]) -> Told:
    """What is to be known of each sheet beside its values. Raises Refused."""
    if b"manifest:encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise Refused("The workbook is protected by a password.", "Take the password off and save it again.")
    reader = Content()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse_doctype_of_ods
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.words
    parser.Parse(parts.get("content.xml", b""), True)
    macros = any(name.startswith("Basic/") for name in parts)
    notes_of = ((macros, MACROS), (reader.hidden, HIDDEN), (reader.formulas, FORMULAS))
    return Told(reader.sheets, [note for holds, note in notes_of if holds])


def refuse_doctype_of_ods(*_: Any) -> None:
    raise Refused("The workbook defines its own XML entities, which no spreadsheet does.", "Save it again.")


class Content:
    """Follows content.xml cell by cell. Rows and cells may say how often they are repeated; empty ones may reach to the
    end of the sheet, which costs nothing until something stands behind them."""

    def __init__(self) -> None:
        self.sheets: dict[str, Sheet] = {}
        self.hidden = self.formulas = False
        self.sheet = Sheet()
        self.name = ""
        self.row = self.column = self.reach = 0
        self.row_times = self.times = 1
        self.filled: list[tuple[int, int, str, str, str, list[Any] | None]] = []
        self.kind, self.formula, self.text = "", False, ""
        self.time, self.value, self.failed = "", "", False
        self.in_cell = self.in_note = False

    def start(self, tag: str, given: dict[str, str]) -> None:
        match tag:
            case "table:table":
                self.sheet, self.name, self.row, self.reach = Sheet(), given.get("table:name", ""), 0, 0
            case "table:table-row":
                self.row_times = int(given.get("table:number-rows-repeated", 1))
                self.column, self.filled = 0, []
                self.hidden |= given.get("table:visibility") in ("collapse", "filter")
            case "table:table-column":
                self.hidden |= given.get("table:visibility") == "collapse"
            case "table:table-cell" | "table:covered-table-cell":
                self.times = int(given.get("table:number-columns-repeated", 1))
                self.kind = given.get("office:value-type", "")
                self.formula, self.text, self.in_cell = "table:formula" in given, "", True
                self.time, self.value = given.get("office:time-value", ""), given.get("office:value", "")
                self.failed = given.get("calcext:value-type") == "error"
            case "office:annotation":
                self.in_note = True
            case "text:p" if self.in_cell and not self.in_note and self.text:
                self.text += "\n"

    def words(self, text: str) -> None:
        if self.in_cell and not self.in_note:
            self.text += text

    def end(self, tag: str) -> None:
        match tag:
            case "office:annotation":
                self.in_note = False
            case "table:table-cell" | "table:covered-table-cell":
                self.in_cell = False
                self.close_cell()
            case "table:table-row":
                self.close_row()
            case "table:table":
                self.sheets[self.name] = Sheet(self.reach, self.sheet.codes, self.sheet.special, self.sheet.shown)

    def close_cell(self) -> None:
        first = self.column + 1
        self.column += self.times
        self.formulas |= self.formula
        if self.kind or self.text or self.formula:
            self.reach = max(self.reach, self.column)
            check_reach(self.row + self.row_times, self.reach)
            code = PERCENT if self.kind == "percentage" else find_thousands_code(self.value, self.text)
            self.filled.append((first, self.column, self.kind, self.text, code, self.special()))

    def special(self) -> list[Any] | None:
        """A cell that is not what calamine holds: a formula that failed or has no result, a span of time."""
        if self.failed or (self.formula and self.text.startswith("#")):
            return ["e", self.text, ""]
        if self.formula and not self.kind and not self.text:
            return ["f", "", ""]
        return ["t", parse_ods_time(self.time), ""] if self.kind == "time" and TIME.fullmatch(self.time) else None

    def close_row(self) -> None:
        for first, last, kind, text, code, special in self.filled:
            for row in range(self.row + 1, self.row + self.row_times + 1):
                for column in range(first, last + 1):
                    self.note((row, column), kind, text, code, special)
        self.row += self.row_times

    def note(self, place: tuple[int, int], kind: str, text: str, code: str, special: list[Any] | None) -> None:
        if special:
            self.sheet.special[place] = special
        elif code:
            self.sheet.codes[place] = code
        if kind in ("percentage", "float", "currency") and text:
            self.sheet.shown[place] = text


def parse_ods_time(time: str) -> float:
    """`PT30H05M00S` is 108,300; calamine leaves what is longer than a day as it stands."""
    sign, *parts = TIME.fullmatch(time).groups()  # type: ignore[union-attr]
    size = sum(float(part or 0) * each for part, each in zip(parts, (86_400, 3_600, 60, 1), strict=True))
    return -size if sign else size


def find_thousands_code(value: str, shown: str) -> str:
    """The format that shows 67,490,000 as `£67,490k`, as XLSX would have it (`0,"k"`): a style keeps it where calamine
    does not look. Empty where the figure is shown as it is."""
    match = IN_THOUSANDS.fullmatch(shown) if value else None
    if not match:
        return ""
    digits = match["digits"].replace(",", "")
    nearness = 0.51 * 10 ** -len(digits.partition(".")[2])
    for times in range(MOST_THOUSANDS + 1):
        if abs(abs(float(value)) / 1000**times - float(digits)) <= nearness:
            unit = f'"{match["unit"]}"' if match["unit"] else ""
            return f"0{',' * times}{unit}" if times or unit else ""
    return ""
