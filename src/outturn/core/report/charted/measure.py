"""How the figures of a table are meant, and what is drawn of each of its series."""

from dataclasses import dataclass
from datetime import date
from math import floor, log10
from typing import Any

import polars as pl

from outturn.core.report.document import Cell, Column, ColumnKind, Fact, Row, Table, anchor_of
from outturn.core.report.pictures import Picture
from outturn.core.statistics.table.columns import dates, labels
from outturn.core.units import State, Unit, as_fine, show, unit_words

NOTHING = Cell("–", state=State.NOT_APPLICABLE)
LAST = 99
"""The priority of what needs nobody."""
HIDDEN = r"(?i)^\s*(\*|\[c\]|<\s*\d+|suppressed)\s*$"
"""Marks in a file that stand for a value too small to be shown."""


@dataclass(frozen=True)
class Measure:
    """Unit, decimals and scale of every figure; `direction`: higher, lower or none is better ("": not said)."""

    name: str = ""
    unit: Unit = Unit.COUNT
    decimals: int = 0
    scale: str = ""
    multiplier: float | None = None
    direction: str = ""

    @property
    def words(self) -> str:
        """The unit for an axis or a heading."""
        return unit_words(self.unit, self.scale, self.multiplier)

    def text(self, value: float | None, state: str = "known") -> str:
        return show(value, self.unit, self.decimals, state=State(state), scale=self.scale)

    def size(self, value: float) -> str:
        """A difference, without sign: percentages differ by points."""
        if self.unit is Unit.PERCENT:
            return f"{show(abs(value), self.unit, self.decimals, bare=True)} points"
        return self.text(abs(value))

    def cell(self, value: float | None, state: str = "known") -> Cell:
        """A figure in a table or a fact."""
        held = None if state == State.SUPPRESSED else value
        shown = show(held, self.unit, self.decimals, state=State(state), scale=self.scale, table=True)
        return Cell(shown, held, self.unit.value, self.decimals, self.scale, state)

    def under(self, *parts: str) -> str:
        """The line under a title: measure, series, unit, period."""
        return ", ".join(part for part in (self.name, *parts[:-1], self.words, parts[-1]) if part)


@dataclass(frozen=True)
class Drawn:
    """A picture of one series, with the facts beside it and the numbers under it. `advice`: what to do about it.

    `latest` and its `period` stand in the list of all series. `until`: day and label of the last point with a value.
    `priority`: 1 is to be looked at first.
    """

    name: str
    picture: Picture
    facts: tuple[Fact, ...]
    table: Table
    latest: Cell = NOTHING
    period: str = ""
    advice: str = ""
    priority: int = LAST
    until: tuple[date, str] | None = None


def describe(title: str, subtitle: str, facts: tuple[Fact, ...]) -> str:
    """The text of a picture for those who cannot see it: the finding, then the figures it rests on."""
    said = [f"{fact.label}: {fact.cell.text}{f' ({fact.detail})' if fact.detail else ''}." for fact in facts]
    return " ".join([f"{title}.", f"{subtitle}.", *said])


def numbers_table(
    name: str, caption: str, measure: Measure, figures: dict[str, str], rows: list[dict[str, Any]], last: str = ""
) -> Table:
    """The numbers under a picture. `figures`: column -> its title; each row has those, label, perhaps state and words.

    `last`: the title of the column of words. `state` is that of the value.
    """
    columns = [
        Column("period", "Period", width=10),
        *(Column(key, title, ColumnKind.NUMBER, 8) for key, title in figures.items()),
    ]
    unit = f" ({measure.words})" if measure.words else ""
    made = []
    for row in rows:
        cells = [Cell(row["label"])]
        for column in figures:
            missing = "known" if row[column] is not None else "not_applicable"
            cells.append(measure.cell(row[column], row.get("state", missing) if column == "value" else missing))
        made.append(Row((*cells, Cell(row["words"])) if last else tuple(cells)))
    if last:
        columns.append(Column("words", last, width=30))
    return Table(anchor_of("numbers", name), caption + unit, tuple(columns), tuple(made), empty="No figures.")


def decimals_in(values: pl.Series, most: int = 2) -> int:
    """Decimals enough to show every value as it was given, up to `most`; more where values differ by less than that."""
    known = values.drop_nulls().drop_nans()
    apart = float(known.max() or 0) - float(known.min() or 0) if len(known) else 0.0  # type: ignore[arg-type]
    if 0 < apart < 10.0**-most:
        most = min(1 - floor(log10(apart)), FINEST)
    return max((as_fine(value, 0, most) for value in known), default=0)


FINEST = 15


def day_labels(days: list[date]) -> tuple[str, ...]:
    """`Apr 2024` where no month has two points, else `7 Apr 2024`."""
    monthly = len({(day.year, day.month) for day in days}) == len(days)
    return tuple(f"{day:%b %Y}" if monthly else f"{day.day} {day:%b %Y}" for day in days)


def last_known(part: pl.DataFrame) -> int | None:
    """The row of the last value."""
    places = part["value"].is_not_null().arg_true()
    return int(places[-1]) if len(places) else None


def states(values: pl.Series, given: pl.Series) -> tuple[str, ...]:
    """known, suppressed or not_available: `given` is the column as it stood in the file."""
    hidden = given.cast(pl.String).str.contains(HIDDEN).fill_null(False) if given.dtype == pl.String else None
    return tuple(
        State.KNOWN.value if value is not None
        else State.SUPPRESSED.value if hidden is not None and hidden[place]
        else State.NOT_AVAILABLE.value
        for place, value in enumerate(values)
    )  # fmt: skip


def match_written(frame: pl.DataFrame, points: pl.DataFrame) -> pl.Series:
    """The values of `points` as they stand in the table; null where it has no such row."""
    column = "value" if "value" in frame.columns else "numerator"
    keys = {"series": labels(frame, "series", []), "date": dates(frame, "date", [])}
    given = pl.DataFrame(keys | {"given": frame[column].cast(pl.String)})
    return points.select("series", "date").join(given, on=["series", "date"], how="left", maintain_order="left")[
        "given"
    ]


def add_direction(frame: pl.DataFrame, measure: Measure) -> pl.DataFrame:
    """The table with the direction of the measure where it names none itself."""
    asked = pl.lit(measure.direction or "none")
    if "direction" not in frame.columns:
        return frame.with_columns(direction=asked)
    return frame.with_columns(pl.col("direction").cast(pl.String).replace("", None).fill_null(asked))
