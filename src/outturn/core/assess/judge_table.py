"""Judging a plain table: the columns that people have, read and completed, then held against their plans."""

from collections.abc import Sequence

import polars as pl

from outturn.core.assess.judge import judge
from outturn.core.catalogue import Operator, Scheme
from outturn.core.statistics.rates.intervals import refuse
from outturn.core.statistics.table.columns import numbers, require
from outturn.core.statistics.table.problems import Problem
from outturn.core.units import State

OPERATORS = [operator.value for operator in Operator]
STATES = [state.value for state in State]
FOUND = ["met", "gap", "adverse_percent", "rating"]


def judge_table(frame: pl.DataFrame, schemes: Sequence[Scheme]) -> pl.DataFrame:
    """The rows with met, gap, adverse_percent and rating (see `judge.judge`), in their own order.

    `frame`: value, plan, operator (>=, >, <=, <, =); scheme where there are several; optional state and plan_state (by
    default known, or not_available where there is no number), low and high (where a suppressed value lies). Raises
    BadInput naming every wrong row.
    """
    require(frame, ["value", "plan", "operator", *(["scheme"] if len(schemes) != 1 else [])])
    problems: list[Problem] = []
    blank = pl.Series([None], dtype=pl.Float64).new_from_index(0, frame.height)
    figures = {name: numbers(frame, name, problems) for name in ("value", "plan")}
    ends = {name: numbers(frame, name, problems) if name in frame.columns else blank for name in ("low", "high")}
    only = schemes[0].slug if len(schemes) == 1 else ""
    table = pl.DataFrame(
        {
            **figures,
            **ends,
            "operator": read_choices(frame, "operator", OPERATORS, problems),
            "scheme": read_choices(frame, "scheme", [scheme.slug for scheme in schemes], problems, only),
            "state": read_states(frame, "state", figures["value"], problems),
            "plan_state": read_states(frame, "plan_state", figures["plan"], problems),
        }
    )
    refuse(problems)
    judged = judge(table, schemes).select(FOUND)
    return pl.concat([frame.drop(FOUND, strict=False), judged], how="horizontal")


def read_choices(
    frame: pl.DataFrame, column: str, choice: Sequence[str], problems: list[Problem], usual: str = ""
) -> pl.Series:
    """A column of words from `choice`; an empty cell, or no column, is `usual`. Any other word becomes a problem."""
    if column not in frame.columns:
        return pl.Series([usual], dtype=pl.String).new_from_index(0, frame.height)
    words = frame[column].cast(pl.String).str.strip_chars()
    words = words.set(words == "", None).fill_null(usual) if usual else words
    wrong = ~words.is_in(choice).fill_null(False)
    problems += [
        Problem(f"'{frame[column][row] or ''}' is not one of {', '.join(choice)}.", row + 1, column)
        for row in wrong.arg_true().to_list()
    ]
    return words


def read_states(frame: pl.DataFrame, column: str, figures: pl.Series, problems: list[Problem]) -> pl.Series:
    """The state of each figure: as given, else known where there is a number."""
    usual = pl.DataFrame({"figure": figures}).select(
        pl.when(pl.col("figure").is_null()).then(pl.lit(State.NOT_AVAILABLE.value)).otherwise(pl.lit("known"))
    )
    if column not in frame.columns:
        return usual.to_series()
    given = frame[column].cast(pl.String).str.strip_chars()
    full = given.zip_with((given != "").fill_null(False), usual.to_series())
    return read_choices(full.to_frame(column), column, STATES, problems)
