"""Cells: figures of a Result as they stand in tables and facts. Every number goes through the one formatter."""

from collections.abc import Sequence
from dataclasses import replace

from outturn.core.assess.result import Latest, Rating, Result
from outturn.core.catalogue import Ambition, Band, Catalogue, Direction, Entry, EntryKind, Indicator, Shape, in_role
from outturn.core.keys import key
from outturn.core.report.document import Cell, Chip
from outturn.core.report.document_kinds import Arrow, Status, Tone
from outturn.core.report.say.directions import GOOD_IS
from outturn.core.report.say.icons import list_marks
from outturn.core.report.say.movement import change_words, tell_movement
from outturn.core.report.say.peers import Peer
from outturn.core.report.say.targets import missing_target
from outturn.core.units import SHOWS_FIGURE, State, Unit, show
from outturn.core.units.exact import decimal_of

NOT_RATED = Chip(Status.GREY, "Not rated", "–", Shape.DASH)
DASH = Cell("–", state=State.NOT_APPLICABLE)
"""Where there is nothing to say."""
MOST_DECIMALS = 2
STATUSES = {status.value: status for status in Status}


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
        value=value if state in SHOWS_FIGURE else None,
        unit=indicator.unit.value,
        decimals=indicator.decimals,
        scale=indicator.scale,
        state=state,
        key=name,
    )


def actual(
    indicator: Indicator, result: Result, latest: Latest | None = None, role: str = "actual", table: bool = True
) -> Cell:
    latest = latest or result.latest
    name = key(result.indicator, result.area, role, latest.period)
    return figure(indicator, latest.value, state=latest.state, text=latest.text, name=name, table=table)


def target(entry: Entry, indicator: Indicator, result: Result, table: bool = True) -> Cell:
    """The plan for the period, or the target that stands for every period, or the word where there is none.

    What is described in words says its target there.
    """
    if entry.kind is not EntryKind.MEASURE:
        return DASH
    cell = plan(indicator, result, ambitions=entry.ambitions, table=table)
    if result.latest.plan is not None or cell.key:
        return cell
    if entry.target.value is not None and result.latest.plan_state != State.NOT_APPLICABLE:
        return replace(figure(indicator, entry.target.value, table=table), note=cell.note)
    return Cell(text=missing_target(entry), note=cell.note)


def plan(
    indicator: Indicator,
    result: Result,
    latest: Latest | None = None,
    ambitions: tuple[Ambition, ...] = (),
    table: bool = True,
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
    cell = figure(indicator, latest.plan, name=name, table=table)
    period = latest.plan_period
    if period is None or period == latest.period:
        return cell
    due = ", not due yet" if latest.plan_state == State.NOT_DUE else ""
    return replace(cell, note=f"for {period.label}{due}")


def gap(indicator: Indicator, rating: Rating, table: bool = True) -> Cell:
    if rating.gap is None:
        return DASH
    words = change_words(rating.gap, indicator, table)
    return Cell(words, rating.gap, indicator.unit.value, indicator.decimals, indicator.scale, signed=True)


def show_in_role(indicator: Indicator, role: str, value: float | None, state: str = "known", text: str = "") -> str:
    """A figure by itself; the part and the whole of a percent are counts, as fine as they are."""
    counted = in_role(indicator, role)
    if counted is not indicator and value is not None:
        counted = as_fine_as(counted, value)
    return figure(counted, value, state=state, text=text).text


def as_published(indicator: Indicator, result: Result, value: float | None, role: str, note: str = "") -> Cell:
    """A figure of others beside ours, as fine as it was published; a dash where there is none."""
    if value is None:
        return DASH
    name = key(result.indicator, result.area, role, result.latest.period)
    return replace(figure(as_fine_as(indicator, value), value, name=name), note=note)


def rank(result: Result, ranked: Sequence[Peer]) -> Cell:
    """The first of the ranks beside the measure, with what was ranked; empty where there is none."""
    if not ranked:
        return Cell()
    first = ranked[0]
    own = key(result.indicator, result.area, "rank", result.latest.period) if result.standing.rank else ""
    standing = first.standing
    return Cell(first.place, standing.rank, Unit.COUNT.value, key=own, note=first.what, of=standing.rank_of)


def chip(catalogue: Catalogue, rating: Rating, scheme: str = "") -> Cell:
    """The rating by word and shape, as its scheme has them; what the source printed, when that was another, beside it.

    `scheme`: that of the entry, which names the state of a rating that was never made; `Not rated` without one.
    """
    scheme = rating.scheme or scheme
    if not scheme:
        return Cell(text=NOT_RATED.word, chip=NOT_RATED)
    band = catalogue.band(scheme, rating.key)
    note = f"Printed {rating.printed}" if rating.differs else ""
    return Cell(text=band.word, chip=chip_of(band), note=note)


def good_is(direction: Direction) -> Cell:
    return DASH if direction is Direction.NONE else Cell(text=GOOD_IS[direction])


def show_chip(catalogue: Catalogue, rating: Rating, scheme: str = "") -> Chip:
    """The state of a rating by itself."""
    return chip(catalogue, rating, scheme).chip or NOT_RATED


def chip_of(band: Band) -> Chip:
    """A key that no colour is known for is grey."""
    return Chip(STATUSES.get(band.key, Status.GREY), band.word, band.letter, Shape(band.shape))


def movement(result: Result) -> Cell:
    made = tell_movement(result)
    return Cell(text=made.word, arrow=Arrow(made.arrow), tone=Tone(made.tone))


def marks(result: Result) -> Cell:
    """The variation and assurance icons; empty where there are too few points."""
    found = list_marks(result)
    return Cell(text="; ".join(mark.word for mark in found), marks=found)


def period(result: Result) -> Cell:
    return Cell(text=result.latest.period.label) if result.latest.period else DASH
