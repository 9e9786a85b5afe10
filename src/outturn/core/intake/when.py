"""The period of every cell; each distinct way of naming one is parsed once."""

from datetime import date
from typing import Any

import polars as pl

from outturn.core.intake.causes import At, Cause, rows_where
from outturn.core.layouts import Layout
from outturn.core.periods import Period, PeriodKind, PeriodProblem, parse, parse_pair, spanning
from outturn.core.periods.parse import whole_day
from outturn.core.periods.spans import span_kind
from outturn.core.units import State
from outturn.core.units.marks import STATE_OF_WORD

SAID = ["kind", "label", "start", "end", "within", "own_kind", "is_plan", "is_mark"]
EMPTY_MARKS = [word for word, state in STATE_OF_WORD.items() if state is not State.SUPPRESSED]
PLANS = ("plan", "plan_text", "ambition")
AMBITION = "ambition"
PERIOD: dict[str, pl.DataType] = {"period_kind": pl.String(), "first": pl.Date(), "last": pl.Date()}


def dated(cells: pl.DataFrame, layout: Layout, reporting: Period | None) -> tuple[pl.DataFrame, list[Cause]]:
    """Adds `period_kind`, `first` and `last`, null where the period cannot be told, which is said.

    Needs the column `own_kind`, the indicator's kind of period ("" for unknown).
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
    return cells.join(found, on=SAID, how="left", maintain_order="left").drop("is_plan", "is_mark"), causes


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


def period_of(said: dict[str, Any], reporting: Period | None) -> Period:
    """Dates decide where there are any, and must agree with the label; a label alone is parsed.

    A dash or `n/a` under a month, for an indicator that is quarterly, says nothing of a quarter: it keeps its month.
    """
    kind = PeriodKind(said["own_kind"]) if said["own_kind"] else None
    if said["start"] or said["end"]:
        return spanned(said)
    if said["kind"]:
        kind = known_kind(said["kind"])
    if not said["label"]:
        if reporting is None:
            raise PeriodProblem("The row names no period.", "Fill the cell, or say which period is reported.")
        return reporting
    within = parse(said["within"]) if said["within"] else reporting
    try:
        value, plan = parse_pair(said["label"], kind=kind, within=within)
    except PeriodProblem:
        if not said["is_mark"]:
            raise
        value, plan = parse_pair(said["label"], within=within)
    return plan if said["is_plan"] and plan else value


def known_kind(word: str) -> PeriodKind:
    try:
        return PeriodKind(word)
    except ValueError:
        raise PeriodProblem(f"'{word}' is not a kind of period.", f"Use one of: {', '.join(PeriodKind)}.") from None


def spanned(said: dict[str, Any]) -> Period:
    start, end = whole_day(said["start"]), whole_day(said["end"])
    period = spanning(said["kind"], start, end) if said["kind"] else Period(span_kind(start, end), start, end)
    disagreement(said["label"], period)
    return period


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
    column = layout.period.label or layout.period.start or at.column
    return Cause(at.rows, column, said["label"] or said["start"], problem.message, problem.cure)
