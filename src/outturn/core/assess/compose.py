"""Putting together the Result of one entry from the frames assessed for all."""

from dataclasses import dataclass, replace

import polars as pl

from outturn.core.assess import reasons
from outturn.core.assess.assured import assured, cumulative
from outturn.core.assess.grades import graded, plain, same_words
from outturn.core.assess.rating import rate
from outturn.core.assess.result import Forecast, Latest, Movement, Points, Rating, Result, Standing, Variation
from outturn.core.catalogue import Catalogue, Entry, EntryKind, Indicator, Meaning, Scheme, TargetKind
from outturn.core.periods import Period, PeriodKind
from outturn.core.statistics.spc.exceptions import REST, exception_rank, exception_words
from outturn.core.units import State, Unit

CHANCE = "common_cause"
HELD = {"known", "suppressed", "provisional"}


@dataclass(frozen=True)
class Found:
    """Frames and rows of everything that was assessed, by entry or by series (indicator, area)."""

    points: dict[int, pl.DataFrame]
    others: dict[tuple[str, str], list[dict]]
    variations: dict[int, dict]
    forecasts: dict[int, Forecast]
    release: int


def compose(number: int, entry: Entry, catalogue: Catalogue, found: Found) -> Result:
    result = Result(entry.framework, entry.indicator, entry.area)
    points = found.points.get(number)
    others = found.others.get((entry.indicator, entry.area), [])
    rows = points.filter(pl.col("state").is_in(HELD)).tail(1).to_dicts() if points is not None else []
    if points is None or not rows:
        periods = 0 if points is None else points.height
        return replace(result, latest=_words(entry), rating=reasons.unrated(entry, periods))
    row = rows[0]
    latest = _latest(row, found.release)
    rating = _rating(row, entry, catalogue, others, _printed(others, row))
    rating = replace(rating, since=_since(points, catalogue.schemes[entry.scheme]) if rating.off else None)
    aim = reasons.aim_word(entry, comparator_name(others, row["end"]))
    indicator = catalogue.indicators[entry.indicator]
    variation = _variation(found.variations.get(number, {}), points, row, rating, aim, indicator)
    outturn, outturn_rating = _outturn(entry, catalogue, others)
    return replace(
        result,
        latest=latest,
        rating=rating,
        movement=_published_movement(row, others, entry) or graded(points) or _movement(row),
        variation=variation,
        forecast=found.forecasts.get(number, Forecast()),
        standing=_standing(row, others),
        outturn=outturn,
        outturn_rating=outturn_rating,
        points=_points(points),
    )


def _words(entry: Entry) -> Latest:
    if entry.kind is EntryKind.MEASURE:
        state = State.NOT_DUE if entry.target.kind is TargetKind.TBC else State.NOT_AVAILABLE
        return Latest(state=state, text=entry.text)
    return Latest(state=State.NOT_APPLICABLE, text=entry.text)


def period(row: dict, prefix: str = "") -> Period | None:
    kind = row[f"{prefix}kind" if prefix else "period_kind"]
    return Period(PeriodKind(kind), row[f"{prefix}start"], row[f"{prefix}end"]) if kind else None


def _latest(row: dict, release: int) -> Latest:
    return Latest(
        period=period(row),
        value=row["value"],
        state=row["state"],
        printed=row["printed"] or "",
        text=row["text"] or "",
        plan=row["plan"],
        plan_state=row["plan_state"] or "not_available",
        plan_period=period(row, "plan_"),
        plan_text=row["plan_text"] or "",
        updated=row["release"] == release,
    )


def _rating(row: dict, entry: Entry, catalogue: Catalogue, others: list[dict], printed: str) -> Rating:
    scheme = catalogue.schemes[entry.scheme]
    band = scheme.band(row["rating"])
    rating = Rating(
        key=band.key,
        scheme=scheme.slug,
        means=band.means,
        met=row["met"],
        operator=entry.target.operator,
        operator_inferred=entry.target.inferred,
        gap=row["gap"] if row["plan_state"] != "not_due" else None,
        adverse_percent=row["adverse_percent"],
        people=_people(row, others, catalogue.indicators[entry.indicator]),
        printed=printed,
        differs=bool(printed) and plain(printed) not in same_words(band),
    )
    against = comparator_name(others, row["end"])
    words = reasons.reason(row, rating, entry, scheme, catalogue.indicators[entry.indicator], against)
    return replace(rating, reason=words)


