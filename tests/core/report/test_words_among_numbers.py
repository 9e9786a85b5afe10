"""Words are not set as numbers: a sentence takes the room behind it, a column of words is one of words."""

from dataclasses import replace

import pytest
from core.report import small
from core.report.small import paper

from outturn.core.catalogue import EntryKind, Target, TargetKind
from outturn.core.report.build import build
from outturn.core.report.cells import DASH
from outturn.core.report.document import Cell, Column, ColumnKind, Page, PageKind, Row, Table
from outturn.core.report.settled import settle_columns


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (Cell("Amber"), True),
        (Cell("A hub in every system by December"), True),
        (Cell("56.7%", value=56.7), False),
        (Cell("3 of 42", value=3), False),
        (Cell(""), False),
        (Cell("–", state="not_applicable"), False),
        (Cell("*", state="suppressed"), False),
        (Cell("n/a", state="not_available"), False),
        (Cell("not due", state="not_due"), False),
    ],
)
def test_what_stands_for_a_number_is_no_words(cell, words):
    assert cell.words is words


def kind(*cells: Cell) -> str:
    table = Table("t", "T", (Column("a", "A", ColumnKind.NUMBER),), tuple(Row((cell,)) for cell in cells))
    return settle_columns(Page("p", PageKind.MEASURE, "P", (table,))).blocks[0].columns[0].kind


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ((Cell("Amber"), Cell("Green")), "text"),
        ((Cell("No national target"), DASH), "text"),
        ((Cell("Amber"), Cell("1", value=1.0)), "number"),
        ((DASH, Cell("*", state="suppressed")), "number"),
        ((), "number"),
    ],
)
def test_a_column_is_one_of_numbers_where_it_holds_one(cells, found):
    assert kind(*cells) == found


def scorecard_row(period=small.OCTOBER, **more) -> Row:
    entry = replace(small.framework("plan").entries[0], **more)
    held = replace(small.framework("plan"), entries=(entry,))
    document = build(paper(("scorecard", "plan"), frameworks=(held,), results=[small.result(entry, period)]))
    return next(table for _, table in document.tables()).rows[0]


def test_an_entry_told_in_words_has_the_room_of_figure_gap_movement_trend_and_icons():
    row = scorecard_row(kind=EntryKind.NARRATIVE, text="Carried by every partnership.")
    assert [(cell.text, cell.span) for _, cell in row.visible_cells()][-1] == ("Carried by every partnership.", 5)
    assert len(row.cells) == 10 and row.cells[6:] == (Cell(),) * 4


def test_a_target_to_be_confirmed_does_not_hide_a_figure_that_is_known():
    later = Target(TargetKind.TBC)
    assert scorecard_row(target=later).cells[5].text == "7"
    assert scorecard_row(period=None, target=later).cells[5].text == "To be confirmed."
    assert scorecard_row(period=None, target=later, text="In spring").cells[5].text == "In spring."
