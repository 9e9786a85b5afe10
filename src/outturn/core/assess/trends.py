"""Recent trend: whether the last five periods rise or fall by more than chance, and whether that is welcome."""

import numpy as np
import polars as pl

from outturn.core.assess.columns import labels, numbers, require
from outturn.core.assess.confidence import LEVELS, poisson
from outturn.core.assess.directions import signs
from outturn.core.assess.intervals import MISSING, refuse
from outturn.core.assess.problems import Problem
from outturn.core.assess.spc_input import bounds
from outturn.core.assess.trend_periods import chain, spans

Judged = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]

POINTS = 5
CRITICAL = 9.54953570608324
"""Chi-squared with one degree of freedom, 0.2 % beyond it."""

NEEDED = ["series", "period", "kind", "numerator", "denominator", "value", "lower95", "upper95", "direction"]
KINDS = ["proportion", "rate", "other"]
FIGURES = ["numerator", "denominator", "value", "lower95", "upper95"]


def trend(frame: pl.DataFrame) -> pl.DataFrame:
    """One row per series: series, chi2, trend (increasing, decreasing, none, not_calculated), welcome, note.

    `frame`: NEEDED columns; proportions use numerator and denominator, the others value and its 95 % interval (rates
    without these: the limits of their counts). Only the last five consecutive, independent periods count. Raises
    BadInput for a table that cannot be read.
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
    chi2, slope, steady, why = judged(figures, is_share)
    answered = np.array([not note for note in notes], bool) & (why == "")
    significant = answered & (chi2 > CRITICAL) & steady
    way = np.where(slope > 0, "increasing", "decreasing")
    word = np.where(~answered, "not_calculated", np.where(significant, way, "none"))
    welcome = np.where(significant & (good != 0), np.where(np.sign(slope) == good, "better", "worse"), "")
    note = [given or found for given, found in zip(notes, why.tolist(), strict=True)]
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


def from_counts(figures: dict[str, np.ndarray], is_rate: np.ndarray) -> None:
    """Rates that came without any value and limit get those of their counts; the test does not depend on the scale."""
    names = ("value", "lower95", "upper95")
    bare = np.flatnonzero(is_rate & np.logical_and.reduce([np.isnan(figures[name]).all(1) for name in names]))
    x, n = figures["numerator"][bare], figures["denominator"][bare]
    n = np.where((x >= 0) & (n > 0), n, np.nan)
    lower, upper = (side.reshape(x.shape) for side in poisson(x.ravel(), LEVELS[0]))
    for name, counted in zip(names, (x, lower, upper), strict=True):
        figures[name][bare] = counted / n


def judged(
    figures: dict[str, np.ndarray], is_share: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Chi-squared, slope, whether the slope keeps its sign without any one point, and why there is no answer."""
    share = by_counts(figures["numerator"], figures["denominator"])
    other = by_intervals(figures["value"], figures["lower95"], figures["upper95"])
    chi2, slope, steady, why = (np.where(is_share, a, b) for a, b in zip(share, other, strict=True))
    return chi2, slope, steady.astype(bool), why


def by_counts(x: np.ndarray, n: np.ndarray) -> Judged:
    """Cochran and Armitage's test for a trend in proportions; each row is one series of five."""
    t = np.arange(1.0, POINTS + 1)
    events, cases = x.sum(1), n.sum(1)
    with np.errstate(all="ignore"):
        towards = cases * (x * t).sum(1) - events * (n * t).sum(1)
        chi2 = cases * towards**2 / (events * (cases - events) * (cases * (n * t * t).sum(1) - (n * t).sum(1) ** 2))
        edge = (x == 0) | (x == n)
        odds = np.log((x + 0.5 * edge) / (n - x + 0.5 * edge))
    steady = keeps_sign(odds, np.ones_like(odds), np.sign(towards))
    why = np.select(
        [
            np.isnan(x).any(1) | np.isnan(n).any(1),
            ((x < 0) | (n <= 0) | (x > n)).any(1),
            (events == 0) | (events == cases),
        ],
        [
            MISSING,
            "a numerator or denominator is not valid",
            "no variation",
        ],
        default="",
    )
    return chi2, towards, steady, why


def by_intervals(value: np.ndarray, lower: np.ndarray, upper: np.ndarray) -> Judged:
    """Weighted regression on time, each value weighted by the inverse of its variance (from its 95 % interval)."""
    t = np.arange(1.0, POINTS + 1)
    with np.errstate(all="ignore"):
        w = (3.92 / (upper - lower)) ** 2
        weight, moment = w.sum(1), (w * t).sum(1)
        spread = weight * (w * t * t).sum(1) - moment**2
        slope = (weight * (w * value * t).sum(1) - moment * (w * value).sum(1)) / spread
        chi2 = (slope / np.sqrt(weight / spread)) ** 2
    steady = keeps_sign(value, w, np.sign(slope))
    why = np.select(
        [np.isnan(value + lower + upper).any(1), (upper <= lower).any(1)],
        ["a value or its interval is missing or suppressed", "an interval has no width"],
        default="",
    )
    return chi2, slope, steady, why


def keeps_sign(value: np.ndarray, weight: np.ndarray, sign: np.ndarray) -> np.ndarray:
    """Whether the weighted slope on time keeps `sign` when any one point is left out."""
    t = np.arange(1.0, POINTS + 1)
    keeps: np.ndarray = sign != 0
    for left_out in range(POINTS):
        kept = np.arange(POINTS) != left_out
        w, v, at = weight[:, kept], value[:, kept], t[kept]
        with np.errstate(all="ignore"):
            slope = w.sum(1) * (w * v * at).sum(1) - (w * at).sum(1) * (w * v).sum(1)
        keeps &= np.sign(slope) == sign
    return keeps
