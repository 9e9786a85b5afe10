"""Where each area stands among those that report, per indicator and period."""

import numpy as np
import polars as pl

from outturn.core.statistics.rates.intervals import refuse
from outturn.core.statistics.table import grouped
from outturn.core.statistics.table.columns import labels, numbers, require
from outturn.core.statistics.table.directions import signs
from outturn.core.statistics.table.problems import Problem

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
    lowest = signs(frame, "direction", problems) < 0
    score = {"score": score_values(numbers(frame, "value", problems), lowest)}
    if {"lower95", "upper95"} <= set(frame.columns):
        ends = [score_values(numbers(frame, name, problems), lowest) for name in ("lower95", "upper95")]
        score |= {"low": np.minimum(*ends), "high": np.maximum(*ends)}
    refuse(problems)
    names = ["rank", "of", "quartile", *(RANGE if "low" in score else [])]
    order, starts = peers(frame)
    placed = {name: column if order is None else column[order] for name, column in score.items()}
    ranks = np.empty((len(names), frame.height), np.int64)
    gaps = fill_ranks(placed, starts, ranks)
    if order is not None:
        ranks[:, order] = ranks.copy()
    columns = [pl.Series(name, column) for name, column in zip(names, ranks, strict=True)]
    if gaps:
        columns = [column.set(column < 0, None) for column in columns]
    columns += [make_empty_ranks(name, frame.height) for name in RANGE if name not in names]
    return frame.drop([column.name for column in columns], strict=False).hstack(columns)


RANGE = ["rank_best", "rank_worst"]


def score_values(values: pl.Series, lowest: np.ndarray) -> np.ndarray:
    """The values, turned round where the `lowest` is best, so that the greatest comes first."""
    given = values.to_numpy()
    return given * np.where(lowest, -1.0, 1.0) if lowest.any() else given


def fill_ranks(score: dict[str, np.ndarray], starts: np.ndarray, found: np.ndarray) -> bool:
    """Fill the rows of `found`: rank, of, quartile, and with intervals the best and the worst rank.

    Returns whether some are negative, for what is not known.
    """
    from outturn.core.statistics.peers.peers_kernel import standing, standing_range

    gaps = standing(score["score"], starts, found[0], found[1], found[2])
    if "low" in score:
        unknown = np.isnan(score["low"]) | np.isnan(score["high"]) | np.isnan(score["score"])
        low, high = (np.where(unknown, score["score"], score[end]) for end in ("low", "high"))
        standing_range(low, high, starts, found[3], found[4])
        found[3:, unknown] = -1  # an area without limits has no range, but stands in the way of others with its value
        gaps |= unknown.any()
    return bool(gaps)


def peers(frame: pl.DataFrame) -> tuple[np.ndarray | None, np.ndarray]:
    """The rows in an order that has peers side by side (None: they are), and where each group starts."""
    starts = cut_at_peers(frame)
    keys = frame.select(PEERS)[starts[:-1]]
    if peers_rise(keys) or not keys.is_duplicated().any():
        return None, starts
    rows = frame.select(pl.struct(PEERS).rank("dense")).to_series().arg_sort().to_numpy()
    return rows, cut_at_peers(frame.select(PEERS)[rows])


def peers_rise(found: pl.DataFrame) -> bool:
    """Whether each row of PEERS comes after the one before: no row can then stand twice."""
    before, here = found[:-1], found[1:]
    first, second = PEERS
    later = (here[first] > before[first]) | ((here[first] == before[first]) & (here[second] > before[second]))
    return later.null_count() == 0 and later.all()


def cut_at_peers(frame: pl.DataFrame) -> np.ndarray:
    """Where equal PEERS begin, and the end of the table."""
    begins = np.zeros(frame.height, bool)
    for name in PEERS:
        begins[grouped.stretches(frame[name])[:-1]] = True
    return np.append(np.flatnonzero(begins), frame.height)


def make_empty_ranks(name: str, size: int) -> pl.Series:
    return pl.Series(name, [None], dtype=pl.Int64).new_from_index(0, size)
