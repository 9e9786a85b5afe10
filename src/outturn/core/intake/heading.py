"""Where the heading of a table stands, or what is missing of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING

from outturn.core.intake.result import Problem
from outturn.core.intake.words import square_text
from outturn.core.layouts import Layout
from outturn.core.periods import PeriodProblem, parse

if TYPE_CHECKING:
    from outturn.core.intake.sheet import Sheet

ANY_YEAR = date(2000, 4, 1)
LOWEST_HEADING = 60
"""A heading further down than this row is not looked for."""

Grid = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Nearest:
    """The row that comes nearest to the heading: the columns that it lacks, and those that it has."""

    missing: tuple[str, ...]
    there: tuple[str, ...]


def find_heading(sheet: "Sheet", layout: Layout) -> tuple[int | None, tuple[Problem, ...]]:
    """Where the heading begins, counted from nought, and None with what is wrong where it is not there or not clear."""
    row = heading_at(sheet, layout)
    if isinstance(row, Nearest):
        return None, missing_columns(sheet, layout.list_needed_columns(), row)
    own = [square_text(text) for text in own_names(sheet.head[row : row + layout.heading_rows])]
    named = (*layout.list_needed_columns(), *layout.optional)
    twice = [name for name in dict.fromkeys(named) if own.count(square_text(name)) > 1]
    problems = tuple(double_column(sheet, name, own, row + layout.heading_rows) for name in twice)
    return (None, problems) if problems else (row, ())


def heading_at(sheet: "Sheet", layout: Layout) -> "int | Nearest":
    """Where the heading begins; failing that, what of it the row has that comes nearest.

    Of several places where all columns stand (a title row above a merged heading), the one with most periods.
    """
    wanted = layout.list_needed_columns()
    nearest = Nearest(wanted, ())
    headings: list[tuple[int, int]] = []
    for place in range(min(LOWEST_HEADING, len(sheet.head) - layout.heading_rows + 1)):
        there = {name for row in sheet.squared_head[place : place + layout.heading_rows] for name in row}
        missing = tuple(name for name in wanted if square_text(name) not in there)
        if not missing and layout.heading_rows > 1:
            there = {square_text(name) for name in own_names(sheet.head[place : place + layout.heading_rows])}
            missing = tuple(name for name in wanted if square_text(name) not in there)
        if not missing:
            own = own_names(sheet.head[place : place + layout.heading_rows])
            headings.append((sum(map(names_period, own)) if layout.shape == "wide" else 0, -place))
        elif len(missing) < len(nearest.missing) or not nearest.there:
            own = own_names(sheet.head[place : place + layout.heading_rows])
            nearest = Nearest(missing, tuple(name for name in own if name))
    return -max(headings)[1] if headings else nearest


@lru_cache(4_096)
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


def missing_columns(sheet: "Sheet", wanted: Sequence[str], nearest: Nearest) -> tuple[Problem, ...]:
    if len(nearest.missing) < len(wanted) or len(wanted) == 1:
        return tuple(missing_column(sheet, name, nearest.there) for name in nearest.missing)
    named = ", ".join(f"'{name}'" for name in wanted)
    message = f"No heading was found in the first {LOWEST_HEADING} rows. It should have the columns {named}."
    return (Problem(None, None, "", message, "Add it, or choose the layout that fits the file.", sheet.name),)


def missing_column(sheet: "Sheet", name: str, there: Sequence[str]) -> Problem:
    near = get_close_matches(square_text(name), [square_text(own) for own in there], 1)
    cure = f"Is it the column '{near[0]}'?" if near else "Add it, or choose the layout that fits the file."
    known = ", ".join(f"'{own}'" for own in there[:12]) or "none"
    return Problem(None, None, name, f"There is no column '{name}'. The columns found are {known}.", cure, sheet.name)


def double_column(sheet: "Sheet", name: str, own: Sequence[str], row: int) -> Problem:
    places = [str(n + 1) for n, text in enumerate(own) if text == square_text(name)]
    message = f"The heading '{name}' stands over columns {' and '.join(places)}."
    return Problem(row, name, name, message, "Rename or delete one of them.", sheet.name)
