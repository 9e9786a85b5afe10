"""A picture of every other kind: run chart, trend beside a benchmark, funnel, waterfall. All figures are invented."""

from dataclasses import replace

from render.drawn import series_chart

from outturn.core.report.pictures import Chart, ChartKind, Dot, Funnel, Step, Waterfall
from outturn.core.units import Unit, show, show_signed

LONG = "University Hospitals of Somewhere with an Uncommonly Long Name NHS Foundation Trust"


def run_chart() -> Chart:
    """Six points above the median at the end."""
    values: list[float | None] = [14, 9, 12, 11, 16, 12, 8, None, 12, 15, 17, 14, 16, 18, 13]
    return series_chart(
        "falls", values, kind=ChartKind.RUN, title="Above the median for six months",
        middle="Median", mean=(13.5,) * 15,
        flag=("common_cause",) * 9 + ("special_cause_concern",) * 6, direction="lower",
        reason=("",) * 9 + ("6 points above the median",) * 6, unit_words="falls",
    )  # fmt: skip


def trend_chart() -> Chart:
    """Rates with their intervals beside England's, the first hidden."""
    values: list[float | None] = [None, 61.2, 58.9, 57.0, 54.1, 49.8]
    return series_chart(
        "mortality", values, "rate", 1, kind=ChartKind.TREND, title="Falling for five years; now better than England",
        interval_lower=tuple(None if value is None else value - 4.1 for value in values),
        interval_upper=tuple(None if value is None else value + 4.4 for value in values),
        benchmark=(57.9, 57.1, 56.8, 56.0, 55.9, 55.6), benchmark_label="England", direction="lower",
        state=("suppressed",) + ("known",) * 5, flag=("", "similar", "similar", "similar", "similar", "better"),
        reason=("",) * 5 + ("better than England",), unit_words="per 100,000",
    )  # fmt: skip


def dots() -> tuple[Dot, ...]:
    found = [
        Dot("Alder", 120, 9.2, "9.2%"), Dot("Birch", 310, 6.1, "6.1%"), Dot("Cedar", 480, 12.9, "12.9%", "worse", "95"),
        Dot("Elm", 900, 8.8, "8.8%"), Dot("Fir", 1450, 9.9, "9.9%"),
        Dot(LONG, 2100, 13.4, "13.4%", "worse", "99.8", True),
        Dot("Hazel", 2600, 6.4, "6.4%", "better", "99.8", True), Dot("Larch", 15, 0.0, "0.0%"),
    ]  # fmt: skip
    return tuple(found)


def funnel() -> Funnel:
    """Readmissions of eight practices."""
    sizes = tuple(float(size) for size in range(10, 2701, 30))
    around = [(9.4 * 90.6 / size) ** 0.5 for size in sizes]

    def curve(z: float) -> tuple[float, ...]:
        return tuple(min(max(9.4 + z * half, 0.0), 100.0) for half in around)

    return Funnel(
        "funnel-readmissions", "One of eight is worse than chance explains, one better", "Readmissions, practices, %",
        "One of eight is worse than chance explains, one better. Average 9.4%.", "percent", 1, "", dots(), 9.4,
        "Average 9.4%", sizes, curve(-1.96), curve(1.96), curve(-3.09), curve(3.09), "discharges", "%",
    )  # fmt: skip


def waterfall() -> Waterfall:
    """From the plan of a saving to its outturn."""
    changes = [("Medicines", 410.0), ("Estates: " + LONG, -640.0), ("Workforce", -2_950.0), ("Digital", 0.0)]
    steps = [Step("Plan", 1_800.0, "£1,800k", True)]
    steps += [
        Step(name, value, show_signed(value, Unit.MONEY, 0, scale="k"), tone="improving" if value > 0 else "worsening")
        for name, value in changes
    ]
    steps.append(Step("Outturn", -1_380.0, show(-1_380.0, Unit.MONEY, 0, scale="k"), True))
    return Waterfall(
        "waterfall-savings", "£3,180k short of plan: workforce is most of it", "Savings, £k",
        "£3,180k short of plan: workforce is most of it.", "money", 0, "k", tuple(steps), "£k",
    )  # fmt: skip


PICTURES = {"run": run_chart(), "trend": trend_chart(), "funnel": funnel(), "waterfall": waterfall()}
EMPTY = {
    "funnel": replace(funnel(), dots=(), sizes=(), lower95=(), upper95=(), lower998=(), upper998=()),
    "waterfall": replace(waterfall(), steps=()),
}
