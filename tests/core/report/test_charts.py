"""The chart of a series: which kind, what is on it, what its text alternative says."""

from dataclasses import replace
from datetime import date

from outturn.core.assess.result import Latest, Points, Result, Standing, Variation
from outturn.core.catalogue import Ambition, Area, Direction, Entry, Indicator, Target, TargetKind
from outturn.core.periods import Period, PeriodKind
from outturn.core.report.charts import draw_series, worth_drawing
from outturn.core.units import Unit

WAITS = Indicator("waits", "Waits", "Waits", Unit.COUNT, Direction.LOWER, PeriodKind.MONTH)
ICB = Area("icb", "An ICB", "ICB", "icb")
ENTRY = Entry(
    "f",
    "s",
    "waits",
    "icb",
    "1",
    "Waits",
    "Waits",
    Direction.LOWER,
    Target(TargetKind.TRAJECTORY, "<="),
    "plan-5",
    ambitions=(Ambition(0, date(2025, 3, 31)),),
)


def series(values: list[float | None], *, states: list[str] | None = None, limits: bool = False) -> Result:
    n = len(values)
    months = tuple(Period.of(PeriodKind.MONTH, date(2024, number + 1, 1)) for number in range(n))
    edge = (10.0,) * n if limits else (None,) * n
    points = Points(
        period=months,
        value=tuple(values),
        state=tuple(states or ["known" if value is not None else "suppressed" for value in values]),
        plan=(5.0,) * n,
        restated=(None,) * n,
        mean=edge,
        lower=edge,
        upper=edge,
        label=("Common Cause",) * n,
        point_type=("common_cause",) * n,
    )
    latest = Latest(months[-1], values[-1], points.state[-1], plan=5.0, plan_state="known")
    variation = Variation(mean=10.0, lower=4.0, upper=16.0) if limits else Variation()
    return Result("f", "waits", "icb", latest=latest, points=points, variation=variation)


def test_limits_make_it_spc_and_few_values_make_it_bars():
    kinds = [
        draw_series(WAITS, ENTRY, ICB, found).kind
        for found in (series([1, 2, 3, 4], limits=True), series([1, 2, 3, 4]))
    ]
    assert kinds == ["spc", "line"]
    assert draw_series(WAITS, ENTRY, ICB, series([1, 2, 3])).kind == "bar"


def test_one_value_is_not_worth_drawing():
    assert not worth_drawing(series([1]))
    assert worth_drawing(series([1, 2]))


def test_months_in_which_nothing_is_measured_are_no_points():
    states = ["not_applicable", "not_applicable", "known", "not_applicable", "known"]
    drawn = draw_series(WAITS, ENTRY, ICB, series([None, None, 3, None, 5], states=states))
    assert drawn.values == (3, 5)


def test_a_suppressed_value_is_a_gap_and_the_text_says_so():
    drawn = draw_series(WAITS, ENTRY, ICB, series([9, None, 8, 7]))
    assert drawn.values == (9, None, 8, 7)
    assert drawn.points[1].text == "*"
    assert "1 suppressed value is a gap" in drawn.alt


def test_trajectory_and_ambition_are_different_marks():
    drawn = draw_series(WAITS, ENTRY, ICB, series([9, 8, 7, 6]))
    assert drawn.plan == (5.0,) * 4
    assert [(flag.value, flag.date) for flag in drawn.ambitions] == [(0, date(2025, 3, 31))]


def test_a_baseline_to_better_is_a_flat_line_with_its_name():
    entry = replace(ENTRY, target=Target(TargetKind.REDUCE, "<", value=4, baseline="2023"))
    drawn = draw_series(WAITS, entry, ICB, series([9, 8, 7, 6]))
    assert (drawn.plan, drawn.target, drawn.target_label) == ((), 4, "2023 baseline 4")


def test_the_alternative_text_gives_finding_latest_plan_and_limits():
    alt = draw_series(WAITS, ENTRY, ICB, series([9, 8, 7, 6], limits=True)).alt
    for words in ("Latest: 6 in Apr 2024.", "Plan: 5.", "Mean 10, limits 4 to 16."):
        assert words in alt


def test_what_the_figure_is_held_against_is_called_by_its_name():
    average = replace(series([1, 2, 3, 4]), standing=Standing(comparator=5.0, comparator_text="national average"))
    compared = replace(ENTRY, target=Target(TargetKind.COMPARATOR, "<="))
    began = replace(ENTRY, target=Target(TargetKind.FLAT, "<=", value=5.0, valid_from=date(2024, 2, 1)))
    assert draw_series(WAITS, ENTRY, ICB, average).plan_label == "Plan"
    assert draw_series(WAITS, compared, ICB, average).plan_label == "National average"
    assert draw_series(WAITS, began, ICB, average).plan_label == "Target"
