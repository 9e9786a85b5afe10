"""Run charts: a median instead of limits, for short series and for readers who want no arithmetic."""

from dataclasses import replace

import numpy as np
import polars as pl

from outturn.core.assess.rulesets import MAKING_DATA_COUNT, RuleSet
from outturn.core.assess.spc_groups import split
from outturn.core.assess.spc_input import ordered
from outturn.core.assess.spc_options import read_options, series_options
from outturn.core.assess.spc_points import FLAGS, LIMITS, constants
from outturn.core.assess.spc_words import POINT_TYPES, as_words, label_words

RUN_CHART = replace(MAKING_DATA_COUNT, name="run-chart", run_length=6, trend_length=5, minimum_points=10)


def run_chart(frame: pl.DataFrame, options: pl.DataFrame | None = None, rules: RuleSet = RUN_CHART) -> pl.DataFrame:
    """Points with the columns of `spc`; `mean` holds the median, the limits are null.

    A run is six points on one side of the median, where points on it are passed over; a trend is five points that
    rise or fall, where a point equal to the one before is passed over. Under ten values nothing is flagged.
    """
    from outturn.core.assess.spc_kernel import RUN, TREND, find_rules, judge_points

    table = ordered(frame)
    chosen = series_options(table.names, read_options(options, rules), rules)
    groups = split(table, chosen.rebases, rules)
    y, hit = table.values, np.zeros(len(table.values), np.uint8)
    middle, side = np.full(len(y), np.nan), np.zeros(len(y), np.int8)
    nothing = (np.nan,) * 4
    for lo, hi in zip(groups.starts[:-1], groups.starts[1:], strict=True):
        known = lo + np.flatnonzero(~np.isnan(y[lo:hi]))
        if not len(known):
            continue
        median = float(np.median(y[known]))
        middle[lo:hi] = median
        side[known] = np.sign(y[known] - median)
        if len(known) < rules.minimum_points:
            continue
        for rule, rows in ((RUN, known[y[known] != median]), (TREND, known[np.diff(y[known], prepend=np.nan) != 0])):
            part = np.zeros(len(rows), np.uint8)
            sides = np.zeros(len(rows), np.int8)
            find_rules(y[rows], 0, len(rows), (median, *nothing), sides, part, constants(rules))
            hit[rows] |= part & rule
    label, kind = judge_points(y, side, hit, groups.starts, chosen.good[groups.series], rules.improvement_wins)
    blank = pl.Series([None], dtype=pl.Float64).new_from_index(0, len(y))
    unknown = pl.Series(np.isnan(y))
    return pl.DataFrame(
        {
            **{name: table.frame[name] for name in ("series", "date", "value")},
            "group": np.repeat(groups.numbers.astype(np.int32), np.diff(groups.starts)),
            "mean": pl.Series(middle).fill_nan(None),
            **dict.fromkeys(LIMITS[1:], blank),
            "side": pl.Series(side).set(unknown, None),
            **{name: (hit & bit).astype(bool) for name, bit in FLAGS.items()},
            "label": as_words(pl.Series(label), label_words(rules)).cast(pl.String),
            "point_type": as_words(pl.Series(kind), POINT_TYPES).cast(pl.String),
        }
    )
