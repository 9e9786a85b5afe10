"""Tables of a Document: cells that say what they are, in columns that have a name, in rows that may have a band."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from outturn.core.catalogue import Shape
from outturn.core.report.document_kinds import Arrow, ColumnKind, Status, Tone
from outturn.core.report.pictures import Mark
from outturn.core.units import SHOWS_FIGURE


@dataclass(frozen=True)
class Chip:
    """A status: shape and word always go together; colour is the renderer's."""

    key: Status
    word: str
    letter: str
    shape: Shape


@dataclass(frozen=True)
class Cell:
    """What stands in one place of a table or a fact. `text` is what is shown, in every format.

    `value` (in `unit`) is set when the text is a number, so that workbooks hold numbers. What stands in the text
    before and after the number is given apart, too: `≥ 95%†` has the operator `≥` and the footmark `†`. `key` names the
    figure: `indicator/area/role/period` ("ae-4h-type1/llr-icb/actual/month:2024-10-31").
    """

    text: str = ""
    value: float | None = None
    unit: str = ""  # core.units.Unit
    decimals: int = 0
    scale: str = ""
    state: str = "known"
    key: str = ""
    chip: Chip | None = None
    marks: tuple[Mark, ...] = ()
    trend: tuple[float | None, ...] = ()  # sparkline values; `text` is its text alternative
    trend_target: float | None = None
    trend_good: str = ""  # the side of the target that is good: higher, lower
    letters: tuple[Chip, ...] = ()  # a trend of grades, oldest first; `text` says it
    arrow: Arrow = Arrow.NONE
    tone: Tone = Tone.NONE  # with a word in `text`
    link: str = ""  # anchor inside the document
    note: str = ""  # shown on demand (tooltip, cell comment) or small below
    span: int = 1  # words that need the room of so many columns: the cells behind it in the row are empty
    signed: bool = False  # a difference: its number has a sign, and percentages are points
    of: int | None = None  # a rank: `30 of 42` is of 42
    operator: str = ""  # before the number in `text`
    footmark: str = ""  # at the end of `text`; the legend of its page says what it means
    unit_words: str = ""  # beside the text, where the number does not say what is counted ("FTE", "years")

    @property
    def words(self) -> bool:
        """Whether it says in words what a number cannot; what stands in place of a number (`*`, `–`, `n/a`) has a state
        that says why.
        """
        return bool(self.text) and self.value is None and self.state in SHOWS_FIGURE


@dataclass(frozen=True)
class Column:
    """`key` names it for programs: it stays when the title is worded anew, and is the only one of its table.

    `group`: where rows that follow each other say the same, the words may stand once for all of them. The columns of
    group 1 are compared alone, those of group 2 together with those of group 1, and so on; those of group 0 never.
    """

    key: str
    title: str
    kind: ColumnKind = ColumnKind.TEXT
    width: int = 10  # relative
    note: str = ""  # what the column means
    group: int = 0
    strong: bool = False  # its cells are what the eye looks for in a row


@dataclass(frozen=True)
class Band:
    """What stands across a table before the rows that belong to it: their name, and what they come to."""

    name: str
    total: str = ""

    @property
    def text(self) -> str:
        return f"{self.name}: {self.total}" if self.total else self.name


@dataclass(frozen=True)
class Row:
    cells: tuple[Cell, ...]
    anchor: str = ""
    band: Band | None = None  # it begins before this row, and holds until the next

    def visible_cells(self) -> Iterator[tuple[int, Cell]]:
        """(place, cell) of the cells that are drawn: those behind a cell that spans several columns are not."""
        place = 0
        while place < len(self.cells):
            yield place, self.cells[place]
            place += self.cells[place].span


@dataclass(frozen=True)
class Table:
    anchor: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""
    empty: str = ""  # the sentence shown when there are no rows
    banded: str = ""  # what a band is ("Section"), for formats in which it takes a column

    def __post_init__(self) -> None:
        keys = [column.key for column in self.columns]
        assert len(set(keys)) == len(keys), f"Columns of {self.anchor} share a key: {keys}"

    def place(self, key: str) -> int:
        """Of the column in each row. Raises KeyError."""
        return self._places[key]

    def cell(self, row: Row, key: str) -> Cell:
        """Raises KeyError."""
        return row.cells[self.place(key)]

    @cached_property
    def _places(self) -> dict[str, int]:
        return {column.key: place for place, column in enumerate(self.columns)}
