"""Rates compared as if every area had the same ages: directly and indirectly standardised."""

import numpy as np
import polars as pl

from outturn.core.statistics.rates.confidence import EXACT_BELOW, LEVELS, Floats, poisson
from outturn.core.statistics.rates.intervals import divide, lay_out_limits, refuse
from outturn.core.statistics.rates.standards import ESP_2013
from outturn.core.statistics.table.columns import labels, numbers, require
from outturn.core.statistics.table.grouped import Grouped, by_group, repeating
from outturn.core.statistics.table.notes import Reasons
from outturn.core.statistics.table.problems import BadInput, Problem

HIDDEN_BAND = "a band is missing or suppressed"


def dsr(frame: pl.DataFrame, multiplier: float = 100_000, among: pl.Series | None = None) -> pl.DataFrame:
    """Directly standardised rates with Dobson's limits.

    `frame`: group, band, numerator, denominator, and standard_population (without it the bands must be those of
    ESP_2013). Every group needs every band that any group has; when `frame` is a part of a table, `among` holds the
    bands of all of it. Output as `proportion`. Raises BadInput.
    """
    from outturn.core.statistics.rates.bands_kernel import direct

    require(frame, ["group", "band", "numerator", "denominator"])
    problems: list[Problem] = []
    table = read_bands(frame, problems).with_columns(weight=weights(frame, problems))
    refuse(problems)
    together = by_group(table)
    x, n, w = (together.frame[name].to_numpy() for name in ("numerator", "denominator", "weight"))
    counts, cases, total, share, spread, *least = direct(x, n, w, together.starts)
    value = divide(share, total)
    spread = divide(spread, total * total)
    with np.errstate(all="ignore"):
        scale = np.sqrt(spread / counts)
        limits = [tuple(value + scale * (side - counts) for side in poisson(counts, level)) for level in LEVELS]
    reasons = band_reasons(together, np.isnan(counts + cases + total), among) + [
        (least[1] <= 0, "a band has no population"),
        (least[0] < 0, "a negative numerator"),
        ((least[2] < 0) | (total == 0), "the weights of the standard population must be positive"),
        (counts < EXACT_BELOW, f"fewer than {EXACT_BELOW} events: no rate is given"),
    ]
    return lay_out_limits(together, {"numerator": counts, "denominator": cases}, value, limits, multiplier, reasons)


def isr(
    frame: pl.DataFrame,
    reference: pl.DataFrame,
    as_: str = "ratio",
    multiplier: float | None = None,
    among: pl.Series | None = None,
) -> pl.DataFrame:
    """Indirectly standardised ratios (x 100) or rates (x 100,000), with Poisson limits.

    `frame`: group, band, numerator, denominator; `reference`: band, numerator, denominator. Returns group, observed,
    expected, value, limits, note. `among`: as for `dsr`. Raises BadInput, and ValueError when `as_` is
    neither ratio nor rate.
    """
    if as_ not in ("ratio", "rate"):
        raise ValueError(f"'{as_}' is not a way to show it. Use ratio or rate.")
    require(frame, ["group", "band", "numerator", "denominator"])
    problems: list[Problem] = []
    table = read_bands(frame, problems)
    known, overall = check_reference(reference)
    refuse(problems)
    together = by_group(table)
    x, n = (together.frame[name].to_numpy() for name in ("numerator", "denominator"))
    r, unknown = reference_of(together, known)
    observed, expected = together.total(x), together.total(n * r)
    times = (100.0 if as_ == "ratio" else 100_000.0) if multiplier is None else multiplier
    times *= 1.0 if as_ == "ratio" else overall
    limits = [tuple(divide(side, expected) for side in poisson(observed, level)) for level in LEVELS]
    reasons = [
        (together.any(unknown), "a band is not in the reference"),
        *band_reasons(together, np.isnan(observed + expected), among),
        (together.any((x < 0) | (n < 0)), "a negative numerator or denominator"),
        (expected <= 0, "no events are expected"),
    ]
    counted = {"observed": observed, "expected": expected}
    return lay_out_limits(together, counted, divide(observed, expected), limits, times, reasons)


def read_bands(frame: pl.DataFrame, problems: list[Problem]) -> pl.DataFrame:
    """group, band, numerator, denominator, checked."""
    return pl.DataFrame(
        {
            "group": labels(frame, "group", problems),
            "band": labels(frame, "band", problems),
            "numerator": numbers(frame, "numerator", problems),
            "denominator": numbers(frame, "denominator", problems),
        }
    )


