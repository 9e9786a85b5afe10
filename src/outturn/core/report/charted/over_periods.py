"""Recent trend: one picture of every series, its values with their intervals beside a benchmark."""

from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import polars as pl

from outturn.core.report.charted.measure import (
    HIDDEN,
    LAST,
    Drawn,
    Measure,
    add_direction,
    decimals_in,
    numbers_table,
    states,
)
from outturn.core.report.charted.series import chart_series, end_of, write_values
from outturn.core.report.document import Cell, Fact, Table
from outturn.core.report.pictures import ChartKind, Mark, MarkKind, make_points
from outturn.core.statistics.peers.comparison import compare
from outturn.core.statistics.rates.intervals import proportion, rate, refuse
from outturn.core.statistics.table.columns import numbers
from outturn.core.statistics.table.problems import Problem
from outturn.core.statistics.trend.periods import days_of, spans
from outturn.core.statistics.trend.recent import trend

FINDINGS = {"increasing": "Rising", "decreasing": "Falling", "none": "No significant change"}
WELCOME = {"better": "getting better", "worse": "getting worse"}
PRIORITY = {"worse": 1, "": 3, "better": 5}
FIGURES = ["value", "lower95", "upper95"]


def draw_trends(frame: pl.DataFrame, measure: Measure, benchmark_label: str = "Benchmark") -> list[Drawn]:
    """A picture per series, in the order of their names.

    `frame`: what `trend` takes; perhaps benchmark. Values and intervals that are empty are worked out from
    numerator and denominator (proportions x 100, rates x the multiplier of the measure or 100,000). Raises BadInput.
    """
    frame = add_direction(frame, measure)
    judgements = trend(frame)
    table = work_out_values(frame, measure)
    measure = replace(measure, decimals=max(measure.decimals, min(decimals_in(table["value"]), 1)))
    rows = {row["series"]: row for row in judgements.iter_rows(named=True)}
    parts = table.sort("series", "end", maintain_order=True).partition_by("series", maintain_order=True)
    return [draw_trend(part, rows[part["series"][0]], measure, benchmark_label) for part in parts]


def work_out_values(frame: pl.DataFrame, measure: Measure) -> pl.DataFrame:
    """series, period, end, state, benchmark, outcome and FIGURES of every row."""
    problems: list[Problem] = []
    _, end = spans(frame, problems)
    columns = {name: column(frame, name, problems) for name in [*FIGURES, "numerator", "denominator", "benchmark"]}
    refuse(problems)
    counts = pl.DataFrame(
        {"group": range(frame.height), **{name: columns[name] for name in ("numerator", "denominator")}}
    )
    share = proportion(counts, measure.multiplier or 100)
    rated = rate(counts, measure.multiplier or 100_000)
    kind = frame["kind"].cast(pl.String).str.strip_chars()
    worked_out = {
        name: pl.select(
            pl.coalesce(
                columns[name], pl.when(kind == "proportion").then(share[name]).when(kind == "rate").then(rated[name])
            )
        ).to_series()
        for name in FIGURES
    }
    against = {"benchmark": columns["benchmark"], "direction": frame["direction"]}
    compared = compare(pl.DataFrame({"group": range(frame.height), **worked_out, **against}))
    return pl.DataFrame({
        "series": frame["series"], "period": frame["period"].cast(pl.String), "end": end,
        "day": days(frame["period"], end), **worked_out,
        "benchmark": columns["benchmark"], "outcome": compared["outcome"].fill_null(""),
        "state": pl.Series(states(worked_out["value"], find_marks(frame)), dtype=pl.String),
        "direction": frame["direction"],
    })  # fmt: skip


def column(frame: pl.DataFrame, name: str, problems: list[Problem]) -> pl.Series:
    if name in frame.columns:
        return numbers(frame, name, problems)
    return pl.Series(name, [None] * frame.height, dtype=pl.Float64)


