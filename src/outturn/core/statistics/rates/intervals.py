"""Proportions, rates and means by group with 95 % and 99.8 % limits. A group that has no answer has a note."""

from collections.abc import Callable
from functools import cache

import numpy as np
import polars as pl

from outturn.core.statistics.rates.confidence import EXACT_BELOW, LEVELS, Floats, exact, poisson, student
from outturn.core.statistics.table.columns import any_numbers, labels, numbers, require
from outturn.core.statistics.table.grouped import Grouped, by_group
from outturn.core.statistics.table.notes import Reasons, first_reason
from outturn.core.statistics.table.problems import BadInput, Problem

MISSING = "a numerator or denominator is missing or suppressed"
LIMIT_COLUMNS = [side + level.name for level in LEVELS for side in ("lower", "upper")]


def proportion(frame: pl.DataFrame, multiplier: float = 100) -> pl.DataFrame:
    """Wilson limits. `frame`: group, numerator, denominator; rows of a group are summed.

    Returns group, numerator, denominator, value, lower95, upper95, lower998, upper998, note; values times
    `multiplier`. Raises BadInput for a table that cannot be read.
    """
    from outturn.core.statistics.rates.ratio_kernel import proportions

    together, x, n = sums(frame, any_numbers)
    return ratio_frame(together, x, n, *proportions(x, n, DEVIATES, multiplier))


def rate(frame: pl.DataFrame, multiplier: float = 100_000) -> pl.DataFrame:
    """Byar's limits, exact under 10 events. Input and output as `proportion`."""
    from outturn.core.statistics.rates.ratio_kernel import ANSWERED, FRACTION, TOO_LARGE, rates

    together, x, n = sums(frame, any_numbers)
    figures, code = rates(x, n, DEVIATES, few_events(), multiplier)
    fractions = np.flatnonzero(code == FRACTION)
    if fractions.size:
        ends = [side for level in LEVELS for side in poisson(x[fractions], level)]
        for figure, end in zip(figures[1:], ends, strict=True):
            figure[fractions] = divide(end, n[fractions]) * multiplier
        code[fractions] = np.where(figures[4, fractions] < np.inf, ANSWERED, TOO_LARGE)
        figures[:, code == TOO_LARGE] = np.nan
    return ratio_frame(together, x, n, figures, code)


def mean(frame: pl.DataFrame) -> pl.DataFrame:
    """Student's t limits. `frame`: group, value (missing ones are left out). Returns group, n, value, limits, note."""
    from outturn.core.statistics.rates.means_kernel import means

    problems: list[Problem] = []
    require(frame, ["group", "value"])
    table = pl.DataFrame({"group": labels(frame, "group", problems), "value": numbers(frame, "value", problems)})
    refuse(problems)
    together = by_group(table)
    n, middle, deviation = means(together.frame["value"].to_numpy(), together.starts)
    limits = student(middle, deviation, n)
    reasons: Reasons = [(n == 0, "no values"), (~np.isfinite(middle), WHY_NOT[-1])]
    alone: Reasons = [(n == 1, "one value has no limits")]
    return lay_out_limits(together, {"n": n.astype(np.int64)}, middle, limits, 1, reasons, alone)


DEVIATES = (LEVELS[0].z, LEVELS[1].z)
WHY_NOT = [
    MISSING,
    "a negative numerator or denominator",
    "the denominator is 0",
    "the numerator is greater than the denominator",
    "the result is too large a number",
]
"""In the order of the codes of `ratio_kernel`, from 1."""


@cache
def few_events() -> Floats:
    """Exact limits of 0 to 9 events, a row each: lower and upper of both levels."""
    counts = np.arange(float(EXACT_BELOW))
    return np.ascontiguousarray(np.array([side for level in LEVELS for side in exact(counts, level.alpha)]).T)


