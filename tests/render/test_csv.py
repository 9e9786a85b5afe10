"""Every figure as a row of CSV."""

import csv
import io
from dataclasses import replace

from render.pictured import PICTURES, funnel, waterfall

from outturn.core.report.document import Cell, Column, Row, Table
from outturn.core.report.pictures import Step
from outturn.render.csv import csv as draw


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_every_figure_is_a_row_with_its_value_unit_and_state(drawn, paper):
    found = {
        (row["key"], row["text"].lstrip("'"), row["value"], row["unit"], row["state"])
        for row in rows(drawn["figures.csv"])
    }
    wanted = {
        (cell.key, cell.text, "" if cell.value is None else repr(cell.value), cell.unit, cell.state)
        for _, _, cell in paper.figures()
    }
    assert found == wanted


def test_a_spreadsheet_reads_it_as_utf8_and_takes_no_text_for_a_formula(paper):
    cells = tuple(Cell(text, key="k") for text in ("=1+1", "+4+A1", "-2", "@cmd", "−£1k"))
    table = Table("t", "=Caption", tuple(Column(f"c{n}", f"c{n}") for n in range(5)), (Row(cells),))
    data = draw(replace(paper, pages=(replace(paper.pages[0], title="@title", blocks=(table,)),)))
    assert data.startswith(b"\xef\xbb\xbf")
    assert [row["text"] for row in rows(data)] == ["'=1+1", "'+4+A1", "-2", "'@cmd", "−£1k"]
    assert {row["page"] for row in rows(data)} == {"'@title"}


def test_what_stands_in_a_funnel_or_a_waterfall_alone_has_rows_of_its_own(paper):
    cut = replace(waterfall(), anchor="w", steps=(Step("=Cut", -5.0, "5", tone="worsening"),))
    found = rows(draw(replace(paper, pages=(replace(paper.pages[0], blocks=(*PICTURES.values(), cut)),))))
    wanted = {("w/=Cut", "5", "-5.0", "money")}
    for dot in funnel().dots:
        key = f"funnel-readmissions/{dot.label}"
        wanted |= {
            (key, dot.text, repr(dot.value), "percent"),
            (f"{key}/size", f"{dot.size:,}", str(dot.size), "count"),
        }
    for step in waterfall().steps:
        wanted.add((f"waterfall-savings/{step.label}", step.text, repr(step.value), "money"))
    assert {(row["key"], row["text"].lstrip("'"), row["value"], row["unit"]) for row in found} == wanted
    assert {row["scale"] for row in found if row["unit"] == "money"} == {"k"}
