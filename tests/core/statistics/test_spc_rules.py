"""SPC by example: small series whose answer can be checked by hand."""

from datetime import date

import polars as pl
import pytest

from outturn.core.statistics.spc import (
    MAKING_DATA_COUNT,
    PLOT_THE_DOTS,
    exception_rank,
    exception_words,
    point_reasons,
    rank_exceptions,
    rule_set,
    spc,
    spc_summary,
    step_changes,
)
from outturn.core.statistics.spc.exceptions import WORDS
from outturn.core.statistics.table import BadInput

POINT_COLUMNS = [
    *["series", "date", "value", "group", "mean", "lower", "upper", "near_lower", "near_upper", "side"],
    *["outside", "close", "run", "trend", "two_of_three", "label", "point_type"],
]


def months(values, series="a", first=2020):
    days = [date(first + i // 12, i % 12 + 1, 1) for i in range(len(values))]
    return pl.DataFrame(
        {"series": [series] * len(values), "date": days, "value": values}, schema_overrides={"value": pl.Float64}
    )


def choose(**given):
    return pl.DataFrame({"series": ["a"]} | {name: [value] for name, value in given.items()})


STEADY = [10.0, 12.0] * 8
"""Mean 11, moving range 2, limits 11 -/+ 5.32, near limits 11 -/+ 3.5467."""


def test_limits_are_the_mean_and_2_66_moving_ranges():
    found = spc(months(STEADY)).row(0, named=True)
    assert found["mean"] == 11
    assert found["lower"] == pytest.approx(11 - 5.32, rel=1e-12)
    assert found["upper"] == pytest.approx(11 + 5.32, rel=1e-12)
    assert found["near_upper"] == pytest.approx(11 + 2 * 2.66 / 3 * 2, rel=1e-12)


def test_points_come_sorted_with_exactly_the_columns_of_the_contract():
    found = spc(pl.concat([months(STEADY, "b"), months(STEADY, "a")]).reverse())
    assert found.columns == POINT_COLUMNS
    assert found["series"].to_list() == ["a"] * 16 + ["b"] * 16
    assert found["date"][:16].is_sorted()


def test_counts_that_lie_exactly_on_the_mean_are_on_neither_side():
    values = [0.1, 0.2, 0.3, 0.2] * 4
    assert spc(months(values))["side"].to_list() == [-1, 0, 1, 0] * 4


def test_run_length_is_six_or_seven_by_rule_set():
    values = [10.0, 12, 10, 12, 10, 12, 10, 8, 11.5, 11.6, 11.5, 11.6, 11.5, 11.6, 10, 8]
    six = spc(months(values), rules=MAKING_DATA_COUNT)
    seven = spc(months(values), rules=PLOT_THE_DOTS)
    assert six["run"].to_list() == [False] * 8 + [True] * 6 + [False] * 2
    assert six["label"][8] == "6 Points Above CL"
    assert not seven["run"].any()


def test_a_trend_flags_its_whole_window_and_equal_neighbours_break_it():
    rising = [10.0, 12, 10, 12, 10, 12, 10, 8.1, 9, 9.9, 10.8, 11.7, 12.6, 10, 12, 10]
    found = spc(months(rising))
    assert found["trend"].to_list() == [False] * 7 + [True] * 6 + [False] * 3
    assert found["label"][9] == "6 Point Trend (Increasing)"
    rising[10] = rising[9]
    assert not spc(months(rising))["trend"].any()


def test_two_of_three_counts_a_point_beyond_the_limit_only_in_making_data_count():
    values = [10.0, 12] * 8 + [17.5, 11.5, 14.9] + [10.0, 12] * 8
    options = choose(screen_outliers=False, fix_after_n_points=16)
    ours, parity = (spc(months(values), options, rules) for rules in (MAKING_DATA_COUNT, PLOT_THE_DOTS))
    assert ours["outside"].to_list().index(True) == 16
    assert ours["close"][18]
    assert ours["two_of_three"].to_list()[16:19] == [True, False, True]
    assert ours["label"][16] == "Above UCL"
    assert ours["label"][18] == "2 in 3 Above CL"
    assert not parity["two_of_three"].any()


def test_a_point_that_hits_a_good_and_a_bad_rule_shows_the_good_one_in_making_data_count():
    values = [10.0, 12] * 8 + [30, 27, 24, 21, 18, 15.0]
    options = choose(improvement_direction="decrease")
    ours = spc(months(values), options, MAKING_DATA_COUNT).row(16, named=True)
    parity = spc(months([*values, 12]), options, PLOT_THE_DOTS).row(16, named=True)
    assert (ours["outside"], ours["trend"]) == (True, True)
    assert (ours["label"], ours["point_type"]) == ("6 Point Trend (Decreasing)", "special_cause_improvement")
    assert (parity["outside"], parity["trend"]) == (True, True)
    assert (parity["label"], parity["point_type"]) == ("Above UCL", "special_cause_concern")


def test_screening_leaves_a_wild_moving_range_out_of_the_limits():
    values = [*STEADY, 60.0]
    with_screen, without = (spc(months(values), choose(screen_outliers=screen)) for screen in (True, False))
    assert with_screen["upper"][0] - with_screen["mean"][0] == pytest.approx(5.32, rel=1e-12)
    assert without["upper"][0] - without["mean"][0] == pytest.approx(2.66 * (30 + 48) / 16, rel=1e-12)


def test_too_few_points_have_no_limits_and_no_icons():
    found = spc(months([1.0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]))
    assert found["upper"].null_count() == 12
    assert set(found["label"]) == {"Common Cause"}
    summary = spc_summary(found).row(0, named=True)
    assert summary["variation"] is None
    assert summary["assurance"] is None
    assert summary["note"] == "too few points: 12 of the 13 needed"


def test_plot_the_dots_sets_limits_from_two_points_and_warns_under_thirteen():
    found = spc(months([4.0, 6.0]), rules="plot-the-dots")
    assert found["upper"][0] == pytest.approx(5 + 2.66 * 2)
    assert spc_summary(found, rules="plot-the-dots")["note"][0] == "limits rest on 2 points: 13 or more are advised"


def test_a_constant_series_has_limits_on_its_mean_unless_screened():
    flat = [7.0] * 15
    assert spc(months(flat))["upper"].to_list() == flat
    screened = spc(months(flat), rules="plot-the-dots")
    assert screened["upper"].null_count() == 15
    assert spc_summary(screened, rules="plot-the-dots")["note"][0] == "limits cannot be set: no variation"


def test_one_spike_in_a_constant_series_closes_the_limits_only_under_parity():
    values = [7.0] * 15 + [90.0] + [7.0] * 4
    parity = spc(months(values), rules="plot-the-dots")
    ours = spc(months(values), choose(screen_outliers=True))
    assert parity["outside"].all()
    assert ours["outside"].to_list() == [value == 90 for value in values]


def test_gaps_are_not_bridged_and_windows_with_a_gap_do_not_fire():
    values = [10.0, None, 14, None, 10, None, 14, None]
    found = spc(months(values), rules="plot-the-dots")
    assert found["lower"].null_count() == 8
    assert found["side"].to_list() == [-1, None, 1, None, -1, None, 1, None]
    assert spc_summary(found, rules="plot-the-dots")["note"][0].startswith("limits cannot be set: no two values")


def test_limits_can_be_frozen_on_the_first_points():
    values = [*STEADY, 40.0, 50.0]
    found = spc(months(values), choose(fix_after_n_points=16))
    assert found["mean"].unique().to_list() == [11]
    assert found["outside"].to_list() == [False] * 16 + [True, True]


def test_a_rebase_starts_a_group_that_knows_nothing_of_the_one_before():
    values = STEADY + [value + 20 for value in STEADY]
    found = spc(months(values), choose(rebase_dates="2021-05-01"))
    assert found["group"].to_list() == [1] * 16 + [2] * 16
    assert found["mean"].unique(maintain_order=True).to_list() == [11, 31]
    assert not found["run"].any()


def test_a_rebase_date_without_a_point_moves_to_the_next_one_and_says_so():
    values = STEADY + [None] + [value + 20 for value in STEADY]
    frame = months(values).filter(pl.col("value").is_not_null())
    options = choose(rebase_dates="2021-05-15")
    ours = spc(frame, options)
    parity = spc(frame, options, "plot-the-dots")
    assert ours["group"].to_list() == [1] * 17 + [2] * 16, "the month left out has an empty row"
    assert parity.height == 32
    assert set(parity["group"]) == {1}
    assert (
        spc_summary(ours, options)["note"][0] == "rebase on 2021-05-15: no point has that date; it starts at 2021-06-01"
    )
    note = spc_summary(parity, options, "plot-the-dots")["note"][0]
    assert note == "rebase on 2021-05-15 ignored: no point has that date"
    late = choose(rebase_dates=[date(2030, 1, 1)])
    assert spc_summary(spc(frame, late), late)["note"][0] == "rebase on 2030-01-01 ignored: no point on or after it"


@pytest.mark.parametrize(
    ("target", "direction", "expected"),
    [
        (20, "increase", "consistent_fail"),
        (20, "decrease", "consistent_pass"),
        (1, "increase", "consistent_pass"),
        (1, "decrease", "consistent_fail"),
        (11, "increase", "inconsistent"),
        (11, "neutral", None),
        (None, "increase", None),
    ],
)
def test_assurance_compares_the_target_with_the_limits(target, direction, expected):
    options = choose(improvement_direction=direction, target=target)
    found = spc_summary(spc(months(STEADY), options), options).row(0, named=True)
    assert found["assurance"] == expected
    icon = {"consistent_fail": "fail", "consistent_pass": "pass", "inconsistent": "inconsistent", None: None}[expected]
    assert found["assurance_icon"] == icon


def test_a_target_on_a_limit_counts_as_beyond_it_except_under_parity():
    upper = spc(months(STEADY))["upper"][0]
    options = choose(improvement_direction="increase", target=upper)
    for rules, expected in (("making-data-count", "consistent_fail"), ("plot-the-dots", "inconsistent")):
        assert spc_summary(spc(months(STEADY), options, rules), options, rules)["assurance"][0] == expected


def test_a_series_that_always_equals_its_target_passes():
    options = choose(improvement_direction="increase", target=100.0)
    assert spc_summary(spc(months([100.0] * 15), options), options)["assurance"][0] == "consistent_pass"


def test_the_target_in_force_at_the_last_value_decides_when_targets_vary():
    frame = months([*STEADY, None]).with_columns(target=pl.Series([1.0] * 15 + [20.0, 1.0]))
    options = choose(improvement_direction="increase")
    assert spc_summary(spc(frame, options), options, targets=frame)["assurance"][0] == "consistent_fail"


def test_icons_describe_the_last_point_that_has_a_value():
    options = choose(improvement_direction="decrease")
    found = spc_summary(spc(months([*STEADY, 40.0, None]), options), options).row(0, named=True)
    assert (found["variation"], found["variation_icon"]) == ("special_cause_concern", "concern_high")
    assert (found["n"], found["group_n"]) == (18, 18)


def test_under_parity_icons_describe_the_last_row_even_when_it_has_no_value():
    found = spc_summary(spc(months([*STEADY, 40.0, None]), rules=PLOT_THE_DOTS), rules=PLOT_THE_DOTS).row(0, named=True)
    assert (found["variation"], found["variation_icon"]) == ("common_cause", "common_cause")


def test_under_parity_a_single_point_has_icons_but_no_limits():
    options = choose(target=3.0)
    for rules, icons in ((PLOT_THE_DOTS, ("common_cause", "inconsistent")), (MAKING_DATA_COUNT, (None, None))):
        found = spc_summary(spc(months([4.0]), options, rules), options, rules).row(0, named=True)
        assert (found["lower"], (found["variation_icon"], found["assurance_icon"])) == (None, icons)


def test_rows_are_counted_in_n_and_values_in_the_note():
    found = spc_summary(spc(months([1.0, None] * 8))).row(0, named=True)
    assert (found["n"], found["note"]) == (16, "too few points: 8 of the 13 needed")


def test_where_two_rising_trends_meet_on_an_equal_value_parity_says_decreasing():
    values = [10.0, 12] * 8 + [9.0, 10, 11, 12, 13, 14, 15, 15, 16, 17, 18, 19, 20, 21]
    ours, parity = (
        spc(months(values), choose(fix_after_n_points=16), rules) for rules in (MAKING_DATA_COUNT, PLOT_THE_DOTS)
    )
    assert parity["trend"][22:24].to_list() == ours["trend"][22:24].to_list() == [True, True]
    assert parity["label"][22:24].to_list() == ["7 Point Trend (Decreasing)", "7 Point Trend (Increasing)"]
    assert ours["label"][22:24].to_list() == ["6 Point Trend (Increasing)"] * 2


def test_everything_wrong_with_a_table_is_said_at_once_by_row():
    dates = ["2024-01-01", "1/2/24", "2024-01-01"]
    frame = pl.DataFrame({"series": ["a", "b", None], "date": dates, "value": ["1", "x", "2"]})
    with pytest.raises(BadInput) as refusal:
        spc(frame)
    assert str(refusal.value).splitlines() == [
        "Row 3, column 'series': this must not be empty.",
        "Row 2, column 'date': '1/2/24' is not a date. Use the form 2025-04-01.",
        "Row 2, column 'value': 'x' is not a number. Use digits such as 12.5, or leave it empty.",
    ]


def test_a_second_value_for_a_series_and_date_is_named():
    frame = pl.concat([months([1.0, 2]), months([3.0])])
    with pytest.raises(BadInput, match="Row 3, column 'date': series 'a' has another value on 2020-01-01. Keep one."):
        spc(frame)


def test_wrong_choices_are_named_by_row():
    with pytest.raises(BadInput) as refusal:
        spc(months(STEADY), choose(improvement_direction="up", fix_after_n_points=3, rebase_dates="May"))
    assert [problem.column for problem in refusal.value.problems] == [
        "improvement_direction",
        "fix_after_n_points",
        "rebase_dates",
    ]


@pytest.mark.parametrize("points", ["11", "12.5", "abc", "nan", "inf", "1_2", "１２", "-13", "1e2"])
def test_a_baseline_is_a_whole_number_of_at_least_twelve(points):
    with pytest.raises(BadInput, match=f"limits cannot rest on '{points}' points. Use 12 or more"):
        spc(months(STEADY), choose(fix_after_n_points=points))


@pytest.mark.parametrize(
    "when", ["20240501", "2024-W20-1", "2024-05", "May 2024", "2024-05-01T00:00:00", "2024-05-01,2024-07-01"]
)
def test_a_rebase_date_has_one_form(when):
    with pytest.raises(BadInput, match="is not a date. Use the form 2025-04-01, several separated by ;."):
        spc(months(STEADY), choose(rebase_dates=when))


@pytest.mark.parametrize("written", ["1_000", "nan", "inf", "-Infinity", "1e999", "１２", "12%", "1,000"])
def test_text_that_is_no_number_people_write_is_refused(written):
    with pytest.raises(BadInput, match="is not a number. Use digits such as 12.5"):
        spc(months(STEADY).with_columns(value=pl.lit(written)))


def test_dates_are_no_values():
    with pytest.raises(BadInput, match="Column 'value': numbers are needed here; these are Date."):
        spc(months(STEADY).with_columns(value="date"))


@pytest.mark.parametrize("name", ["", "  "])
def test_a_series_needs_a_name(name):
    with pytest.raises(BadInput) as refusal:
        spc(pl.concat([months(STEADY[:2]), months([1.0], name), months([2.0], "b")]))
    assert str(refusal.value) == "Row 3, column 'series': this must not be empty."


def test_an_unknown_rule_set_lists_the_names():
    with pytest.raises(ValueError, match="'dots' is not a rule set. Use one of: making-data-count"):
        rule_set("dots")


def test_suppressed_values_are_gaps():
    frame = months(STEADY).with_columns(value=pl.Series(["10", "*", *map(str, STEADY[2:])]))
    assert spc(frame)["value"].to_list()[:3] == [10, None, 10]


def test_every_pair_of_icons_has_its_words_and_the_worst_come_first():
    assert len(set(WORDS.values())) == 12
    order = ["concern", "concern", "common_cause", "concern", "improvement"]
    assurances = ["consistent_fail", "inconsistent", "consistent_fail", "consistent_pass", "consistent_fail"]
    kinds = [kind if kind == "common_cause" else f"special_cause_{kind}" for kind in order]
    assert [exception_rank(*pair) for pair in zip(kinds, assurances, strict=True)] == [1, 2, 3, 4, 5]
    assert exception_rank("common_cause", None) == 6
    assert exception_rank(None, None) is None
    assert exception_words("special_cause_concern", "consistent_fail").endswith("Top priority.")
    assert exception_words(None, None) == "Too few points for an icon: go by the rating only."


def test_exceptions_of_one_priority_are_ordered_by_distance_from_the_target():
    rows = {"series": ["near", "far", "none"], "mean": [9.0, 5, 5], "lower": [8.0, 4, None], "upper": [9.5, 6, None]}
    both = {"variation": ["common_cause"] * 2 + [None], "assurance": ["consistent_fail"] * 2 + [None]}
    found = rank_exceptions(pl.DataFrame(rows | both | {"target": [10.0] * 3, "good": [1] * 3}))
    assert found["series"].to_list() == ["far", "near", "none"]


def test_a_step_change_is_proposed_and_never_taken():
    found = step_changes(spc(months([10.0, 12, 11, 13, 9] * 3 + [20.0, 22, 21, 23, 19] * 3)))
    assert found.to_dicts() == [
        {
            "series": "a",
            "date": date(2021, 4, 1),
            "points": 15,
            "side": 1,
            "mean_before": 16,
            "mean_since": 21,
            "words": "All 15 points since 1 Apr 2021 lie above the mean. If you know why, start new limits there.",
        }
    ]
    assert step_changes(spc(months(STEADY))).is_empty()


def test_every_rule_a_point_hits_is_said_in_words():
    points = spc(months([10.0, 12] * 8 + [10.0, 9, 8, 7, 6, 5, 4]), choose(fix_after_n_points=16))
    found = point_reasons(points)
    assert found[0] is None
    assert found[18] == (
        "One of 6 or more points in a row that rise or fall; one of 6 or more points in a row below the mean"
    )
    assert found[22].startswith("Below the lower limit; one of 6 or more points in a row that rise or fall; ")
