"""The one-page framework on paper: its page of the Document as the A3 sheet reads it."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from outturn.core.report.document import Band, Cell, Chip, Document, Facts, Page, Panel, Paragraph, Row, Table
from outturn.render import charts, look

Json = dict[str, Any]
THEME, NUMBER, WORDS, SUB, LATEST, TARGET, CHIP, MOVE, GOOD, TREND, LEAD, UPDATED = range(12)
TITLES = {SUB: "", CHIP: "On target?", MOVE: "Direction of travel", GOOD: "Good is", LEAD: "Lead workstream"}
QUIET_EDGE = "#9AA5AD"
"""Sixty red lines would shout over the markers, which say the same."""
NBSP = "\u00a0"
PERIOD = re.compile(r"\d{4}")


def sheet(document: Document, page: Page) -> Json:
    table = next(block for block in page.blocks if isinstance(block, Table))
    facts = next((block for block in page.blocks if isinstance(block, Facts)), Facts(()))
    lead = next((block for block in page.blocks if isinstance(block, Paragraph)), Paragraph(()))
    return {
        "title": page.title, "organisation": document.organisation, "period": document.period,
        "language": document.language, "edition": document.edition, "as_known": document.as_known,
        "definitions": document.definitions[:12], "sample": document.sample,
        "sentence": "".join(run.text for run in lead.runs),
        "facts": [{"label": fact.label, "words": fact.cell.text} for fact in facts.items],
        "columns": [TITLES.get(place, column.title) for place, column in enumerate(table.columns)],
        "sections": [section(band, rows) for band, rows in banded(table.rows)],
        "legend": [legend(words) for words in legend_of(page)],
    }  # fmt: skip


def legend_of(page: Page) -> list[str]:
    panel = next((block for block in page.blocks if isinstance(block, Panel)), None)
    return ["".join(run.text for run in item) for item in panel.items] if panel else []


def legend(words: str) -> Json:
    """A shape at the beginning is drawn in its colour."""
    colour = {"●": look.status("green").colour, "■": look.status("red").colour}.get(words[:1], "")
    said = words[1:].strip() if colour else words
    return {"sign": words[:1] if colour else "", "words": said.replace(" ", NBSP, 1), "colour": colour}


def banded(rows: tuple[Row, ...]) -> Iterator[tuple[Band, list[Row]]]:
    """Rows by the band before them."""
    found: list[tuple[Band, list[Row]]] = []
    for row in rows:
        if row.band or not found:
            found.append((row.band or Band(""), []))
        found[-1][1].append(row)
    yield from found


def section(band: Band, rows: list[Row]) -> Json:
    return {"name": band.name, "total": band.total, "themes": [theme(*part) for part in same(rows, THEME)]}


def same(rows: Iterable[Row], *columns: int) -> Iterator[tuple[str, list[Row]]]:
    """Neighbouring rows that say the same in these columns: (what the last of them says, rows)."""
    for words, part in groupby(rows, key=lambda row: tuple(row.cells[column].text for column in columns)):
        yield words[-1], list(part)


def theme(name: str, rows: list[Row]) -> Json:
    return {"name": name, "numbers": [number(part) for _, part in same(rows, NUMBER, WORDS)]}


def number(rows: list[Row]) -> Json:
    first = rows[0].cells
    return {
        "no": first[NUMBER].text,
        "words": first[WORDS].text,
        "lead": first[LEAD].text,
        "rows": [figures(row.cells) for row in rows],
    }


def figures(cells: tuple[Cell, ...]) -> Json:
    chip = cells[CHIP].chip
    tone = look.status(chip.key if chip else "grey")
    arrow = look.ARROW.get(cells[GOOD].arrow, "")
    move = cells[MOVE]
    return {
        "sub": cells[SUB].text,
        "latest": {"t": cells[LATEST].text, "unit": unit(cells[LATEST])},
        "target": cells[TARGET].text,
        "chip": {"shape": chip.shape if chip else "dash", "colour": tone.colour, "word": cells[CHIP].text},
        "direction": {
            "t": move.text or "–",
            "arrow": look.ARROW.get(move.arrow, ""),
            "colour": look.MOVEMENT.get(move.tone, look.QUIET),
        },
        "good": f"{arrow} {cells[GOOD].text}".strip(),
        "trend": trend(cells[TREND], cells[GOOD].arrow),
        "updated": cells[UPDATED].text,
    }


def unit(cell: Cell) -> str:
    """The note begins with the unit, where the figure does not carry one; what follows is the period."""
    first = cell.note.split(", ")[0]
    return "" if PERIOD.search(first) or first.startswith("per ") else first


def trend(cell: Cell, good: str) -> Json:
    if cell.letters:
        return {"t": cell.text, "letters": [letter(chip) for chip in cell.letters]}
    if not cell.trend:
        return {"t": cell.text}
    way = {"up": "higher", "down": "lower"}.get(good, "")
    drawn = charts.sparkline(cell.trend, cell.trend_target, way, width=132, height=18, edge=QUIET_EDGE)
    return {"t": cell.text, "trend": drawn}


def letter(chip: Chip) -> Json:
    tone = look.status(chip.key)
    return {"letter": chip.letter, "colour": tone.colour, "ink": tone.ink}
