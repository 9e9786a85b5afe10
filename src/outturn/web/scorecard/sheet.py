"""The scorecard as CSV: the lines that are shown, in their order. Text that a spreadsheet could run leaves as text."""

import csv
import io
from collections.abc import Iterable

from outturn.core.formulas import guard_formula
from outturn.web.components.line import Line

HEADINGS = (
    "Area of work",
    "Number",
    "Measure",
    "Wording",
    "Rating",
    "Rating as printed",
    "Reason",
    "Period",
    "Latest",
    "Target",
    "Target period",
    "Gap",
    "Share of plan",
    "Movement",
    "Change",
    "Variation",
    "Assurance",
    "Rank",
    "Data",
)


def plain(text: str) -> str:
    """Signed figures keep their sign; anything else that could be run as a formula is quoted."""
    return guard_formula(text.replace("\u2212", "-"))


def row(line: Line) -> list[str]:
    words = {mark.kind: mark.word for mark in line.variation.marks}
    return [
        plain(cell)
        for cell in (
            line.section,
            line.entry.number,
            line.name.text,
            line.entry.wording,
            line.chip.word,
            line.result.rating.printed if line.result.rating.differs else "",
            line.result.rating.reason,
            line.period.text,
            line.latest.text,
            line.target.text,
            line.target.note,
            line.gap.text,
            line.share,
            line.movement.text,
            line.moved,
            words.get("variation", ""),
            words.get("assurance", ""),
            line.rank.text,
            line.lag.text,
        )
    ]


def sheet(lines: Iterable[Line]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    writer.writerows(row(line) for line in lines)
    return out.getvalue()
