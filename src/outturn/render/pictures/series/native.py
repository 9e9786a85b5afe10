"""A series over time as the columns of a spreadsheet: a row for each date."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from outturn.core.report.pictures import Chart, ChartKind
from outturn.render import look
from outturn.render.native.grid import MARKERS, Native, Series, Values, columns_for, serial
from outturn.render.pictures.series.later import ambition_series, band_series, forecast_series, list_near
from outturn.render.pictures.series.time_axis import MONTHS

Spread = Callable[[tuple[float | None, ...]], Values]
MONTHS_SHOWN, DAYS_SHOWN = "mmm yyyy", "d mmm yy"
SPECIAL = {
    "improvement": "Special cause: improvement",
    "concern": "Special cause: concern",
    "neutral": "Special cause",
    "lower": "Special cause, low",
}
COMPARED = {"improvement": "Better", "concern": "Worse", "neutral": "Higher", "lower": "Lower"}


@dataclass(frozen=True)
class OverTime(Native):
    """`days` and `categories` (their labels) are the rows."""

    days: list[date]
    categories: list[str]

    @property
    def monthly(self) -> bool:
        """No two rows in one month: the axis can count months."""
        months = {(day.year, day.month) for day in self.days}
        return len(months) == len(self.days)

    @property
    def yearly(self) -> bool:
        """A year from each row to the next: they stand under the names of their periods ("2023/24")."""
        gaps = [(after - before).days for before, after in zip(self.days, self.days[1:], strict=False)]
        return bool(gaps) and all(360 <= gap <= 371 for gap in gaps)

    @property
    def slots(self) -> list[int]:
        """Where each row lies on the time axis, in years, months or days from the first."""
        first = self.days[0]
        if self.yearly:
            return list(range(len(self.days)))
        if self.monthly:
            return [(day.year - first.year) * 12 + day.month - first.month for day in self.days]
        return [(day - first).days for day in self.days]


def find_label_step(shown: OverTime, room: int) -> int:
    """Years, months or days between labels so that at most `room` of them stand on the axis."""
    span = shown.slots[-1] + 1
    return next((step for step in (1, 2, 3, 4, 6, 12, 24, 36, 60, 120) if span / step <= room), span)


def make_columns(chart: Chart) -> OverTime:
    """Actual first; then limits, plan, target, benchmark, forecast; the points and ambitions that are markers; and the
    floating columns of the forecast's interval, where the values are not columns themselves.
    """
    days, names = list_days(chart)
    place = {day: number for number, day in enumerate(days)}

    def spread(values: tuple[float | None, ...]) -> Values:
        column: Values = [None] * len(days)
        for day, value in zip(chart.dates, values, strict=False):
            column[place[day]] = value
        return column

    series = [
        *line_series(chart, spread, len(days)), *forecast_series(chart, place), *special_series(chart, spread),
        *ambition_series(chart, place),
        *(band_series(chart, place) if chart.kind is not ChartKind.BAR else []),
    ]  # fmt: skip
    return add_columns(chart, OverTime([], series, chart.unit, days, names))


def list_days(chart: Chart) -> tuple[list[date], list[str]]:
    """Every date on the chart, and its label: the period's own, or the month of what is to come."""
    labels = {point.date: point.label for point in chart.points}
    for later in [*(fan.date for fan in chart.forecast), *(flag.date for flag in list_near(chart))]:
        labels.setdefault(later, f"{MONTHS[later.month - 1]} {later.year}")
    days = sorted(labels)
    return days, [labels[day] for day in days]


def line_series(chart: Chart, spread: Spread, count: int) -> list[Series]:
    """The values, and every line that they are seen against."""
    lower, upper = spread(chart.figures("interval_lower")), spread(chart.figures("interval_upper"))
    benchmark = spread(chart.figures("benchmark"))
    if all(end is None for end in (*lower, *upper)):
        lower, upper = [], []
    colour = look.ACCENT if chart.kind is ChartKind.BAR else look.SERIES
    values = spread(chart.values)
    lines = [Series("Actual", "actual", values, colour, "solid", 1.5, "circle", lower=lower, upper=upper)]
    against = (
        Series(chart.middle, "mean", spread(chart.mean), look.QUIET),
        Series("Upper limit", "upper", spread(chart.upper), look.QUIET, "dash", 1),
        Series("Lower limit", "lower", spread(chart.lower), look.QUIET, "dash", 1),
        Series(chart.plan_label, "plan", spread(chart.plan), look.PLAN, "solid", 2, "dash", 7),
        Series(chart.target_label or "Target", "target", [chart.target] * count, look.TARGET, "dash", 1.5),
        Series(chart.benchmark_label or "Benchmark", "benchmark", benchmark, look.QUIET, "dash", 1.5),
    )
    return lines + [each for each in against if each.last is not None]


def special_series(chart: Chart, spread: Spread) -> list[Series]:
    """Points that differ from the others (or from the benchmark), each kind in its own colour and shape."""
    kinds = [look.sign(point.flag) for point in chart.points]
    lines = []
    for kind, words in SPECIAL.items():
        chosen = tuple(value if kinds[n] == kind else None for n, value in enumerate(chart.values))
        if any(value is not None for value in chosen):
            if chart.kind is ChartKind.TREND:
                words = f"{COMPARED[kind]} than {chart.benchmark_label or 'the benchmark'}"
            lines.append(Series(words, "sign", spread(chosen), look.sign_colour(kind), "", 0, MARKERS[kind], 8))
    return lines


def add_columns(chart: Chart, shown: OverTime) -> OverTime:
    """Dates and a column for each series; then the ends of bars, and the distances to them that bars are drawn from."""
    columns = columns_for(chart)
    name, code = ("Month", MONTHS_SHOWN) if shown.monthly else ("Day", DAYS_SHOWN)
    columns.add(name, [serial(day) for day in shown.days], code)
    across = columns.add("Period", shown.categories) if shown.yearly else 0
    series = [replace(each, column=columns.add_values(each.name, each.values), across=across) for each in shown.series]
    for place, each in enumerate(series):
        if each.upper:
            columns.add_values("95% interval, lower", each.lower)
            columns.add_values("95% interval, upper", each.upper)
            below = columns.add_values("Distance to lower", each.below)
            above = columns.add_values("Distance to upper", each.above)
            series[place] = replace(each, reach=(below, above))
    return replace(shown, columns=columns, series=[each for each in series if each.role != "kept"])
