"""P' and U' charts: proportions and rates whose denominators change, limits that allow for both kinds of spread."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import polars as pl

from outturn.core.statistics.rates.intervals import refuse
from outturn.core.statistics.spc.gaps import by_rules
from outturn.core.statistics.spc.input import Ordered, bounds, check_and_sort
from outturn.core.statistics.spc.rulesets import RuleSet, rule_set
from outturn.core.statistics.spc.scaled import Floats, Scale, around, chart_scaled, group_sum, moving_range
from outturn.core.statistics.table.columns import dates, labels, numbers, require
from outturn.core.statistics.table.problems import Problem


@dataclass(frozen=True)
class Counted:
    """`spread`: centre and denominator -> the standard deviation that counting alone gives. `most`: the greatest value
    there can be, before any multiplier.
    """

    spread: Callable[[Floats, Floats], Floats]
    most: float


SHARE = Counted(lambda centre, n: np.sqrt(centre * (1 - centre) / n), 1.0)
EVENTS = Counted(lambda centre, n: np.sqrt(centre / n), np.inf)

D2 = 1.128
"""The mean moving range of two values, in standard deviations."""


def p_prime(
    frame: pl.DataFrame,
    options: pl.DataFrame | None = None,
    rules: str | RuleSet = "making-data-count",
    multiplier: float = 100,
) -> pl.DataFrame:
    """Laney's P' chart. `frame`: series, date, numerator, denominator; values times `multiplier`. Output as `spc`."""
    return chart_primed(frame, options, rule_set(rules), multiplier, SHARE)


def u_prime(
    frame: pl.DataFrame,
    options: pl.DataFrame | None = None,
    rules: str | RuleSet = "making-data-count",
    multiplier: float = 1000,
) -> pl.DataFrame:
    """Laney's U' chart of events per denominator; otherwise as `p_prime`."""
    return chart_primed(frame, options, rule_set(rules), multiplier, EVENTS)


def chart_primed(
    frame: pl.DataFrame, options: pl.DataFrame | None, rules: RuleSet, multiplier: float, counted: Counted
) -> pl.DataFrame:
    """z = how many standard deviations a point lies from the mean; the limits of z come from its moving ranges.

    Where nothing varies (all 0 %, all 100 %) z is 0 and the limits are the mean. Limits end where values do.
    """
    table = readable(frame, rules, multiplier, counted.most)
    value = table["value"].is_not_null().to_numpy()
    x_all, n_all = (np.where(value, table[name].fill_null(0).to_numpy(), 0.0) for name in ("numerator", "denominator"))

    def scale(given: Ordered, starts: np.ndarray) -> Scale:
        lengths = np.diff(starts)
        with np.errstate(all="ignore"):
            centre = group_sum(x_all, starts) / group_sum(n_all, starts)
            deviation = counted.spread(np.repeat(centre, lengths), np.where(value, n_all, np.nan))
            z = (given.values / multiplier - np.repeat(centre, lengths)) / deviation
            z = np.where(deviation == 0, 0.0, z)
            far = 3 * moving_range(z, starts) / D2
            limits = np.clip(widen_limits(centre, deviation, far, lengths), 0, counted.most)
        return Scale(z, around(np.zeros_like(far), far), limits * multiplier)

    return chart_scaled(table, options, rules, scale)


def readable(frame: pl.DataFrame, rules: RuleSet, multiplier: float, most: float) -> pl.DataFrame:
    """series, date, value, numerator, denominator in order, with rows for what a regular series leaves out.

    Nothing is counted where the denominator is 0. Raises BadInput for each row that counts less than nothing, or more
    than all where `most` is 1.
    """
    require(frame, ["series", "date", "numerator", "denominator"])
    problems: list[Problem] = []
    x, n = (numbers(frame, name, problems) for name in ("numerator", "denominator"))
    for name, column in (("numerator", x), ("denominator", n)):
        problems += [
            Problem(f"{column[row]:,.10g} is under nought. A count is 0 or more.", row + 1, name)
            for row in (column < 0).arg_true().to_list()
        ]
    problems += [
        Problem(f"{x[row]:,.10g} of {n[row]:,.10g} is more than all. Correct one of them.", row + 1, "numerator")
        for row in ((n > 0) & (x > n * most)).arg_true().to_list()
    ]
    refuse(problems)
    n = n.set((n == 0).fill_null(False), None)
    check_and_sort(frame.select("series", "date", value=x))
    table = pl.DataFrame(
        {
            "series": labels(frame, "series", problems), "date": dates(frame, "date", problems),
            "value": x / n * multiplier, "numerator": x, "denominator": n,
        }
    )  # fmt: skip
    return by_rules(bounds(table.sort("series", "date")), rules).frame


def widen_limits(centre: Floats, deviation: Floats, far: Floats, lengths: np.ndarray) -> Floats:
    """Centre and limits of every point: as wide as its own standard deviation makes them."""
    middle, reach = np.repeat(centre, lengths), np.repeat(far, lengths) * deviation
    near = reach * 2 / 3
    return np.vstack([middle, middle - reach, middle + reach, middle - near, middle + near])
