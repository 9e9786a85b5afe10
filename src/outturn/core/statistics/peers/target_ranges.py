"""Values against a target, one number or a range, by the value itself or by its interval."""

import numpy as np
import polars as pl

from outturn.core.statistics.rates.intervals import refuse
from outturn.core.statistics.table.columns import labels, numbers, require
from outturn.core.statistics.table.directions import signs
from outturn.core.statistics.table.notes import first_reason
from outturn.core.statistics.table.problems import Problem

METHODS = {"value": ("value", "value"), "ci95": ("lower95", "upper95"), "ci998": ("lower998", "upper998")}
"""What is held against the target: lower and upper end."""

WORDS = ["below", "within", "above", "met", "not met", "may be met"]


def against_target(frame: pl.DataFrame, method: str = "value") -> pl.DataFrame:
    """Each row against its target; returns group, outcome, note in the order of the input.

    `frame`: group, value, direction (higher, lower, none), target_lower, target_upper (a single target: either alone,
    or both equal), and the limits that `method` needs: value, ci95 or ci998. With a range and no direction: below,
    within or above. Otherwise met, not met, or `may be met` where the interval reaches to both sides. Higher is
    better: met from target_lower on (of a range too: beyond its far end is met). An end of the target belongs to it.
    Raises BadInput, and ValueError for an unknown method.
    """
    if method not in METHODS:
        raise ValueError(f"'{method}' is not a way to compare with a target. Use {', '.join(METHODS)}.")
    ends = METHODS[method]
    require(frame, ["group", "value", *dict.fromkeys(ends), "target_lower", "target_upper", "direction"])
    problems: list[Problem] = []
    group = labels(frame, "group", problems)
    wanted = dict.fromkeys(["value", *ends, "target_lower", "target_upper"])
    column = {name: numbers(frame, name, problems).to_numpy() for name in wanted}
    value, low, high, floor, ceiling = (column[name] for name in ("value", *ends, "target_lower", "target_upper"))
    good = signs(frame, "direction", problems)
    refuse(problems)
    code = np.where(good == 0, place(low, high, floor, ceiling), judge_ranges(low, high, floor, ceiling, good))
    no_target = np.isnan(floor) & np.isnan(ceiling)
    bad, note = first_reason(
        [
            (np.isnan(value), "no value"),
            (no_target, "no target"),
            (floor > ceiling, "the target's lower end is above its upper end"),
            (np.isnan(low) | np.isnan(high), "no interval"),
        ],
        len(group),
    )
    words = pl.Series(WORDS).gather(code.astype(np.uint32))
    return pl.DataFrame({"group": group, "outcome": words.set(pl.Series(bad), None), "note": note})


def place(low: np.ndarray, high: np.ndarray, floor: np.ndarray, ceiling: np.ndarray) -> np.ndarray:
    """Wholly below the target, wholly above it, or touching it, as places in WORDS; a missing end is the other."""
    floor, ceiling = np.where(np.isnan(floor), ceiling, floor), np.where(np.isnan(ceiling), floor, ceiling)
    return np.where(high < floor, 0, np.where(low > ceiling, 2, 1))


def judge_ranges(
    low: np.ndarray, high: np.ndarray, floor: np.ndarray, ceiling: np.ndarray, good: np.ndarray
) -> np.ndarray:
    """Met, not met or may be met, as places in WORDS, where higher (+1) or lower (-1) is better."""
    nearest = np.where(good > 0, np.where(np.isnan(floor), ceiling, floor), np.where(np.isnan(ceiling), floor, ceiling))
    worst, best = np.where(good > 0, low, -high), np.where(good > 0, high, -low)
    line = np.where(good > 0, nearest, -nearest)
    return np.where(worst >= line, 3, np.where(best < line, 4, 5))
