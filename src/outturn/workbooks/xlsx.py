"""XLSX: what only its XML tells of styles, sheets, errors and formulas without results."""

from xml.parsers import expat

from outturn.workbooks.parts import Refused
from outturn.workbooks.scan import Scan, scan_part
from outturn.workbooks.tell import COMMENTS, FORMULAS, HIDDEN, MACROS, RAISED, Sheet, Told

BUILT_IN = {
    9: "0%", 10: "0.00%", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
    14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    20: "h:mm", 21: "h:mm:ss", 45: "mm:ss", 46: "[h]:mm:ss",
}  # fmt: skip


def read_xlsx(parts: dict[str, bytes]) -> Told:
    """What is to be known of each sheet beside its values."""
    scans = {name: scan_part(part) for name, part in parts.items() if part}
    formats = number_formats(parts.get("xl/styles.xml", b""))
    paths = sheet_paths(parts)
    sheets = {name: of_scan(scans[path], formats) for name, path in paths.items() if path in scans}
    return Told(sheets, note_contents(parts, scans))


def of_scan(found: Scan, formats: list[str]) -> Sheet:
    codes = {place: formats[style] for place, style in found.style.items() if style < len(formats)}
    return Sheet(found.columns, codes, found.special)


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


def note_contents(parts: dict[str, bytes], scans: dict[str, Scan]) -> list[str]:
    notes = []
    if any(name.endswith("vbaProject.bin") for name in parts):
        notes.append(MACROS)
    if any(name.startswith("xl/externalLinks/") for name in parts):
        notes.append("The workbook takes figures from other workbooks. The figures last saved were read.")
    if any(scan.hidden for scan in scans.values()):
        notes.append(HIDDEN)
    if any(scan.raised for name, scan in scans.items() if name != "xl/styles.xml"):
        notes.append(RAISED)
    if any(name.startswith(("xl/comments", "xl/threadedComments")) for name in parts):
        notes.append(COMMENTS)
    if any(scan.formulas for scan in scans.values()):
        notes.append(FORMULAS)
    return notes
