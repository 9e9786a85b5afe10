"""A file of one's own layout in which every row is odd: each is a problem or a question, none is recorded silently."""

from datetime import date
from pathlib import Path

import polars as pl

from outturn.core.catalogue import Area, Catalogue, Direction, Indicator
from outturn.core.intake import Answers, Layout, PeriodColumns, UnitInfo, ValueColumn, read_file
from outturn.core.periods import PeriodKind
from outturn.core.sense import Background, weigh
from outturn.core.units import Unit
from outturn.workbooks.opening import open_file

DATA = (Path(__file__).parent / "cases" / "silly.csv").read_bytes()
LAYOUT = Layout(
    "trusts",
    indicator="indicator_id",
    area="area_code",
    period=PeriodColumns(start="period_start", end="period_end"),
    values=(ValueColumn("value"),),
)
KNOWN = Catalogue(
    "v1",
    areas={slug: Area(slug, slug.upper(), slug.upper(), "trust") for slug in ("rx1", "rx2")},
    indicators={
        "ind001": Indicator("ind001", "Share", "Share", Unit.PERCENT, Direction.HIGHER, PeriodKind.MONTH, decimals=1),
        "ind002": Indicator("ind002", "Count", "Count", Unit.COUNT, Direction.LOWER, PeriodKind.MONTH),
    },
)


def test_every_row_is_said() -> None:
    units = {slug: UnitInfo.of(each) for slug, each in KNOWN.indicators.items()}
    intake = read_file(open_file("silly.csv", DATA), LAYOUT, units=units, areas=set(KNOWN.areas))
    values = intake.values.with_columns(file=pl.lit("silly.csv"))
    nothing = values.clear()
    weighed = weigh(values, Background(nothing, nothing, KNOWN, date(2025, 9, 1)), Answers())
    asked = {row: each.kind for each in (*intake.questions, *weighed.questions) for row in each.rows}
    wrong = {problem.row for problem in intake.problems}
    assert asked[3] == "impossible-figure"
    assert asked[4] == "fraction-of-a-count"
    assert asked[5] == "out-of-range"
    assert asked[2] == "marked-figure"
    assert asked.keys() | wrong == {2, 3, 4, 5, 6}, "the unknown trust is said, too"
