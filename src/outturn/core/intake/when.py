"""The period of every cell; each distinct way of naming one is parsed once."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import polars as pl

from outturn.core.intake.causes import At, Cause, rows_where
from outturn.core.layouts import Layout
from outturn.core.periods import (
    Period,
    PeriodKind,
    PeriodProblem,
    around,
    fitted_window,
    is_provisional,
    parse,
    parse_pair,
    spanned,
    whole_day,
)
from outturn.core.units import State
from outturn.core.units.marks import STATE_OF_WORD

SAID = ["kind", "label", "start", "end", "within", "own_kind", "accumulation", "is_plan", "is_mark"]
EMPTY_MARKS = [word for word, state in STATE_OF_WORD.items() if state is not State.SUPPRESSED]
PLANS = ("plan", "plan_text", "ambition")
AMBITION = "ambition"
PERIOD: dict[str, pl.DataType] = {"period_kind": pl.String(), "first": pl.Date(), "last": pl.Date()}


def dated(cells: pl.DataFrame, layout: Layout, reporting: Period | None) -> tuple[pl.DataFrame, list[Cause]]:
    """Adds `period_kind`, `first` and `last`, null where the period cannot be told, which is said.

    Needs the columns `own_kind` and `accumulation`, the indicator's kind of period and what a figure adds up ("" for
    unknown). The figures of a period called provisional are.
    """
    word = pl.col("exact").str.strip_chars().str.to_lowercase()
    cells = cells.with_columns(
        is_plan=pl.col("role").is_in(PLANS) | pl.col("role").str.ends_with("_plan"), is_mark=word.is_in(EMPTY_MARKS)
    )
    periods: list[dict[str, object]] = []
    wrong: list[tuple[dict[str, Any], PeriodProblem]] = []
    for said in cells.select(SAID).unique(maintain_order=True).iter_rows(named=True):
        try:
            period = period_of(said, reporting)
        except PeriodProblem as problem:
            wrong.append((said, problem))
        else:
            periods.append({**said, "period_kind": period.kind.value, "first": period.start, "last": period.end})
    schema = pl.Schema([(name, cells.schema[name]) for name in SAID] + list(PERIOD.items()))
    found = pl.DataFrame(periods, schema=schema)
    places = rows_where(cells, SAID, [said for said, _ in wrong])
    causes = [cause_of(said, layout, problem, at) for (said, problem), at in zip(wrong, places, strict=True)]
    cells = cells.join(found, on=SAID, how="left", maintain_order="left")
    return provisional(cells).drop("is_plan", "is_mark"), causes


def provisional(cells: pl.DataFrame) -> pl.DataFrame:
    """`Mar-25p` says of its actual figures that they may still change."""
    labels = [label for label in cells["label"].unique() if is_provisional(label)]
    marked = pl.col("label").is_in(labels) & (pl.col("state") == "") & ~pl.col("is_plan")
    return cells.with_columns(state=pl.when(marked).then(pl.lit(State.PROVISIONAL.value)).otherwise("state"))


def by_its_own_date(cells: pl.DataFrame) -> pl.DataFrame:
    """An ambition that names its year (`2028 75%`) is about that year, whatever the row is about."""
    for year in cells.filter(pl.col("role") == AMBITION)["text"].unique():
        try:
            period = parse(year)
        except PeriodProblem:
            continue
        its = (pl.col("role") == AMBITION) & (pl.col("text") == year)
        cells = cells.with_columns(
            period_kind=pl.when(its).then(pl.lit(period.kind.value)).otherwise("period_kind"),
            start=pl.when(its).then(period.start).otherwise("start"),
            end=pl.when(its).then(period.end).otherwise("end"),
        )
    return cells


class OfPart(PeriodProblem):
    """A problem of one of the words that name the period: `start`, `end`, `kind`, `within`; else of its label."""

    def __init__(self, part: str, problem: PeriodProblem) -> None:
        super().__init__(problem.message, problem.cure)
        self.part = part


@contextmanager
def said_of(part: str) -> Iterator[None]:
    """What is wrong in here is said of this part."""
    try:
        yield
    except PeriodProblem as problem:
        raise OfPart(part, problem) from None


def period_of(said: dict[str, Any], reporting: Period | None) -> Period:
    """Dates decide where there are any, and must agree with the label; a label alone is parsed.

    A dash or `n/a` under a month, for an indicator that is quarterly, says nothing of a quarter: it keeps its month.
    """
    if said["start"] or said["end"]:
        return by_dates(said)
    own, accumulation = own_kind(said)
    if not said["label"]:
        if reporting is None:
            raise PeriodProblem("The row names no period.", "Fill the cell, or say which period is reported.")
        return reporting
    with said_of("within"):
        within = parse(said["within"]) if said["within"] else reporting
    try:
        value, plan = parse_pair(said["label"], kind=own, within=within)
    except PeriodProblem as problem:
        value, plan = otherwise(said, within, own, accumulation, problem)
    return plan if said["is_plan"] and plan else value


def otherwise(
    said: dict[str, Any], within: Period | None, own: PeriodKind | None, accumulation: str, problem: PeriodProblem
) -> tuple[Period, Period | None]:
    """A label of another kind than the indicator's: right for a mark, or where it names all that a figure adds up.
    Raises the problem otherwise."""
    try:
        value, plan = parse_pair(said["label"], within=within)
    except PeriodProblem:
        raise problem from None
    window = fitted_window(value, own, accumulation)
    if window is None and not said["is_mark"]:
        raise problem
    return window or value, plan


def own_kind(said: dict[str, Any]) -> tuple[PeriodKind | None, str]:
    """(kind, accumulation) that the row or the layout says, else the indicator's."""
    if not said["kind"]:
        return (PeriodKind(said["own_kind"]) if said["own_kind"] else None), said["accumulation"]
    with said_of("kind"):
        try:
            return PeriodKind(said["kind"]), ""
        except ValueError:
            known = ", ".join(PeriodKind)
            raise PeriodProblem(f"'{said['kind']}' is not a kind of period.", f"Use one of: {known}.") from None


