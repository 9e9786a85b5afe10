"""Periods of a trend: which follow one another without a gap or an overlap."""

from datetime import date

import numpy as np
import polars as pl

from outturn.core.assess.problems import Problem
from outturn.core.periods import PeriodKind, PeriodProblem, parse

COUNT = r"^\s*\d{1,3}\s*$"
"""Periods that are only counted; from four digits on a number is a label, such as a year."""
YEARS = r"^\s*(\d{4})\s*[-–]\s*(\d{2})\s*$"


def spans(
    frame: pl.DataFrame, problems: list[Problem], among: pl.Series | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """First and last day of every `period`, as whole numbers; a plain number is its own first and last.

    Numbers count 1, 2, 3 ...; dates are ends of periods of equal length (the months between them); text is a label such
    as 2023/24 or 2020-22. A label that is no period is added to `problems`. `among`: all labels of a table of which
    this is a part.
    """
    given = frame["period"]
    everywhere = given if among is None else among
    if given.dtype == pl.String and everywhere.str.contains(COUNT).all():
        given = given.str.strip_chars().cast(pl.Int64)
    if given.dtype.is_numeric():
        number = given.cast(pl.Float64).fill_null(np.nan).to_numpy()
        missing(given, problems)
        return number, number
    if given.dtype.is_temporal():
        missing(given, problems)
        months = (given.dt.year().cast(pl.Int64) * 12 + given.dt.month().cast(pl.Int64)).fill_null(0).to_numpy()
        return months.astype(float), months.astype(float)
    return labelled(given.cast(pl.String), problems, span_of_years(everywhere.cast(pl.String)))


def missing(given: pl.Series, problems: list[Problem]) -> None:
    problems += [Problem("the period is empty.", row + 1, "period") for row in given.is_null().arg_true().to_list()]


def labelled(given: pl.Series, problems: list[Problem], kind: PeriodKind | None) -> tuple[np.ndarray, np.ndarray]:
    """Every distinct label is read once; `kind` is what `span_of_years` found."""
    first: dict[str | None, float] = {}
    last: dict[str | None, float] = {}
    for label in given.unique(maintain_order=True):
        try:
            period = parse(label or "", kind=kind)
            first[label], last[label] = days(period.start), days(period.end)
        except PeriodProblem as refusal:
            problems.append(Problem(str(refusal), given.to_list().index(label) + 1, "period"))
            first[label] = last[label] = np.nan
    text = given.to_list()
    return np.array([first[label] for label in text]), np.array([last[label] for label in text])


def span_of_years(given: pl.Series) -> PeriodKind | None:
    """What labels such as `2008-10` are, seen together: financial years, pooled years, or (None) months.

    When each ends a year after it began they are financial years; when any cannot be a month they are all pooled.
    """
    label = given.drop_nulls()
    if label.is_empty() or not label.str.contains(YEARS).all():
        return None
    first, last = (label.str.extract(YEARS, part).cast(pl.Int64) for part in (1, 2))
    if ((first + 1) % 100 == last).all() and label.n_unique() > 1:
        return PeriodKind.FINANCIAL_YEAR
    return PeriodKind.POOLED if (last > 12).any() else None


def days(day: date) -> float:
    return float(day.toordinal())


def chain(start: np.ndarray, end: np.ndarray, wanted: int) -> tuple[np.ndarray | None, str]:
    """Rows of the last `wanted` periods that follow one another, or why there are none; rows come in order of end.

    Plain dates and numbers (start = end) must be evenly spaced. Periods that overlap (2019-21, 2020-22) are not
    independent: from the last one back, each must end the day before the next begins.
    """
    if len(end) < wanted:
        return None, f"{wanted} periods are needed, there are {len(end)}"
    if (start == end).all():
        gaps = np.diff(end[-wanted:])
        even = (gaps == gaps[0]).all() and gaps[0] > 0
        return (np.arange(len(end) - wanted, len(end)), "") if even else (None, "the periods are not consecutive")
    rows = [len(end) - 1]
    while len(rows) < wanted:
        before = np.flatnonzero(end == start[rows[-1]] - 1)
        if not len(before):
            overlap = (end[:-1] >= start[rows[-1]]).sum() >= len(rows)
            return None, "the periods overlap" if overlap else "the periods are not consecutive"
        rows.append(int(before[-1]))
    return np.array(rows[::-1]), ""
