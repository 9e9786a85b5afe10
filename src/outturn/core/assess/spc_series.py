"""SPC of many series, one row each: what the last point says, and whether the target can be relied on."""

from dataclasses import dataclass, fields

import numpy as np
import polars as pl

from outturn.core.assess.rulesets import RuleSet, rule_set
from outturn.core.assess.spc_groups import Groups, split
from outturn.core.assess.spc_input import Ordered, bounds, ordered
from outturn.core.assess.spc_options import SeriesOptions, read_options, series_options
from outturn.core.assess.spc_points import Charts, constants
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
    last = last_rows(table.values, table.starts, chosen)
    rows = points[last]
    same_group = (points["group"] == points["group"].gather(np.repeat(last, np.diff(table.starts)))).to_numpy()
    known = ~np.isnan(table.values)
    beside = known & np.roll(known, 1) & (points["group"] == points["group"].shift()).fill_null(False).to_numpy()
    beside[table.starts[:-1]] = False
    dated = None
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
    return series_frame(chart_ends(result), result.rules)


@dataclass(frozen=True, slots=True)
class GroupEnds:
    """What `xmr_ends` returns, per group: the limits, and the last row with what it hits."""

    limits: np.ndarray
    counts: np.ndarray
    status: np.ndarray
    row: np.ndarray
    label: np.ndarray
    kind: np.ndarray


def series_ends(table: Ordered, checked: pl.DataFrame | None, rules: RuleSet) -> Ends:
    """The ends of every series, when nothing is asked of the other points; `checked` is from `read_options`."""
    from outturn.core.assess.spc_kernel import xmr_ends

    chosen = series_options(table.names, checked, rules)
    groups = split(table, chosen.rebases, rules)
    of = groups.series
    each = (chosen.fix[of], chosen.screen[of], chosen.good[of], rules.icons_from_last_row)
    found = GroupEnds(*xmr_ends(table.values, groups.starts, *each, constants(rules)))
    return ends_of(table, chosen, groups, found, rules)


def chart_ends(result: Charts) -> Ends:
    """The same where every point has been judged."""
    row = last_rows(result.table.values, result.groups.starts, result.rules)
    found = GroupEnds(result.limits, result.counts, result.status, row, result.label[row], result.kind[row])
    return ends_of(result.table, result.options, result.groups, found, result.rules)


def ends_of(table: Ordered, options: SeriesOptions, groups: Groups, found: GroupEnds, rules: RuleSet) -> Ends:
    """Of each series the group that its icons describe."""
    from outturn.core.assess.spc_kernel import NO_NEIGHBOURS

    last, group = found.row, groups.series
    if len(group) > len(table.names):
        last = last_rows(table.values, table.starts, rules)
        group = np.searchsorted(groups.starts, last, side="right") - 1
    dated = table.frame["target"].gather(last) if "target" in table.frame.columns else None
    return Ends(
        names=table.names,
        n=np.diff(table.starts),
        group_n=np.diff(groups.starts)[group],
        known=found.counts[group],
        limits=found.limits[group, :3],
        label=found.label[group],
        kind=found.kind[group],
        good=options.good,
        target=in_force(dated, options.target),
        neighbours=found.status[group] != NO_NEIGHBOURS,
        notes=groups.notes,
    )


def together(parts: list[Ends]) -> Ends:
    """The ends of several tables as of one."""
    before = np.cumsum([0, *(len(part.names) for part in parts)])
    arrays = [field.name for field in fields(Ends) if field.name not in ("names", "notes")]
    return Ends(
        names=pl.concat([part.names for part in parts], rechunk=True),
        notes={at + row: said for part, at in zip(parts, before, strict=False) for row, said in part.notes.items()},
        **{name: np.concatenate([getattr(part, name) for part in parts]) for name in arrays},
    )


def last_rows(values: np.ndarray, starts: np.ndarray, rules: RuleSet) -> np.ndarray:
    """The row of each series, or of each group, that the icons describe."""
    from outturn.core.assess.spc_kernel import last_known

    return starts[1:] - 1 if rules.icons_from_last_row else last_known(values, starts)


