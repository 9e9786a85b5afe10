"""Better, similar or worse than a benchmark: by intervals, by overlap, or by where a value falls among all."""

import numpy as np
import polars as pl

from outturn.core.assess.columns import labels, numbers, require
from outturn.core.assess.directions import signs
from outturn.core.assess.intervals import refuse
from outturn.core.assess.notes import Reasons, first_reason
from outturn.core.assess.problems import Problem

METHODS = ("ci95", "ci95_998")
SIDES = {1: ("better", "worse"), -1: ("worse", "better"), 0: ("higher", "lower")}
"""Direction -> the words for above and below the benchmark."""


def compare(frame: pl.DataFrame, method: str = "ci95") -> pl.DataFrame:
    """Each group against its benchmark; returns group, outcome, note in the order of the input.

    `frame`: group, value, lower95, upper95 (for ci95_998 also lower998, upper998), benchmark, direction (higher, lower,
    none). A benchmark on a limit is inside. Optional benchmark_lower95, benchmark_upper95 (and 998): the intervals must
    not overlap. Optional benchmark_group: a group is not compared with itself. Outcomes: better, similar, worse;
    without a direction higher, similar, lower; with two levels better_95, better_998 and so on. Raises BadInput.
    """
    if method not in METHODS:
        raise ValueError(f"'{method}' is not a method of comparison. Use {' or '.join(METHODS)}.")
    levels = ["95"] if method == "ci95" else ["95", "998"]
    needed = [side + level for level in levels for side in ("lower", "upper")]
    require(frame, ["group", "value", *needed, "benchmark", "direction"])
    problems: list[Problem] = []
    group = labels(frame, "group", problems)
    column = {name: numbers(frame, name, problems).to_numpy() for name in ["value", *needed, "benchmark"]}
    good = signs(frame, "direction", problems)
    ends = {name: benchmark_end(frame, name, column["benchmark"], problems) for name in needed}
    refuse(problems)
    outside = np.zeros(len(group), np.int64)
    depth = np.zeros(len(group), np.int64)
    for number, level in enumerate(levels, start=1):
        above = column[f"lower{level}"] > ends[f"upper{level}"]
        below = column[f"upper{level}"] < ends[f"lower{level}"]
        beyond = above | below
        outside = np.where(beyond, np.where(above, 1, -1), outside)
        depth = np.where(beyond, number, depth)
    bad, note = first_reason(why_not(frame, column, needed), len(group))
    words = outcome(outside, good, [levels[d - 1] if d else "" for d in range(len(levels) + 1)], depth, method)
    return pl.DataFrame({"group": group, "outcome": words.set(pl.Series(bad), None), "note": note})


def benchmark_end(frame: pl.DataFrame, name: str, benchmark: np.ndarray, problems: list[Problem]) -> np.ndarray:
    """The end of the benchmark's own interval, or the benchmark where it has none."""
    column = f"benchmark_{name}"
    if column not in frame.columns:
        return benchmark
    end = numbers(frame, column, problems).to_numpy()
    return np.where(np.isnan(end), benchmark, end)


def why_not(frame: pl.DataFrame, column: dict[str, np.ndarray], needed: list[str]) -> Reasons:
    """Why a group cannot be compared."""
    itself = np.zeros(frame.height, bool)
    if "benchmark_group" in frame.columns:
        itself = (
            (frame["benchmark_group"].cast(pl.String) == frame["group"].cast(pl.String)).fill_null(False).to_numpy()
        )
    return [
        (itself, "an area is not compared with itself"),
        (np.isnan(column["value"]), "no value"),
        (np.isnan(column["benchmark"]), "no benchmark"),
        (np.isnan(sum(column[name] for name in needed)), "no interval"),
    ]


def outcome(outside: np.ndarray, good: np.ndarray, levels: list[str], depth: np.ndarray, method: str) -> pl.Series:
    """The word for each group."""
    words = ["similar"]
    code = np.zeros(len(outside), np.uint32)
    for sign, (up, down) in SIDES.items():
        for side, word in ((1, up), (-1, down)):
            for number, level in enumerate(levels[1:], start=1):
                code[(good == sign) & (outside == side) & (depth == number)] = len(words)
                words.append(word if method == "ci95" else f"{word}_{level}")
    return pl.Series(words).gather(code)


def band(frame: pl.DataFrame, k: int = 5) -> pl.DataFrame:
    """`frame`: group, area, value -> the same with `band`, 1 (lowest) to k, by cut points among the areas of a group.

    Cut points are interpolated linearly (type 7), as for the quartiles and quintiles of a profile; a value on a cut
    point belongs to the band below. Null where the value is missing or the group has fewer than k values.
    """
    require(frame, ["group", "area", "value"])
    problems: list[Problem] = []
    value = numbers(frame, "value", problems)
    refuse(problems)
    table = frame.select("group", "area").with_columns(value=value)
    cuts = [
        (pl.col("value") > pl.col("value").quantile(part / k, interpolation="linear").over("group"))
        for part in range(1, k)
    ]
    enough = pl.col("value").is_not_null() & (pl.col("value").count().over("group") >= k)
    return table.with_columns(band=pl.when(enough).then(1 + pl.sum_horizontal(cuts)).cast(pl.Int64))
