"""What a file looks like, as data: which columns say what. One YAML file in definitions/layouts is one Layout."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Shape = Literal["long", "wide"]
Reads = Literal["figure", "target", "words", "rank"]


@dataclass(frozen=True)
class PeriodColumns:
    """Where a row says what period it is about: dates where it has them, a label otherwise.

    `kind` is the same for all rows; `kind_column` says it row by row; with neither it is the indicator's own.
    `within` is the year that completes labels such as `M7` or `Apr`; `within_column` says it row by row.
    """

    label: str = ""
    kind: str = ""
    kind_column: str = ""
    start: str = ""
    end: str = ""
    within: str = ""
    within_column: str = ""


@dataclass(frozen=True)
class ValueColumn:
    """One figure of a row, and how it is to be read.

    `reads`: figure; target (an operator, a baseline year or words allowed); words (kept as they stand);
    rank (`1/42` is a rank and how many were ranked). `role_column` with `roles` lets another column decide what
    the figure is: the word before any bracket is looked up. `words` maps words of this column to states, such as
    `N/A: not_applicable`; `marks` maps marks beside a figure to what it is, such as `*: provisional`, and `mark_roles`
    those that say which role it has, such as `*: average`. `blank` is the state of an empty cell; without it an empty
    cell is no value.
    """

    column: str
    role: str = "actual"
    reads: Reads = "figure"
    unit: str = ""
    period: PeriodColumns | None = None
    role_column: str = ""
    roles: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    marks: Mapping[str, str] = field(default_factory=dict)
    mark_roles: Mapping[str, str] = field(default_factory=dict)
    blank: str = ""
    percent_as: str = ""
    duration_as: str = ""

    @property
    def read_marks(self) -> Mapping[str, str]:
        """What stands beside a figure that is known: a mark that says its role does not say that it is provisional."""
        return {**dict.fromkeys(self.mark_roles, "known"), **self.marks}


@dataclass(frozen=True)
class Flag:
    """Rows in which a column says a word: `placeholder = yes` makes the figures of these roles not applicable."""

    column: str
    says: str
    state: str = ""
    roles: tuple[str, ...] = ("actual",)


@dataclass(frozen=True)
class Layout:
    """Long files have one row for a period; wide files have dates across.

    `slugs` and `areas` map what is printed to slugs (without an entry: small letters and hyphens). `role` with
    `roles` says row by row, or by heading words, what the figures of a wide file are. `skip` names rows that are
    not data, such as subtotals. `unperioded` is the role of words that stand where a period should (`TBC`); they
    are taken as said about `reporting`. `optional` names columns that a file may leave out. `sheet` is the sheet to
    read, `*` for every visible one.
    """

    slug: str
    title: str = ""
    shape: Shape = "long"
    files: tuple[str, ...] = ()
    sheet: str = ""
    heading_rows: int = 1
    indicator: str = ""
    slugs: Mapping[str, str] = field(default_factory=dict)
    area: str = ""
    fixed_area: str = ""
    areas: Mapping[str, str] = field(default_factory=dict)
    period: PeriodColumns = PeriodColumns()
    values: tuple[ValueColumn, ...] = ()
    role: str = ""
    roles: Mapping[str, str] = field(default_factory=dict)
    fill_down: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    skip: tuple[Flag, ...] = ()
    unperioded: str = ""
    reporting: str = ""

    def list_needed_columns(self) -> tuple[str, ...]:
        """Every column that the file must have, once each, in the order a person would look for them."""
        named = [self.indicator, self.area, self.role, *self.fill_down, *columns_of(self.period)]
        if self.shape == "long":
            for value in self.values:
                named += [value.column, value.role_column, *(columns_of(value.period) if value.period else ())]
        named += [flag.column for flag in (*self.flags, *self.skip)]
        return tuple(dict.fromkeys(name for name in named if name and name not in self.optional))


def columns_of(period: PeriodColumns) -> tuple[str, ...]:
    return (period.label, period.kind_column, period.start, period.end, period.within_column)
