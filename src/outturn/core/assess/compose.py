"""Putting together the Result of one entry from the frames assessed for all."""

from dataclasses import dataclass, replace

import polars as pl

from outturn.core.assess import reasons
from outturn.core.assess.charting import Control
from outturn.core.assess.figures import Beside, Judged, Series
from outturn.core.assess.grades import move_on_scale
from outturn.core.assess.movement import move_as_published
from outturn.core.assess.points import collect_points
from outturn.core.assess.rating import find_since, give_rating
from outturn.core.assess.result import Forecast, Latest, Rating, Result
from outturn.core.assess.standing import name_comparator, place_among_peers
from outturn.core.assess.variation import vary
from outturn.core.catalogue import Catalogue, Entry, EntryKind, TargetKind
from outturn.core.periods import PeriodKind
from outturn.core.units import State

NO_YEAR = (Latest(), Rating())
NO_RELEASE = -1
"""The forecast of a year is never marked as updated: it is no news of the measure itself."""


@dataclass(frozen=True)
class Assessed:
    """Everything that was assessed: by the number of the entry, or beside the figure that it was published with."""

    points: dict[int, pl.DataFrame]
    latest: dict[int, Judged]
    outturns: dict[int, Judged]
    beside: dict[Series, Beside]
    controls: dict[int, Control]
    forecasts: dict[int, Forecast]
    release: int

    def beside_figure(self, entry: Entry, figure: Judged) -> Beside:
        return self.beside.get((entry.indicator, entry.area, figure.period.end), Beside())


def compose(number: int, entry: Entry, catalogue: Catalogue, assessed: Assessed) -> Result:
    result = Result(entry.framework, entry.indicator, entry.area)
    points, figure = assessed.points.get(number), assessed.latest.get(number)
    if points is None or figure is None:
        periods = 0 if points is None else points.height
        return replace(result, latest=describe_words(entry), rating=reasons.leave_unrated(entry, periods))
    beside = assessed.beside_figure(entry, figure)
    rating = give_rating(figure, entry, catalogue, beside, beside.rating(figure.period.kind) or beside.rating())
    rating = replace(rating, since=find_since(points, catalogue.schemes[entry.scheme]) if rating.off else None)
    aim = reasons.name_aim(entry, name_comparator(beside))
    outturn, outturn_rating = compose_outturn(number, entry, catalogue, assessed)
    return replace(
        result,
        latest=figure.as_latest(assessed.release),
        rating=rating,
        movement=move_as_published(figure, beside, entry.direction) or move_on_scale(points) or figure.movement,
        variation=vary(
            assessed.controls.get(number),
            points,
            figure.plan.value,
            rating,
            aim,
            catalogue.indicators[entry.indicator],
        ),
        forecast=assessed.forecasts.get(number, Forecast()),
        standing=place_among_peers(beside),
        outturn=outturn,
        outturn_rating=outturn_rating,
        points=collect_points(points),
    )


def describe_words(entry: Entry) -> Latest:
    """What stands in the place of a figure, for an entry that has none."""
    if entry.kind is EntryKind.MEASURE:
        state = State.NOT_DUE if entry.target.kind is TargetKind.TBC else State.NOT_AVAILABLE
        return Latest(state=state, text=entry.text)
    return Latest(state=State.NOT_APPLICABLE, text=entry.text)


def compose_outturn(number: int, entry: Entry, catalogue: Catalogue, assessed: Assessed) -> tuple[Latest, Rating]:
    """The full-year plan and the forecast outturn the source gives, rated by the same scheme."""
    figure = assessed.outturns.get(number)
    if figure is None:
        return NO_YEAR
    beside = assessed.beside_figure(entry, figure)
    rating = give_rating(figure, entry, catalogue, beside, beside.rating(PeriodKind.FINANCIAL_YEAR))
    return figure.as_latest(NO_RELEASE), rating
