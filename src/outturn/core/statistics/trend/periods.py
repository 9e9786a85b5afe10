"""Periods of a trend: which follow one another without a gap or an overlap."""

from datetime import date

import numpy as np
import polars as pl

from outturn.core.periods import PeriodKind, PeriodProblem, parse
from outturn.core.statistics.table.moments import by_clock
from outturn.core.statistics.table.problems import Problem

COUNT = r"^\d{1,3}$"
"""Periods that are only counted; from four digits on a number is a label, such as a year."""
DAY = r"^\d{4}-\d{2}-\d{2}$"
YEARS = r"^(\d{4})\s*[-–]\s*(\d{2})$"
POOLED_YEARS = 9
"""The most years that are pooled; further apart the second part is a month, such as 2008-10."""


def spans(frame: pl.DataFrame, problems: list[Problem]) -> tuple[np.ndarray, np.ndarray]:
    """First and last day of every `period`, as whole numbers; a plain number is its own first and last.

    Numbers count 1, 2, 3 ...; dates are ends of periods of equal length (the months between them, or the days where a
    month has several); text is either, or a label such as 2023/24 or 2020-22. Each `series` is read by itself. A label
    that is no period is added to `problems`.
    """
    given = frame["period"]
    series = frame["series"] if "series" in frame.columns else pl.Series("series", ["all"] * frame.height)
    if given.dtype.is_numeric() or given.dtype.is_temporal():
        missing(given, problems)
        number = given.cast(pl.Float64) if given.dtype.is_numeric() else number_days(days_of(given), series)
        return (number.fill_null(np.nan).to_numpy(),) * 2
    label = given.cast(pl.String).str.strip_chars().fill_null("")
    table = pl.DataFrame({"series": series, "label": label}).with_columns(
        counted=pl.col("label").str.contains(COUNT).all().over("series"),
        day=pl.when(pl.col("label").str.contains(DAY).all().over("series")).then(
            pl.col("label").str.to_date("%Y-%m-%d", strict=False)
        ),
    )
    by_day = number_days(table["day"], series)
    known = by_day.zip_with(~table["counted"], label.cast(pl.Float64, strict=False)).to_numpy()
    words = label.set(pl.Series(~np.isnan(known)), None)
    first, last = read_labels(pl.DataFrame({"series": series, "label": words}), problems)
    return np.where(np.isnan(known), first, known), np.where(np.isnan(known), last, known)


def days_of(when: pl.Series) -> pl.Series:
    """Days by the clock of the column. Raises BadInput for instants that look like days of an unnamed clock."""
    return by_clock(when, column="period").dt.date() if isinstance(when.dtype, pl.Datetime) else when.cast(pl.Date)


def missing(given: pl.Series, problems: list[Problem]) -> None:
    problems += [Problem("the period is empty.", row + 1, "period") for row in given.is_null().arg_true().to_list()]


def number_days(day: pl.Series, series: pl.Series) -> pl.Series:
    """Each day as months since the year 0; as days in a series that has two days in one month."""
    monthly = pl.col("month").n_unique().over("series") == pl.col("day").n_unique().over("series")
    table = pl.DataFrame({"series": series, "day": day}).with_columns(
        month=pl.col("day").dt.year().cast(pl.Int64) * 12 + pl.col("day").dt.month()
    )
    number = pl.when(monthly).then("month").otherwise(pl.col("day").dt.epoch("d"))
    return table.select(number.cast(pl.Float64)).to_series()


def read_labels(table: pl.DataFrame, problems: list[Problem]) -> tuple[np.ndarray, np.ndarray]:
    """First and last day of every `label` that is not null; each is read once for every kind that it may be."""
    pairs = list(zip(table["label"].to_list(), kinds_of_years(table).to_list(), strict=True))
    known: dict[tuple[str | None, str | None], tuple[float, float]] = {}
    for row, (label, kind) in enumerate(pairs):
        if (label, kind) not in known:
            known[label, kind] = np.nan, np.nan
            if label is not None:
                known[label, kind] = read_label(label, kind, row, problems)
    days = np.array([known[pair] for pair in pairs]).reshape(-1, 2)
    return days[:, 0], days[:, 1]


def read_label(label: str, kind: str | None, row: int, problems: list[Problem]) -> tuple[float, float]:
    try:
        period = parse("".join(label.split()) if kind else label, kind=PeriodKind(kind) if kind else None)
    except PeriodProblem as refusal:
        problems.append(Problem(str(refusal), row + 1, "period"))
        return np.nan, np.nan
    return days(period.start), days(period.end)


def kinds_of_years(table: pl.DataFrame) -> pl.Series:
    """What labels such as `2008-10` are, by the company they keep in their `series`; null for other labels.

    Where all of them reach equally far, or one cannot be a month, they are years: financial ones to the next year,
    else pooled.
    """
    first, last = (pl.col("label").str.extract(YEARS, part).cast(pl.Int64) for part in (1, 2))
    apart = (last - first) % 100
    reach = pl.when(apart.is_between(1, POOLED_YEARS)).then(apart)
    several = pl.col("label").n_unique().over("series") > 1
    equal = several & (apart.min() == apart.max()).over("series")
    no_month = ((last > 12) | (first.is_not_null() & pl.col("label").str.contains(r"\s"))).any().over("series")
    year = pl.when(reach == 1).then(pl.lit(PeriodKind.FINANCIAL_YEAR.value)).otherwise(pl.lit(PeriodKind.POOLED.value))
    month = pl.when(first.is_not_null()).then(pl.lit(PeriodKind.MONTH.value))
    return table.select(kind=pl.when((equal | no_month) & reach.is_not_null()).then(year).otherwise(month)).to_series()


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
        rows = list(range(len(end) - wanted, len(end)))
        gaps = np.diff(end[rows])
        if not (gaps == gaps[0]).all() or gaps[0] == 0:
            return None, TWICE if twice(start, end, rows) else "the periods are not consecutive"
    else:
        rows = [len(end) - 1]
        while len(rows) < wanted:
            before = np.flatnonzero(end == start[rows[0]] - 1)
            if not len(before):
                overlap = (end[:-1] >= start[rows[0]]).sum() >= len(rows)
                return None, "the periods overlap" if overlap else "the periods are not consecutive"
            rows.insert(0, int(before[-1]))
    return (None, TWICE) if twice(start, end, rows) else (np.array(rows), "")


TWICE = "a period stands more than once"


def twice(start: np.ndarray, end: np.ndarray, rows: list[int]) -> bool:
    """Whether any period of `rows` has a second row, which stands beside it."""
    again = (start[1:] == start[:-1]) & (end[1:] == end[:-1])
    return bool(again.any()) and any(again[max(row - 1, 0) : row + 1].any() for row in rows)
