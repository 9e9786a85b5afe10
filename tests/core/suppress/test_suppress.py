"""Small counts are hidden, and nothing shown gives them away."""

import polars as pl
from core.suppress.worked import figures, shown

from outturn.core.suppress import Ratio, Suppression, Total, find_hidden_range, possible_range, recoverable, suppress

POLICY = Suppression(low=1, high=7)
PLACES = ("leicester", "leicestershire", "rutland")
LLR = Total("area", "llr-icb", PLACES)


def test_small_counts_are_hidden_and_nought_is_shown() -> None:
    frame = figures(*[("falls", f"area-{n}", "actual", "Oct 2024", float(n)) for n in (0, 1, 7, 8)])
    assert shown(suppress(frame, {"falls": POLICY})) == [0, "*", "*", 8]


def test_nought_is_hidden_where_the_policy_says_so() -> None:
    frame = figures(("falls", "rutland", "actual", "Oct 2024", 0.0), ("falls", "uhl", "actual", "Oct 2024", 50.0))
    assert shown(suppress(frame, {"falls": Suppression(show_zero=False)})) == ["*", 50]


def test_a_hidden_figure_leaves_no_trace_in_words_or_print() -> None:
    frame = figures(("falls", "rutland", "actual", "Oct 2024", 3.0)).with_columns(
        text=pl.lit("three"), printed=pl.lit("3")
    )
    row = suppress(frame, {"falls": POLICY}).row(0, named=True)
    assert (row["value"], row["state"], row["text"], row["printed"]) == (None, "suppressed", "", "*")


def test_one_hidden_part_of_a_total_takes_the_smallest_other_part_with_it() -> None:
    frame = figures(
        ("falls", "leicester", "actual", "Oct 2024", 40.0),
        ("falls", "leicestershire", "actual", "Oct 2024", 25.0),
        ("falls", "rutland", "actual", "Oct 2024", 3.0),
        ("falls", "llr-icb", "actual", "Oct 2024", 68.0),
    )
    assert shown(suppress(frame, {"falls": POLICY}, [LLR])) == [40, "*", "*", 68]


def test_two_hidden_parts_whose_sum_is_small_take_a_third() -> None:
    frame = figures(
        ("falls", "leicester", "actual", "Oct 2024", 40.0),
        ("falls", "leicestershire", "actual", "Oct 2024", 2.0),
        ("falls", "rutland", "actual", "Oct 2024", 3.0),
        ("falls", "llr-icb", "actual", "Oct 2024", 45.0),
    )
    assert shown(suppress(frame, {"falls": POLICY}, [LLR])) == ["*", "*", "*", 45]


def test_parts_of_an_indicator_are_protected_like_parts_of_an_area() -> None:
    frame = figures(
        ("inpatients", "llr-icb", "actual", "Oct 2024", 31.0),
        ("inpatients-adults", "llr-icb", "actual", "Oct 2024", 28.0),
        ("inpatients-children", "llr-icb", "actual", "Oct 2024", 3.0),
    )
    total = Total("indicator", "inpatients", ("inpatients-adults", "inpatients-children"))
    policies = dict.fromkeys(("inpatients", "inpatients-adults", "inpatients-children"), POLICY)
    assert shown(suppress(frame, policies, [total])) == [31, "*", "*"]


def test_a_month_does_not_follow_from_two_years_to_date() -> None:
    frame = figures(
        ("falls", "llr-icb", "actual", "M1 24/25", 20.0),
        ("falls", "llr-icb", "actual", "Apr 2024", 20.0),
        ("falls", "llr-icb", "actual", "May 2024", 30.0),
        ("falls", "llr-icb", "actual", "M2 24/25", 50.0),
        ("falls", "llr-icb", "actual", "Jun 2024", 3.0),
        ("falls", "llr-icb", "actual", "M3 24/25", 53.0),
    )
    safe = suppress(frame, {"falls": POLICY})
    assert shown(safe) == [20, 20, "*", "*", "*", 53]


def test_a_month_does_not_follow_from_its_quarter() -> None:
    frame = figures(
        ("falls", "llr-icb", "actual", "Apr 2024", 20.0),
        ("falls", "llr-icb", "actual", "May 2024", 30.0),
        ("falls", "llr-icb", "actual", "Jun 2024", 3.0),
        ("falls", "llr-icb", "actual", "Q1 24/25", 53.0),
    )
    assert shown(suppress(frame, {"falls": POLICY}, flows={"falls"})) == [20, "*", "*", 53]


def test_a_waiting_list_at_a_quarters_end_is_no_sum_so_nothing_more_is_hidden() -> None:
    frame = figures(
        ("waiting", "llr-icb", "actual", "Apr 2024", 20.0),
        ("waiting", "llr-icb", "actual", "May 2024", 30.0),
        ("waiting", "llr-icb", "actual", "Jun 2024", 3.0),
        ("waiting", "llr-icb", "actual", "H1 24/25", 44.0),
    )
    assert shown(suppress(frame, {"waiting": POLICY})) == [20, 30, "*", 44]


def test_a_rate_does_not_tell_its_numerator() -> None:
    frame = figures(
        ("falls", "rutland", "actual", "Oct 2024", 3.0),
        ("people", "rutland", "actual", "Oct 2024", 41000.0),
        ("falls-rate", "rutland", "actual", "Oct 2024", 7.317),
    )
    ratio = Ratio("falls-rate", "falls", "people", 100_000)
    assert shown(suppress(frame, {"falls": POLICY}, ratios=[ratio])) == ["*", 41000, "*"]


