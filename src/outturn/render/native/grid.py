"""The numbers behind a native chart as the columns of a spreadsheet, and the series that are drawn from them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

Values = list[float | None]


@dataclass(frozen=True)
class Column:
    """`code` is the number format of its cells; words have none."""

    title: str
    cells: Sequence[str | float | None]
    code: str = ""


@dataclass(frozen=True)
class Series:
    """What is drawn from a stretch of one column, beginning in row `first` (0 is the row below the headings).

    `line`: solid, dash, dot or empty for none. `marker`: circle, diamond, square, triangle, x, dash or empty for none.
    `fill`: the colour inside, where it is not `colour`. `across`: the column of its places on the other axis.
    `named_at`: column and row of the cell with its name, where that is not the heading. `labels`: words beside some of
    the values, by their place. `lower`, `upper`: the ends of a bar through each value; `reach`: the columns with the
    distances to them. A `role` of "kept" stands in the sheet and is not drawn.
    """

    name: str
    role: str
    values: Values
    colour: str
    line: str = "solid"
    width: float = 1.25
    marker: str = ""
    size: int = 5
    fill: str = ""
    column: int = 0
    first: int = 0
    across: int = 0
    named_at: tuple[int, int] | None = None
    labels: dict[int, str] = field(default_factory=dict)
    lower: Values = field(default_factory=list)
    upper: Values = field(default_factory=list)
    reach: tuple[int, int] = (0, 0)

    @property
    def last(self) -> int | None:
        """The place of the last known value."""
        return max((place for place, value in enumerate(self.values) if value is not None), default=None)

    @property
    def below(self) -> Values:
        return distances(self.values, self.lower)

    @property
    def above(self) -> Values:
        return distances(self.values, self.upper)


@dataclass(frozen=True)
class Native:
    """The columns of the sheet, and the series in the order in which they are drawn. `unit` is that of the values."""

    columns: list[Column]
    series: list[Series]
    unit: str


def distances(values: Values, ends: Values) -> Values:
    """How far each end lies from its value; an end that is not known has no distance."""
    return [None if None in pair else abs(pair[1] - pair[0]) for pair in zip(values, ends, strict=False)]  # type: ignore[operator]


def serial(day: date) -> int:
    """The number by which spreadsheets know a day."""
    return (day - date(1899, 12, 30)).days
