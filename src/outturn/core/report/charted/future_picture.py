"""The picture of one forecast, the facts beside it and the periods to come under it."""

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
from outturn.core.report.charted.series import chart_series, end_of, plan_of, target_of, write_values
from outturn.core.report.document import Cell, Fact, Table
from outturn.core.report.pictures import ChartKind, Fan, make_points
from outturn.core.report.say.chances import chance_words


def draw_forecast(part: pl.DataFrame, path: pl.DataFrame, measure: Measure, chance: dict[str, Any]) -> Drawn:
    """`part`: date, value, target, state of one series. `chance`: date, target and chance of its path, as `chance`."""
    name = str(part["series"][0])
    days = [day.date() if isinstance(day, datetime) else day for day in part["date"]]
    known = path.filter(pl.col("mean").is_not_null())
    label_of = labels(days, list(known["date"]))
    fans = tuple(
        Fan(label_of[row["date"]], row["date"], row["mean"], row["lower95"], row["upper95"])
        for row in known.iter_rows(named=True)
    )
    latest = last_known(part)
    title = finding(fans, measure, path["note"][0])
    until = days[latest] if latest is not None else days[-1]
    subtitle = measure.under(name, f"{label_of[days[0]]} to {label_of[until]}")
    facts = facts_of(part, known, fans, measure, label_of, chance)
    aims = part["target"]
    points = make_points(
        label=[label_of[day] for day in days], date=days, value=part["value"], text=write_values(part, measure),
        state=part["state"], plan=plan_of(aims),
    )  # fmt: skip
    picture = chart_series(
        name, ChartKind.LINE, points, measure, title=title, subtitle=subtitle, facts=facts, forecast=fans,
        **target_of(aims, measure),
    )  # fmt: skip
    cell, when = (NOTHING, "") if latest is None else (measure.cell(part["value"][latest]), label_of[until])
    likely, note = chance["chance"], path["note"][0] or ""
    return Drawn(name, picture, facts, table(name, fans, measure), cell, when, note, priority(likely), end_of(picture))


def labels(days: list[date], later: list[date]) -> dict[date, str]:
    """Months where neither the rows nor the path have two points in one: rows to come may fall on the same months."""
    made = dict(zip(days, day_labels(days), strict=True)) | dict(zip(later, day_labels(later), strict=True))
    if len({words.count(" ") for words in made.values()}) == 1:
        return made
    return {day: f"{day.day} {day:%b %Y}" for day in made}


def finding(fans: tuple[Fan, ...], measure: Measure, note: str | None) -> str:
    """`56.2% expected in Mar 2025, 52.1% to 60.3% likely`."""
    if not fans:
        return (note or "no forecast").capitalize()
    end = fans[-1]
    low, high = measure.text(end.lower), measure.text(end.upper)
    when = "on" if end.label[0].isdigit() else "in"
    return f"{measure.text(end.mean)} expected {when} {end.label}; {low} to {high} likely"


def priority(likely: float | None) -> int:
    """The least likely to meet its target first."""
    return LAST if likely is None else 1 + round(10 * likely)


def facts_of(
    part: pl.DataFrame, known: pl.DataFrame, fans: tuple[Fan, ...], measure: Measure, label_of: dict[date, str],
    chance: dict[str, Any],
) -> tuple[Fact, ...]:  # fmt: skip
    latest = part.drop_nulls("value").tail(1)
    facts = [Fact("Latest", measure.cell(row["value"]), label_of[day_of(row)]) for row in latest.iter_rows(named=True)]
    if not fans:
        return tuple(facts) or (Fact("Latest", measure.cell(None, "not_available")),)
    method, past, ahead = known.row(-1, named=True)["method"], known["past_error"][-1], known["past_step"][-1]
    end = fans[-1]
    span = f"95% interval {measure.text(end.lower)} to {measure.text(end.upper)}"
    facts.append(Fact(f"Forecast for {end.label}", measure.cell(end.mean), span))
    facts += chance_fact(part, fans, measure, label_of, chance)
    error = (
        f"off by {measure.size(past)} on average, {ahead} {'period' if ahead == 1 else 'periods'} ahead, "
        "when tried on the past"
        if past is not None
        else ""
    )
    facts.append(Fact("Method", Cell(method), error))
    return tuple(facts)


def chance_fact(
    part: pl.DataFrame, fans: tuple[Fan, ...], measure: Measure, label_of: dict[date, str], chance: dict[str, Any]
) -> list[Fact]:
    """What the path is held against, of which date; or why it cannot be."""
    aims = part["target"]
    if aims.null_count() == len(aims) or measure.direction == "none":
        return []
    word = "target" if aims.drop_nulls().n_unique() == 1 else "plan"
    about = f"Chance of meeting the {word}"
    if chance["chance"] is None:
        return [Fact(about, NOTHING, f"no {word} is given for {fans[0].label} or later")]
    when = label_of[chance["date"]]
    told = f"{word.capitalize()} {measure.text(chance['target'])} for {when}"
    return [Fact(about, Cell(chance_words(chance["chance"])), told)]


def day_of(row: dict[str, Any]) -> date:
    day: date = row["date"].date() if isinstance(row["date"], datetime) else row["date"]
    return day


def table(name: str, fans: tuple[Fan, ...], measure: Measure) -> Table:
    """The periods to come."""
    figures = {"mean": "Expected", "lower": "95% lower", "upper": "95% upper"}
    rows = [{"label": fan.label, "mean": fan.mean, "lower": fan.lower, "upper": fan.upper} for fan in fans]
    return numbers_table(name, "The periods to come", measure, figures, rows)
