"""Where each area stands among those that report, per indicator and period."""

import numpy as np
import polars as pl

from outturn.core.assess.columns import labels, numbers, require
from outturn.core.assess.directions import signs
from outturn.core.assess.intervals import refuse
from outturn.core.assess.problems import Problem

PEERS = ["indicator", "period"]


def rank(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame in its own order, with rank, of, quartile, rank_best, rank_worst.

    `frame`: indicator, period, area, value; optional direction (higher, lower or none is better; without one the
    highest is first), optional lower95, upper95. Ties share the better rank; `of` counts the areas that report.
    Quartile 1 is the best quarter (from four areas on). rank_best and rank_worst: where the area could stand given its
    interval; an area is surely better than another when their intervals do not meet (one without an interval is where
    its value is). Raises BadInput.
    """
    require(frame, [*PEERS, "area", "value"])
    problems: list[Problem] = []
    for name in (*PEERS, "area"):
        labels(frame, name, problems)
    good = np.where(signs(frame, "direction", problems) < 0, -1.0, 1.0)
    score = {"score": numbers(frame, "value", problems).to_numpy() * good}
    if {"lower95", "upper95"} <= set(frame.columns):
        ends = [numbers(frame, name, problems).to_numpy() * good for name in ("lower95", "upper95")]
        score |= {"low": np.minimum(*ends), "high": np.maximum(*ends)}
    refuse(problems)
    names = ["rank", "of", "quartile", *(RANGE if "low" in score else [])]
    rows, starts = peers(frame)
    placed = {name: column if rows is None else column[rows] for name, column in score.items()}
    found = np.empty((len(names), frame.height), np.int64)
    places(placed, starts, found)
    if rows is not None:
        found[:, rows] = found.copy()
    columns = [null_below(name, column) for name, column in zip(names, found, strict=True)]
    columns += [nothing(name, frame.height) for name in RANGE if name not in names]
    return frame.drop([column.name for column in columns], strict=False).hstack(columns)


RANGE = ["rank_best", "rank_worst"]


def places(score: dict[str, np.ndarray], starts: np.ndarray, found: np.ndarray) -> None:
    """Fill the rows of `found`: rank, of, quartile, and with intervals the best and the worst rank."""
    from outturn.core.assess.peers_kernel import standing, standing_range

    standing(score["score"], starts, found[0], found[1], found[2])
    if "low" in score:
        unknown = np.isnan(score["low"]) | np.isnan(score["high"]) | np.isnan(score["score"])
        low, high = (np.where(unknown, score["score"], score[end]) for end in ("low", "high"))
        standing_range(low, high, starts, found[3], found[4])
        found[3:, unknown] = -1  # an area without limits has no range, but stands in the way of others with its value


def peers(frame: pl.DataFrame) -> tuple[np.ndarray | None, np.ndarray]:
    """The rows in an order that has peers side by side (None: they are), and where each group starts."""
    starts = stretches(frame)
    if not frame[starts[:-1]].select(PEERS).is_duplicated().any():
        return None, starts
    rows = frame.select(pl.struct(PEERS).rank("dense")).to_series().arg_sort().to_numpy()
    return rows, stretches(frame.select(PEERS)[rows])


def stretches(frame: pl.DataFrame) -> np.ndarray:
    """Where equal PEERS begin, and the end of the table."""
    changed = np.zeros(frame.height, bool)
    changed[:1] = True
    for name in PEERS:
        column = frame[name]
        changed[1:] |= column[1:].ne_missing(column[:-1]).to_numpy()
    return np.append(np.flatnonzero(changed), frame.height)


def nothing(name: str, size: int) -> pl.Series:
    return pl.Series(name, [None], dtype=pl.Int64).new_from_index(0, size)


def null_below(name: str, values: np.ndarray) -> pl.Series:
    """Whole numbers, null where negative."""
    series = pl.Series(name, values)
    return series.set(series < 0, None) if len(values) and values.min() < 0 else series
