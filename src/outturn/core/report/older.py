"""Documents as earlier versions of the program kept them, brought to the shape of today.

What an earlier version did not keep apart is not guessed from its text: a band keeps its words as its name, and a
target has no operator of its own. Each step asks for what is missing, so that a Document of today passes unchanged.
"""

from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]


def upgrade(document: Json) -> Json:
    """The same, changed in place."""
    for page in document.get("pages", ()):
        upgrade_page(page)
        for table in tables_of(page):
            upgrade_columns(table["columns"])
            for row in table["rows"]:
                upgrade_row(row)
        for block in page["blocks"]:
            upgrade_chart(block)
    return document


def tables_of(page: Json) -> Iterator[Json]:
    return (block for block in page["blocks"] if "caption" in block and "columns" in block)


def upgrade_page(page: Json) -> None:
    """A framework on one page was known by its kind."""
    page.setdefault("layout", "one_page_a3" if page["kind"] == "outcomes" else "flow")


def upgrade_columns(columns: list[Json]) -> None:
    """Columns were known by their place."""
    for place, column in enumerate(columns):
        column.setdefault("key", f"column_{place + 1}")


def upgrade_row(row: Json) -> None:
    """A band was a heading of one piece."""
    heading = row.pop("heading", "")
    row.setdefault("band", {"name": heading} if heading else None)


POINTS = {
    "labels": "label", "dates": "date", "values": "value", "texts": "text", "states": "state", "flags": "flag",
    "reasons": "reason", "restated": "restated", "mean": "mean", "lower": "lower", "upper": "upper", "plan": "plan",
    "plan_texts": "plan_text", "interval_lower": "interval_lower", "interval_upper": "interval_upper",
    "benchmark": "benchmark",
}  # fmt: skip
"""The columns that a chart had, each empty or as long as the others -> what its points have."""
COLUMNS_THEN = {"labels", "dates", "values", "texts", "states", "flags", "reasons"}
"""By which a chart of then is known from every other picture."""


def upgrade_chart(block: Json) -> None:
    """A chart over time was columns of equal length."""
    if not block.keys() >= COLUMNS_THEN:
        return
    columns = {field: block.pop(name) for name, field in POINTS.items() if name in block}
    names = [field for field, column in columns.items() if column]
    rows = zip(*(columns[field] for field in names), strict=True)
    block["points"] = [dict(zip(names, row, strict=True)) for row in rows]
