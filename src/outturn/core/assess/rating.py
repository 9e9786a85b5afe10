"""The rating of one figure: its band, what it was missed by, since when, and whether the source says otherwise."""

from dataclasses import replace

import polars as pl

from outturn.core.assess.figures import Beside, Judged, period_of
from outturn.core.assess.reasons import give_reason
from outturn.core.assess.result import Rating
from outturn.core.assess.standing import name_comparator
from outturn.core.catalogue import Catalogue, Entry, FigureRole, Indicator, Meaning, Scheme
from outturn.core.periods import Period
from outturn.core.units import MEASURED, State, Unit


def give_rating(figure: Judged, entry: Entry, catalogue: Catalogue, beside: Beside, printed: str) -> Rating:
    """`printed`: the rating that the source prints for this figure."""
    scheme, indicator = catalogue.schemes[entry.scheme], catalogue.indicators[entry.indicator]
    band = scheme.band(figure.band)
    rating = Rating(
        key=band.key,
        scheme=scheme.slug,
        means=band.means,
        met=figure.met,
        operator=entry.target.operator,
        operator_inferred=entry.target.inferred,
        gap=figure.gap if figure.plan.state is not State.NOT_DUE else None,
        adverse_percent=figure.adverse_percent,
        people=count_people(figure, beside, indicator),
        printed=printed,
        differs=bool(printed) and not band.is_printed_as(printed),
    )
    why = give_reason(figure, rating, entry, scheme, indicator, name_comparator(beside))
    return replace(rating, reason=why)


def find_since(points: pl.DataFrame, scheme: Scheme) -> Period | None:
    """The first period of the unbroken run of adverse ratings that ends with the latest figure.

    A period without a figure breaks the run: nobody knows what it would have been.
    """
    measured = points.filter(pl.col("state") != State.NOT_APPLICABLE.value)
    first = None
    begun = False
    for row in reversed(measured.select("period_kind", "start", "end", "state", "rating").to_dicts()):
        if row["state"] not in MEASURED:
            if begun:
                break
            continue
        begun = True
        if scheme.band(row["rating"]).means is not Meaning.ADVERSE:
            break
        first = period_of(row)
    return first


def count_people(figure: Judged, beside: Beside, indicator: Indicator) -> float | None:
    """The gap in people: itself where people are counted, its share of the denominator where that is recorded."""
    if figure.gap is None or figure.plan.state is State.NOT_DUE:
        return None
    if indicator.people:
        return figure.gap if indicator.unit is Unit.COUNT else None
    of = beside.value(FigureRole.DENOMINATOR)
    return figure.gap / 100 * of if of is not None and indicator.unit is Unit.PERCENT else None
