"""The chart of a series: which kind, and what goes on it."""

from outturn.core.assess.result import Result
from outturn.core.catalogue import Area, Entry, Indicator, TargetKind
from outturn.core.periods import Period, PeriodKind
from outturn.core.report.pictures import Chart, ChartKind, Fan, Flag, Point, make_points
from outturn.core.report.say.icons import list_marks
from outturn.core.report.say.signals import signal_words
from outturn.core.report.say.targets import aim_of
from outturn.core.report.wording import headline
from outturn.core.units import State, show, unit_words

WORTH_DRAWING = 2
LINE_FROM = 4
FLAT = {TargetKind.FLAT, TargetKind.REDUCE, TargetKind.INCREASE}


def worth_drawing(result: Result) -> bool:
    """Fewer than two values say nothing that their figures do not."""
    return sum(value is not None for value in result.points.value) >= WORTH_DRAWING


def draw_series(indicator: Indicator, entry: Entry, area: Area, result: Result, anchor: str = "") -> Chart:
    """SPC where there are limits, a line where there are not, bars for a handful of values."""
    points = points_of(indicator, entry, result)
    limits = any(point.lower is not None for point in points)
    title = headline(entry, indicator, result)
    periods = [period for period, state in zip(result.points.period, result.points.state, strict=True) if stands(state)]
    subtitle = ", ".join(word for word in (indicator.short, area.short, _unit(indicator), _span(periods)) if word)
    flat = entry.target.value if is_fixed(entry) else None
    return Chart(
        anchor=anchor or f"chart-{indicator.slug}",
        kind=kind_of(points),
        title=title,
        subtitle=subtitle,
        alt=_alt(title, subtitle, entry, indicator, result, limits),
        unit=indicator.unit.value,
        decimals=indicator.decimals,
        scale=indicator.scale,
        direction=entry.direction.value,
        points=points,
        plan_label=aim_of(entry, result).capitalize(),
        target=flat,
        target_label=_target_label(entry, indicator) if flat is not None else "",
        ambitions=tuple(
            Flag(f"Ambition {_print_value(indicator, aim.value)} by {aim.by:%b %Y}", aim.by, aim.value)
            for aim in entry.ambitions
        ),
        forecast=tuple(
            Fan(point.period.short, point.period.end, point.mean, point.lower, point.upper)
            for point in result.forecast.path
        ),
        rebases=indicator.rebases,
        marks=list_marks(result),
        unit_words=_unit(indicator),
    )


def stands(state: str) -> bool:
    """Does a period stand on the chart?"""
    return state != State.NOT_APPLICABLE


def is_fixed(entry: Entry) -> bool:
    """One target for all periods, not a plan for each."""
    return entry.target.kind in FLAT and not (entry.target.valid_from or entry.target.valid_to)


def kind_of(points: tuple[Point, ...]) -> ChartKind:
    if any(point.lower is not None for point in points):
        return ChartKind.SPC
    return ChartKind.LINE if sum(point.value is not None for point in points) >= LINE_FROM else ChartKind.BAR


def points_of(indicator: Indicator, entry: Entry, result: Result) -> tuple[Point, ...]:
    """Those that stand on the chart, with their plans where these differ from period to period.

    A mean belongs to limits: without any of them it is left out.
    """
    kept = result.points
    blank = (None,) * len(kept.value)
    limits = any(figure is not None for figure, state in zip(kept.lower, kept.state, strict=True) if stands(state))
    plans = blank if is_fixed(entry) else kept.plan
    made = make_points(
        label=[period.short for period in kept.period],
        date=[period.end for period in kept.period],
        value=kept.value,
        text=[
            show(value, indicator.unit, indicator.decimals, state=State(state), scale=indicator.scale)
            for value, state in zip(kept.value, kept.state, strict=True)
        ],
        state=kept.state,
        flag=kept.point_type,
        reason=[signal_words(label) for label in kept.label],
        restated=[was is not None for was in kept.restated],
        mean=kept.mean if limits else blank,
        lower=kept.lower if limits else blank,
        upper=kept.upper if limits else blank,
        plan=plans,
        plan_text=[_print_value(indicator, plan) for plan in plans],
    )
    return tuple(point for point in made if stands(point.state))


def _print_value(indicator: Indicator, value: float | None) -> str:
    return "" if value is None else show(value, indicator.unit, indicator.decimals, scale=indicator.scale)


def _unit(indicator: Indicator) -> str:
    return unit_words(indicator.unit, indicator.scale, indicator.multiplier or None)


def _span(periods: list[Period]) -> str:
    if not periods:
        return ""
    rolling = "12 months to " if periods[0].kind is PeriodKind.ROLLING12 else ""
    ends = [f"{period.end:%b %Y}" if rolling else period.label for period in (periods[0], periods[-1])]
    return f"{rolling}{ends[0]} to {ends[1]}"


def _target_label(entry: Entry, indicator: Indicator) -> str:
    if entry.target.kind is TargetKind.FLAT:
        return f"Target {_print_value(indicator, entry.target.value)}"
    return f"{entry.target.baseline} baseline {_print_value(indicator, entry.target.value)}"


def _alt(title: str, subtitle: str, entry: Entry, indicator: Indicator, result: Result, limits: bool) -> str:
    """The finding, then the figures it rests on."""
    latest = result.latest
    words = [f"{title}.", f"{subtitle}."]
    if latest.period:
        value = show(latest.value, indicator.unit, indicator.decimals, state=State(latest.state), scale=indicator.scale)
        words.append(f"Latest: {value} in {latest.period.label}.")
    if latest.plan is not None:
        words.append(f"{aim_of(entry, result).capitalize()}: {_print_value(indicator, latest.plan)}.")
    if limits and result.variation.mean is not None:
        low, high = (_print_value(indicator, edge) for edge in (result.variation.lower, result.variation.upper))
        words.append(f"Mean {_print_value(indicator, result.variation.mean)}, limits {low} to {high}.")
    hidden = sum(state == State.SUPPRESSED for state in result.points.state)
    if hidden:
        words.append(f"{hidden} suppressed {'value is a gap' if hidden == 1 else 'values are gaps'}.")
    return " ".join(words)
