"""What `outturn chart` draws of a table: findings, figures and refusals, before any format."""

from datetime import date

import polars as pl
import pytest

from outturn.core.report.charted.ask import Ask, draw
from outturn.core.report.charted.book import make_book
from outturn.core.report.charted.kinds import Kind
from outturn.core.report.charted.measure import Drawn, Measure
from outturn.core.report.pictures import Chart, ChartKind, Funnel, RankStrip, Waterfall
from outturn.core.statistics.table.problems import BadInput
from outturn.core.units import Unit

PERCENT = Measure("Waits", Unit.PERCENT, direction="lower")


def monthly(values: dict[str, list[str | float | None]], **more: list) -> pl.DataFrame:
    rows = [
        {
            "series": name,
            "date": date(2022 + place // 12, place % 12 + 1, 1),
            "value": None if value is None else str(value),
        }
        for name, column in values.items()
        for place, value in enumerate(column)
    ]
    return pl.DataFrame(rows).with_columns(**{name: pl.Series(column) for name, column in more.items()})


def one(frame: pl.DataFrame, kind: Kind, measure: Measure = PERCENT, **more) -> Drawn:
    (found,) = draw(frame, Ask(kind, measure, **more))
    return found


STEADY = [50, 52, 49, 51, 50, 48, 52, 50, 51, 49, 50, 52, 48, 50, 51, 49]
CLIMBING = [*STEADY[:10], 58, 59, 60, 61, 62, 63]


def test_a_control_chart_says_what_the_series_did_and_shows_its_limits():
    found = one(monthly({"Ward": CLIMBING}), Kind.SPC)
    chart = found.picture
    assert isinstance(chart, Chart) and chart.kind is ChartKind.SPC
    assert chart.title == "Getting worse" and found.advice == "Explain it."
    assert chart.mean[0] == pytest.approx(sum(CLIMBING) / 16) and chart.points[-1].text == "63%"
    assert chart.subtitle == "Waits, Ward, %, Jan 2022 to Apr 2023"
    assert [mark.key for mark in chart.marks] == ["concern_high"]
    assert "Latest: 63% (Apr 2023)" in chart.alt


def test_the_options_of_a_series_go_before_the_direction_asked_for():
    options = pl.DataFrame({"series": ["Ward"], "improvement_direction": ["increase"]})
    found = one(monthly({"Ward": CLIMBING}), Kind.SPC, options=options)
    assert found.picture.title == "Getting better" and found.picture.direction == "higher"


def test_targets_stand_on_the_chart_flat_or_by_date():
    flat = one(monthly({"Ward": STEADY}, target=[55.0] * 16), Kind.SPC).picture
    assert flat.target == 55 and flat.target_label == "Target 55%" and not flat.plan
    dated = one(monthly({"Ward": STEADY}, target=[55.0] * 8 + [40.0] * 8), Kind.SPC).picture
    assert dated.target is None and dated.plan == (55.0,) * 8 + (40.0,) * 8
    assert dated.title == "Steady, and will not meet its target"


def test_a_hidden_value_is_hidden_and_a_missing_one_missing():
    chart = one(monthly({"Ward": [*STEADY[:7], "*", None, *STEADY[9:]]}), Kind.SPC).picture
    assert [(point.state, point.text) for point in chart.points[7:9]] == [("suppressed", "*"), ("not_available", "n/a")]
    assert chart.values[7:9] == (None, None)


def test_rows_in_any_order_keep_their_marks():
    frame = monthly({"B": ["*", *STEADY[1:]], "A": STEADY})
    found = draw(frame.sample(fraction=1, shuffle=True, seed=4), Ask(Kind.SPC, PERCENT))
    assert [drawn.name for drawn in found] == ["A", "B"]
    assert [drawn.picture.points[0].state for drawn in found] == ["known", "suppressed"]


def test_too_few_points_make_a_line_and_say_so():
    found = one(monthly({"Ward": STEADY[:6]}), Kind.SPC)
    assert found.picture.kind == "line" and found.picture.title == "Too few points for limits"
    assert found.advice == "too few points: 6 of the 13 needed"


def test_two_points_on_a_day_are_refused_by_name():
    frame = pl.DataFrame({"series": ["Ward"] * 2, "date": ["2024-01-01 08:00", "2024-01-01 09:00"], "value": [1, 2]})
    frame = frame.with_columns(pl.col("date").str.to_datetime("%Y-%m-%d %H:%M"))
    with pytest.raises(BadInput, match="series 'Ward' has several points on 2024-01-01"):
        one(frame, Kind.SPC)


def test_a_run_chart_has_a_median_and_no_limits():
    found = one(monthly({"Ward": [*STEADY[:9], 55, 56, 57, 55, 56, 57]}), Kind.RUN)
    chart = found.picture
    assert (chart.kind, chart.middle, chart.lower) == (ChartKind.RUN, "Median", ())
    assert chart.mean[0] == 52 and chart.title == "Above its median for longer than chance explains"
    assert "above the median" in chart.points[-1].reason


@pytest.mark.parametrize(("kind", "columns"), [(Kind.P, {}), (Kind.U, {"multiplier": 1000.0})])
def test_limits_of_proportions_and_rates_follow_their_denominators(kind, columns):
    frame = monthly({"Ward": STEADY}).with_columns(
        numerator=pl.Series([5, 7, 6, 8, 4, 6, 7, 5, 6, 8, 7, 5, 6, 7, 5, 6]), denominator=pl.int_range(100, 260, 10)
    )
    chart = one(frame.drop("value"), kind, Measure("Falls", Unit.RATE, **columns)).picture
    assert chart.kind is ChartKind.SPC and chart.upper[0] > chart.upper[-1] > chart.mean[-1]


def years(**columns: list) -> pl.DataFrame:
    count = len(next(iter(columns.values())))
    base = {"series": ["County"] * count, "period": [f"{2018 + n}/{19 + n}" for n in range(count)]}
    return pl.DataFrame(base | columns)


def test_a_trend_works_out_its_values_and_compares_each_with_the_benchmark():
    frame = years(
        kind=["proportion"] * 6, numerator=[100, 120, 140, 170, 200, 240], denominator=[1000] * 6, benchmark=[15.0] * 6,
        direction=["lower"] * 6,
    )  # fmt: skip
    found = one(frame, Kind.TREND, Measure("Smoking", Unit.PERCENT), benchmark="England")
    chart = found.picture
    assert (
        chart.kind is ChartKind.TREND
        and chart.values[0] == 10
        and chart.points[0].interval_lower == pytest.approx(8.29094, abs=1e-5)
    )
    assert [point.flag for point in chart.points] == ["better", "better", "similar", "similar", "worse", "worse"]
    assert chart.title == "Rising and getting worse; now worse than England"
    assert chart.dates[0] == date(2019, 3, 31) and chart.marks[0].key == "increasing_worse"


def test_a_trend_takes_the_direction_asked_for_where_the_table_names_none():
    frame = years(kind=["proportion"] * 6, numerator=[100, 120, 140, 170, 200, 240], denominator=[1000] * 6)
    said = [one(table, Kind.TREND, Measure("Smoking", direction="lower")).picture.title for table in (
        frame, frame.with_columns(direction=pl.lit("")), frame.with_columns(direction=pl.lit("higher")))]  # fmt: skip
    assert said == ["Rising and getting worse"] * 2 + ["Rising and getting better"]


def test_a_suppressed_count_hides_the_value_that_it_would_give():
    frame = years(
        kind=["proportion"] * 3, value=[None] * 3, numerator=["10", "*", "12"], denominator=["90", "80", "[c]"]
    )
    picture = one(frame, Kind.TREND, Measure("Smoking")).picture
    assert [point.state for point in picture.points] == ["known", "suppressed", "suppressed"] and picture.values[
        1:
    ] == (None, None)


@pytest.mark.parametrize(
    ("periods", "first"),
    [
        ([date(2024, 1, 7 * week) for week in (1, 2, 3)], date(2024, 1, 7)),
        (["2024-01-07", "2024-01-14", "2024-01-21"], date(2024, 1, 7)),
        (["2015", "2016", "2017"], date(2015, 12, 31)),
        (["2024-02", "2024-03", "2024-04"], date(2024, 2, 29)),
    ],
)
def test_a_period_stands_on_its_last_day(periods, first):
    frame = years(kind=["other"] * 3, value=[1.0, 2.0, 3.0], lower95=[0.5, 1.5, 2.5], upper95=[1.5, 2.5, 3.5])
    assert one(frame.with_columns(period=pl.Series(periods)), Kind.TREND).picture.dates[0] == first


def test_a_trend_without_a_benchmark_or_with_too_few_periods_still_draws():
    frame = years(kind=["other"] * 3, value=[1.0, 2.0, 3.0], lower95=[0.5, 1.5, 2.5], upper95=[1.5, 2.5, 3.5])
    found = one(frame, Kind.TREND, Measure("Score"))
    paper = make_book(
        [found, found], title="Score", subtitle="", organisation="", made="2025-01-14", source="score.csv"
    )
    assert [column.title for column in paper.pages[0].blocks[-1].columns][-1] == "What to do"
    assert found.picture.title == "No trend can be given" and found.picture.figures("benchmark") == () and found.advice


def test_a_forecast_names_its_interval_its_method_and_its_chance():
    found = one(monthly({"Ward": STEADY}, target=[60.0] * 16), Kind.FORECAST, periods=3)
    chart = found.picture
    assert [fan.label for fan in chart.forecast] == ["May 2023", "Jun 2023", "Jul 2023"]
    end = chart.forecast[-1]
    assert chart.title == f"{end.mean:.0f}% expected in Jul 2023; {end.lower:.0f}% to {end.upper:.0f}% likely"
    assert {fact.label for fact in found.facts} >= {"Chance of meeting the target", "Method"}
    hidden = one(monthly({"Ward": ["*", *STEADY[1:]]}), Kind.FORECAST).picture
    assert [point.state for point in hidden.points[:2]] == ["suppressed", "known"] and hidden.target is None
    silent = one(monthly({"Ward": STEADY[:5]}), Kind.FORECAST)
    assert silent.picture.forecast == () and silent.picture.title.startswith("No forecast: 5 values")


PRACTICES = pl.DataFrame({
    "group": [f"Practice {n}" for n in range(9)], "numerator": [10, 22, 29, 41, 50, 120, 70, 79, 40],
    "denominator": [100, 200, 300, 400, 500, 600, 700, 800, 900],
})  # fmt: skip


def test_a_funnel_names_who_lies_outside_and_draws_the_limits_at_any_size():
    found = one(PRACTICES, Kind.FUNNEL, areas=("Practice 0",))
    picture = found.picture
    assert isinstance(picture, Funnel) and picture.average == pytest.approx(100 * 461 / 4500)
    assert picture.title == "One of 9 is worse than chance explains, one is better"
    assert {(dot.label, dot.flag) for dot in picture.dots if dot.beyond == "99.8"} == {
        ("Practice 5", "worse"), ("Practice 8", "better"),
    }  # fmt: skip
    assert {dot.label for dot in picture.dots if dot.named} == {"Practice 0", "Practice 5", "Practice 8"}
    assert [row.cells[0].text for row in found.table.rows[:3]] == ["Practice 5", "Practice 8", "Practice 0"]
    assert list(picture.sizes) == sorted(picture.sizes) and picture.sizes[0] < 100 and picture.sizes[-1] > 900
    assert all(low < picture.average < high for low, high in zip(picture.lower998, picture.upper998, strict=True))


def test_a_curve_passes_through_the_limits_of_every_group():
    from outturn.core.statistics.peers.funnels import curves, funnel, spread_of

    for kind, wide in (("proportion", False), ("rate", False), ("rate", True)):
        found = funnel(PRACTICES, kind, overdispersion=wide)
        wider = spread_of(found, kind) if wide else 1.0
        drawn = curves(found, found["denominator"].to_numpy(), kind, wider=wider)
        for name in ("lower95", "upper95", "lower998", "upper998"):
            assert drawn[name].to_list() == pytest.approx(found[name].to_list(), rel=1e-12)


def test_ranks_of_an_area_over_all_indicators():
    areas = [f"ICB {n}" for n in range(8)]
    frame = pl.DataFrame({
        "indicator": ["Waits"] * 8 + ["Cancer"] * 8, "period": ["2024-10"] * 16, "area": areas * 2,
        "value": [*range(8), *range(8, 0, -1)], "direction": ["lower"] * 8 + ["higher"] * 8,
    })  # fmt: skip
    found = one(frame, Kind.RANK, areas=("ICB 7",))
    assert isinstance(found.picture, RankStrip)
    assert found.picture.rows == (("Cancer", 8, 8, "8 of 8"), ("Waits", 8, 8, "8 of 8"))
    assert found.picture.title == "ICB 7: two of 2 in the last quarter"
    with pytest.raises(BadInput, match="there is no area 'ICB 9'"):
        one(frame, Kind.RANK, areas=("ICB 9",))
    with pytest.raises(ValueError, match="--area"):
        draw(frame, Ask(Kind.RANK, PERCENT))


def test_ranks_take_the_direction_asked_for_where_the_table_names_none():
    frame = pl.DataFrame({"indicator": "Waits", "period": "2024-10", "area": list("abcd"), "value": [1, 2, 3, 4]})
    assert one(frame, Kind.RANK, Measure(direction="lower"), areas=("a",)).picture.rows[0][1] == 1
    assert one(frame, Kind.RANK, Measure(), areas=("a",)).picture.rows[0][1] == 4


SAVINGS = pl.DataFrame(
    {
        "label": ["Plan", "Estates", "Workforce", "Outturn"],
        "value": [1800, -640, -2950, None],
        "total": ["yes", None, "", "yes"],
    }
)
MONEY = Measure("Savings", Unit.MONEY, scale="k", direction="higher")


def test_a_waterfall_works_out_its_totals():
    picture = one(SAVINGS, Kind.WATERFALL, MONEY).picture
    assert isinstance(picture, Waterfall) and [step.value for step in picture.steps] == [1800, -640, -2950, -1790]
    assert list(picture.spans()) == [(0, 1800), (1800, 1160), (1160, -1790), (0, -1790)]
    assert picture.title == "From £1,800k to −£1,790k; Workforce moved it most"
    assert [step.tone for step in picture.steps] == ["", "worsening", "worsening", ""]


def test_a_waterfall_that_does_not_add_up_is_refused_with_both_figures():
    frame = SAVINGS.with_columns(
        value=pl.Series([1800, -640, None, -1400]), total=pl.Series(["yes", "perhaps", "", "yes"])
    )
    with pytest.raises(BadInput) as refused:
        one(frame, Kind.WATERFALL, MONEY)
    assert [(problem.row, problem.column) for problem in refused.value.problems] == [
        (2, "total"),
        (3, "value"),
        (4, "value"),
    ]
    assert "'Outturn' says −£1,400k, but what stands before it adds up to £1,160k." in str(refused.value)


def test_the_paper_leads_with_what_needs_a_look_first():
    found = draw(monthly({"A-B": STEADY, "A B": CLIMBING}, target=[None] * 16 + [20.0] * 16), Ask(Kind.SPC, PERCENT))
    paper = make_book(found, title="Waits", subtitle="", organisation="", made="2025-01-14", source="waits.csv")
    assert [page.kind for page in paper.pages] == ["summary", "measure", "measure"]
    assert (
        paper.pages[1].title == "A B: getting worse, and will not meet its target"
        and paper.period == "Data to Apr 2023"
    )
    anchors = [page.anchor for page in paper.pages] + [
        block.anchor for page in paper.pages for block in page.blocks if hasattr(block, "anchor")
    ]
    assert len(set(anchors)) == len(anchors)
    lead, table = paper.pages[0].blocks
    assert lead.runs[0].text == "One of 2 series needs a look. First: A B, getting worse, and will not meet its target."
    assert [row.cells[0].link for row in table.rows] == [page.anchor for page in paper.pages[1:]]


def test_a_paper_without_advice_has_no_column_for_it():
    found = [one(monthly({name: STEADY}), Kind.RUN) for name in "AB"]
    paper = make_book(found, title="Falls", subtitle="", organisation="", made="2025-01-14", source="falls.csv")
    lead, table = paper.pages[0].blocks
    assert lead.runs[0].text == "None of 2 series stands out."
    assert [column.title for column in table.columns] == ["Series", "Latest", "Period", "Finding"]


def test_one_series_needs_no_summary():
    found = draw(monthly({"A": STEADY}), Ask(Kind.SPC, PERCENT))
    paper = make_book(found, title="Waits", subtitle="", organisation="", made="2025-01-14", source="waits.csv")
    assert len(paper.pages) == 1 and paper.pages[0].back == ""
