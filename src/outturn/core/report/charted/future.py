"""Forecasts: one picture of every series, its values and the fan of what may come."""

from dataclasses import replace

import polars as pl

from outturn.core.assess.forecasts import chance, forecast
from outturn.core.assess.spc_input import ordered
from outturn.core.report.charted.measure import (
    LAST,
    NOTHING,
    Drawn,
    Measure,
    day_labels,
    decimals_in,
    described,
    numbers_table,
    states,
    written,
)
from outturn.core.report.document import Cell, Fact, Table, anchor_of
from outturn.core.report.pictures import Chart, Fan
from outturn.core.units import Unit, show

SIGNS = {"higher": "increase", "lower": "decrease", "none": "neutral", "": "neutral"}


def forecasts(frame: pl.DataFrame, measure: Measure, periods: int = 6) -> list[Drawn]:
    """A picture per series, in the order of their names.

    `frame`: series, date, value; perhaps target, of which the last of each series counts. Raises BadInput.
    """
    table = ordered(frame).frame
    paths = forecast(frame, periods=periods)
    measure = replace(measure, decimals=max(measure.decimals, decimals_in(table["value"])))
    known = pl.Series(states(table["value"], written(frame)), dtype=pl.String)
    table = table.with_columns(target=table["target"] if "target" in table.columns else None, state=known)
    aims = table.group_by("series", maintain_order=True).agg(pl.col("target").cast(pl.Float64).last())
    chances = dict(chance(paths, aims, SIGNS[measure.direction]).select("series", "chance").iter_rows())
    path_of = paths.partition_by("series", as_dict=True)
    parts = table.partition_by("series", as_dict=True, maintain_order=True)
    return [drawn(part, path_of[name], measure, chances.get(name[0])) for name, part in parts.items()]


def drawn(part: pl.DataFrame, path: pl.DataFrame, measure: Measure, likely: float | None) -> Drawn:
    name, days = str(part["series"][0]), list(part["date"])
    known = path.filter(pl.col("mean").is_not_null())
    labels = day_labels([*days, *known["date"]])
    fans = tuple(
        Fan(label, row["date"], row["mean"], row["lower95"], row["upper95"])
        for label, row in zip(labels[len(days) :], known.iter_rows(named=True), strict=True)
    )
    title = finding(fans, measure, path["note"][0])
    subtitle = measure.under(name, f"{labels[0]} to {labels[len(days) - 1]}")
    aim = part["target"][-1]
    facts = facts_of(part, known, fans, measure, labels, aim, likely)
    blank = ("",) * len(days)
    picture = Chart(
        anchor=anchor_of("chart", name), kind="line", title=title, subtitle=subtitle,
        alt=described(title, subtitle, facts),
        unit=measure.unit.value, decimals=measure.decimals, scale=measure.scale, direction=measure.direction,
        labels=labels[: len(days)], dates=tuple(days), values=tuple(part["value"]),
        texts=tuple(measure.text(value, state) for value, state in part.select("value", "state").iter_rows()),
        states=tuple(part["state"]), flags=blank, reasons=blank, restated=(False,) * len(days),
        target=aim, target_label=f"Target {measure.text(aim)}" if aim is not None else "",
        forecast=fans, unit_words=measure.words,
    )  # fmt: skip
    latest = next((place for place in reversed(range(len(days))) if picture.values[place] is not None), None)
    cell = NOTHING if latest is None else measure.cell(picture.values[latest])
    when = "" if latest is None else labels[latest]
    return Drawn(name, picture, facts, table(name, fans, measure), cell, when, path["note"][0] or "", priority(likely))


def finding(fans: tuple[Fan, ...], measure: Measure, note: str | None) -> str:
    """`56.2% expected in Mar 2025, 52.1% to 60.3% likely`."""
    if not fans:
        return (note or "no forecast").capitalize()
    end = fans[-1]
    low, high = measure.text(end.lower), measure.text(end.upper)
    return f"{measure.text(end.mean)} expected in {end.label}; {low} to {high} likely"


def priority(likely: float | None) -> int:
    """The least likely to meet its target first."""
    return LAST if likely is None else 1 + round(10 * likely)


def facts_of(
    part: pl.DataFrame, known: pl.DataFrame, fans: tuple[Fan, ...], measure: Measure, labels: tuple[str, ...],
    aim: float | None, likely: float | None,
) -> tuple[Fact, ...]:  # fmt: skip
    latest = part.with_row_index("place").drop_nulls("value").tail(1)
    found = [Fact("Latest", measure.cell(row["value"]), labels[row["place"]]) for row in latest.iter_rows(named=True)]
    if not fans:
        return tuple(found) or (Fact("Latest", measure.cell(None, "not_available")),)
    method, past, ahead = known.row(-1, named=True)["method"], known["past_error"][-1], known["past_step"][-1]
    end = fans[-1]
    span = f"95% interval {measure.text(end.lower)} to {measure.text(end.upper)}"
    found.append(Fact(f"Forecast for {end.label}", measure.cell(end.mean), span))
    if likely is not None:
        found.append(
            Fact("Chance of meeting the target", Cell(show(100 * likely, Unit.PERCENT)), f"Target {measure.text(aim)}")
        )
    error = (
        f"off by {measure.size(past)} on average, {ahead} periods ahead, when tried on the past"
        if past is not None
        else ""
    )
    found.append(Fact("Method", Cell(method), error))
    return tuple(found)


def table(name: str, fans: tuple[Fan, ...], measure: Measure) -> Table:
    """The periods to come."""
    figures = {"mean": "Expected", "lower": "95% lower", "upper": "95% upper"}
    rows = [{"label": fan.label, "mean": fan.mean, "lower": fan.lower, "upper": fan.upper} for fan in fans]
    return numbers_table(name, "The periods to come", measure, figures, rows)
