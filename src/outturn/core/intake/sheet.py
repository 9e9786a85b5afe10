"""A grid of cells, and the table found in it: the heading under its titles, and the rows below."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

import polars as pl

from outturn.core.intake.causes import Cause, problems
from outturn.core.intake.result import Problem
from outturn.core.layouts import Layout
from outturn.core.periods import PeriodProblem, parse

ANY_YEAR = date(2000, 4, 1)
LOWEST_HEADING = 60
"""A heading further down than this row is not looked for."""

Grid = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Sheet:
    """Rows as printed and as stored; `name` is empty for a text file."""

    name: str
    printed: Grid
    exact: Grid


@dataclass(frozen=True)
class Table:
    """`headings`: for each column its texts from the upper heading row to the lowest, `names` the lowest of them.
    `printed` and `exact`: frames with a column `row` (as a spreadsheet counts) and one column "0", "1", ... each."""

    sheet: str
    headings: tuple[tuple[str, ...], ...]
    names: tuple[str, ...]
    printed: pl.DataFrame
    exact: pl.DataFrame

    def column(self, name: str) -> str:
        """The frame's column for a heading that the layout names."""
        return str([squared(own) for own in self.names].index(squared(name)))


def squared(text: str) -> str:
    return " ".join(text.split()).casefold()


def table_of(sheet: Sheet, layout: Layout) -> Table | tuple[Problem, ...]:
    """The table, or what stands in the way: no heading, missing or double columns, ragged rows."""
    wanted = layout.needed()
    at, missing = heading_at(sheet, layout)
    if at is None:
        return missing_columns(sheet, wanted, *missing)
    depth = layout.heading_rows
    own = own_names(sheet.printed[at : at + depth])
    twice = [name for name in wanted if [squared(text) for text in own].count(squared(name)) > 1]
    ragged = ragged_rows(sheet, at + depth, len(own)) if not sheet.name else []
    wrong = [double_column(sheet, name, own, at + depth) for name in twice] + ragged
    if wrong:
        return tuple(wrong)
    last = max((n for n, row in enumerate(sheet.printed) if any(cell.strip() for cell in row)), default=at)
    return Table(
        sheet.name,
        tuple(zip(*(filled(row, len(own)) for row in sheet.printed[at : at + depth - 1]), own, strict=True)),
        tuple(own),
        frame(sheet.printed, at + depth, last + 1, len(own)),
        frame(sheet.exact, at + depth, last + 1, len(own)),
    )


def heading_at(sheet: Sheet, layout: Layout) -> tuple[int | None, tuple[list[str], list[str]]]:
    """Where the heading begins; failing that, (columns missing, columns there) of the row that comes nearest.

    Of several places where all columns stand (a title row above a merged heading), the one with most periods.
    """
    wanted = layout.needed()
    nearest: tuple[list[str], list[str]] = (list(wanted), [])
    found: list[tuple[int, int]] = []
    for at in range(min(LOWEST_HEADING, len(sheet.printed) - layout.heading_rows + 1)):
        own = own_names(sheet.printed[at : at + layout.heading_rows])
        there = {squared(name) for name in own}
        missing = [name for name in wanted if squared(name) not in there]
        if not missing:
            found.append((sum(names_period(name) for name in own) if layout.shape == "wide" else 0, -at))
        elif len(missing) < len(nearest[0]) or not nearest[1]:
            nearest = (missing, [name for name in own if name])
    return (-max(found)[1], ([], [])) if found else (None, nearest)


def names_period(text: str) -> bool:
    """Whether a heading is the label of a period, even if it needs a year."""
    try:
        parse(text, within=ANY_YEAR)
    except PeriodProblem:
        return False
    return True


def own_names(rows: Grid) -> list[str]:
    """Each column's own lowest text."""
    width = max(len(row) for row in rows)
    names = [""] * width
    for row in rows:
        for n, cell in enumerate(row):
            names[n] = cell.strip() or names[n]
    return names


def filled(row: Sequence[str], width: int) -> list[str]:
    """A heading row whose merged cells say their text over every column that they cover."""
    texts, last = [], ""
    for n in range(width):
        last = (row[n].strip() if n < len(row) else "") or last
        texts.append(last)
    return texts


def missing_columns(sheet: Sheet, wanted: Sequence[str], missing: list[str], there: list[str]) -> tuple[Problem, ...]:
    if len(missing) < len(wanted) or len(wanted) == 1:
        return tuple(missing_column(sheet, name, there) for name in missing)
    named = ", ".join(f"'{name}'" for name in wanted)
    message = f"No heading was found in the first {LOWEST_HEADING} rows. It should have the columns {named}."
    return (Problem(None, None, "", message, "Add it, or choose the layout that fits the file.", sheet.name),)


def missing_column(sheet: Sheet, name: str, there: list[str]) -> Problem:
    near = get_close_matches(squared(name), [squared(own) for own in there], 1)
    cure = f"Is it the column '{near[0]}'?" if near else "Add it, or choose the layout that fits the file."
    known = ", ".join(f"'{own}'" for own in there[:12]) or "none"
    return Problem(None, None, name, f"There is no column '{name}'. The columns found are {known}.", cure, sheet.name)


def double_column(sheet: Sheet, name: str, own: list[str], row: int) -> Problem:
    places = [str(n + 1) for n, text in enumerate(own) if squared(text) == squared(name)]
    message = f"The heading '{name}' stands over columns {' and '.join(places)}."
    return Problem(row, name, name, message, "Rename or delete one of them.", sheet.name)


def ragged_rows(sheet: Sheet, first: int, width: int) -> list[Problem]:
    """Rows with more or fewer cells than the heading: `1,234` without quotes is two cells, and all after it shift."""
    by_length: dict[int, list[int]] = {}
    for n, row in enumerate(sheet.printed[first:], first + 1):
        if len(row) != width and any(cell.strip() for cell in row):
            by_length.setdefault(len(row), []).append(n)
    cure = "Put text that contains the delimiter in quotes, and leave empty cells in their place."
    causes = [
        Cause(rows, "", "", f"The row has {length} cells and the heading has {width}.", cure)
        for length, rows in by_length.items()
    ]
    return problems(causes, sheet.name)


def frame(grid: Grid, first: int, end: int, width: int) -> pl.DataFrame:
    rows = grid[first:end]
    data: dict[str, Sequence[object]] = {"row": range(first + 1, first + 1 + len(rows))}
    for n in range(width):
        data[str(n)] = [row[n] if n < len(row) else "" for row in rows]
    return pl.DataFrame(data, schema={"row": pl.Int64, **{str(n): pl.String for n in range(width)}})
