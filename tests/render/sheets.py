"""Sheets of a workbook read back: which texts have fewer rows than they need."""

import io
import warnings

import openpyxl

from outturn.render.lettering import lines, width

USUAL, LETTER = 8.43, width("0", 10)


def read(data: bytes):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(io.BytesIO(data))


def wide(sheet, column: int) -> float:
    """A width may be given for several columns at once."""
    held = (found for found in sheet.column_dimensions.values() if found.min <= column <= found.max)
    return next((found.width for found in held if found.width), USUAL)


def cramped(sheet) -> list[str]:
    """Texts that wrap into more lines than their rows hold."""
    merged = {area.coord.split(":")[0]: area for area in sheet.merged_cells.ranges}
    found = []
    for row in sheet.iter_rows():
        for cell in row:
            if not isinstance(cell.value, str) or not cell.alignment.wrap_text:
                continue
            area = merged.get(cell.coordinate)
            columns = range(area.min_col, area.max_col + 1) if area else (cell.column,)
            rows = range(area.min_row, area.max_row + 1) if area else (cell.row,)
            room = sum(wide(sheet, column) for column in columns) * LETTER
            size = cell.font.size
            needed = lines(cell.value, size, room, bool(cell.font.b)) * size * 1.2
            held = sum(sheet.row_dimensions[number].height or 15.0 for number in rows)
            if needed > held + 2:
                found.append(f"{sheet.title}!{cell.coordinate}: {cell.value[:40]}")
    return found
