"""Reads one workbook in a process of its own, with little memory and time: a small hostile file can ask for
hundreds of gigabytes. Run by path, imports nothing of ours, takes the file on stdin, answers with JSON on stdout:
`{"refused": [message, cure]}` or `{"sheets": [...], "notes": [...]}`.

A cell is null, a string, or [kind, value, number format]: n number, b yes/no, d date, t seconds, e error,
f a formula that was saved without its result.
"""

import io
import json
import re
import sys
import zipfile
import zlib
from datetime import date, datetime, time, timedelta
from typing import Any
from xml.parsers import expat

MEMORY, SECONDS = 2 << 30, 60
MOST_PARTS, MOST_UNPACKED, MOST_RATIO, MOST_CELLS = 2_000, 300 << 20, 200, 3_000_000
KEPT = ("xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels")
MOST_STRINGS, MOST_ROWS = 5_000_000, 1_048_576
CHUNK = 1 << 16
BUILT_IN = {
    9: "0%", 10: "0.00%", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
    14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    20: "h:mm", 21: "h:mm:ss", 45: "mm:ss", 46: "[h]:mm:ss",
}  # fmt: skip
CELL = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")


class Refused(Exception):
    """(message, cure) for the person who sent the file."""


def main() -> None:
    limit()
    try:
        answer = read(sys.stdin.buffer.read())
    except Refused as refused:
        answer = {"refused": list(refused.args)}
    except MemoryError:
        sys.exit("not enough memory")
    except Exception:  # whatever a damaged or hostile file breaks, a person gets a sentence
        answer = {"refused": ["The workbook is damaged.", "Open it in a spreadsheet program and save it again."]}
    json.dump(answer, sys.stdout)


def limit() -> None:
    """Whatever is asked for, the process gets no more than this."""
    try:
        import resource
    except ImportError:  # Windows: the parent's timeout remains
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read(data: bytes) -> dict[str, Any]:
    scans: dict[str, Scan] = {}
    kept: dict[str, bytes] = {}
    left = MOST_UNPACKED
    for entry in entries_of(data):
        part = inflate(data, entry, min(left, max(CHUNK, entry.compress_size * MOST_RATIO)))
        left -= len(part)
        kept[entry.filename] = part if entry.filename in KEPT else b""
        if entry.filename.endswith((".xml", ".rels")):
            scans[entry.filename] = scan(part)
    formats = number_formats(kept.get("xl/styles.xml", b""))
    return {"sheets": sheets(data, sheet_paths(kept), scans, formats), "notes": noted(kept, scans)}


def entries_of(data: bytes) -> list[zipfile.ZipInfo]:
    """The parts as the archive lists them, if it is a workbook that can be read safely."""
    entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    names = [entry.filename.casefold() for entry in entries]
    if len(entries) > MOST_PARTS or len(set(names)) < len(names):
        raise Refused("The workbook has too many parts, or one part twice.", "Save it again as XLSX.")
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused("The workbook is protected by a password.", "Take the password off and save it again.")
    if any(name.endswith("workbook.bin") for name in names):
        raise Refused("This is a binary workbook.", "Save it as XLSX.")
    return entries


