"""What a person chose for each series: direction, screening, frozen baseline, rebases, target."""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import numpy as np
import polars as pl

from outturn.core.statistics.spc.rulesets import RuleSet
from outturn.core.statistics.table.columns import labels, numbers, refuse_twins, require
from outturn.core.statistics.table.directions import SIGNS
from outturn.core.statistics.table.problems import BadInput, Problem

OPTION_COLUMNS = [
    *["series", "improvement_direction", "screen_outliers", "fix_after_n_points", "rebase_dates", "target"]
]
NO_FIX = 2**40
WHOLE_NUMBER = re.compile(r"[0-9]+(\.0*)?")
YES_NO = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


@dataclass(frozen=True, slots=True)
class SeriesOptions:
    """One element per series, in the order of the names given to `series_options`."""

    good: np.ndarray
    screen: np.ndarray
    fix: np.ndarray
    target: np.ndarray
    rebases: dict[int, list[date]]


def series_options(names: pl.Series, checked: pl.DataFrame | None, rules: RuleSet) -> SeriesOptions:
    """The choices for each series of `names`, from what `read_options` returned; missing ones take the default."""
    if checked is None or checked.is_empty():
        return defaults(len(names), rules)
    checked = checked.with_columns(pl.col("series").cast(names.dtype, strict=False))
    rows = names.to_frame("series").join(checked, on="series", how="left", maintain_order="left")
    return SeriesOptions(
        good=rows["good"].fill_null(SIGNS[rules.improvement_direction]).to_numpy().astype(np.int64),
        screen=rows["screen"].fill_null(rules.screen_outliers).to_numpy(),
        fix=rows["fix"].fill_null(NO_FIX).to_numpy(),
        target=rows["target"].to_numpy(),
        rebases={
            index: sorted(set(rebases))
            for index, rebases in enumerate(
                rows["rebases"].to_list() if rows["rebases"].null_count() < len(rows) else []
            )
            if rebases
        },
    )


def defaults(size: int, rules: RuleSet) -> SeriesOptions:
    """What holds for every series of which nothing was said."""
    return SeriesOptions(
        good=np.full(size, SIGNS[rules.improvement_direction]),
        screen=np.full(size, rules.screen_outliers),
        fix=np.full(size, NO_FIX),
        target=np.full(size, np.nan),
        rebases={},
    )


def read_options(options: pl.DataFrame | None, rules: RuleSet) -> pl.DataFrame | None:
    """Choices as people write them -> series, good, screen, fix, rebases, target; None when there are none.

    `options`: `series` and any of improvement_direction (increase, decrease, neutral; or higher, lower,
    none), screen_outliers, fix_after_n_points, rebase_dates (a list, or text separated by ;), target.
    Raises BadInput with every wrong row.
    """
    if options is None:
        return None
    require(options, ["series"])
    refuse_twins(options.columns, OPTION_COLUMNS)
    return check_option_rows(options, rules)


def check_option_rows(options: pl.DataFrame, rules: RuleSet) -> pl.DataFrame:
    """Every cell read, or BadInput with every wrong row."""
    problems: list[Problem] = []
    names = labels(options, "series", problems)
    seen = names.is_duplicated() & names.is_not_null() if options.height else pl.Series([], dtype=pl.Boolean)
    problems += [
        Problem(f"series '{names[row]}' stands more than once. Keep one row.", row + 1, "series")
        for row in seen.arg_true().to_list()
    ]
    result = pl.DataFrame(
        {
            "series": names,
            "good": pl.Series(each(options, "improvement_direction", direction, problems), dtype=pl.Int64),
            "screen": pl.Series(each(options, "screen_outliers", yes_no, problems), dtype=pl.Boolean),
            "fix": pl.Series(each(options, "fix_after_n_points", fix_length(rules), problems), dtype=pl.Int64),
            "rebases": pl.Series(each(options, "rebase_dates", date_list, problems), dtype=pl.List(pl.Date)),
            "target": flat_target(options, problems),
        }
    )
    if problems:
        raise BadInput(problems)
    return result


def flat_target(options: pl.DataFrame, problems: list[Problem]) -> pl.Series:
    """One target for every date of a series."""
    if "target" in options.columns:
        return numbers(options, "target", problems)
    return pl.Series([None] * options.height, dtype=pl.Float64)


def each(options: pl.DataFrame, column: str, read: Callable[[object], Any], problems: list[Problem]) -> list[Any]:
    """`read` applied to every cell of a column; a cell it refuses becomes a problem. No column: all None."""
    if column not in options.columns:
        return [None] * options.height
    result = []
    for row, cell in enumerate(options[column].to_list(), start=1):
        empty = cell is None or cell != cell or (isinstance(cell, str) and not cell.strip())
        try:
            result.append(None if empty else read(cell))
        except (ValueError, TypeError) as refusal:
            problems.append(Problem(str(refusal), row, column))
            result.append(None)
    return result


def direction(cell: object) -> int:
    word = str(cell).strip().lower()
    if word not in SIGNS:
        raise ValueError(f"'{cell}' is not a direction. Use increase, decrease or neutral.")
    return SIGNS[word]


def yes_no(cell: object) -> bool:
    word = str(cell).strip().lower()
    if word not in YES_NO:
        raise ValueError(f"'{cell}' is neither true nor false. Use true or false.")
    return YES_NO[word]


def fix_length(rules: RuleSet) -> Callable[[object], int]:
    """A reader of `fix_after_n_points` that knows the least number of points a baseline needs."""

    def read_length(cell: object) -> int:
        written = str(cell).strip()
        if not WHOLE_NUMBER.fullmatch(written) or float(written) < rules.minimum_fixed:
            least = rules.minimum_fixed
            raise ValueError(f"limits cannot rest on '{cell}' points. Use {least} or more, or leave it empty.")
        return int(min(float(written), NO_FIX))

    return read_length


def date_list(cell: object) -> list[date]:
    """Dates from a list, one date, or text such as `2024-04-01;2024-10-01`."""
    if isinstance(cell, str):
        return [one_date(part) for part in cell.split(";") if part.strip()]
    return [one_date(part) for part in (cell if isinstance(cell, list) else [cell]) if part is not None]


def one_date(part: object) -> date:
    if isinstance(part, datetime):
        return part.date()
    if isinstance(part, date):
        return part
    written = str(part).strip()
    with suppress(ValueError):
        if written.isascii():
            return datetime.strptime(written, "%Y-%m-%d").date()
    raise ValueError(f"'{part}' is not a date. Use the form 2025-04-01, several separated by ;.")
