"""P' and U' charts: proportions and rates whose denominators change, limits that allow for both kinds of spread."""

from collections.abc import Callable

import numpy as np
import polars as pl

from outturn.core.assess.columns import numbers, require
from outturn.core.assess.intervals import refuse
from outturn.core.assess.problems import Problem
from outturn.core.assess.rulesets import RuleSet, rule_set
from outturn.core.assess.spc_input import Ordered
from outturn.core.assess.spc_scaled import Floats, Scale, around, group_sum, moving_range, scaled_chart

Spread = Callable[[Floats, Floats], Floats]
"""Centre and denominator -> the standard deviation that counting alone gives."""

D2 = 1.128
"""The mean moving range of two values, in standard deviations."""


def p_prime(
    frame: pl.DataFrame,
    options: pl.DataFrame | None = None,
    rules: str | RuleSet = "making-data-count",
    multiplier: float = 100,
) -> pl.DataFrame:
    """Laney's P' chart. `frame`: series, date, numerator, denominator; values times `multiplier`. Output as `spc`."""
    return primed(frame, options, rule_set(rules), multiplier, lambda centre, n: np.sqrt(centre * (1 - centre) / n))


def u_prime(
    frame: pl.DataFrame,
    options: pl.DataFrame | None = None,
    rules: str | RuleSet = "making-data-count",
    multiplier: float = 1000,
) -> pl.DataFrame:
    """Laney's U' chart of events per denominator; otherwise as `p_prime`."""
    return primed(frame, options, rule_set(rules), multiplier, lambda centre, n: np.sqrt(centre / n))


def primed(
    frame: pl.DataFrame, options: pl.DataFrame | None, rules: RuleSet, multiplier: float, spread: Spread
) -> pl.DataFrame:
    """z = how many standard deviations a point lies from the mean; the limits of z come from its moving ranges."""
    require(frame, ["series", "date", "numerator", "denominator"])
    problems: list[Problem] = []
    x, n = (numbers(frame, name, problems) for name in ("numerator", "denominator"))
    refuse(problems)
    n = n.set((n <= 0).fill_null(False), None)
    table = frame.select("series", "date").with_columns(value=x / n * multiplier, numerator=x, denominator=n)
    table = table.sort("series", "date", maintain_order=True)
    value = table["value"].is_not_null().to_numpy()
    x_all, n_all = (np.where(value, table[name].fill_null(0).to_numpy(), 0.0) for name in ("numerator", "denominator"))

    def scale(ordered: Ordered, starts: np.ndarray) -> Scale:
        lengths = np.diff(starts)
        with np.errstate(all="ignore"):
            centre = group_sum(x_all, starts) / group_sum(n_all, starts)
            deviation = spread(np.repeat(centre, lengths), np.where(value, n_all, np.nan))
            z = (ordered.values / multiplier - np.repeat(centre, lengths)) / deviation
            far = 3 * moving_range(z, starts) / D2
        return Scale(z, around(np.zeros_like(far), far), shown(centre, deviation, far, lengths) * multiplier)

    return scaled_chart(table, options, rules, scale)


def shown(centre: Floats, deviation: Floats, far: Floats, lengths: np.ndarray) -> Floats:
    """Centre and limits of every point: as wide as its own standard deviation makes them."""
    middle, reach = np.repeat(centre, lengths), np.repeat(far, lengths) * deviation
    near = reach * 2 / 3
    return np.vstack([middle, middle - reach, middle + reach, middle - near, middle + near])
