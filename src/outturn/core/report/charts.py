"""The chart of a series: which kind, and what goes on it."""

from outturn.core.assess.result import Result
from outturn.core.catalogue import Area, Entry, Indicator, TargetKind
from outturn.core.periods import PeriodKind
from outturn.core.report.cells import mark_list
from outturn.core.report.pictures import Chart, Fan, Flag
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


def chart(indicator: Indicator, entry: Entry, area: Area, result: Result, anchor: str = "") -> Chart:
    """SPC where there are limits, a line where there are not, bars for a handful of values."""
    points = result.points
    keep = [number for number, state in enumerate(points.state) if state != State.NOT_APPLICABLE]

    def pick(column: tuple) -> tuple:
        return tuple(column[number] for number in keep)

    values, states, periods = pick(points.value), pick(points.state), pick(points.period)
    mean, lower, upper = pick(points.mean), pick(points.lower), pick(points.upper)
    limits = any(number is not None for number in lower)
    title = headline(entry, indicator, result)
    subtitle = ", ".join(word for word in (indicator.short, area.short, _unit(indicator), _span(periods)) if word)
    plans = pick(points.plan)
    fixed = entry.target.kind in FLAT and not (entry.target.valid_from or entry.target.valid_to)
    return Chart(
        anchor=anchor or f"chart-{indicator.slug}",
        kind="spc" if limits else "line" if sum(v is not None for v in values) >= LINE_FROM else "bar",
        title=title,
        subtitle=subtitle,
        alt=_alt(title, subtitle, entry, indicator, result, limits),
        unit=indicator.unit.value,
        decimals=indicator.decimals,
        scale=indicator.scale,
        direction=entry.direction.value,
        labels=tuple(period.short for period in periods),
        dates=tuple(period.end for period in periods),
        values=values,
        texts=tuple(
            show(value, indicator.unit, indicator.decimals, state=State(state), scale=indicator.scale)
            for value, state in zip(values, states, strict=True)
        ),
        states=states,
        flags=pick(points.point_type),
        reasons=tuple(signal_words(label) for label in pick(points.label)),
        restated=tuple(was is not None for was in pick(points.restated)),
        mean=mean if limits else (),
        lower=lower if limits else (),
        upper=upper if limits else (),
        plan=() if fixed or all(number is None for number in plans) else plans,
        plan_texts=tuple(_shown(indicator, number) for number in plans) if not fixed else (),
        plan_label=aim_of(entry, result).capitalize(),
        target=entry.target.value if fixed else None,
        target_label=_target_label(entry, indicator) if fixed and entry.target.value is not None else "",
        ambitions=tuple(
            Flag(f"Ambition {_shown(indicator, aim.value)} by {aim.by:%b %Y}", aim.by, aim.value)
            for aim in entry.ambitions
        ),
        forecast=tuple(
            Fan(point.period.short, point.period.end, point.mean, point.lower, point.upper)
            for point in result.forecast.path
        ),
        rebases=indicator.rebases,
        marks=mark_list(result),
        unit_words=_unit(indicator),
    )


def _shown(indicator: Indicator, value: float | None) -> str:
    return "" if value is None else show(value, indicator.unit, indicator.decimals, scale=indicator.scale)


def _unit(indicator: Indicator) -> str:
    return unit_words(indicator.unit, indicator.scale, indicator.multiplier or None)


def _span(periods: tuple) -> str:
    if not periods:
        return ""
    rolling = "12 months to " if periods[0].kind is PeriodKind.ROLLING12 else ""
    ends = [f"{period.end:%b %Y}" if rolling else period.label for period in (periods[0], periods[-1])]
    return f"{rolling}{ends[0]} to {ends[1]}"


def _target_label(entry: Entry, indicator: Indicator) -> str:
    if entry.target.kind is TargetKind.FLAT:
        return f"Target {_shown(indicator, entry.target.value)}"
    return f"{entry.target.baseline} baseline {_shown(indicator, entry.target.value)}"


def _alt(title: str, subtitle: str, entry: Entry, indicator: Indicator, result: Result, limits: bool) -> str:
    """The finding, then the figures it rests on."""
    latest = result.latest
    words = [f"{title}.", f"{subtitle}."]
    if latest.period:
        value = show(latest.value, indicator.unit, indicator.decimals, state=State(latest.state), scale=indicator.scale)
        words.append(f"Latest: {value} in {latest.period.label}.")
    if latest.plan is not None:
        words.append(f"{aim_of(entry, result).capitalize()}: {_shown(indicator, latest.plan)}.")
    if limits and result.variation.mean is not None:
        low, high = (_shown(indicator, edge) for edge in (result.variation.lower, result.variation.upper))
        words.append(f"Mean {_shown(indicator, result.variation.mean)}, limits {low} to {high}.")
    hidden = sum(state == State.SUPPRESSED for state in result.points.state)
    if hidden:
        words.append(f"{hidden} suppressed {'value is a gap' if hidden == 1 else 'values are gaps'}.")
    return " ".join(words)
