"""Run charts: a median instead of limits, for short series and for readers who want no arithmetic."""

from dataclasses import replace

import numpy as np
import polars as pl

from outturn.core.statistics.spc.gaps import by_rules
from outturn.core.statistics.spc.groups import split_groups
from outturn.core.statistics.spc.input import check_and_sort
from outturn.core.statistics.spc.options import read_options, series_options
from outturn.core.statistics.spc.points import FLAGS, LIMITS, constants
from outturn.core.statistics.spc.rulesets import MAKING_DATA_COUNT, RuleSet
from outturn.core.statistics.spc.words import POINT_TYPES, as_words, label_words

RUN_CHART = replace(MAKING_DATA_COUNT, name="run-chart", run_length=6, trend_length=5, minimum_points=10)


def run_chart(frame: pl.DataFrame, options: pl.DataFrame | None = None, rules: RuleSet = RUN_CHART) -> pl.DataFrame:
    """Points with the columns of `spc`; `mean` holds the median, the limits are null.

    A run is six points on one side of the median, where points on it are passed over; a trend is five points that
    rise or fall, where a point equal to the one before is passed over. Under ten values nothing is flagged.
    """
    from outturn.core.statistics.spc.kernel import MOVES, find_points, judge, verdicts

    table = by_rules(check_and_sort(frame), rules)
    chosen = series_options(table.names, read_options(options, rules), rules)
    groups = split_groups(table, chosen.rebases, rules)
    y, lengths = table.values, np.diff(groups.starts)
    middle, hit = around_medians(y, groups.starts, rules)
    place, way, _ = find_points(y, y, groups.starts, middle, np.ones(len(lengths), bool), constants(rules))
    good = chosen.good[groups.series]
    label, kind = judge(place, way, hit, groups.starts, good, MOVES, verdicts(rules.improvement_wins))
    blank = pl.Series([None], dtype=pl.Float64).new_from_index(0, len(y))
    median = np.repeat(middle[:, 0], lengths)
    return pl.DataFrame(
        {
            **{name: table.frame[name] for name in ("series", "date", "value")},
            "group": np.repeat(groups.numbers.astype(np.int32), lengths),
            "mean": pl.Series(median).fill_nan(None),
            **dict.fromkeys(LIMITS[1:], blank),
            "side": pl.Series(np.sign(y - median)).fill_nan(None).cast(pl.Int8),
            **{name: (hit & bit).astype(bool) for name, bit in FLAGS.items()},
            "label": as_words(pl.Series(label), label_words(rules)).cast(pl.String),
            "point_type": as_words(pl.Series(kind), POINT_TYPES).cast(pl.String),
        }
    )


def around_medians(y: np.ndarray, starts: np.ndarray, rules: RuleSet) -> tuple[np.ndarray, np.ndarray]:
    """(groups, 5) with the median of each group as its only limit, and the rules that every point hits."""
    from outturn.core.statistics.spc.kernel import RUN, TREND, find_points

    middle, hit = np.full((len(starts) - 1, 5), np.nan), np.zeros(len(y), np.uint8)
    for group, (lo, hi) in enumerate(zip(starts[:-1], starts[1:], strict=True)):
        known = lo + np.flatnonzero(~np.isnan(y[lo:hi]))
        if not len(known):
            continue
        middle[group, 0] = np.median(y[known])
        if len(known) < rules.minimum_points:
            continue
        moved, aside = np.diff(y[known], prepend=np.nan) != 0, y[known] != middle[group, 0]
        for rule, rows in ((RUN, known[aside]), (TREND, known[moved])):
            alone = (np.array([0, len(rows)]), middle[group : group + 1], np.ones(1, bool))
            hit[rows] |= find_points(y[rows], y[rows], *alone, constants(rules))[2] & rule
    return middle, hit