def by_dates(said: dict[str, Any]) -> Period:
    """The period between two dates, or around the one that there is.

    A plan may be of another kind than its indicator: the year's plan of a monthly series.
    """
    kind, accumulation = own_kind(said)
    with said_of("start"):
        start = whole_day(said["start"]) if said["start"] else None
    with said_of("end"):
        end = whole_day(said["end"]) if said["end"] else None
    with said_of("start" if start else "end"):
        if start and end:
            period = between(start, end, kind, accumulation, free=said["is_plan"] and not said["kind"])
        else:
            period = around(start or end or date.min, kind, starts=start is not None)
    disagreement(said["label"], period)
    return period


def between(start: date, end: date, kind: PeriodKind | None, accumulation: str, *, free: bool) -> Period:
    try:
        return spanned(start, end, kind, accumulation)
    except PeriodProblem:
        if not free:
            raise
        return spanned(start, end, None)


def disagreement(label: str, period: Period) -> None:
    """Raises PeriodProblem where the label plainly names another end than the dates do."""
    if not label:
        return
    try:
        value, plan = parse_pair(label, within=period.financial_year())
    except PeriodProblem:
        return
    ends: set[date] = {value.end} | ({plan.end} if plan else set())
    if period.end not in ends and not (value.start <= period.end <= value.end):
        raise PeriodProblem(
            f"The label '{label}' is {value.label}, but the dates are {period.label}.", "Correct one of them."
        )


def cause_of(said: dict[str, Any], layout: Layout, problem: PeriodProblem, at: At) -> Cause:
    """Said of the column that is wrong: the figure's own period columns, where it has them, else the row's."""
    part = problem.part if isinstance(problem, OfPart) else "label"
    own = layout.values[at.spec].period if at.spec < len(layout.values) else None
    columns = own if own and (own.start or own.end or own.label) else layout.period
    part_column = {
        "start": columns.start,
        "end": columns.end,
        "kind": columns.kind_column,
        "within": columns.within_column,
    }
    column = part_column.get(part) or columns.label or columns.start or columns.end or at.column
    return Cause(at.rows, column, said[part] or said["label"] or said["start"], problem.message, problem.cure)
