"""The chart of one assessed series, the facts beside it and the points under it."""

from datetime import date, datetime
from typing import Any

import polars as pl

from outturn.core.report.charted.measure import (
    LAST,
    NOTHING,
    Drawn,
    Measure,
    day_labels,
    last_known,
    numbers_table,
)
from outturn.core.report.charted.series import chart_series, end_of, flat_target, plan_of, target_of, write_values
from outturn.core.report.document import Cell, Fact, Table
from outturn.core.report.pictures import ChartKind, Mark, MarkKind, make_points
from outturn.core.report.say.icons import ASSURANCE_WORDS, VARIATION_WORDS
from outturn.core.statistics.spc.exceptions import REST, exception_parts, exception_rank


def draw_control_chart(
    part: pl.DataFrame, icons: dict[str, Any], measure: Measure, kind: str, rebases: list[date]
) -> Drawn:
    """`part`: points of one series with reason, aim (target) and state; `icons`: its row of `spc_summary`."""
    name = str(part["series"][0])
    days = [day.date() if isinstance(day, datetime) else day for day in part["date"]]
    labels = day_labels(days)
    title, advice = finding(part, icons, kind)
    aim, latest = part["aim"], last_known(part)
    limited = part["lower"].null_count() < part.height
    facts = facts_of(part, icons, measure, kind, latest, labels)
    blank = [None] * part.height
    points = make_points(
        label=labels, date=days, value=part["value"], text=write_values(part, measure), state=part["state"],
        flag=part["point_type"], reason=say_reasons(part["reason"], kind),
        mean=part["mean"] if limited or kind == "run" else blank,
        lower=part["lower"] if limited else blank, upper=part["upper"] if limited else blank, plan=plan_of(aim),
    )  # fmt: skip
    picture = chart_series(
        name, ChartKind.RUN if kind == "run" else ChartKind.SPC if limited else ChartKind.LINE, points, measure,
        title=title, subtitle=measure.under(name, f"{labels[0]} to {labels[-1 if latest is None else latest]}"),
        facts=facts, rebases=tuple((day, "chosen") for day in rebases), marks=marks(icons, kind), middle=middle(kind),
        **target_of(aim, measure),
    )  # fmt: skip
    priority = exception_rank(icons["variation"], icons["assurance"]) if kind != "run" else None
    needed = priority if priority and priority < REST else LAST
    cell, when = (measure.cell(part["value"][latest]), labels[latest]) if latest is not None else (NOTHING, "")
    return Drawn(name, picture, facts, table(part, measure, kind, labels), cell, when, advice, needed, end_of(picture))


def aim_words(aims: pl.Series) -> str:
    return "Plan" if flat_target(aims) is None else "Target"


def finding(part: pl.DataFrame, icons: dict[str, Any], kind: str) -> tuple[str, str]:
    """What the series did, and what to do about it."""
    if kind == "run":
        return run_finding(part), ""
    if icons["variation"] is None:
        return "Too few points for limits" if part["lower"].null_count() == part.height else "Too few points", icons[
            "note"
        ] or ""
    title, advice = exception_parts(icons["variation"], icons["assurance"])
    return title, f"{advice}." if advice else ""


def run_finding(part: pl.DataFrame) -> str:
    """The run or trend that the last value belongs to."""
    last = last_known(part)
    if last is None:
        return "No values"
    if part["run"][last]:
        return f"{'Above' if part['side'][last] > 0 else 'Below'} its median for longer than chance explains"
    if part["trend"][last]:
        return "Rising or falling for longer than chance explains"
    return "No run and no trend at the end"


def say_reasons(reasons: pl.Series, kind: str) -> pl.Series:
    return reasons.str.replace_all("mean", "median", literal=True) if kind == "run" else reasons


def marks(icons: dict[str, Any], kind: str) -> tuple[Mark, ...]:
    if kind == "run":
        return ()
    pairs = ((MarkKind.VARIATION, VARIATION_WORDS), (MarkKind.ASSURANCE, ASSURANCE_WORDS))
    kinds = ((what, icons[f"{what}_icon"], words) for what, words in pairs)
    return tuple(Mark(what, key, words[key]) for what, key, words in kinds if key)


def facts_of(
    part: pl.DataFrame, icons: dict[str, Any], measure: Measure, kind: str, latest: int | None, labels: tuple[str, ...]
) -> tuple[Fact, ...]:
    """The latest value against its target, and where chance alone keeps it."""
    if latest is None:
        return (Fact("Latest", measure.cell(None, "not_available")),)
    row = part.row(latest, named=True)
    facts = [Fact("Latest", measure.cell(row["value"]), labels[latest])]
    if row["aim"] is not None:
        facts.append(Fact(aim_words(part["aim"]), measure.cell(row["aim"]), "in force at that point"))
    if row["lower"] is not None and row["upper"] is not None:
        facts.append(
            Fact(
                middle(kind),
                measure.cell(row["mean"]),
                f"limits {measure.text(row['lower'])} to {measure.text(row['upper'])}",
            )
        )
    elif row["mean"] is not None:
        facts.append(Fact(middle(kind), measure.cell(row["mean"]), f"of {part['value'].count()} values"))
    if signs := marks(icons, kind):
        facts.append(Fact("Variation and assurance", Cell("; ".join(mark.word for mark in signs), marks=signs)))
    return tuple(facts)


def table(part: pl.DataFrame, measure: Measure, kind: str, labels: tuple[str, ...]) -> Table:
    """Every point, the newest first."""
    figures = {
        "value": "Value",
        "mean": middle(kind),
        "lower": "Lower",
        "upper": "Upper",
        "aim": aim_words(part["aim"]),
    }
    if kind == "run":
        del figures["lower"], figures["upper"]
    if part["aim"].null_count() == part.height:
        del figures["aim"]
    rows = part.with_columns(label=pl.Series(labels), words=say_reasons(part["reason"], kind)).reverse()
    name = str(part["series"][0])
    return numbers_table(name, "Every point", measure, figures, rows.to_dicts(), last="What it is part of")


def middle(kind: str) -> str:
    return "Median" if kind == "run" else "Mean"
