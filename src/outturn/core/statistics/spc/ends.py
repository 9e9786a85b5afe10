"""The ends of many series as arrays: what their rows are made from, without the other points."""

from dataclasses import dataclass, fields

import numpy as np
import polars as pl

from outturn.core.statistics.spc.gaps import by_rules
from outturn.core.statistics.spc.groups import Groups, split_groups
from outturn.core.statistics.spc.input import Ordered
from outturn.core.statistics.spc.options import SeriesOptions, series_options
from outturn.core.statistics.spc.points import Charts, constants
from outturn.core.statistics.spc.rulesets import RuleSet


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
    from outturn.core.statistics.spc.kernel import xmr_ends

    table = by_rules(table, rules)
    chosen = series_options(table.names, checked, rules)
    groups = split_groups(table, chosen.rebases, rules)
    of = groups.series
    each = (chosen.fix[of], chosen.screen[of], chosen.good[of], rules.icons_from_last_row)
    ends = GroupEnds(*xmr_ends(table.values, groups.starts, *each, constants(rules)))
    return ends_of(table, chosen, groups, ends, rules)


def chart_ends(result: Charts) -> Ends:
    """The same where every point has been judged."""
    row = last_rows(result.table.values, result.groups.starts, result.rules)
    ends = GroupEnds(result.limits, result.counts, result.status, row, result.label[row], result.kind[row])
    return ends_of(result.table, result.options, result.groups, ends, result.rules)


def ends_of(table: Ordered, options: SeriesOptions, groups: Groups, found: GroupEnds, rules: RuleSet) -> Ends:
    """Of each series the group that its icons describe."""
    from outturn.core.statistics.spc.kernel import NO_NEIGHBOURS

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
        target=choose_targets(dated, options.target),
        neighbours=found.status[group] != NO_NEIGHBOURS,
        notes=groups.notes,
    )


def join_ends(parts: list[Ends]) -> Ends:
    """The ends of several tables as of one."""
    before = np.cumsum([0, *(len(part.names) for part in parts)])
    arrays = [field.name for field in fields(Ends) if field.name not in ("names", "notes")]
    return Ends(
        names=pl.concat([part.names for part in parts], rechunk=True),
        notes={
            offset + row: note for part, offset in zip(parts, before, strict=False) for row, note in part.notes.items()
        },
        **{name: np.concatenate([getattr(part, name) for part in parts]) for name in arrays},
    )


def last_rows(values: np.ndarray, starts: np.ndarray, rules: RuleSet) -> np.ndarray:
    """The row of each series, or of each group, that the icons describe."""
    from outturn.core.statistics.spc.kernel import last_known

    return starts[1:] - 1 if rules.icons_from_last_row else last_known(values, starts)


def choose_targets(dated: pl.Series | None, flat: np.ndarray) -> np.ndarray:
    """The target of the date where there is one, else the flat one of the series; NaN for none."""
    if dated is None:
        return flat
    by_date = dated.to_numpy()
    return np.where(np.isnan(by_date), flat, by_date)
