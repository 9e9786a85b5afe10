"""A grid of cells, and the table found in it: the heading under its titles, and the rows below."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import polars as pl

from outturn.core.intake.heading import find_heading, own_names
from outturn.core.intake.result import Problem
from outturn.core.intake.rows_in_words import say_other_rows
from outturn.core.intake.words import square_text
from outturn.core.layouts import Layout

HEAD_ROWS = 80
"""Rows kept for finding the heading: as far down as it is looked for, and as many rows as it may have."""
PART = 200_000
"""Rows worked on at once."""


@dataclass(frozen=True)
class Columns:
    """Columns as printed, and as stored where that differs: frames with `row` (as a spreadsheet counts) and one column
    "0", "1", ... for each that was wanted. `ragged`: rows by their number of cells, where it is not the heading's."""

    printed: pl.DataFrame
    exact: pl.DataFrame | None = None
    ragged: Mapping[int, Sequence[int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Sheet(ABC):
    """`name` is empty for a text file; `head`: the first rows as printed."""

    name: str
    head: tuple[tuple[str, ...], ...]

    @abstractmethod
    def columns(self, first: int, width: int, wanted: list[int]) -> Columns:
        """These columns of the rows below row number `first`. Raises Unreadable."""

    @cached_property
    def squared_head(self) -> tuple[tuple[str, ...], ...]:
        """The first rows, as names are compared."""
        return tuple(tuple(square_text(cell) for cell in row) for row in self.head)


@dataclass(frozen=True)
class Table:
    """`headings`: for each column its texts from the upper heading row to the lowest, `names` the lowest of them.
    `printed` and `exact` hold the columns that the layout names, as in Columns."""

    sheet: str
    headings: tuple[tuple[str, ...], ...]
    names: tuple[str, ...]
    printed: pl.DataFrame
    exact: pl.DataFrame

    def words(self, name: str) -> pl.Series:
        """The column under a heading, as printed; empty where there is none, for it may be left out."""
        return self._of(self.printed, name)

    def exact_words(self, name: str) -> pl.Series:
        """The same, as exactly as the file holds it."""
        return self._of(self.exact, name)

    def _of(self, frame: pl.DataFrame, name: str) -> pl.Series:
        place = self._places.get(square_text(name)) if name else None
        return frame[str(place)] if place is not None else pl.repeat("", frame.height, eager=True)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {square_text(own): n for n, own in enumerate(self.names)}

    @property
    def height(self) -> int:
        return self.printed.height

    def parts(self) -> Iterator["Table"]:
        """The table, some rows at a time."""
        for first in range(0, self.height, PART):
            yield replace(self, printed=self.printed.slice(first, PART), exact=self.exact.slice(first, PART))

    def keep(self, rows: pl.Series) -> "Table":
        return replace(self, printed=self.printed.filter(rows), exact=self.exact.filter(rows))


def table_of(sheet: Sheet, layout: Layout) -> Table | tuple[Problem, ...]:
    """The table, or what stands in the way: no heading, missing or double columns, ragged rows, no rows at all.
    Raises Unreadable."""
    heading, problems = find_heading(sheet, layout)
    if heading is None:
        return problems
    own = own_names(sheet.head[heading : heading + layout.heading_rows])
    first = heading + layout.heading_rows
    columns = sheet.columns(first, len(own), choose_columns(own, layout))
    if columns.ragged:
        return tuple(find_ragged_rows(columns.ragged, len(own), sheet.name))
    printed = without_blank_end(columns.printed)
    if printed.is_empty():
        return (Problem(first, None, "", "There are no rows below the heading.", "Check what was saved.", sheet.name),)
    exact = columns.printed if columns.exact is None else columns.exact
    upper = [fill_heading(row, len(own)) for row in sheet.head[heading : first - 1]]
    return Table(sheet.name, tuple(zip(*upper, own, strict=True)), tuple(own), printed, exact.head(printed.height))


def choose_columns(own: Sequence[str], layout: Layout) -> list[int]:
    """Those that a long layout names; of a wide file all that it does not ignore."""
    if layout.shape == "wide":
        ignored = {square_text(name) for name in layout.ignore}
        return [n for n, name in enumerate(own) if square_text(name) not in ignored or not name]
    named = {square_text(name) for name in (*layout.list_needed_columns(), *layout.optional)}
    return [n for n, name in enumerate(own) if square_text(name) in named]


def find_ragged_rows(ragged: Mapping[int, Sequence[int]], width: int, sheet: str) -> Iterator[Problem]:
    """Rows with more or fewer cells than the heading: `1,234` without quotes is two cells, and all after it shift."""
    cure = "Put text that contains the delimiter in quotes, and leave empty cells in their place."
    for length, rows in sorted(ragged.items(), key=lambda item: item[1][0]):
        message = f"The row has {length:,} cell{'s' if length != 1 else ''} and the heading has {width:,}."
        yield Problem(rows[0], None, "", message, cure + say_other_rows(rows), sheet)


def without_blank_end(frame: pl.DataFrame) -> pl.DataFrame:
    """The rows down to the last that holds anything."""
    while frame.height:
        end = frame.tail(1_000)
        full = end.select(pl.any_horizontal(pl.exclude("row").str.strip_chars() != "")).to_series()
        if full.any():
            return frame.head(frame.height - end.height + int(full.arg_true()[-1]) + 1)
        frame = frame.head(frame.height - end.height)
    return frame


def fill_heading(row: Sequence[str], width: int) -> list[str]:
    """A heading row whose merged cells say their text over every column that they cover."""
    texts, last = [], ""
    for n in range(width):
        last = (row[n].strip() if n < len(row) else "") or last
        texts.append(last)
    return texts
