"""SPC of many series, one row each: what the last point says, and whether the target can be relied on."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from outturn.core.assess.rulesets import RuleSet, rule_set
from outturn.core.assess.spc_groups import split
from outturn.core.assess.spc_input import Ordered, bounds, ordered
from outturn.core.assess.spc_options import read_options, series_options
from outturn.core.assess.spc_points import Charts
from outturn.core.assess.spc_words import (
    ASSURANCE_ICONS,
    FAILS,
    HIT_OR_MISS,
    PASSES,
    POINT_TYPES,
    VARIATION_ICONS,
    as_words,
    label_words,
)

SERIES_COLUMNS = [
    *["series", "n", "group_n", "mean", "lower", "upper"],
    *["variation", "variation_icon", "assurance", "assurance_icon", "note"],
]


@dataclass(frozen=True, slots=True)
class Ends:
    """The last point of every series, as arrays: its limits, what it hits, and its target.

    `n` and `group_n` count rows, `known` the values among those of the group. `limits` is (series, 3): mean, lower,
    upper; NaN where there are none. `label` and `kind` are codes of the kernel.
    """

    names: pl.Series
    n: np.ndarray
    group_n: np.ndarray
    known: np.ndarray
    limits: np.ndarray
    label: np.ndarray
    kind: np.ndarray
    good: np.ndarray
    target: np.ndarray
    neighbours: np.ndarray
    notes: dict[int, list[str]]


def spc_summary(
    points: pl.DataFrame,
    options: pl.DataFrame | None = None,
    rules: str | RuleSet = "making-data-count",
    targets: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """One row per series with the columns SERIES_COLUMNS, from the points that `spc` returned.

    `options` and `rules`: as given to `spc`. `targets`: series, date, target where targets vary by date (the frame
    given to `spc` will do). Which point the icons describe is the rule set's choice (`icons_from_last_row`).
    """
    chosen = rule_set(rules)
    table = bounds(points)
    options_of = series_options(table.names, read_options(options, chosen), chosen)
    last = last_rows(table, chosen)
    rows = points[last]
    same_group = (points["group"] == points["group"].gather(np.repeat(last, np.diff(table.starts)))).to_numpy()
    known = ~np.isnan(table.values)
    beside = known & np.roll(known, 1) & (points["group"] == points["group"].shift()).fill_null(False).to_numpy()
    beside[table.starts[:-1]] = False
    dated = rows.select("series", "date").with_columns(target=pl.lit(None, pl.Float64))["target"]
    if targets is not None and "target" in targets.columns:
        by_date = ordered(targets).frame.select("series", "date", "target")
        dated = rows.join(by_date, on=["series", "date"], how="left", maintain_order="left")["target"]
    ends = Ends(
        names=table.names,
        n=np.diff(table.starts),
        group_n=per_series(same_group, table.starts),
        known=per_series(known & same_group, table.starts),
        limits=rows.select("mean", "lower", "upper").fill_null(np.nan).to_numpy(),
        label=codes(rows["label"], label_words(chosen)),
        kind=codes(rows["point_type"], POINT_TYPES),
        good=options_of.good,
        target=in_force(dated, options_of.target),
        neighbours=per_series(beside & same_group, table.starts) > 0,
        notes=split(table, options_of.rebases, chosen).notes,
    )
    return series_frame(ends, chosen).with_columns(pl.col(pl.Enum).cast(pl.String))


def series_rows(result: Charts) -> pl.DataFrame:
    """The same rows straight from the arrays of `charts`, without making the points first; words are Enum."""
    from outturn.core.assess.spc_kernel import NO_NEIGHBOURS

    table, groups = result.table, result.groups
    last = last_rows(table, result.rules)
    group = np.searchsorted(groups.starts, last, side="right") - 1
    ends = Ends(
        names=table.names,
        n=np.diff(table.starts),
        group_n=np.diff(groups.starts)[group],
        known=result.counts[group],
        limits=result.limits[group, :3],
        label=result.label[last],
        kind=result.kind[last],
        good=result.options.good,
        target=in_force(table.frame["target"].gather(last), result.options.target),
        neighbours=result.status[group] != NO_NEIGHBOURS,
        notes=groups.notes,
    )
    return series_frame(ends, result.rules)


def last_rows(table: Ordered, rules: RuleSet) -> np.ndarray:
    """The row of each series that its icons describe."""
    from outturn.core.assess.spc_kernel import last_known

    return table.starts[1:] - 1 if rules.icons_from_last_row else last_known(table.values, table.starts)


def per_series(flags: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """How many rows of each series are flagged."""
    return np.add.reduceat(flags.astype(np.int64), starts[:-1]) if len(starts) > 1 else np.zeros(0, np.int64)


def codes(words: pl.Series, known: list[str]) -> np.ndarray:
    """The place of each word in `known`."""
    places = {word: place for place, word in enumerate(known)}
    return words.cast(pl.String).replace_strict(places, return_dtype=pl.UInt8).to_numpy()


def in_force(dated: pl.Series, flat: np.ndarray) -> np.ndarray:
    """The target of the date where there is one, else the flat one of the series; NaN for none."""
    by_date = dated.to_numpy()
    return np.where(np.isnan(by_date), flat, by_date)


def series_frame(ends: Ends, rules: RuleSet) -> pl.DataFrame:
    """SERIES_COLUMNS from the ends of the series."""
    enough = (ends.known >= rules.minimum_points) | rules.icons_at_any_length
    low = (ends.label > 0) & (ends.label % 2 == 0)
    assured = assurance(ends, rules)
    return pl.DataFrame(
        {
            "series": ends.names,
            "n": ends.n,
            "group_n": ends.group_n,
            **{name: pl.Series(ends.limits[:, place]).fill_nan(None) for place, name in enumerate(LIMIT_NAMES)},
            "variation": words(POINT_TYPES, np.where(enough, ends.kind.astype(np.int64), -1)),
            "variation_icon": words(VARIATION_ICONS, np.where(enough, 2 * ends.kind.astype(np.int64) + low, -1)),
            "assurance": words(ASSURANCES, assured),
            "assurance_icon": words([ASSURANCE_ICONS[word] for word in ASSURANCES], assured),
            "note": with_notes(reasons(ends, rules), ends.notes),
        }
    )


LIMIT_NAMES = ["mean", "lower", "upper"]
ASSURANCES = [PASSES, HIT_OR_MISS, FAILS]


def words(choice: list[str], which: np.ndarray) -> pl.Series:
    """The word for each code, as Enum; null for -1."""
    different = list(dict.fromkeys(choice))
    places = np.array([*map(different.index, choice), len(different)], np.uint8)
    codes = pl.Series(places[which])
    return as_words(codes.set(codes == len(different), None), different)


def assurance(ends: Ends, rules: RuleSet) -> np.ndarray:
    """Whether limits and target say it will pass, hit and miss, or fail, as places in ASSURANCES; -1 for none."""
    lower, upper, target, good = ends.limits[:, 1], ends.limits[:, 2], ends.target, ends.good
    if rules.target_on_limit_is_beyond:
        above, below, met = target >= upper, target <= lower, (lower == upper) & (target == upper)
    else:
        above, below, met = target > upper, target < lower, np.zeros(len(target), bool)
    result = np.where(above, np.where(good > 0, 2, 0), np.where(below, np.where(good > 0, 0, 2), 1))
    without = rules.assurance_without_limits
    result[np.isnan(lower)] = -1 if without is None else ASSURANCES.index(without)
    result[met] = 0
    result[np.isnan(target) | (good == 0)] = -1
    return result


def reasons(ends: Ends, rules: RuleSet) -> pl.Series:
    """Why limits or icons are missing or weak."""
    n, unlimited = ends.known, np.isnan(ends.limits[:, 1])
    which = np.select(
        [n == 0, n < rules.minimum_points, unlimited & ~ends.neighbours, unlimited, n < rules.advised_points],
        [1, 2, 3, 4, 5],
        default=0,
    )
    count = pl.Series(n).cast(pl.String)
    with_count = {
        2: ("too few points: ", f" of the {rules.minimum_points} needed"),
        5: ("limits rest on ", f" points: {rules.advised_points} or more are advised"),
    }
    fixed = [
        "no values",
        "limits cannot be set: no two values stand side by side",
        "limits cannot be set: no variation",
    ]
    result = pl.Series([None, fixed[0], "", fixed[1], fixed[2], ""], dtype=pl.String).gather(which)
    for code, (before, after) in with_count.items():
        if (which == code).any():
            result = pl.select(
                pl.when(pl.Series(which == code)).then(pl.lit(before) + count + pl.lit(after)).otherwise(result)
            ).to_series()
    return result


def with_notes(reason: pl.Series, notes: dict[int, list[str]]) -> pl.Series:
    """The reason of each series followed by what became of its rebases."""
    if not notes:
        return reason
    text = reason.to_list()
    for series, more in notes.items():
        text[series] = "; ".join([*([text[series]] if text[series] else []), *more])
    return pl.Series(text, dtype=pl.String)
