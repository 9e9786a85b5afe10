"""What assessment says about one entry: kept as it is, shown as it is. Pages and papers never compute again."""

from dataclasses import dataclass
from datetime import date

from outturn.core.catalogue import Meaning
from outturn.core.periods import Period
from outturn.core.units import State


@dataclass(frozen=True)
class Points:
    """The series, in columns of equal length, oldest first. Values are in the indicator's unit."""

    period: tuple[Period, ...] = ()
    value: tuple[float | None, ...] = ()
    state: tuple[str, ...] = ()  # core.units.State
    printed: tuple[str, ...] = ()  # as the source wrote it
    text: tuple[str, ...] = ()
    plan: tuple[float | None, ...] = ()
    plan_text: tuple[str, ...] = ()
    rating: tuple[str, ...] = ()
    restated: tuple[float | None, ...] = ()  # the figure before, where a later release changed it
    mean: tuple[float | None, ...] = ()
    lower: tuple[float | None, ...] = ()
    upper: tuple[float | None, ...] = ()
    group: tuple[int, ...] = ()
    label: tuple[str, ...] = ()  # SPC label, "Common Cause" or empty
    point_type: tuple[str, ...] = ()  # common_cause, special_cause_improvement, ..., empty


@dataclass(frozen=True)
class Latest:
    period: Period | None = None
    value: float | None = None
    state: State = State.NOT_AVAILABLE
    printed: str = ""
    text: str = ""
    plan: float | None = None
    plan_state: State = State.NOT_AVAILABLE
    plan_period: Period | None = None
    plan_text: str = ""
    updated: bool = False  # the figure changed in the release that was assessed


@dataclass(frozen=True)
class Rating:
    """`gap` is value - plan in the unit; `adverse_percent` its share of the plan when adverse, else None.

    `met` is the bare comparison; what counts as off plan is decided by the band of the scheme (`means`), which may
    make a small miss Green.
    """

    key: str = "grey"
    scheme: str = ""
    means: str = ""  # core.catalogue.Meaning: met, adverse, unrated; empty in results kept before there was one
    since: Period | None = None  # the first of the unbroken run of adverse ratings that ends with this one
    met: bool | None = None
    operator: str = ""
    operator_inferred: bool = False
    gap: float | None = None
    adverse_percent: float | None = None
    people: float | None = None  # the gap in people (or what the indicator counts), where that is known
    reason: str = ""
    printed: str = ""  # the rating the source printed, when it did
    differs: bool = False  # the printed word is not the computed one

    @property
    def off(self) -> bool:
        """Off plan: what headlines, counts, filters and checks go by."""
        return self._means == Meaning.ADVERSE

    @property
    def on(self) -> bool:
        return self._means == Meaning.MET

    @property
    def rated(self) -> bool:
        return self.off or self.on

    @property
    def _means(self) -> str:
        if self.means or self.met is None or self.key == "grey":
            return self.means
        return Meaning.MET if self.met else Meaning.ADVERSE


@dataclass(frozen=True)
class Movement:
    """What the number did, then whether that is welcome."""

    since: Period | None = None
    value: float | None = None  # the earlier value
    change: float | None = None
    direction: str = ""  # up, down, same
    welcome: str = ""  # improving, worsening, steady, no_judgement
    basis: str = "previous period"  # or "as published"


@dataclass(frozen=True)
class Variation:
    """Statistical process control of the last group. Icons: see `core.statistics.spc`."""

    rules: str = ""
    n: int = 0
    mean: float | None = None
    lower: float | None = None
    upper: float | None = None
    variation: str = ""
    variation_icon: str = ""
    assurance: str = ""
    assurance_icon: str = ""
    unassured: str = ""  # the sentence that says why there is no assurance, where there might have been
    words: str = ""  # what the pair of icons asks for
    order: float = 0.0  # exception order, higher is more urgent
    note: str = ""
    agreement: str = ""  # a sentence when the rating and the chart disagree

    @property
    def improves(self) -> bool:
        """More than chance would, the welcome way."""
        return self.variation.endswith("improvement")

    @property
    def worsens(self) -> bool:
        """More than chance would, the other way."""
        return self.variation.endswith("concern")


@dataclass(frozen=True)
class ForecastPoint:
    period: Period
    mean: float
    lower: float
    upper: float


@dataclass(frozen=True)
class Forecast:
    method: str = ""
    path: tuple[ForecastPoint, ...] = ()
    target: float | None = None  # what the end of the path is compared with
    target_text: str = ""
    aim: str = ""  # what that target is: the ambition for March 2025
    chance: float | None = None  # of meeting the target, 0..1
    past_error: float | None = None  # mean absolute error of the same method at this distance, in the unit
    past_step: int = 0  # how many periods ahead the past error was measured
    note: str = ""


@dataclass(frozen=True)
class Standing:
    """Where the area stands among its peers."""

    rank: int | None = None
    rank_of: int | None = None
    quartile: int | None = None
    source: str = ""  # published, computed
    national: float | None = None
    comparator: float | None = None  # target or national average, as published
    comparator_text: str = ""  # what the comparator is: national average, target


@dataclass(frozen=True)
class Result:
    framework: str
    indicator: str
    area: str
    latest: Latest = Latest()
    rating: Rating = Rating()
    movement: Movement = Movement()
    variation: Variation = Variation()
    forecast: Forecast = Forecast()
    standing: Standing = Standing()
    outturn: Latest = Latest()  # the full-year plan and published forecast, where the source gives one
    outturn_rating: Rating = Rating()
    points: Points = Points()
    fault: str = ""  # the sentence, where the assessment could not be made, kept or read back

    @property
    def key(self) -> tuple[str, str, str]:
        return (self.framework, self.indicator, self.area)

    @property
    def date(self) -> date | None:
        return self.latest.period.end if self.latest.period else None


def faulty(framework: str, indicator: str, area: str, fault: str) -> Result:
    """The result of an entry whose assessment failed: shown without a rating, with the sentence that says so."""
    return Result(framework, indicator, area, rating=Rating(reason=fault), fault=fault)
