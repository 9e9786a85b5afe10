"""A chart of every kind."""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date, timedelta

from outturn.core.report.pictures import Chart, ChartKind, Fan, Flag, Mark, MarkKind, Point, make_points
from outturn.core.units import Unit, show

MARKS = (
    Mark(MarkKind.VARIATION, "concern_high", "Concern: special cause, high"),
    Mark(MarkKind.ASSURANCE, "inconsistent", "Will hit and miss the target by chance"),
)
HOSTILE = "<script>alert(1)</script> =cmd|' /C calc'!A0 #set page() $x^2$ \\ \"quote\" & 'apostrophe' *bold* _it_ @me"
POINT = {field.name for field in fields(Point)}
RIGHT_TO_LEFT, EMOJI = "مستشفى ליסטר", "🚑 👩🏽‍⚕️"


def months(count: int, first: date = date(2023, 4, 30)) -> tuple[date, ...]:
    found = []
    year, month = first.year, first.month
    for _ in range(count):
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
        found.append(date(year, month, 1) - timedelta(days=1))
    return tuple(found)


def series_chart(name: str, values: list[float | None], unit: str = "count", decimals: int = 0, **more) -> Chart:
    """A chart with nothing special; `more` makes it special: what charts have, and columns of what points have."""
    days = months(len(values))
    points = make_points(
        label=[f"{day:%b %Y}" for day in days],
        date=days,
        value=values,
        text=[show(value, Unit(unit), decimals) for value in values],
        state=["known" if value is not None else "not_available" for value in values],
    )
    plain = Chart(
        anchor=f"chart-{name}",
        kind=ChartKind.LINE,
        title="Off plan since June",
        subtitle=f"{name}, LLR ICB",
        alt="Off plan since June.",
        unit=unit,
        decimals=decimals,
        scale="",
        direction="higher",
        points=points,
    )
    columns = {name: more.pop(name) for name in POINT & more.keys()}
    return with_columns(replace(plain, **more), **columns)


def with_columns(chart: Chart, **columns: Iterable) -> Chart:
    """The chart with other labels, flags, ... at its points."""
    if not columns:
        return chart
    rows = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    points = (replace(point, **row) for point, row in zip(chart.points, rows, strict=True))
    return replace(chart, points=tuple(points))


def process_chart() -> Chart:
    """Everything at once: limits, special causes, plan, ambitions, forecast, rebase, suppressed, provisional."""
    shown = (55.2, 51.2, 56.6, 57.8, 57.7, None, 51.2, 48.1, 54.7, 53.5, 52.8, 55.3, 58.6, 58.2, 61.9, 56.7)
    values: list[float | None] = list(shown)
    states = ["known"] * 16
    states[5], states[15] = "suppressed", "provisional"
    flags = ["common_cause"] * 16
    flags[7], flags[14] = "special_cause_concern", "special_cause_improvement"
    return series_chart(
        "waits",
        values,
        "percent",
        1,
        kind=ChartKind.SPC,
        state=tuple(states),
        flag=tuple(flags),
        text=tuple("*" if value is None else f"{value}%" for value in values),
        reason=tuple("Below LCL" if flag.endswith("concern") else "" for flag in flags),
        restated=tuple(place == 12 for place in range(16)),
        mean=(54.0,) * 12 + (57.0,) * 4,
        lower=(49.0,) * 12 + (52.0,) * 4,
        upper=(59.0,) * 12 + (61.0,) * 4,
        plan=(None,) * 12 + (57.7, 57.8, 58.1, 58.9),
        unit_words="%",
        plan_text=("",) * 12 + ("57.7%", "57.8%", "58.1%", "58.9%"),
        marks=MARKS,
        ambitions=(Flag("78% by Mar 2025", date(2025, 3, 31), 78.0), Flag("90% by Mar 2030", date(2030, 3, 31), 90.0)),
        forecast=(
            Fan("Sep 2024", date(2024, 9, 30), 57.0, 52.0, 62.0),
            Fan("Oct 2024", date(2024, 10, 31), 57.2, 51.0, 63.0),
        ),
        rebases=((date(2024, 4, 1), "a new triage model at the front door"),),
    )


CHARTS = {
    "process": process_chart(),
    "duration with a flat target": series_chart(
        "response", [1806.0, 2400.0, 3937.0, 3200.0, 1750.0], "duration", target=1800.0, target_label="Target 30m 00s"
    ),
    "bars": series_chart("dental", [300703.0, 356536.0], kind=ChartKind.BAR, plan=(410954.0, 410954.0)),
    "three points": series_chart("neonatal", [1.5, 2.4, 2.6], "rate", 1, unit_words="per 1,000"),
    "money below zero": series_chart(
        "deficit", [-67490.0, -51679.0, -12000.0, 300.0], "money", scale="k", unit_words="£k"
    ),
    "no value at all": series_chart("hidden", [None, None, None], state=("suppressed",) * 3, text=("*",) * 3),
    "one value": series_chart("alone", [7.0], kind=ChartKind.BAR),
    "never changes": series_chart("flat", [0.0] * 20),
    "hostile words": series_chart(
        "hostile", [1.0, 2.0], title=HOSTILE, subtitle=HOSTILE, alt=HOSTILE, label=(HOSTILE, EMOJI)
    ),
}
