"""SPC of many series at once: every point with its limits, the rules it hits and what it means."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from outturn.core.statistics.spc.gaps import by_rules
from outturn.core.statistics.spc.groups import Groups, split_groups
from outturn.core.statistics.spc.input import Ordered, check_and_sort
from outturn.core.statistics.spc.options import SeriesOptions, read_options, series_options
from outturn.core.statistics.spc.rulesets import RuleSet, rule_set
from outturn.core.statistics.spc.words import POINT_TYPES, as_words, label_words

if TYPE_CHECKING:
    from outturn.core.statistics.spc.kernel import Constants

LIMITS = ["mean", "lower", "upper", "near_lower", "near_upper"]
FLAGS = {"outside": 1, "close": 16, "run": 8, "trend": 2, "two_of_three": 4}
"""The columns of rules, and the kernel's bit for each."""
POINT_COLUMNS = [
    *["series", "date", "value", "group", *LIMITS],
    *["side", "outside", "close", "run", "trend", "two_of_three", "label", "point_type"],
]


@dataclass(frozen=True, slots=True)
class Charts:
    """Everything known about every series: the ordered input, what was asked, and the result as arrays.

    `limits` is (groups, 5) in the order of LIMITS; `counts` the values in each group; `hit` the rules of each
    point as bits (see spc_kernel).
    """

    table: Ordered
    options: SeriesOptions
    groups: Groups
    rules: RuleSet
    limits: np.ndarray
    counts: np.ndarray
    status: np.ndarray
    side: np.ndarray
    hit: np.ndarray
    label: np.ndarray
    kind: np.ndarray


def spc(
    frame: pl.DataFrame, options: pl.DataFrame | None = None, rules: str | RuleSet = "making-data-count"
) -> pl.DataFrame:
    """One row per point, sorted by series and date, with the columns POINT_COLUMNS.

    A period that a regular series leaves out has an empty row (`spc_gaps`), but not under `plot-the-dots`.

    `frame`: series, date, value (empty = missing), optional target; any order. `options`: see `read_options`.
    Limits are null where they cannot be set; a missing value has no side and is common cause.
    Raises BadInput naming every wrong row, and ValueError for an unknown rule set.
    """
    chosen = rule_set(rules)
    points = points_frame(charts(frame, read_options(options, chosen), chosen))
    return points.with_columns(pl.col("label", "point_type").cast(pl.String))


def charts(frame: pl.DataFrame, checked: pl.DataFrame | None, rules: RuleSet) -> Charts:
    """Order the points, cut them at rebases, and run the kernel over every group; `checked` is from `read_options`."""
    from outturn.core.statistics.spc.kernel import judge_points, xmr_limits

    table = by_rules(check_and_sort(frame), rules)
    chosen = series_options(table.names, checked, rules)
    groups = split_groups(table, chosen.rebases, rules)
    of = groups.series
    y, starts, numbers = table.values, groups.starts, constants(rules)
    limits, counts, status, judged = xmr_limits(y, starts, chosen.fix[of], chosen.screen[of], numbers)
    side, hit, label, kind = judge_points(y, y, starts, limits, judged, chosen.good[of], numbers)
    return Charts(table, chosen, groups, rules, limits, counts, status, side, hit, label, kind)


def constants(rules: RuleSet) -> "Constants":
    """The numbers of a rule set in the shape that the compiled kernel takes."""
    from outturn.core.statistics.spc.kernel import Constants

    return Constants(**{name: getattr(rules, name) for name in Constants._fields})


def points_frame(result: Charts) -> pl.DataFrame:
    """The points of `charts` as a frame; label and point_type are Enum, cheap to keep and to write."""
    lengths = np.diff(result.groups.starts)
    limits = {name: repeat_each(result.limits[:, column], lengths) for column, name in enumerate(LIMITS)}
    return pl.DataFrame(
        {
            **{name: result.table.frame[name] for name in ("series", "date", "value")},
            "group": np.repeat(result.groups.numbers.astype(np.int32), lengths),
            **limits,
            "side": side_or_null(result, limits["mean"]),
            **{name: (result.hit & bit).astype(bool) for name, bit in FLAGS.items()},
            "label": as_words(pl.Series(result.label), label_words(result.rules)),
            "point_type": as_words(pl.Series(result.kind), POINT_TYPES),
        }
    )


def repeat_each(column: np.ndarray, lengths: np.ndarray) -> pl.Series:
    """One number per group as one per point, NaN as null."""
    series = pl.Series(np.repeat(column, lengths))
    return series.fill_nan(None) if np.isnan(column).any() else series


def side_or_null(result: Charts, mean: pl.Series) -> pl.Series:
    """+1, 0, -1; null where there is no value, or no mean to compare it with."""
    side = pl.Series(result.side)
    unknown = result.table.frame["value"].is_null() | mean.is_null()
    return side.set(unknown, None) if unknown.any() else side