def inflate(data: bytes, entry: zipfile.ZipInfo, most: int) -> bytes:
    """One part, whatever size its entry declares: what is really in it counts."""
    start = entry.header_offset + 30
    header = data[entry.header_offset : start]
    start += int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    packed = data[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        return packed
    if entry.compress_type != zipfile.ZIP_DEFLATED:
        raise Refused("The workbook is packed in an unusual way.", "Save it again as XLSX.")
    stream = zlib.decompressobj(-15)
    part = stream.decompress(packed, most + 1)
    if len(part) > most:
        raise Refused("The workbook unpacks to far more than its size.", "Save a copy with only the sheets needed.")
    if zlib.crc32(part) != entry.CRC:
        raise ValueError(f"{entry.filename} does not match its checksum")
    return part


class Scan:
    """What one XML part says of cells, before anything large is made of it."""

    def __init__(self) -> None:
        self.rows = self.columns = self.here_row = self.here_column = 0
        self.style: dict[tuple[int, int], int] = {}
        self.special: dict[tuple[int, int], list[str]] = {}
        self.hidden = self.formulas = False
        self.kind = ""
        self.formula = self.valued = self.in_value = False
        self.text = ""

    def start(self, tag: str, given: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name == "dimension":
            self.reach(given.get("ref", "A1").rpartition(":")[2])
        elif name == "row":
            self.here_row = int(given["r"]) if "r" in given else self.here_row + 1
            self.here_column = 0
            self.extend(self.here_row, 0)
            self.hidden |= given.get("hidden") in ("1", "true")
        elif name == "col":
            self.hidden |= given.get("hidden") in ("1", "true")
        elif name == "c":
            self.cell(given)
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
        found = CELL.fullmatch(reference.replace("$", ""))
        if found is None:
            raise Refused("The workbook has cells at places that do not exist.", "Save it again as XLSX.")
        column = 0
        for letter in found[1].upper():
            column = column * 26 + ord(letter) - 64
        self.extend(int(found[2]), column)
        return int(found[2]), column

    def extend(self, row: int, column: int) -> None:
        """Notes that the sheet reaches this far; refuses one that would be too large to lay out."""
        self.rows, self.columns = max(self.rows, row), max(self.columns, column)
        if self.rows > MOST_ROWS or self.rows * self.columns > MOST_CELLS:
            raise Refused(
                f"A sheet of the workbook reaches to row {self.rows:,} and column {self.columns:,}.",
                "Delete the empty rows and columns beyond the table, save it and send it again.",
            )

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


def scan(xml: bytes) -> Scan:
    found = Scan()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = no_entities
    parser.StartElementHandler, parser.EndElementHandler = found.start, found.end
    parser.CharacterDataHandler = found.words
    parser.Parse(xml, True)
    return found


def no_entities(*_: Any) -> None:
    raise Refused("The workbook defines its own XML entities, which no spreadsheet does.", "Save it again as XLSX.")


def number_formats(styles: bytes) -> list[str]:
    """The number format of each cell style, by its index."""
    custom, formats, inside = dict(BUILT_IN), [], []

    def start(tag: str, given: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name == "numFmt":
            custom[int(given["numFmtId"])] = given["formatCode"]
        elif name == "cellXfs":
            inside.append(name)
        elif name == "xf" and inside:
            formats.append(custom.get(int(given.get("numFmtId", 0)), ""))

    def end(tag: str) -> None:
        if tag.rpartition(":")[2] == "cellXfs":
            inside.clear()

    if styles:
        parser = expat.ParserCreate()
        parser.StartElementHandler, parser.EndElementHandler = start, end
        parser.Parse(styles, True)
    return formats


def sheet_paths(parts: dict[str, bytes]) -> dict[str, str]:
    """Sheet name to the part that holds it."""
    targets: dict[str, str] = {}
    paths: dict[str, str] = {}

    def relation(tag: str, given: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == "Relationship":
            target = given.get("Target", "")
            targets[given.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"

    def sheet(tag: str, given: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == "sheet":
            identity = next((value for key, value in given.items() if key.rpartition(":")[2] == "id"), "")
            paths[given["name"]] = targets.get(identity, "")

    for part, handler in (("xl/_rels/workbook.xml.rels", relation), ("xl/workbook.xml", sheet)):
        if part not in parts:
            raise Refused("This is not a workbook.", "Send an XLSX or a CSV file.")
        parser = expat.ParserCreate()
        parser.StartElementHandler = handler
        parser.Parse(parts[part], True)
    return paths


def noted(parts: dict[str, bytes], scans: dict[str, Scan]) -> list[str]:
    notes = []
    if any(name.endswith("vbaProject.bin") for name in parts):
        notes.append("The workbook holds macros. They were not run.")
    if any(name.startswith("xl/externalLinks/") for name in parts):
        notes.append("The workbook takes figures from other workbooks. The figures last saved were read.")
    if any(found.hidden for found in scans.values()):
        notes.append("The workbook has hidden rows or columns. They were read like the others.")
    if any(found.formulas for found in scans.values()):
        notes.append("Some cells hold formulas. Their results were read as last saved.")
    return notes


def sheets(data: bytes, paths: dict[str, str], scans: dict[str, Scan], formats: list[str]) -> list[dict[str, Any]]:
    import python_calamine

    workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    found = []
    for sheet in workbook.sheets_metadata:
        if sheet.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        visible = sheet.visible == python_calamine.SheetVisibleEnum.Visible
        rows = workbook.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False) if visible else []
        seen = scans.get(paths.get(sheet.name, ""), Scan())
        found.append({"name": sheet.name, "visible": visible, "rows": laid_out(rows, seen, formats)})
    return found


def laid_out(rows: list[list[Any]], seen: Scan, formats: list[str]) -> list[list[Any]]:
    """Values of calamine, with the number format, errors and unsaved formulas that only the XML tells."""
    width = max([seen.columns, *(len(row) for row in rows)], default=0)
    height = max([len(rows), *(row for row, _ in seen.special)], default=0)
    laid = []
    for r in range(height):
        row = rows[r] if r < len(rows) else []
        cells = [coded(value, seen, formats, r + 1, c + 1) for c, value in enumerate(row)]
        laid.append(cells + [None] * (width - len(cells)))
    for (r, c), what in seen.special.items():
        laid[r - 1][c - 1] = what
    return laid


def coded(value: Any, seen: Scan, formats: list[str], row: int, column: int) -> Any:
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return value
    style = seen.style.get((row, column), 0)
    code = formats[style] if style < len(formats) else ""
    if isinstance(value, bool):
        return ["b", value, code]
    if isinstance(value, (int, float)):
        return ["n", repr(value), code]
    if isinstance(value, datetime) and value.year >= 1901:
        return ["d", value.isoformat(sep=" "), code]
    if isinstance(value, datetime):
        return ["t", (value - datetime(1899, 12, 31)).total_seconds(), code]
    if isinstance(value, date):
        return ["d", value.isoformat(), code]
    if isinstance(value, time):
        return ["t", timedelta(hours=value.hour, minutes=value.minute, seconds=value.second).total_seconds(), code]
    return ["t", value.total_seconds(), code]


if __name__ == "__main__":
    main()