def weights(frame: pl.DataFrame, problems: list[Problem]) -> pl.Series:
    """The standard population of each row: the column, or the European one by band."""
    if "standard_population" in frame.columns:
        return numbers(frame, "standard_population", problems)
    plain = frame["band"].cast(pl.String).str.replace_all(r"(?i)\s|years?|yrs", "").str.replace("–", "-")
    bands = plain.str.replace(r"^90.*$", "90+")
    standard = bands.replace_strict(ESP_2013, default=None, return_dtype=pl.Float64)
    unknown = sorted(set(bands.filter(standard.is_null() & bands.is_not_null())))
    if unknown:
        named = ", ".join(unknown)
        text = f"there is no column 'standard_population', and the European one has no band {named}. Add the column."
        problems.append(Problem(text, None, "band"))
    return standard


def band_reasons(together: Grouped, hidden: np.ndarray, among: pl.Series | None) -> Reasons:
    """A band that is `hidden`, absent or there twice makes the whole group unavailable."""
    twice, absent = incomplete(together, among)
    return [(twice, "a band stands more than once"), (absent, HIDDEN_BAND), (hidden, HIDDEN_BAND)]


def incomplete(together: Grouped, among: pl.Series | None) -> tuple[np.ndarray, np.ndarray]:
    """Whether a band of each group stands twice, and whether one is absent."""
    from outturn.core.statistics.rates.bands_kernel import incomplete as of_each

    bands, every, groups = together.frame["band"].cast(pl.String), alike(together), len(together.names)
    if not every:
        twice, absent = of_each(*number_bands(bands, among), together.starts)
        return twice, absent
    twice, absent = of_each(
        *number_bands(bands[:every], among), np.array([0, every])
    )  # what holds for one holds for all
    return np.repeat(twice, groups), np.repeat(absent, groups)


def alike(together: Grouped) -> int:
    """How many bands each group has when all have the same in the same order, else 0."""
    sizes = together.sizes
    every = int(sizes[0]) if len(sizes) else 0
    return every if (sizes == every).all() and repeating(together.frame["band"], every) else 0


def number_bands(bands: pl.Series, among: pl.Series | None) -> tuple[np.ndarray, int]:
    """The place of each band among all of them."""
    known = (bands if among is None else among.cast(pl.String)).unique().drop_nulls()
    return bands.cast(pl.Enum(known)).to_physical().to_numpy().astype(np.int64), len(known)


def reference_rates(reference: pl.DataFrame) -> tuple[pl.DataFrame, float]:
    """The rate of each band of the reference population, and of all of it. Raises BadInput."""
    require(reference, ["band", "numerator", "denominator"])
    problems: list[Problem] = []
    x, n = numbers(reference, "numerator", problems), numbers(reference, "denominator", problems)
    bands = labels(reference, "band", problems)
    if reference.is_empty():
        problems.append(Problem("there are no rows. Give each band a row with its numerator and denominator."))
    told = {problem.row for problem in problems}
    wrong = (x.is_null() | n.is_null() | (n <= 0) | (x < 0)).fill_null(True) | bands.is_duplicated()
    problems += [
        Problem("each band of the reference needs one row, with a numerator and a denominator above 0.", row + 1)
        for row in wrong.arg_true().to_list()
        if row + 1 not in told
    ]
    refuse(problems)
    return pl.DataFrame({"band": bands.cast(pl.String), "rate": x / n}), float(x.sum()) / float(n.sum())


def check_reference(reference: pl.DataFrame) -> tuple[pl.DataFrame, float]:
    """As `reference_rates`; problems say that they are about the reference, not about the table beside it."""
    try:
        return reference_rates(reference)
    except BadInput as bad:
        raise BadInput([Problem(f"reference: {p.text}", p.row, p.column) for p in bad.problems]) from None


def reference_of(together: Grouped, known: pl.DataFrame) -> tuple[Floats, np.ndarray]:
    """The rate of the reference for every row, and whether its band is not among the `known`."""
    bands, every = together.frame["band"].cast(pl.String), alike(together)
    here = (bands[:every] if every else bands).to_frame()
    rates = here.join(known.with_columns(here=True), on="band", how="left", maintain_order="left")
    repeats = len(bands) // every if every else 1
    return np.tile(rates["rate"].to_numpy(), repeats), np.tile(rates["here"].is_null().to_numpy(), repeats)
