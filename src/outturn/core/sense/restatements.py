"""A known figure that a delivery changes, or takes away, is asked about: with what it was and what it would be."""

from typing import Any

import polars as pl

from outturn.core.catalogue import Catalogue
from outturn.core.changes import CELL, Changes
from outturn.core.intake.questions import MOST_PLACES, WRONG, Choice, Place, Question, leave_out
from outturn.core.sense.asked import Asked
from outturn.core.sense.figures import area_name, period_label, show_figure

RESTATEMENT, LOST = "restatement", "lost-figure"
REPLACE = "replace"
ANSWERS = {
    RESTATEMENT: "The new figures are right: they replace what was known, which stays in the history.",
    LOST: "It is right: these figures are no longer known. What was known stays in the history.",
}

DONE = {RESTATEMENT: "replaced", LOST: "no longer known"}


def ask_about_changes(change: Changes, shown: pl.DataFrame, catalogue: Catalogue) -> list[Asked]:
    """A question for each indicator and file. `change` needs `file`, `sheet` and `column`; `shown` holds known values
    as they may be shown (PLACE, value, state, text)."""
    before = shown.select(*CELL, *(pl.col(name).alias(f"shown_{name}") for name in ("value", "state", "text")))
    return [
        ask_of_restatement(kind, rows, catalogue)
        for kind, changed in ((RESTATEMENT, change.restated), (LOST, change.lost))
        for rows in by_file(changed.join(before, on=CELL, how="left", maintain_order="left"))
    ]


def by_file(rows: pl.DataFrame) -> list[pl.DataFrame]:
    return rows.partition_by("file", "indicator", maintain_order=True)


def ask_of_restatement(kind: str, rows: pl.DataFrame, catalogue: Catalogue) -> Asked:
    """Figures that may not be shown appear as they are shown elsewhere: `*`."""
    places = tuple(place_restatement(row, catalogue) for row in rows.head(MOST_PLACES).iter_rows(named=True))
    first = rows.row(0, named=True)
    question = Question(
        kind,
        say_restatement(kind, name_restated(first["indicator"], catalogue), places[0], rows.height),
        (Choice(REPLACE, ANSWERS[kind], DONE[kind]), leave_out(rows.height), WRONG),
        places,
        rows.height,
        indicator=first["indicator"],
        file=first["file"],
        name=name_restated(first["indicator"], catalogue),
    )
    return Asked(question, rows.select(CELL))


def place_restatement(row: dict[str, Any], catalogue: Catalogue) -> Place:
    indicator = catalogue.indicators.get(row["indicator"])
    return Place(
        row["row"],
        row["column"],
        row["sheet"],
        area_name(row["area"], catalogue),
        row["role"].replace("_", " "),
        period_label(row),
        now=show_figure(row["value"], row["state"], row["text"] or "", indicator, row["role"]),
        was=show_figure(
            row["shown_value"],
            row["shown_state"] or row["known_state"],
            row["shown_text"] or "",
            indicator,
            row["role"],
        ),
    )


def name_restated(indicator: str, catalogue: Catalogue) -> str:
    return catalogue.indicators[indicator].short if indicator in catalogue.indicators else indicator


def say_restatement(kind: str, indicator: str, first: Place, count: int) -> str:
    """`A&E 4 hours of LLR, actual for Oct 2024, is known as 56.7% and the file says 57.9%. [...]`"""
    what = f"{indicator} of {first.area}, {first.role} for {first.period}, is known as {first.was}"
    so = f"{what} and the file says {first.now}."
    others = f" {count - 1:,} more of its figures {'is' if count == 2 else 'are'}" if count > 1 else ""
    if kind == LOST:
        return f"{so}{others + ' taken away, too.' if others else ''} Is that right?"
    return f"{so}{others + ' changed, too.' if others else ''} Are the new figures right?"
