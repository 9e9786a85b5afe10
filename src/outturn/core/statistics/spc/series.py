"""SPC of many series, one row each: what the last point says, and whether the target can be relied on."""

import numpy as np
import polars as pl

from outturn.core.statistics.spc.ends import Ends, choose_targets, last_rows
from outturn.core.statistics.spc.groups import split_groups
from outturn.core.statistics.spc.input import bounds, check_and_sort
from outturn.core.statistics.spc.options import read_options, series_options
from outturn.core.statistics.spc.rulesets import RuleSet, rule_set
from outturn.core.statistics.spc.words import (
    ASSURANCE_ICONS,
    FAILS,
    HIT_OR_MISS,
    PASSES,
    POINT_TYPES,
    VARIATION_ICONS,
    as_words,
    label_words,
)
from outturn.core.statistics.table.nearly import at_least, equal

SERIES_COLUMNS = [
    *["series", "n", "group_n", "mean", "lower", "upper"],
    *["variation", "variation_icon", "assurance", "assurance_icon", "note"],
]


def spc_summary(
    points: pl.DataFrame,
    options: pl.DataFrame | None = None,
    rules: str | RuleSet = "making-data-count",
    targets: pl.DataFrame | None = None,
    ends: tuple[float | None, float | None] = (None, None),
) -> pl.DataFrame:
    """One row per series with the columns SERIES_COLUMNS, from the points that `spc` returned.

    `options` and `rules`: as given to `spc`. `targets`: series, date, target where targets vary by date (the frame
    given to `spc` will do). `ends`: where limits end because values do (0 and 100 % of a P' chart): a target on such an
    end is not beyond the limit. Which point the icons describe is the rule set's choice (`icons_from_last_row`).
    """
    chosen = rule_set(rules)
    table = bounds(points)
    options_of = series_options(table.names, read_options(options, chosen), chosen)
    last = last_rows(table.values, table.starts, chosen)
    rows = points.select("series", "date", "mean", "lower", "upper", "label", "point_type")[last]
    group, known = points["group"].to_numpy(), ~np.isnan(table.values)
    same_group = group == np.repeat(group[last], np.diff(table.starts))
    beside = np.zeros(len(group), bool)
    beside[1:] = known[1:] & known[:-1] & (group[1:] == group[:-1])
    beside[table.starts[:-1]] = False
    dated = None
    if targets is not None and "target" in targets.columns:
        by_date = check_and_sort(targets).frame.select("series", "date", "target")
        dated = rows.join(by_date, on=["series", "date"], how="left", maintain_order="left")["target"]
    found = Ends(
        names=table.names,
        n=np.diff(table.starts),
        group_n=per_series(same_group, table.starts),
        known=per_series(known & same_group, table.starts),
        limits=rows.select("mean", "lower", "upper").fill_null(np.nan).to_numpy(),
        label=codes(rows["label"], label_words(chosen)),
        kind=codes(rows["point_type"], POINT_TYPES),
        good=options_of.good,
        target=choose_targets(dated, options_of.target),
        neighbours=per_series(beside & same_group, table.starts) > 0,
        notes=split_groups(table, options_of.rebases, chosen).notes,
    )
    return series_frame(found, chosen, ends).with_columns(pl.col(pl.Enum).cast(pl.String))


def per_series(flags: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """How many rows of each series are flagged."""
    return np.add.reduceat(flags.astype(np.int64), starts[:-1]) if len(starts) > 1 else np.zeros(0, np.int64)


def codes(words: pl.Series, known: list[str]) -> np.ndarray:
    """The place of each word in `known`."""
    places = {word: place for place, word in enumerate(known)}
    return words.cast(pl.String).replace_strict(places, return_dtype=pl.UInt8).to_numpy()


def series_frame(ends: Ends, rules: RuleSet, natural: tuple[float | None, float | None] = (None, None)) -> pl.DataFrame:
    """SERIES_COLUMNS from the ends of the series. `natural`: the `ends` of `spc_summary`."""
    enough = (ends.known >= rules.minimum_points) | rules.icons_at_any_length
    enough &= (ends.known == 0) | ~np.isnan(ends.limits[:, 0])
    low = (ends.label > 0) & (ends.label % 2 == 0)
    assured = assurance(ends, rules, natural)
    return pl.DataFrame(
        {
            "series": ends.names,
            "n": ends.n,
            "group_n": ends.group_n,
            **{name: pl.Series(ends.limits[:, place]).fill_nan(None) for place, name in enumerate(LIMIT_NAMES)},
            "variation": name_codes(POINT_TYPES, np.where(enough, ends.kind, NO_WORD)),
            "variation_icon": name_codes(VARIATION_ICONS, np.where(enough, 2 * ends.kind + low, NO_WORD)),
            "assurance": name_codes(ASSURANCES, assured),
            "assurance_icon": name_codes([ASSURANCE_ICONS[word] for word in ASSURANCES], assured),
            "note": with_notes(reasons(ends, rules), ends.notes),
        }
    )


LIMIT_NAMES = ["mean", "lower", "upper"]
ASSURANCES = [PASSES, HIT_OR_MISS, FAILS]


NO_WORD = np.uint8(255)


def name_codes(choice: list[str], which: np.ndarray) -> pl.Series:
    """The word for each code, as Enum; null for NO_WORD."""
    different = list(dict.fromkeys(choice))
    places = np.full(256, NO_WORD)
    places[: len(choice)] = [different.index(word) for word in choice]
    codes = pl.Series(places.take(which))
    return as_words(codes.set(codes == NO_WORD, None), different)


def assurance(ends: Ends, rules: RuleSet, natural: tuple[float | None, float | None] = (None, None)) -> np.ndarray:
    """Whether limits and target say it will pass, hit and miss, or fail, as places in ASSURANCES; or NO_WORD.

    A target on a limit lies beyond it, unless the limit lies there only because values end there (`natural`).
    """
    lower, upper, target, good = ends.limits[:, 1], ends.limits[:, 2], ends.target, ends.good
    result = np.full(len(target), NO_WORD)
    asked = ~np.isnan(target) & (good != 0)
    if not asked.any():
        return result
    if rules.target_on_limit_is_beyond:
        low, high = (np.nan if end is None else end for end in natural)
        above = at_least(target, upper) & ~(equal(upper, high) & equal(target, high))
        below = at_least(lower, target) & ~(equal(lower, low) & equal(target, low))
        met = equal(lower, upper) & equal(target, upper)
    else:
        above, below, met = target > upper, target < lower, np.zeros(len(target), bool)
    if_above, if_below = np.where(good > 0, 2, 0), np.where(good > 0, 0, 2)
    sides = np.where(above, if_above, np.where(below, if_below, 1)).astype(np.uint8)
    without = rules.assurance_without_limits
    sides[np.isnan(lower)] = NO_WORD if without is None else ASSURANCES.index(without)
    sides[met] = 0
    result[asked] = sides[asked]
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
        "limits cannot be set: no mean can be worked out from the points that set them",
    ]
    counted = [f"too few points: {count} of the {few} needed" for count in range(few)]
    counted += [f"limits rest on {count} points: {weak} or more are advised" for count in range(weak)]
    reason = np.zeros(len(n), np.uint32)
    if unlimited.any() or (n < max(few, weak)).any():
        reason[:] = np.select(
            [n == 0, n < few, np.isnan(ends.limits[:, 0]), unlimited & ~ends.neighbours, unlimited, n < weak],
            [1, len(fixed) + n, 4, 2, 3, len(fixed) + few + n],
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
