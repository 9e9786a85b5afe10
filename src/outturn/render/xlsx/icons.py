"""States and movements as icons that a rule of the sheet draws: their cells hold numbers, so that they sort as such."""

from xlsxwriter.worksheet import Worksheet

from outturn.core.report.document import Cell, Column, ColumnKind
from outturn.core.report.document_kinds import Arrow, Status
from outturn.render import look
from outturn.render.numbers import quote
from outturn.render.xlsx.styles import Styles

STATES: dict[str, float] = {Status.GREEN: 1, Status.YELLOW: 0.5, Status.AMBER: 0.5, Status.RED: 0}
STEPS: dict[str, int] = {Arrow.UP: 1, Arrow.SAME: 0, Arrow.DOWN: -1}
RULES = {
    ColumnKind.CHIP: ("3_signs", 1, 0.5),
    ColumnKind.MOVEMENT: ("3_arrows_gray", 1, 0),
}
"""The set of icons of a column, and from which number on the first and the second of them stand."""


def write_icon(paper: Worksheet, styles: Styles, row: int, column: int, kind: ColumnKind, cell: Cell) -> bool:
    """Whether the cell has an icon; its words are the format of its number."""
    value, colour = icon_of(kind, cell)
    if value is None:
        return False
    words = quote(cell.text or (cell.chip.word if cell.chip else ""))
    form = styles.get("text", num_format=f"{words};{words};{words}", align="left", font_color=colour)
    paper.write_number(row, column, value, form)
    return True


def icon_of(kind: ColumnKind, cell: Cell) -> tuple[float | None, str]:
    """Its number and the colour of its words."""
    if kind is ColumnKind.CHIP and cell.chip:
        return STATES.get(cell.chip.key), look.status(cell.chip.key).text
    if kind is ColumnKind.MOVEMENT and cell.arrow:
        return STEPS[cell.arrow], look.MOVEMENT[cell.tone]
    return None, look.INK


def lay_rules(paper: Worksheet, columns: tuple[Column, ...], first: int, last: int) -> None:
    for place, column in enumerate(columns):
        if column.kind in RULES:
            style, high, middle = RULES[column.kind]
            icons = [{"criteria": ">=", "type": "number", "value": value} for value in (high, middle)]
            rule = {"type": "icon_set", "icon_style": style, "icons": icons}
            paper.conditional_format(first, place, last, place, rule)
