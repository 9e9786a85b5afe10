"""A Document of any version can be read, and its tables are asked by the keys of their columns."""

import json
from pathlib import Path

import pytest

from outturn.core.catalogue import Band as State
from outturn.core.catalogue import Shape, When
from outturn.core.commentary import NoteKind
from outturn.core.report.cells import chip_of
from outturn.core.report.document import (
    Band,
    Cell,
    Column,
    Document,
    Layout,
    Page,
    PageKind,
    PanelTone,
    Row,
    Table,
    from_json,
    to_json,
)
from outturn.core.report.document_kinds import Status
from outturn.core.report.older import tables_of
from outturn.core.report.pictures import Chart

OLDER = Path(__file__).parent / "cases" / "document-before-keys.json"
"""Pages of sample editions as they were kept before columns had keys and rows had bands."""


def of(pages: tuple[Page, ...]) -> Document:
    return Document("p", "P", "", "O", "Data to Oct 2024", "2025-01-14", "14 January 2025 (release 2)", 2, "d", pages)


def small() -> Document:
    table = Table(
        "t",
        "T",
        (Column("name", "Measure"), Column("latest", "Latest")),
        (Row((Cell("Waits"), Cell("95%")), band=Band("Urgent care", "1 of 2 on target")),),
    )
    return of((Page("a", PageKind.OUTCOMES, "A", (table,), layout=Layout.ONE_PAGE_A3),))


def test_a_document_is_read_back_as_it_was_kept():
    assert from_json(to_json(small())) == small()


def test_a_cell_is_found_by_the_key_of_its_column():
    _, table = next(small().tables())
    assert table.cell(table.rows[0], "latest") == Cell("95%")
    with pytest.raises(KeyError):
        table.cell(table.rows[0], "target")


def test_two_columns_of_a_table_may_not_share_a_key():
    with pytest.raises(AssertionError, match="share a key"):
        Table("t", "T", (Column("a", "A"), Column("a", "B")), ())


def test_every_kind_of_commentary_has_a_panel():
    assert {kind.value for kind in NoteKind} <= set(PanelTone)


def test_an_older_document_has_the_figures_and_the_words_that_it_had():
    kept = json.loads(OLDER.read_bytes())
    read = from_json(OLDER.read_bytes())
    was = [
        cell for page in kept["pages"] for table in tables_of(page) for row in table["rows"] for cell in row["cells"]
    ]
    now = [cell for _, table in read.tables() for row in table.rows for cell in row.cells]
    assert len(now) > 50
    assert [(c["text"], c["value"], c["key"], c["note"]) for c in was] == [
        (c.text, c.value, c.key, c.note) for c in now
    ]
    assert [page["title"] for page in kept["pages"]] == [page.title for page in read.pages]


def test_bands_of_an_older_document_keep_their_words():
    read = from_json(OLDER.read_bytes())
    bands = [row.band for _, table in read.tables() for row in table.rows if row.band]
    assert bands[:2] == [
        Band("A - Keep more people well & out of hospital: 16 of 19 on target"),
        Band("B - More Care Closer to Home: 8 of 12 on target"),
    ]


def test_an_older_framework_is_laid_out_on_one_page():
    layouts = {page.kind: page.layout for page in from_json(OLDER.read_bytes()).pages}
    assert layouts[PageKind.OUTCOMES] is Layout.ONE_PAGE_A3
    assert layouts[PageKind.SCORECARD] is Layout.FLOW


def test_what_is_no_document_is_refused():
    with pytest.raises(ValueError):
        from_json(b'{"title": "x", "pages": []}')


def test_a_chart_of_an_older_document_has_at_its_points_what_stood_in_its_columns():
    kept = [block for page in json.loads(OLDER.read_bytes())["pages"] for block in page["blocks"] if "values" in block]
    charts = [
        block for page in from_json(OLDER.read_bytes()).pages for block in page.blocks if isinstance(block, Chart)
    ]
    assert [chart.anchor for chart in charts] == [block["anchor"] for block in kept]
    for chart, was in zip(charts, kept, strict=True):
        assert len(chart.points) > 3
        assert [[p.label, p.date.isoformat(), p.value, p.text, p.state, p.flag] for p in chart.points] == [
            [*row]
            for row in zip(*(was[n] for n in ("labels", "dates", "values", "texts", "states", "flags")), strict=True)
        ]
        for name in ("mean", "lower", "upper", "plan", "interval_lower", "interval_upper", "benchmark"):
            known = [figure for figure in was[name] if figure is not None]
            assert list(chart.figures(name)) == (was[name] if known else []), name
        assert (chart.kind, chart.title, chart.target) == (was["kind"], was["title"], was["target"])


def test_a_state_that_no_colour_is_known_for_is_grey():
    states = [State(key, "A word", "A", Shape.DASH, When.ALWAYS) for key in ("purple", "amber")]
    assert [chip_of(state).key for state in states] == [Status.GREY, Status.AMBER]
