"""layouts/*.yaml: which columns of a file say what. Mirrors `core.layouts`, field by field."""

from typing import Literal

from pydantic import Field

from outturn.core.catalogue import FigureRole
from outturn.core.definitions.schema.strict import OneOf, Slug, Strict, Words
from outturn.core.layouts import Reads, Shape
from outturn.core.periods import PeriodKind
from outturn.core.units import State, Unit


class PeriodColumnsDefinition(Strict):
    """Where a row says what period it is about."""

    label: str = Field(default="", description="Column with a label such as Oct-24.")
    kind: OneOf[PeriodKind] | None = Field(default=None, description="Kind of period, the same for all rows.")
    kind_column: str = Field(default="", description="Column that says the kind of period row by row.")
    start: str = Field(default="", description="Column with the first day.")
    end: str = Field(default="", description="Column with the last day.")
    within: str = Field(default="", description="Year that completes labels such as M7, in quotes: '2024/25'.")

    within_column: str = Field(default="", description="Column with that year, row by row.")


class ValueColumnDefinition(Strict):
    """One figure of a row, and how it is read."""

    column: Words = Field(description="Heading of the column.")
    role: OneOf[FigureRole] = Field(default=FigureRole.ACTUAL, description="What the figure is.")
    reads: Reads = Field(default="figure", description="figure, target (words allowed), words, or rank (1/42).")
    unit: OneOf[Unit] | None = Field(default=None, description="Unit, where it is not the indicator's.")
    period: PeriodColumnsDefinition | None = Field(default=None, description="Its own period, where it has one.")
    role_column: str = Field(default="", description="Column whose word decides the role.")
    roles: dict[str, OneOf[FigureRole]] = Field(default={}, description="Word in that column -> role.")
    words: dict[str, OneOf[State]] = Field(default={}, description="Words in place of a figure -> state.")
    marks: dict[str, Literal["known", "provisional"]] = Field(
        default={}, description="Marks beside a figure, such as '*' -> known (a note) or provisional."
    )
    mark_roles: dict[str, OneOf[FigureRole]] = Field(
        default={}, description="Marks that say what the figure is, such as '*' -> average."
    )
    blank: OneOf[State] | None = Field(default=None, description="State of an empty cell; left out, no value.")
    percent_as: str = Field(default="", description="fraction or percent, for files that hold 0.567.")
    duration_as: str = Field(default="", description="mm:ss, hh:mm, seconds, minutes, hours or days.")


class FlagDefinition(Strict):
    """Rows in which a column says a word."""

    column: Words = Field(description="Heading of the column.")
    says: str = Field(description="The word.")
    state: OneOf[State] | None = Field(default=None, description="State of the figures in such rows.")
    roles: list[OneOf[FigureRole]] = Field(default=[FigureRole.ACTUAL], description="Roles that are meant.")


class LayoutFile(Strict):
    """layouts/*.yaml, one layout a file."""

    slug: Slug = Field(description="Identity, such as priorities-summary.")
    title: str = Field(default="", description="What the file is.")
    shape: Shape = Field(default="long", description="long: a row for each period; wide: dates across.")
    files: list[str] = Field(default=[], description="File names it fits, such as summary.csv.")
    sheet: str = Field(default="", description="Sheet to read; * for every visible one.")
    heading_rows: int = Field(default=1, ge=1, description="How many rows the heading has.")
    indicator: str = Field(default="", description="Column that names the indicator.")
    slugs: dict[str, Slug] = Field(default={}, description="Printed indicator -> slug.")
    area: str = Field(default="", description="Column that names the area.")
    fixed_area: Slug | None = Field(default=None, description="Area of every row.")
    areas: dict[str, Slug] = Field(default={}, description="Printed area -> slug.")
    period: PeriodColumnsDefinition = Field(default=PeriodColumnsDefinition(), description="Where the period is.")
    values: list[ValueColumnDefinition] = Field(default=[], description="The figures of a row.")
    role: str = Field(default="", description="wide: column that says what a row's figures are.")
    roles: dict[str, OneOf[FigureRole]] = Field(default={}, description="wide: word -> role.")
    fill_down: list[str] = Field(default=[], description="Columns whose empty cells repeat the one above.")
    ignore: list[str] = Field(default=[], description="Columns that are not read.")
    optional: list[str] = Field(default=[], description="Columns that a file may leave out.")
    flags: list[FlagDefinition] = Field(default=[], description="Rows whose figures take a state.")
    skip: list[FlagDefinition] = Field(default=[], description="Rows that are not data.")
    unperioded: OneOf[FigureRole] | None = Field(
        default=None, description="Role of words that stand where a period should, such as TBC."
    )
    reporting: str = Field(default="", description="Period those words are taken as said about, in quotes: '2024/25'.")
