"""Cells: figures of a Result as they stand in tables and facts. Every number goes through the one formatter."""

from dataclasses import replace
from datetime import date

from outturn.core.assess.result import Latest, Rating, Result
from outturn.core.catalogue import Ambition, Band, Catalogue, Indicator
from outturn.core.keys import key
from outturn.core.periods import Period
from outturn.core.report.document import Cell, Chip
from outturn.core.report.document_kinds import Arrow, Shape, Status, Tone
from outturn.core.report.pictures import Mark
from outturn.core.report.say.movement import moved
from outturn.core.units import State, show, show_signed
from outturn.core.units.exact import decimal_of

NOTHING = Cell()
DASH = Cell("–", state=State.NOT_APPLICABLE)
"""Where there is nothing to say."""
TREND_MONTHS = 24
MOST_DECIMALS = 2
STATUSES = {status.value: status for status in Status}

VARIATION_WORDS = {
    "common_cause": "Common cause: no real change",
    "improvement_high": "Improving: special cause, high",
    "improvement_low": "Improving: special cause, low",
    "concern_high": "Concern: special cause, high",
    "concern_low": "Concern: special cause, low",
    "neutral_high": "Special cause, high",
    "neutral_low": "Special cause, low",
}
ASSURANCE_WORDS = {
    "pass": "Will meet the target as the process runs",
    "fail": "Will miss the target as the process runs",
    "inconsistent": "Will hit and miss the target by chance",
}


def as_fine_as(indicator: Indicator, value: float) -> Indicator:
    """The indicator with the decimals that this figure was published with: an average of counts has some."""
    exponent = decimal_of(value).normalize().as_tuple().exponent
    published = min(MOST_DECIMALS, -exponent) if isinstance(exponent, int) else 0
    return replace(indicator, decimals=max(indicator.decimals, published))


def figure(
    indicator: Indicator,
    value: float | None,
    *,
    state: str = "known",
    text: str = "",
    name: str = "",
    table: bool = True,
) -> Cell:
    """A number in the indicator's unit; without one, what stands in its place."""
    if value is None and not text and state == State.KNOWN:
        state = State.NOT_AVAILABLE
    shown = show(
        value, indicator.unit, indicator.decimals, state=State(state), scale=indicator.scale, text=text, table=table
    )
    return Cell(
        text=shown,
        value=value if state in ("known", "provisional") else None,
        unit=indicator.unit.value,
        decimals=indicator.decimals,
        scale=indicator.scale,
        state=state,
        key=name,
    )


def actual(indicator: Indicator, result: Result, latest: Latest | None = None, role: str = "actual") -> Cell:
    latest = latest or result.latest
    name = key(result.indicator, result.area, role, latest.period)
    return figure(indicator, latest.value, state=latest.state, text=latest.text, name=name)


def plan(
    indicator: Indicator, result: Result, latest: Latest | None = None, ambitions: tuple[Ambition, ...] = ()
) -> Cell:
    """The plan; one that is not due yet is shown with its period. Without a plan, the ambition stands in the note."""
    latest = latest or result.latest
    name = key(result.indicator, result.area, "plan", latest.plan_period or latest.period)
    if latest.plan is None:
        state = latest.plan_state if latest.plan_state == State.SUPPRESSED else "not_applicable"
        words = latest.plan_text
        if words and state != State.SUPPRESSED:
            return Cell(text=words, key=name)
        aim = f"Ambition: {ambitions[-1].text}" if ambitions else ""
        return replace(figure(indicator, None, state=state, name=name if state == State.SUPPRESSED else ""), note=aim)
    cell = figure(indicator, latest.plan, name=name)
    period = latest.plan_period
    if period is None or period == latest.period:
        return cell
    due = ", not due yet" if latest.plan_state == State.NOT_DUE else ""
    return replace(cell, note=f"for {period.label}{due}")


def gap(indicator: Indicator, rating: Rating) -> Cell:
    if rating.gap is None:
        return DASH
    shown = show_signed(rating.gap, indicator.unit, indicator.decimals, scale=indicator.scale, table=True)
    return Cell(shown, rating.gap, indicator.unit.value, indicator.decimals, indicator.scale, signed=True)


def chip(catalogue: Catalogue, rating: Rating) -> Cell:
    """The rating by word and shape; what the source printed, when that was another, beside it."""
    if not rating.scheme:
        return NOTHING
    band = catalogue.band(rating.scheme, rating.key)
    note = f"Printed {rating.printed}" if rating.differs else ""
    return Cell(text=band.word, chip=chip_of(band), note=note)


def chip_of(band: Band) -> Chip:
    """A key that no colour is known for is grey."""
    return Chip(STATUSES.get(band.key, Status.GREY), band.word, band.letter, Shape(band.shape))


def movement(result: Result) -> Cell:
    made = moved(result)
    return Cell(text=made.word, arrow=Arrow(made.arrow), tone=Tone(made.tone))


def marks(result: Result) -> Cell:
    """The variation and assurance icons; empty where there are too few points."""
    found = mark_list(result)
    return Cell(text="; ".join(mark.word for mark in found), marks=found)


def mark_list(result: Result) -> tuple[Mark, ...]:
    seen = result.variation
    made = []
    if seen.variation_icon:
        made.append(
            Mark("variation", seen.variation_icon, VARIATION_WORDS.get(seen.variation_icon, seen.variation_icon))
        )
    if seen.assurance_icon:
        made.append(
            Mark("assurance", seen.assurance_icon, ASSURANCE_WORDS.get(seen.assurance_icon, seen.assurance_icon))
        )
    return tuple(made)


def trend(indicator: Indicator, result: Result) -> Cell:
    """The last two years as a sparkline; its text says from where to where. Two values make a trend."""
    points = result.points
    rows = [
        (value, period)
        for value, period, state in zip(points.value, points.period, points.state, strict=True)
        if state != State.NOT_APPLICABLE
    ]
    last = rows[-1][1].end if rows else None
    rows = [(value, period) for value, period in rows if last and _months(period, last) < TREND_MONTHS]
    if not rows:
        return DASH
    known = [(value, period) for value, period in rows if value is not None]
    if len(known) < 2:
        return Cell(text="Too few values")
    first, latest = known[0], known[-1]
    words = f"{show(first[0], indicator.unit, indicator.decimals, scale=indicator.scale)} in {first[1].short}"
    words += f" to {show(latest[0], indicator.unit, indicator.decimals, scale=indicator.scale)} in {latest[1].short}"
    return Cell(text=words, trend=tuple(value for value, _ in rows), trend_target=result.latest.plan)


def _months(period: Period, last: date) -> int:
    return (last.year - period.end.year) * 12 + last.month - period.end.month


def period(result: Result) -> Cell:
    return Cell(text=result.latest.period.label) if result.latest.period else DASH
