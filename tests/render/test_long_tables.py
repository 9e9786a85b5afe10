"""Slides take a long table in step with its length: no row is measured anew for every slide that follows."""

import pytest

from outturn.core.report.document import Cell, Column, ColumnKind, Document, Page, PageKind, Row, Table
from outturn.render.pptx import pptx, table

COLUMNS = (Column("period", "Period", width=10), Column("value", "Value", ColumnKind.NUMBER, 8))


def paper(rows):
    lines = tuple(Row((Cell(f"Day {n}"), Cell(f"{n}", n, "count"))) for n in range(rows))
    page = Page("p", PageKind.MEASURE, "A long table", (Table("t", "Every point", COLUMNS, lines),), sheet="T")
    return Document(
        pack="charts", title="Long", subtitle="", organisation="", period="", edition="2025-01-14",
        as_known="2025-01-14", release=0, definitions="none", pages=(page,), sources=("x.csv",),
    )  # fmt: skip


@pytest.mark.parametrize("rows", [200, 800])
def test_each_row_is_measured_a_fixed_number_of_times(monkeypatch, rows):
    measured, one = [], table.row_height

    def counted(*words):
        measured.append(1)
        return one(*words)

    monkeypatch.setattr(table, "row_height", counted)
    assert pptx(paper(rows))
    assert rows <= len(measured) <= 3 * rows + 200
