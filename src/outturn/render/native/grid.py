"""The numbers behind a native chart as the columns of a spreadsheet, and the series that are drawn from them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from outturn.render import look
from outturn.render.charts.words import Measured
from outturn.render.numbers import number_format, to_stored

Values = list[float | None]
MARKERS = look.SIGN | {"lower": "x"}
"""Office has no triangle that points down."""


@dataclass(frozen=True)
class Column:
    """`code` is the number format of its cells; words have none."""

    title: str
    cells: Sequence[str | float | None]
    code: str = ""


@dataclass(frozen=True)
class Series:
    """What is drawn from one column.

    `line`: solid, dash, dot or empty for none. `marker`: circle, diamond, square, triangle, x, dash or empty for none.
    `fill`: the colour inside, where it is not `colour`. `across`: the column of its places on the other axis. `labels`:
    words beside some of the values, by their row. `lower`, `upper`: the ends of a bar through each value; `reach`: the
    columns with the distances to them. A `role` of "kept" stands in the sheet and is not drawn.
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
    across: int = 0
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


class Columns(list[Column]):
    """Columns of values in one unit, gathered one by one."""

    def __init__(self, unit: str, code: str) -> None:
        super().__init__()
        self.unit, self.code = unit, code

    def add(self, title: str, cells: Sequence[str | float | None], code: str = "") -> int:
        """The place of the new column."""
        self.append(Column(title, cells, code))
        return len(self) - 1

    def add_values(self, title: str, values: Sequence[float | None]) -> int:
        """As workbooks hold them: times are fractions of a day."""
        return self.add(title, [None if value is None else to_stored(value, self.unit) for value in values], self.code)


@dataclass(frozen=True)
class Native:
    """The columns of the sheet, and the series in the order in which they are drawn. `unit` is that of the values."""

    columns: list[Column]
    series: list[Series]
    unit: str

    def number(self, series: Series) -> int:
        return next(number for number, other in enumerate(self.series) if other is series)


def columns_for(picture: Measured) -> Columns:
    return Columns(picture.unit, number_format(picture.unit, picture.decimals, picture.scale))


def distances(values: Values, ends: Values) -> Values:
    """How far each end lies from its value; an end that is not known has no distance."""
    pairs = zip(values, ends, strict=False)
    return [None if value is None or end is None else abs(end - value) for value, end in pairs]


def letters_of(column: int) -> str:
    """`A` for 0, `AA` for 26. Our own: pages draw pictures too, and do without the package that writes workbooks."""
    before, place = divmod(column, 26)
    return (letters_of(before - 1) if before else "") + chr(ord("A") + place)


def serial(day: date) -> int:
    """The number by which spreadsheets know a day."""
    return (day - date(1899, 12, 30)).days