def test_a_rate_whose_numerator_is_not_even_in_the_paper_is_hidden_when_it_tells_a_small_one() -> None:
    frame = figures(
        ("people", "rutland", "actual", "Oct 2024", 41000.0), ("falls-rate", "rutland", "actual", "Oct 2024", 7.317)
    )
    ratio = Ratio("falls-rate", "falls", "people", 100_000)
    assert shown(suppress(frame, {"falls": POLICY}, ratios=[ratio])) == [41000, "*"]


def test_the_previous_figure_of_next_month_does_not_tell_this_months() -> None:
    frame = figures(
        ("falls", "leicester", "actual", "Sep 2024", 40.0),
        ("falls", "rutland", "actual", "Sep 2024", 9.0),
        ("falls", "leicestershire", "actual", "Sep 2024", 3.0),
        ("falls", "llr-icb", "actual", "Sep 2024", 52.0),
        ("falls", "rutland", "previous", "Oct 2024", 9.0),
        ("falls", "llr-icb", "previous", "Oct 2024", 52.0),
    )
    assert shown(suppress(frame, {"falls": POLICY}, [LLR])) == [40, "*", "*", 52, "*", 52]


def test_the_variance_to_a_shown_plan_is_hidden_with_the_figure() -> None:
    frame = figures(
        ("falls", "rutland", "actual", "Oct 2024", 3.0),
        ("falls", "rutland", "plan", "Oct 2024", 5.0),
        ("falls", "rutland", "variance", "Oct 2024", -2.0),
    )
    assert shown(suppress(frame, {"falls": POLICY})) == ["*", 5, "*"]


def test_a_figure_that_arrived_hidden_is_protected_too() -> None:
    frame = figures(
        ("falls", "leicester", "actual", "Oct 2024", 40.0),
        ("falls", "leicestershire", "actual", "Oct 2024", 25.0),
        ("falls", "rutland", "actual", "Oct 2024", None),
        ("falls", "llr-icb", "actual", "Oct 2024", 68.0),
    )
    assert shown(suppress(frame, {"falls": POLICY}, [LLR])) == [40, "*", "*", 68]


def test_an_exempt_level_is_shown_and_its_parts_give_way() -> None:
    frame = figures(
        ("falls", "leicester", "actual", "Oct 2024", 40.0),
        ("falls", "leicestershire", "actual", "Oct 2024", 25.0),
        ("falls", "rutland", "actual", "Oct 2024", 3.0),
        ("falls", "llr-icb", "actual", "Oct 2024", 5.0),
    )
    levels = {"llr-icb": "icb", **dict.fromkeys(PLACES, "place")}
    policy = Suppression(exempt_levels=("icb",))
    assert shown(suppress(frame, {"falls": policy}, levels=levels)) == [40, 25, "*", 5]


def test_of_figures_that_contradict_each_other_what_is_odd_is_hidden_rather_than_trusted() -> None:
    frame = figures(
        ("falls", "leicester", "actual", "Oct 2024", 40.0),
        ("falls", "leicestershire", "actual", "Oct 2024", 25.0),
        ("falls", "rutland", "actual", "Oct 2024", 3.0),
        ("falls", "llr-icb", "actual", "Oct 2024", 20.0),
    )
    assert shown(suppress(frame, {"falls": POLICY}, [LLR])) == [40, 25, "*", "*"]


def test_shown_counts_are_rounded_to_the_base_in_value_and_in_print() -> None:
    frame = figures(("falls", "uhl", "actual", "Oct 2024", 1233.0), ("falls", "lpt", "actual", "Oct 2024", 12.5))
    safe = suppress(frame, {"falls": Suppression(base=5)})
    assert (shown(safe), safe["printed"].to_list()) == ([1235, 15], ["1,235", "15"])


def test_indicators_without_a_policy_and_plans_are_left_as_they_are() -> None:
    frame = figures(("falls", "uhl", "plan", "Oct 2024", 3.0), ("beds", "uhl", "actual", "Oct 2024", 2.0))
    assert suppress(frame, {"falls": POLICY}).equals(frame)


def test_a_hidden_figure_against_a_plan_of_nought_is_a_miss_whichever_it_is() -> None:
    assert possible_range(POLICY) == find_hidden_range(POLICY) == (1, 7)
    assert possible_range(Suppression(show_zero=False)) == (0, 7)


def test_a_figure_printed_a_second_time_is_hidden_with_the_first() -> None:
    frame = figures(
        ("falls", "leicester", "actual", "Oct 2024", 40.0),
        ("falls", "leicestershire", "actual", "Oct 2024", 25.0),
        ("falls", "leicestershire", "repeat", "Oct 2024", 25.0),
        ("falls", "rutland", "actual", "Oct 2024", 3.0),
        ("falls", "rutland", "repeat", "Oct 2024", 3.0),
        ("falls", "llr-icb", "actual", "Oct 2024", 68.0),
    )
    assert shown(suppress(frame, {"falls": POLICY}, [LLR])) == [40, "*", "*", "*", "*", 68]


def test_a_mark_beside_its_total_and_all_other_parts_is_told_to_protect_nothing() -> None:
    frame = figures(
        ("falls", "leicester", "actual", "Oct 2024", 40.0),
        ("falls", "leicestershire", "actual", "Oct 2024", 25.0),
        ("falls", "rutland", "actual", "Oct 2024", None),
        ("falls", "llr-icb", "actual", "Oct 2024", 68.0),
    )
    told = recoverable(frame, {"falls": POLICY}, [LLR])
    assert told.select("area", "lowest", "highest").rows() == [("rutland", 3, 3)]
    assert recoverable(suppress(frame, {"falls": POLICY}, [LLR]), {"falls": POLICY}, [LLR]).is_empty()