def draw_trend(part: pl.DataFrame, judgement: dict[str, Any], measure: Measure, against: str) -> Drawn:
    name, count = str(part["series"][0]), part.height
    labels = tuple(part["period"])
    title, latest = finding(judgement, part["outcome"][-1], against), part.row(-1, named=True)
    subtitle = measure.under(name, f"{labels[0]} to {labels[-1]}")
    facts = facts_of(part, judgement, measure, against)
    compared = part["benchmark"].null_count() < count
    points = make_points(
        label=labels, date=part["day"], value=part["value"], text=write_values(part, measure), state=part["state"],
        flag=part["outcome"],
        reason=[f"{word} than {against}" if word not in ("", "similar") else "" for word in part["outcome"]],
        interval_lower=part["lower95"], interval_upper=part["upper95"], benchmark=part["benchmark"],
    )  # fmt: skip
    picture = chart_series(
        name, ChartKind.TREND, points, replace(measure, direction=part["direction"][-1]), title=title,
        subtitle=subtitle, facts=facts, benchmark_label=against if compared else "", marks=trend_marks(judgement),
    )  # fmt: skip
    priority = PRIORITY[judgement["welcome"] or ""] if judgement["trend"] in ("increasing", "decreasing") else LAST
    return Drawn(
        name, picture, facts, table(part, measure, against), measure.cell(latest["value"], latest["state"]),
        latest["period"], judgement["note"] or "", priority, end_of(picture),
    )  # fmt: skip


def find_marks(frame: pl.DataFrame) -> pl.Series:
    """What stands in place of each value: the first mark of suppression among the columns that it comes from."""
    sources = [pl.col(name).cast(pl.String) for name in ("value", "numerator", "denominator") if name in frame.columns]
    marks = [pl.when(source.str.contains(HIDDEN)).then(source) for source in sources]
    return frame.select(pl.coalesce(marks)).to_series()


def days(period: pl.Series, end: np.ndarray) -> pl.Series:
    """A day for every period, in their order: the date itself, or the last day of what `spans` read."""
    if period.dtype.is_temporal():
        return days_of(period)
    dated = period.cast(pl.String).str.strip_chars().str.to_date("%Y-%m-%d", strict=False)
    return dated.fill_null(pl.Series([day_of(int(number)) for number in end], dtype=pl.Date))


def day_of(end: int) -> date:
    """The last day of a year, or of a period counted 1, 2, 3; else a day as `date` counts them."""
    return date(end if end >= 1000 else 2000 + end, 12, 31) if end < 10_000 else date.fromordinal(end)


def finding(judgement: dict[str, Any], outcome: str, against: str) -> str:
    """`Falling and getting better; now better than England`."""
    title = trend_words(judgement)
    return f"{title}; now {outcome} {'to' if outcome == 'similar' else 'than'} {against}" if outcome else title


def trend_words(judgement: dict[str, Any]) -> str:
    words = FINDINGS.get(judgement["trend"], "No trend can be given")
    return f"{words} and {WELCOME[judgement['welcome']]}" if judgement["welcome"] else words


def trend_marks(judgement: dict[str, Any]) -> tuple[Mark, ...]:
    if judgement["trend"] not in FINDINGS:
        return ()
    key = "_".join(word for word in (judgement["trend"], judgement["welcome"]) if word)
    return (Mark(MarkKind.TREND, key, f"Recent trend: {trend_words(judgement).lower()}"),)


def facts_of(part: pl.DataFrame, judgement: dict[str, Any], measure: Measure, against: str) -> tuple[Fact, ...]:
    row = part.row(-1, named=True)
    interval = (
        f"{row['period']}, 95% interval {measure.text(row['lower95'])} to {measure.text(row['upper95'])}"
        if row["lower95"] is not None and row["upper95"] is not None
        else row["period"]
    )
    facts = [Fact("Latest", measure.cell(row["value"], row["state"]), interval)]
    if row["benchmark"] is not None:
        facts.append(Fact(against, measure.cell(row["benchmark"]), row["period"]))
    test = (
        "not calculated"
        if judgement["chi2"] is None
        else f"chi-squared {judgement['chi2']:.2f}; more than 9.55 is a trend"
    )
    facts.append(
        Fact("Recent trend", Cell(FINDINGS.get(judgement["trend"], "Not calculated")), judgement["note"] or test)
    )
    return tuple(facts)


def table(part: pl.DataFrame, measure: Measure, against: str) -> Table:
    """Every period, the newest first."""
    figures = {"value": "Value", "lower95": "95% lower", "upper95": "95% upper"}
    compared = part["benchmark"].null_count() < part.height
    rows = part.rename({"period": "label", "outcome": "words"}).reverse().to_dicts()
    name = str(part["series"][0])
    if not compared:
        return numbers_table(name, "Every period", measure, figures, rows)
    return numbers_table(name, "Every period", measure, figures | {"benchmark": against}, rows, f"Against {against}")
