"""A sparkline shows on which side of its target the good lies, in every table that has one."""

from dataclasses import replace

import pytest
from core.report import small
from core.report.small import month

from outturn.core.assess.result import Points
from outturn.core.catalogue import Direction
from outturn.core.report.build import build
from outturn.core.report.tables.outcome_cells import trend
from outturn.core.report.tables.trend import read_trend

ENTRY = small.framework("plan").entries[0]
MONTHS = (month(2024, 9), small.OCTOBER)
POINTS = Points(period=MONTHS, value=(6.0, 7.0), state=("known", "known"))
RESULT = replace(small.result(ENTRY), points=POINTS)


@pytest.mark.parametrize("read", [read_trend, trend])
@pytest.mark.parametrize(
    ("direction", "good"), [(Direction.HIGHER, "higher"), (Direction.LOWER, "lower"), (Direction.NONE, "")]
)
def test_the_good_side_of_the_target_is_that_of_the_entry(read, direction, good):
    cell = read(small.indicator("waits"), RESULT, direction)
    assert (cell.trend, cell.trend_good) == ((6.0, 7.0), good)


def test_a_scorecard_shows_it():
    document = build(small.paper(("scorecard", "plan"), results=[RESULT]))
    table = next(table for _, table in document.tables())
    assert table.cell(table.rows[0], "trend").trend_good == "lower"
