"""Better, similar or worse than a benchmark: by intervals, by overlap, or by where a value falls among all."""

import numpy as np
import polars as pl

from outturn.core.statistics.rates.intervals import refuse
from outturn.core.statistics.table.columns import labels, numbers, require
from outturn.core.statistics.table.directions import signs
from outturn.core.statistics.table.problems import Problem

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
    from outturn.core.statistics.peers.comparison_kernel import beyond, outcomes

    levels = ["95"] if method == "ci95" else ["95", "998"]
    needed = [side + level for level in levels for side in ("lower", "upper")]
    require(frame, ["group", "value", *needed, "benchmark", "direction"])
    problems: list[Problem] = []
    group = labels(frame, "group", problems)
    column = {name: numbers(frame, name, problems).to_numpy() for name in ["value", *needed, "benchmark"]}
    good = signs(frame, "direction", problems)
    ends = {name: benchmark_end(frame, name, column["benchmark"], problems) for name in needed}
    refuse(problems)
    depth = np.zeros(len(group), np.int8)
    for number, level in enumerate(levels, start=1):
        lower, upper = f"lower{level}", f"upper{level}"
        beyond(column[lower], column[upper], ends[lower], ends[upper], number, depth)
    choice, table = list_outcomes(levels, method)
    places, code = outcomes(itself(frame), column["value"], column["benchmark"], depth, good, table, len(choice) - 1)
    outcome = pl.Series("outcome", choice, dtype=pl.String).gather(places)
    note = pl.Series("note", [None, *WHY_NOT], dtype=pl.String)
    notes = note.gather(code) if code.any() else note[:1].new_from_index(0, len(group))
    return pl.DataFrame([group.alias("group"), outcome, notes])


def benchmark_end(frame: pl.DataFrame, name: str, benchmark: np.ndarray, problems: list[Problem]) -> np.ndarray:
    """The end of the benchmark's own interval, or the benchmark where it has none."""
    column = f"benchmark_{name}"
    if column not in frame.columns:
        return benchmark
    end = numbers(frame, column, problems).to_numpy()
    return np.where(np.isnan(end), benchmark, end)


WHY_NOT = ["an area is not compared with itself", "no value", "no benchmark", "no interval"]
"""In the order of the codes of `comparison_kernel`, from 1."""


def itself(frame: pl.DataFrame) -> np.ndarray:
    """Whether the benchmark of a row is the row's own group."""
    if "benchmark_group" not in frame.columns:
        return np.zeros(frame.height, bool)
    same = frame["benchmark_group"].cast(pl.String) == frame["group"].cast(pl.String)
    return same.fill_null(False).to_numpy()


def list_outcomes(levels: list[str], method: str) -> tuple[list[str | None], np.ndarray]:
    """All words, the last one None, and the place of each: [direction + 1, how far outside + 2]."""
    sentences: list[str | None] = ["similar"]
    table = np.zeros((3, 5), np.uint32)
    for sign, sides in SIDES.items():
        for number, level in enumerate(levels, start=1):
            for way, word in zip((1, -1), sides, strict=True):
                table[sign + 1, 2 + way * number] = len(sentences)
                sentences.append(word if method == "ci95" else f"{word}_{level}")
    return [*sentences, None], table


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
