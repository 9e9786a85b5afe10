"""What the charts beside XmR share: limits that are even on a scale of their own, shown on the scale of the values."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import polars as pl

from outturn.core.statistics.spc.groups import split_groups
from outturn.core.statistics.spc.input import Ordered, check_and_sort
from outturn.core.statistics.spc.options import read_options, series_options
from outturn.core.statistics.spc.points import FLAGS, LIMITS, constants
from outturn.core.statistics.spc.rulesets import RuleSet
from outturn.core.statistics.spc.words import POINT_TYPES, as_words, label_words

Floats = np.ndarray


@dataclass(frozen=True, slots=True)
class Scale:
    """`z` per point and `limits` per group (mean, lower, upper, near lower, near upper) on the scale of the rules;
    `shown` the same five per point on the scale of the values."""

    z: Floats
    limits: Floats
    shown: Floats


def chart_scaled(
    frame: pl.DataFrame, options: pl.DataFrame | None, rules: RuleSet, scale: Callable[[Ordered, np.ndarray], Scale]
) -> pl.DataFrame:
    """Points with the columns of `spc` for a chart whose limits `scale` works out from the table and the group starts.

    Groups with fewer values than the rule set asks for have no limits.
    """
    from outturn.core.statistics.spc.kernel import judge_points

    table = check_and_sort(frame)
    chosen = series_options(table.names, read_options(options, rules), rules)
    groups = split_groups(table, chosen.rebases, rules)
    scaled = scale(table, groups.starts)
    lengths = np.diff(groups.starts)
    few = group_sum(~np.isnan(scaled.z), groups.starts) < rules.minimum_points
    limits, shown = scaled.limits.copy(), scaled.shown.copy()
    limits[few, 1:] = np.nan
    shown[1:, np.repeat(few, lengths)] = np.nan
    good = chosen.good[groups.series]
    judged = ~np.isnan(limits[:, 2])
    numbers = constants(rules)._replace(level_step_falls=False)
    side, hit, label, kind = judge_points(table.values, scaled.z, groups.starts, limits, judged, good, numbers)
    return pl.DataFrame(
        {
            **{name: table.frame[name] for name in ("series", "date", "value")},
            "group": np.repeat(groups.numbers.astype(np.int32), lengths),
            **{name: pl.Series(shown[place]).fill_nan(None) for place, name in enumerate(LIMITS)},
            "side": pl.Series(side).set(pl.Series(np.isnan(scaled.z) | np.isnan(shown[0])), None),
            **{name: (hit & bit).astype(bool) for name, bit in FLAGS.items()},
            "label": as_words(pl.Series(label), label_words(rules)).cast(pl.String),
            "point_type": as_words(pl.Series(kind), POINT_TYPES).cast(pl.String),
        }
    )


def group_sum(values: Floats, starts: np.ndarray) -> Floats:
    """The sum of each group; what is missing counts nothing."""
    if len(starts) < 2:
        return np.zeros(0)
    total: Floats = np.add.reduceat(np.nan_to_num(values.astype(float)), starts[:-1])
    return total


def group_mean(values: Floats, starts: np.ndarray) -> Floats:
    """The mean of the known values of each group."""
    with np.errstate(all="ignore"):
        mean: Floats = group_sum(values, starts) / group_sum(~np.isnan(values), starts)
    return mean


def moving_range(z: Floats, starts: np.ndarray) -> Floats:
    """The mean moving range of each group; gaps are not bridged."""
    moves = np.abs(np.diff(z, prepend=np.nan))
    moves[starts[:-1]] = np.nan
    return group_mean(moves, starts)


def around(centre: Floats, far: Floats) -> Floats:
    """(groups, 5): centre, limits at `far`, near limits at two thirds of it."""
    near = far * 2 / 3
    return np.column_stack([centre, centre - far, centre + far, centre - near, centre + near])