def per_series(flags: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """How many rows of each series are flagged."""
    return np.add.reduceat(flags.astype(np.int64), starts[:-1]) if len(starts) > 1 else np.zeros(0, np.int64)


def codes(words: pl.Series, known: list[str]) -> np.ndarray:
    """The place of each word in `known`."""
    places = {word: place for place, word in enumerate(known)}
    return words.cast(pl.String).replace_strict(places, return_dtype=pl.UInt8).to_numpy()


def in_force(dated: pl.Series | None, flat: np.ndarray) -> np.ndarray:
    """The target of the date where there is one, else the flat one of the series; NaN for none."""
    if dated is None:
        return flat
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
            "variation": words(POINT_TYPES, np.where(enough, ends.kind, NO_WORD)),
            "variation_icon": words(VARIATION_ICONS, np.where(enough, 2 * ends.kind + low, NO_WORD)),
            "assurance": words(ASSURANCES, assured),
            "assurance_icon": words([ASSURANCE_ICONS[word] for word in ASSURANCES], assured),
            "note": with_notes(reasons(ends, rules), ends.notes),
        }
    )


LIMIT_NAMES = ["mean", "lower", "upper"]
ASSURANCES = [PASSES, HIT_OR_MISS, FAILS]


NO_WORD = np.uint8(255)


def words(choice: list[str], which: np.ndarray) -> pl.Series:
    """The word for each code, as Enum; null for NO_WORD."""
    different = list(dict.fromkeys(choice))
    places = np.full(256, NO_WORD)
    places[: len(choice)] = [different.index(word) for word in choice]
    codes = pl.Series(places.take(which))
    return as_words(codes.set(codes == NO_WORD, None), different)


def assurance(ends: Ends, rules: RuleSet) -> np.ndarray:
    """Whether limits and target say it will pass, hit and miss, or fail, as places in ASSURANCES; or NO_WORD."""
    lower, upper, target, good = ends.limits[:, 1], ends.limits[:, 2], ends.target, ends.good
    result = np.full(len(target), NO_WORD)
    asked = ~np.isnan(target) & (good != 0)
    if not asked.any():
        return result
    if rules.target_on_limit_is_beyond:
        above, below, met = target >= upper, target <= lower, (lower == upper) & (target == upper)
    else:
        above, below, met = target > upper, target < lower, np.zeros(len(target), bool)
    high, low = np.where(good > 0, 2, 0), np.where(good > 0, 0, 2)
    found = np.where(above, high, np.where(below, low, 1)).astype(np.uint8)
    without = rules.assurance_without_limits
    found[np.isnan(lower)] = NO_WORD if without is None else ASSURANCES.index(without)
    found[met] = 0
    result[asked] = found[asked]
    return result


def reasons(ends: Ends, rules: RuleSet) -> pl.Series:
    """Why limits or icons are missing or weak: the first of these that applies."""
    n, unlimited = ends.known, np.isnan(ends.limits[:, 1])
    few, weak = rules.minimum_points, rules.advised_points
    fixed = [
        None,
        "no values",
        "limits cannot be set: no two values stand side by side",
        "limits cannot be set: no variation",
    ]
    counted = [f"too few points: {count} of the {few} needed" for count in range(few)]
    counted += [f"limits rest on {count} points: {weak} or more are advised" for count in range(weak)]
    reason = np.zeros(len(n), np.uint32)
    if unlimited.any() or (n < max(few, weak)).any():
        reason[:] = np.select(
            [n == 0, n < few, unlimited & ~ends.neighbours, unlimited, n < weak],
            [1, len(fixed) + n, 2, 3, len(fixed) + few + n],
        )
    return pl.Series([*fixed, *counted], dtype=pl.String).gather(reason)


def with_notes(reason: pl.Series, notes: dict[int, list[str]]) -> pl.Series:
    """The reason of each series followed by what became of its rebases."""
    if not notes:
        return reason
    text = reason.to_list()
    for series, more in notes.items():
        text[series] = "; ".join([*([text[series]] if text[series] else []), *more])
    return pl.Series(text, dtype=pl.String)
