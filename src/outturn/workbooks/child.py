"""The process itself: limits, the file from stdin, the answer to stdout.

The answer is lines of JSON. The first is `{"refused": [message, cure]}`, or `{"notes": [...], "sheets": [{"name",
"visible", "rows", "head", "columns"}]}`: how many rows, the first of them, and how many columns. Then a line for each
column of each sheet, in order: its cells, so that who reads the answer may pass over columns that nobody wants.
"""

import io
import json
import sys
from typing import Any

from outturn.workbooks.ods import read_ods
from outturn.workbooks.parts import Refused, unpack_parts
from outturn.workbooks.tell import Sheet, lay_out
from outturn.workbooks.xlsx import read_xlsx

MEMORY, SECONDS = 2 << 30, 60
HEAD_ROWS = 80


def main() -> None:
    limit_process()
    try:
        lines = answer_parent(sys.stdin.buffer.read())
    except Refused as refused:
        lines = [json.dumps({"refused": list(refused.args)})]
    except MemoryError:
        sys.exit("not enough memory")
    except Exception:  # whatever a damaged or hostile file breaks, a person gets a sentence
        damaged = ["The workbook is damaged.", "Open it in a spreadsheet program and save it again."]
        lines = [json.dumps({"refused": damaged})]
    for line in lines:
        sys.stdout.write(line)
        sys.stdout.write("\n")


def limit_process() -> None:
    """Whatever is asked for, the process gets no more than this."""
    try:
        import resource
    except ImportError:  # Windows: the parent's timeout remains
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answer_parent(data: bytes) -> list[str]:
    """The lines of the answer. Raises Refused."""
    import python_calamine

    parts = unpack_parts(data)
    told = read_ods(parts) if "content.xml" in parts and "xl/workbook.xml" not in parts else read_xlsx(parts)
    del parts
    workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    heads: list[dict[str, Any]] = []
    lines: list[str] = []
    for sheet in workbook.sheets_metadata:
        if sheet.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        visible = sheet.visible == python_calamine.SheetVisibleEnum.Visible
        rows = workbook.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False) if visible else []
        laid = lay_out(rows, told.sheets.get(sheet.name, Sheet()))
        width = len(laid[0]) if laid else 0
        head = laid[:HEAD_ROWS]
        heads.append({"name": sheet.name, "visible": visible, "rows": len(laid), "head": head, "columns": width})
        lines += [json.dumps([row[n] for row in laid]) for n in range(width)]
    return [json.dumps({"notes": told.notes, "sheets": heads}), *lines]