def _since(points: pl.DataFrame, scheme: Scheme) -> Period | None:
    """The first period of the unbroken run of adverse ratings that ends with the latest figure.

    A period without a figure breaks the run: nobody knows what it would have been.
    """
    measured = points.filter(pl.col("state") != State.NOT_APPLICABLE)
    first = None
    begun = False
    for row in reversed(measured.select("period_kind", "start", "end", "state", "rating").to_dicts()):
        if row["state"] not in HELD:
            if begun:
                break
            continue
        begun = True
        if scheme.band(row["rating"]).means is not Meaning.ADVERSE:
            break
        first = period(row)
    return first


def _people(row: dict, others: list[dict], indicator: Indicator) -> float | None:
    """The gap in people: itself where people are counted, its share of the denominator where that is recorded."""
    if row["gap"] is None or row["plan_state"] == State.NOT_DUE:
        return None
    if indicator.people:
        return row["gap"] if indicator.unit is Unit.COUNT else None
    of = _value(others, "denominator", row["end"])
    return row["gap"] / 100 * of if of is not None and indicator.unit is Unit.PERCENT else None


def _printed(others: list[dict], row: dict) -> str:
    """The rating the source printed for this period."""
    same = [o for o in others if o["role"] == "printed_rating" and o["end"] == row["end"]]
    return next((o["text"] for o in same if o["period_kind"] == row["period_kind"]), same[0]["text"] if same else "")


def _movement(row: dict) -> Movement:
    if row["since_value"] is None:
        return Movement()
    since = Period(PeriodKind(row["period_kind"]), row["since_start"], row["since_end"])
    return Movement(since, row["since_value"], row["change"], row["direction"], row["welcome"])


def _published_movement(row: dict, others: list[dict], entry: Entry) -> Movement | None:
    """Where only the publication's "previous" is known, with no period of its own."""
    previous = _value(others, "previous", row["end"])
    if previous is None or row["value"] is None:
        return None
    change = row["value"] - previous
    direction = "same" if change == 0 else "up" if change > 0 else "down"
    turned = change * entry.direction.sign
    judged = "improving" if turned > 0 else "worsening" if turned < 0 else "no_judgement"
    return Movement(None, previous, change, direction, "steady" if change == 0 else judged, "as published")


def _value(others: list[dict], role: str, end: object) -> float | None:
    return next((o["value"] for o in others if o["role"] == role and o["end"] == end), None)


def _variation(
    summary: dict, points: pl.DataFrame, row: dict, rating: Rating, aim: str, indicator: Indicator
) -> Variation:
    """`aim`: what the figure is held against (plan, target, national average)."""
    if cumulative(indicator):
        return Variation(n=points["value"].count(), note=reasons.NO_CHART_OF_SUMS)
    if not summary:
        return Variation()
    variation = summary["variation"] or ""
    promised = assured(
        (summary["assurance"] or "") if variation else "",
        indicator,
        _last_group(points),
        moving=variation != CHANCE,
        denied=reasons.denied(summary["assurance"] or "", rating),
    )
    assurance = promised.word
    made = Variation(
        rules=summary["rules"],
        n=summary["n"],
        mean=summary["mean"],
        lower=summary["lower"],
        upper=summary["upper"],
        variation=variation,
        variation_icon=summary["variation_icon"] or "",
        assurance=assurance,
        assurance_icon=(summary["assurance_icon"] or "") if assurance else "",
        unassured=promised.why,
        words=exception_words(variation, reasons.believed(assurance, rating)) if variation else "",
        order=_order(summary, assurance or None, row["plan"]),
        note=reasons.spc_note(summary["note"] or "", indicator, summary["lower"] is not None),
    )
    return replace(made, agreement=reasons.agreement(rating, variation, promised.limits, aim))


def _last_group(points: pl.DataFrame) -> list[float]:
    """The known values between the limits in force, oldest first."""
    grouped = points.filter(pl.col("group").is_not_null() & pl.col("value").is_not_null())
    return grouped.filter(pl.col("group") == pl.col("group").last())["value"].to_list()


