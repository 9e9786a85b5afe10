"""The questions about figures that may be wrong in themselves, in sentences that name the first of them."""

from collections.abc import Callable
from datetime import date
from typing import Any

import polars as pl

from outturn.core.catalogue import Catalogue, Indicator
from outturn.core.changes import CELL
from outturn.core.intake.questions import MOST_PLACES, WRONG, Choice, Place, Question, leave_out
from outturn.core.sense.asked import Asked
from outturn.core.sense.doubts import FRACTION, IMPOSSIBLE, JUMP, NOT_ENDED, RANGE
from outturn.core.sense.figures import area_name, period_label, show_figure
from outturn.core.sense.limits import range_of
from outturn.core.units import Unit, show

KEEP = "keep"
MEND = "leave it out, correct it, or allow it in the definition of the indicator"
RIGHT = Choice(KEEP, "It is right: record it as it is.", "recorded as it is")
ALL_RIGHT = Choice(KEEP, "They are right: record them as they are.", "recorded as they are")


def ask_about_doubts(doubts: pl.DataFrame, catalogue: Catalogue, on: date) -> list[Asked]:
    """A question for each doubt, indicator and file. `doubts`: rows of `doubts.doubtful`."""
    groups = doubts.partition_by("doubt", "file", "indicator", maintain_order=True)
    return [ask_of_doubts(rows, catalogue, on) for rows in groups]


def ask_of_doubts(rows: pl.DataFrame, catalogue: Catalogue, on: date) -> Asked:
    first = rows.row(0, named=True)
    kind, indicator = first["doubt"], catalogue.indicators[first["indicator"]]
    places = tuple(place_doubt(row, catalogue, indicator) for row in rows.head(MOST_PLACES).iter_rows(named=True))
    keep = () if kind == IMPOSSIBLE else (ALL_RIGHT if rows.height > 1 else RIGHT,)
    question = Question(
        kind,
        say_doubt(kind, first, places[0], indicator, on) + say_other_figures(rows.height - 1),
        (*keep, leave_out(rows.height), WRONG),
        places,
        rows.height,
        indicator=indicator.slug,
        file=first["file"],
        name=indicator.short,
    )
    return Asked(question, rows.select(CELL))


def place_doubt(row: dict[str, Any], catalogue: Catalogue, indicator: Indicator) -> Place:
    return Place(
        row["row"],
        row["column"],
        row["sheet"],
        area_name(row["area"], catalogue),
        row["role"].replace("_", " "),
        period_label(row),
        now=show_figure(row["value"], row["state"], row["text"] or "", indicator, row["role"]),
        usual=show_figure(row["usual"], "known", "", indicator, row["role"]) if row["usual"] is not None else "",
    )


def say_doubt(kind: str, first: dict[str, Any], place: Place, indicator: Indicator, on: date) -> str:
    what = f"{indicator.short} of {place.area}, {place.role} for {place.period}, is {place.now}"
    return f"{what}{WHY[kind](first, place, indicator, on)}"


def say_other_figures(rest: int) -> str:
    if not rest:
        return ""
    return " The same is asked of 1 more figure." if rest == 1 else f" The same is asked of {rest:,} more figures."


def say_not_ended(first: dict[str, Any], place: Place, indicator: Indicator, on: date) -> str:
    ends = f" That period ends on {say_day(first['end'])}, after the day of this delivery, {say_day(on)}."
    return f".{ends} Is the period right?"


def say_impossible(first: dict[str, Any], place: Place, indicator: Indicator, on: date) -> str:
    if indicator.unit is Unit.COUNT:
        return f". A count is never below nought: {MEND} (lowest)."
    return f". A part is never more than the whole: {MEND} (highest)."


def say_out_of_range(first: dict[str, Any], place: Place, indicator: Indicator, on: date) -> str:
    low, high = range_of(indicator)
    under = first["value"] < low
    limit = show_figure(low if under else high, "known", "", indicator, first["role"])
    usual = f" The median of the {first['n_past']} figures before it is {place.usual}." if place.usual else ""
    return f", {'below' if under else 'above'} {limit}.{usual} Is it right?"


def say_fraction(first: dict[str, Any], place: Place, indicator: Indicator, on: date) -> str:
    return ". A count is a whole number. Is it right?"


def say_jump(first: dict[str, Any], place: Place, indicator: Indicator, on: date) -> str:
    times = first["value"] / first["usual"]
    size = f"{in_short(times)} times" if times > 1 else f"1/{in_short(1 / times)} of"
    return (
        f": about {size} the usual {place.usual}, the median of the {first['n_past']} figures before it. Is it right?"
    )


def in_short(number: float) -> str:
    return f"{number:,.0f}" if number >= 20 else f"{number:.1f}".removesuffix(".0")


def say_day(when: date) -> str:
    return show(float(when.toordinal()), Unit.DATE)


WHY: dict[str, Callable[[dict[str, Any], Place, Indicator, date], str]] = {
    NOT_ENDED: say_not_ended,
    IMPOSSIBLE: say_impossible,
    RANGE: say_out_of_range,
    FRACTION: say_fraction,
    JUMP: say_jump,
}
