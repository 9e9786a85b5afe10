"""The pages behind a one-page framework: what changed, then one page for each measure, whatever it takes."""

from dataclasses import replace
from typing import Any

from outturn.core.report.document import Document
from outturn.render.pdf.content import content

Json = dict[str, Any]
LOW = (660, 205)
"""Charts low enough that words and figures stand below them on the same page."""
MOST = 14
"""Rows of a series that fit beside the words; a longer one follows on pages of its own."""
NARROW = {"period": 17, "value": 9, "target": 9, "rating": 13}
"""Widths of the columns of a series without limits, by key: none of them wraps in a third of the page."""


def build_annex(document: Document) -> Json:
    made = content(replace(document, pages=document.pages[1:]), LOW)
    for group in made["groups"]:
        for page in group:
            if page["close"]:
                page["blocks"] = on_one_page(page["blocks"])
    return made


def on_one_page(blocks: list[Json]) -> list[Json]:
    """Words at the left, the series in two halves at the right of them."""
    words = next((block for block in blocks if block["kind"] == "panels"), None)
    table = next((block for block in blocks if block["kind"] == "table"), None)
    if (
        words is None
        or table is None
        or len(table["rows"]) > MOST
        or [column["key"] for column in table["columns"]] != [*NARROW]
    ):
        return blocks
    others = [block for block in blocks if block is not words and block is not table]
    return [*others, {"kind": "beside", "words": words["items"], "tables": halves(table)}]


def halves(table: Json) -> list[Json]:
    """A short table stays whole; only the first half has the caption and the place that links lead to."""
    rows = table["rows"]
    middle = (len(rows) + 1) // 2 if len(rows) > 6 else len(rows)
    columns = [{**column, "width": NARROW[column["key"]]} for column in table["columns"]]
    half = {**table, "columns": columns, "note": "", "full": True}
    first = {**half, "rows": rows[:middle], "caption": "The series"}
    rest = {**half, "rows": rows[middle:], "caption": "Continued", "anchor": ""}
    return [first, *([rest] if rest["rows"] else [])]
