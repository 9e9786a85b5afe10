"""A chart as the columns of a spreadsheet, for the native charts of slides and workbooks."""

from dataclasses import dataclass
from datetime import date

from outturn.core.report.pictures import Chart, Flag
from outturn.render import look
from outturn.render.charts.axes import MONTHS
from outturn.render.charts.extent import beyond
from outturn.render.charts.points import family

Column = list[float | None]

SPECIAL = {
    "improvement": ("Special cause: improvement", "diamond"),
    "concern": ("Special cause: concern", "square"),
    "neutral": ("Special cause", "triangle"),
}


@dataclass(frozen=True)
class Series:
    """`line`: solid, dash, dot or empty for none. `marker`: circle, diamond, square, triangle or empty for none."""

    name: str
    role: str
    values: Column
    colour: str
    line: str = "solid"
    width: float = 1.25
    marker: str = ""
    size: int = 5


@dataclass(frozen=True)
class Native:
    """`days` and `categories` (their labels) are the rows; `later` names ambitions too far away to be drawn."""

    days: list[date]
    categories: list[str]
    series: list[Series]
    later: tuple[str, ...] = ()

    @property
    def monthly(self) -> bool:
        """No two rows in one month: the axis can count months."""
        months = {(day.year, day.month) for day in self.days}
        return len(months) == len(self.days)

    @property
    def slots(self) -> list[int]:
        """Where each row lies on the time axis, in months or days from the first."""
        first = self.days[0]
        if self.monthly:
            return [(day.year - first.year) * 12 + day.month - first.month for day in self.days]
        return [(day - first).days for day in self.days]


def serial(day: date) -> int:
    """The number by which spreadsheets know a day."""
    return (day - date(1899, 12, 30)).days


def label_step(shown: Native, room: int) -> int:
    """Months (or days) between labels so that at most `room` of them stand on the axis."""
    span = shown.slots[-1] + 1
    return next((step for step in (1, 2, 3, 4, 6, 12, 24, 36, 60, 120) if span / step <= room), span)


def native(chart: Chart) -> Native:
    """Actual first; then limits, plan, target, forecast; special causes and ambitions as series of markers only."""
    days, names = timeline(chart)
    place = {day: number for number, day in enumerate(days)}

    def spread(values: tuple[float | None, ...]) -> Column:
        column: Column = [None] * len(days)
        for day, value in zip(chart.dates, values, strict=False):
            column[place[day]] = value
        return column

    found = [Series("Actual", "actual", spread(chart.values), look.SERIES, "solid", 1.5, "circle", 5)]
    if chart.mean:
        found += [
            Series("Mean", "mean", spread(chart.mean), look.QUIET),
            Series("Upper limit", "upper", spread(chart.upper), look.QUIET, "dash", 1),
            Series("Lower limit", "lower", spread(chart.lower), look.QUIET, "dash", 1),
        ]
    if any(value is not None for value in chart.plan):
        found.append(Series("Plan", "plan", spread(chart.plan), look.PLAN, "solid", 2, "dash", 7))
    if chart.target is not None:
        found.append(
            Series(chart.target_label or "Target", "target", [chart.target] * len(days), look.TARGET, "dash", 1.5)
        )
    later = tuple(flag.label for flag in chart.ambitions if beyond(chart, flag))
    return Native(days, names, found + forecast(chart, place) + special(chart, spread) + ambitions(chart, place), later)


def timeline(chart: Chart) -> tuple[list[date], list[str]]:
    """Every date on the chart, and its label: the period's own, or the month of what is to come."""
    labels = dict(zip(chart.dates, chart.labels, strict=True))
    for later in [*(fan.date for fan in chart.forecast), *(flag.date for flag in near(chart))]:
        labels.setdefault(later, f"{MONTHS[later.month - 1]} {later.year}")
    days = sorted(labels)
    return days, [labels[day] for day in days]


def near(chart: Chart) -> list[Flag]:
    return [flag for flag in chart.ambitions if not beyond(chart, flag)]


def forecast(chart: Chart, place: dict[date, int]) -> list[Series]:
    """From the last value on, so that the line joins."""
    last = next((number for number in range(len(chart.values) - 1, -1, -1) if chart.values[number] is not None), None)
    if not chart.forecast or last is None:
        return []
    edges = (
        ("Forecast", "forecast", "mean", 1.5),
        ("Forecast, upper", "forecast_upper", "upper", 0.75),
        ("Forecast, lower", "forecast_lower", "lower", 0.75),
    )
    found = []
    for name, role, edge, width in edges:
        column: Column = [None] * len(place)
        column[place[chart.dates[last]]] = chart.values[last]
        for fan in chart.forecast:
            column[place[fan.date]] = getattr(fan, edge)
        found.append(Series(name, role, column, look.FORECAST, "dot", width))
    return found


def special(chart: Chart, spread) -> list[Series]:
    kinds = [family(chart, number) for number in range(len(chart.values))]
    found = []
    for kind, (name, marker) in SPECIAL.items():
        chosen = tuple(value if kinds[n] == kind else None for n, value in enumerate(chart.values))
        if any(value is not None for value in chosen):
            colour = look.VARIATION[kind].colour
            found.append(Series(name, kind, spread(chosen), colour, "", 0, marker, 8))
    return found


def ambitions(chart: Chart, place: dict[date, int]) -> list[Series]:
    found = []
    for flag in near(chart):
        column: Column = [None] * len(place)
        column[place[flag.date]] = flag.value
        found.append(Series(flag.label, "ambition", column, look.AMBITION, "", 0, "triangle", 9))
    return found