def ratio_frame(together: Grouped, x: Floats, n: Floats, figures: Floats, code: np.ndarray) -> pl.DataFrame:
    """group, numerator, denominator, value, limits and note, from what a kernel of ratios returned."""
    figure_of = dict(zip(["value", *LIMIT_COLUMNS], figures, strict=True))
    note = pl.Series([None, *WHY_NOT], dtype=pl.String)
    some = code.any()
    note = note.gather(code) if some else note[:1].new_from_index(0, len(code))
    result = pl.DataFrame({"group": together.names, "numerator": x, "denominator": n, **figure_of, "note": note})
    known = pl.col(pl.Float64)
    return result.with_columns(pl.when(known.is_finite()).then(known)) if some else result


def sum_ratios(frame: pl.DataFrame) -> tuple[Grouped, Floats, Floats, Reasons]:
    """Groups, summed numerators and denominators, and the reasons that hold for any ratio."""
    together, x, n = sums(frame)
    return together, x, n, ratio_reasons(x, n)


def sums(frame: pl.DataFrame, read: Callable[..., pl.Series] = numbers) -> tuple[Grouped, Floats, Floats]:
    """Groups, their numerators and their denominators, each summed; NaN where one is missing.

    With `any_numbers` as `read`, infinite where one is infinite: a pass less.
    """
    problems: list[Problem] = []
    require(frame, ["group", "numerator", "denominator"])
    table = pl.DataFrame(
        {
            "group": labels(frame, "group", problems),
            "numerator": read(frame, "numerator", problems),
            "denominator": read(frame, "denominator", problems),
        }
    )
    refuse(problems)
    together = by_group(table)
    x = together.total(together.frame["numerator"].to_numpy())
    n = together.total(together.frame["denominator"].to_numpy())
    return together, x, n


def totals(frame: pl.DataFrame) -> pl.DataFrame:
    """group, numerator, denominator -> the same, a row for each group: what the statistics of ratios begin with."""
    together, x, n = sums(frame)
    result = pl.DataFrame({"group": together.names, "numerator": x, "denominator": n})
    return result.with_columns(pl.col(pl.Float64).fill_nan(None))


def ratio_reasons(x: Floats, n: Floats) -> Reasons:
    """Why x / n cannot be worked out."""
    return [
        (np.isnan(x) | np.isnan(n), WHY_NOT[0]),
        ((x < 0) | (n < 0), WHY_NOT[1]),
        (n == 0, WHY_NOT[2]),
    ]


def divide(x: Floats, n: Floats) -> Floats:
    """x / n, without warnings."""
    with np.errstate(all="ignore"):
        return x / n


def lay_out_limits(
    together: Grouped,
    counted: dict[str, np.ndarray],
    value: Floats,
    limits: list,
    multiplier: float,
    reasons: Reasons,
    limits_only: Reasons | None = None,
) -> pl.DataFrame:
    """group, what was `counted`, value, limits, note; value and limits are null where there is a reason.

    The reasons `limits_only` are noted too.
    """
    bad, note = first_reason(reasons, len(value))
    if limits_only:
        note = first_reason([*reasons, *limits_only], len(value))[1]
    figures = {"value": value} | dict(zip(LIMIT_COLUMNS, [side for pair in limits for side in pair], strict=True))
    for figure in figures.values():
        figure *= multiplier
        figure[bad] = np.nan
    finite = all(np.isfinite(column).all() for column in (*counted.values(), *figures.values()))
    if not finite and (large := np.isinf(list(figures.values())).any(0)).any():
        note = note.set(pl.Series(large), WHY_NOT[-1])
        for figure in figures.values():
            figure[large] = np.nan
    result = pl.DataFrame({"group": together.names, **counted, **figures, "note": note})
    return result if finite else result.with_columns(pl.col(pl.Float64).fill_nan(None))


def refuse(problems: list[Problem]) -> None:
    """Raise BadInput when there are problems."""
    if problems:
        raise BadInput(problems)