def _order(summary: dict, assurance: str | None, plan: float | None) -> float:
    """Higher is to be explained sooner: the rank of the icons, then how far the mean is from the plan."""
    rank = exception_rank(summary["variation"], assurance)
    if rank is None:
        return 0.0
    width = (summary["upper"] or 0) - (summary["lower"] or 0)
    distance = abs(summary["mean"] - plan) / width if plan is not None and width > 0 else 0.0
    return 1 + REST - rank + distance / (1 + distance)


def _standing(row: dict, others: list[dict]) -> Standing:
    rank, of = _value(others, "rank", row["end"]), _value(others, "rank_of", row["end"])
    compared = _comparator(others, row["end"])
    return Standing(
        rank=int(rank) if rank is not None else None,
        rank_of=int(of) if of is not None else None,
        quartile=quarter(int(rank), int(of)) if rank is not None and of else None,
        source="published" if rank is not None else "",
        national=_value(others, "national", row["end"]),
        comparator=compared.get("value"),
        comparator_text=comparator_name(others, row["end"]),
    )


def _comparator(others: list[dict], end: object) -> dict:
    return next((o for o in others if o["role"] == "comparator" and o["end"] == end), {})


def comparator_name(others: list[dict], end: object) -> str:
    """What the published comparator is: `7.1%*` is the national average, `100%` a target; a lone `*` is hidden."""
    compared = _comparator(others, end)
    if compared.get("value") is None:
        return ""
    return reasons.AVERAGE if (compared["printed"] or "").endswith("*") else reasons.TARGET


def quarter(rank: int, of: int) -> int:
    """1 for the first quarter of the ranks, 4 for the last: of 42, ranks 1 to 10 and 32 to 42."""
    return -(-4 * rank // of)


def _outturn(entry: Entry, catalogue: Catalogue, others: list[dict]) -> tuple[Latest, Rating]:
    """The full-year plan and the forecast outturn the source gives, rated by the same scheme."""
    year = [o for o in others if o["period_kind"] == "financial_year"]
    forecast = next((o for o in year if o["role"] == "forecast"), None)
    plan = next((o for o in year if o["role"] == "plan"), None)
    if forecast is None:
        return Latest(), Rating()
    row = {
        **forecast,
        "plan": plan["value"] if plan else None,
        "plan_state": plan["state"] if plan else "not_available",
        "plan_text": plan["text"] if plan else "",
        **{f"plan_{name}": (plan or {}).get(column) for name, column in _PLAN_PERIOD.items()},
        "operator": entry.target.operator,
        "scheme": entry.scheme,
    }
    bounds = pl.DataFrame([row], infer_schema_length=1).with_columns(
        pl.col("plan").cast(pl.Float64), low=pl.lit(None, pl.Float64), high=pl.lit(None, pl.Float64)
    )
    rated = rate(bounds, [catalogue.schemes[entry.scheme]]).to_dicts()[0]
    printed = next((o["text"] for o in year if o["role"] == "printed_rating"), "")
    return _latest(rated, -1), _rating(rated, entry, catalogue, others, printed)


_PLAN_PERIOD = {"kind": "period_kind", "start": "start", "end": "end"}


def _points(points: pl.DataFrame) -> Points:
    columns = points.to_dict(as_series=False)
    kinds = zip(columns["period_kind"], columns["start"], columns["end"], strict=True)
    restated = (
        was if was is not None and value is not None and was != value else None
        for was, value in zip(columns["was"], columns["value"], strict=True)
    )
    return Points(
        period=tuple(Period(PeriodKind(kind), start, end) for kind, start, end in kinds),
        restated=tuple(restated),
        **{name: tuple(columns[name]) for name in _FIGURES},
        **{name: tuple(text or "" for text in columns[name]) for name in _WORDS},  # type: ignore[arg-type]
        group=tuple(number or 0 for number in columns["group"]),
    )


_FIGURES = ("value", "plan", "mean", "lower", "upper")
_WORDS = ("state", "rating", "printed", "text", "plan_text", "label", "point_type")
