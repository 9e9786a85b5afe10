"""Recent trend: whether the last five periods rise or fall by more than chance, and whether that is welcome."""

import numpy as np
import polars as pl

from outturn.core.statistics.rates.intervals import refuse
from outturn.core.statistics.spc.input import bounds
from outturn.core.statistics.table.columns import labels, numbers, require
from outturn.core.statistics.table.directions import signs
from outturn.core.statistics.table.problems import Problem
from outturn.core.statistics.trend.judging import CRITICAL, INTERVAL, POINTS, from_counts, judge_trends
from outturn.core.statistics.trend.periods import chain, spans

COUNTS = ["numerator", "denominator"]
FIGURES = COUNTS + INTERVAL
KINDS = ["proportion", "rate", "other"]


def trend(frame: pl.DataFrame) -> pl.DataFrame:
    """One row per series: series, chi2, trend (increasing, decreasing, none, not_calculated), welcome, note.

    `frame`: series, period, kind, perhaps direction, and FIGURES: proportions use numerator and denominator, the others
    value and its 95 % interval (rates without these: the limits of their counts). Only the last five consecutive,
    independent periods count. Raises BadInput for a table that cannot be read.
    """
    require(frame, ["series", "period", "kind"])
    problems: list[Problem] = []
    table = readable(frame, problems)
    refuse(problems)
    table = table.sort("series", "end", "start", maintain_order=True)
    rows, names, kinds, good, notes = last_five(table)
    figures = {name: table[name].to_numpy()[np.maximum(rows, 0)] for name in FIGURES}
    is_share, is_rate = (np.array([kind == name for kind in kinds], bool) for name in ("proportion", "rate"))
    from_counts(figures, is_rate)
    chi2, slope, steady, why = judge_trends(figures, is_share)
    answered = np.array([not note for note in notes], bool) & (why == "")
    significant = answered & (chi2 > CRITICAL) & steady
    way = np.where(slope > 0, "increasing", "decreasing")
    word = np.where(~answered, "not_calculated", np.where(significant, way, "none"))
    welcome = np.where(significant & (good != 0), np.where(np.sign(slope) == good, "better", "worse"), "")
    note = [given or reason for given, reason in zip(notes, why.tolist(), strict=True)]
    return pl.DataFrame(
        {"series": names, "chi2": pl.Series(np.where(answered, chi2, np.nan)).fill_nan(None), "trend": word}
    ).with_columns(
        welcome=pl.Series(welcome.tolist(), dtype=pl.String).replace("", None),
        note=pl.Series(note, dtype=pl.String).replace("", None),
    )


def readable(frame: pl.DataFrame, problems: list[Problem]) -> pl.DataFrame:
    """The columns as numbers, the periods as first and last day."""
    kind = frame["kind"].cast(pl.String).str.strip_chars()
    unknown = (~kind.is_in(KINDS)).fill_null(True)
    problems += [
        Problem(f"'{kind[row] or ''}' is not a kind. Use {', '.join(KINDS)}.", row + 1, "kind")
        for row in unknown.arg_true().to_list()
    ]
    require(frame, list_needed_figures(kind, frame.columns))
    start, end = spans(frame, problems)
    blank = pl.Series([None], dtype=pl.Float64).new_from_index(0, frame.height)
    figures = {name: numbers(frame, name, problems) if name in frame.columns else blank for name in FIGURES}
    return pl.DataFrame(
        {
            "series": labels(frame, "series", problems),
            "kind": kind,
            "good": signs(frame, "direction", problems),
            "start": start,
            "end": end,
            **figures,
        }
    )


def list_needed_figures(kind: pl.Series, columns: list[str]) -> list[str]:
    """The figures that series of these kinds cannot do without."""
    kinds = set(kind.unique())
    counted = "proportion" in kinds or ("rate" in kinds and not set(INTERVAL) & set(columns))
    valued = "other" in kinds or ("rate" in kinds and bool(set(INTERVAL) & set(columns)))
    return COUNTS * counted + INTERVAL * valued


def last_five(table: pl.DataFrame) -> tuple[np.ndarray, pl.Series, list[str], np.ndarray, list[str]]:
    """Rows of the five periods of every series (-1 where there are none), names, kinds, directions, and why not."""
    series = bounds(table)
    start, end = table["start"].to_numpy(), table["end"].to_numpy()
    rows = np.full((len(series.names), POINTS), -1, np.int64)
    notes: list[str] = []
    for number, (lo, hi) in enumerate(zip(series.starts[:-1], series.starts[1:], strict=True)):
        found, note = chain(start[lo:hi], end[lo:hi], POINTS)
        if found is not None:
            rows[number] = lo + found
        notes.append(note)
    last = series.starts[1:] - 1
    return rows, series.names, table["kind"].gather(last).to_list(), table["good"].to_numpy()[last], notes
