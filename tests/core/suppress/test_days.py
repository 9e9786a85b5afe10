"""What one day shows and the next day restates: neither day tells what the other hides."""

import pytest
from core.suppress.days import Days

from outturn.core.suppress import Suppression, Ties, Total

POLICY = {"falls": Suppression(low=1, high=7)}
PLACES = ("leicester", "leicestershire", "rutland")
LLR = Ties((Total("area", "llr-icb", PLACES),))


def october(leicester: float, leicestershire: float, rutland: float | None, total: float) -> list:
    values = dict(zip((*PLACES, "llr-icb"), (leicester, leicestershire, rutland, total), strict=True))
    return [("falls", area, "actual", "Oct 2024", value) for area, value in values.items()]


def page(days: Days, day: int) -> list[float | str]:
    return days.shown(day, *(("falls", area, "Oct 2024") for area in (*PLACES, "llr-icb")))


def test_what_was_hidden_stays_hidden_when_another_part_becomes_smaller() -> None:
    days = Days(POLICY, LLR).release(*october(20, 25, 3, 48))
    assert page(days, 1) == ["*", 25, "*", 48]
    days.release(*october(30, 8, 3, 41))
    assert page(days, 1) == ["*", 25, "*", 48]
    second = page(days, 2)
    assert second[2] == "*"
    assert second.count("*") == 2


def test_a_part_that_was_shown_before_is_no_place_to_hide_behind() -> None:
    """Leicester was shown before Rutland came: the total has to go."""
    days = Days(POLICY, LLR).release(*october(20, 25, 3, 48)[:2])
    assert days.shown(1, ("falls", "leicester", "Oct 2024")) == [20]
    days.release(*october(20, 25, 3, 48))
    assert page(days, 2) == [20, 25, "*", "*"]


def test_where_everything_around_it_was_shown_before_nothing_more_is_hidden_in_vain() -> None:
    total_first = [row for row in october(20, 25, 3, 48) if row[1] != "rutland"]
    days = Days(POLICY, LLR).release(*total_first).release(*october(20, 25, 3, 48))
    assert page(days, 2) == [20, 25, "*", 48]


def test_a_restated_total_does_not_tell_by_the_parts_of_the_day_before() -> None:
    """48 less 25 on one day, and 20 on the next."""
    days = Days(POLICY, LLR).release(*october(20, 25, 3, 48)).release(*october(60, 25, 3, 88))
    assert page(days, 1) == ["*", 25, "*", 48]
    assert page(days, 2) in (["*", 25, "*", 88], [60, 25, "*", "*"])
    shown_sixty = page(days, 2)[0] == 60
    assert not (shown_sixty and page(days, 2)[3] == 88)


def test_a_hidden_figure_that_is_restated_upwards_may_be_shown_when_that_tells_nothing() -> None:
    days = Days(POLICY, Ties()).release(("falls", "uhl", "actual", "Oct 2024", 3.0))
    days.release(("falls", "uhl", "actual", "Oct 2024", 12.0))
    assert days.shown(1, ("falls", "uhl", "Oct 2024")) == ["*"]
    assert days.shown(2, ("falls", "uhl", "Oct 2024")) == [12]


def test_a_later_year_to_date_does_not_tell_an_earlier_month() -> None:
    policy, ties = {"falls": POLICY["falls"]}, Ties(flows=frozenset({"falls"}))
    days = Days(policy, ties).release(
        ("falls", "uhl", "actual", "Apr 2024", 20.0), ("falls", "uhl", "actual", "May 2024", 3.0)
    )
    days.release(("falls", "uhl", "actual", "M2 24/25", 23.0))
    assert days.shown(2, *(("falls", "uhl", label) for label in ("Apr 2024", "May 2024", "M2 24/25"))) == [20, "*", "*"]


def test_a_month_beside_a_year_to_date_of_another_indicator_is_protected() -> None:
    policies = {"falls": POLICY["falls"], "falls-ytd": POLICY["falls"]}
    ties = Ties((Total("indicator", "falls-ytd", ("falls",)),), flows=frozenset(policies))
    days = Days(policies, ties).release(
        ("falls", "uhl", "actual", "Apr 2024", 20.0),
        ("falls", "uhl", "actual", "May 2024", 3.0),
        ("falls-ytd", "uhl", "actual", "M1 24/25", 20.0),
        ("falls-ytd", "uhl", "actual", "M2 24/25", 23.0),
    )
    wanted = [("falls", "Apr 2024"), ("falls", "May 2024"), ("falls-ytd", "M1 24/25"), ("falls-ytd", "M2 24/25")]
    shown = days.shown(1, *((name, "uhl", label) for name, label in wanted))
    assert shown[1] == "*"
    assert shown[3] == "*" or (shown[0], shown[2]) == ("*", "*")


def test_persons_less_men_does_not_tell_a_small_number_of_women() -> None:
    policies = dict.fromkeys(("persons", "men", "women"), POLICY["falls"])
    both = Ties((Total("indicator", "persons", ("men", "women"), holds="mostly"),))
    days = Days(policies, both).release(
        ("persons", "uhl", "actual", "2024/25", 48.0),
        ("men", "uhl", "actual", "2024/25", 45.0),
        ("women", "uhl", "actual", "2024/25", 3.0),
    )
    assert days.shown(1, *((name, "uhl", "2024/25") for name in ("persons", "men", "women"))) == [48, "*", "*"]


def test_persons_less_men_is_a_small_number_even_where_women_are_not_printed() -> None:
    policies = dict.fromkeys(("persons", "men"), POLICY["falls"])
    one = Ties((Total("indicator", "persons", ("men",), holds="mostly", rest=True),))
    days = Days(policies, one).release(
        ("persons", "uhl", "actual", "2024/25", 48.0), ("men", "uhl", "actual", "2024/25", 45.0)
    )
    assert days.shown(1, ("persons", "uhl", "2024/25"), ("men", "uhl", "2024/25")) == [48, "*"]


def test_trusts_that_mostly_add_up_are_parts_of_the_total() -> None:
    """August tells an attacker that the two trusts are all there is."""
    ties = Ties((Total("area", "llr-icb", ("uhl", "lpt"), holds="perhaps"),))
    days = Days(POLICY, ties).release(
        ("falls", "uhl", "actual", "Aug 2024", 30.0),
        ("falls", "lpt", "actual", "Aug 2024", 12.0),
        ("falls", "llr-icb", "actual", "Aug 2024", 42.0),
        ("falls", "uhl", "actual", "Sep 2024", 45.0),
        ("falls", "lpt", "actual", "Sep 2024", 3.0),
        ("falls", "llr-icb", "actual", "Sep 2024", 48.0),
    )
    assert days.shown(1, *(("falls", area, "Sep 2024") for area in ("uhl", "lpt", "llr-icb"))) == ["*", "*", 48]


def test_trusts_that_do_not_add_up_hide_nothing_more() -> None:
    ties = Ties((Total("area", "llr-icb", ("uhl", "lpt"), holds="perhaps"),))
    days = Days(POLICY, ties).release(
        ("falls", "uhl", "actual", "Sep 2024", 45.0),
        ("falls", "lpt", "actual", "Sep 2024", 3.0),
        ("falls", "llr-icb", "actual", "Sep 2024", 95.0),
    )
    assert days.shown(1, *(("falls", area, "Sep 2024") for area in ("uhl", "lpt", "llr-icb"))) == [45, "*", 95]


MEN = dict.fromkeys(("persons", "men", "women"), Suppression(low=2, high=7))
SEXES = Ties((Total("indicator", "persons", ("men", "women")),), flows=frozenset(MEN))
MAY_TELLS_TWO_MEN = [("persons", "uhl", "actual", "May 2024", 12.0), ("women", "uhl", "actual", "May 2024", 10.0)]


def men(said: dict[str, float]) -> list:
    return [("men", "uhl", "actual", label, value) for label, value in said.items()]


@pytest.mark.parametrize("april", [0.0, 1.0])
def test_what_makes_up_a_hidden_sum_with_what_was_known_before_is_hidden(april: float) -> None:
    """That May had 2 men was told on the day before. April makes the two months exact, and was not told."""
    months = {"Apr 2024": april, "May 2024": 2.0, "M2 24/25": april + 2}
    days = Days(MEN, SEXES).release(*MAY_TELLS_TWO_MEN).release(*men(months))
    assert days.shown(2, *((name, "uhl", "May 2024") for name in ("persons", "women"))) == [12, 10]
    assert days.shown(2, *(("men", "uhl", label) for label in months)) == ["*", "*", "*"]


def test_a_figure_that_says_again_what_was_known_before_is_not_hidden_in_vain() -> None:
    """The year to date of April was shown: its month tells nobody anything. What tells of May is hidden instead."""
    days = Days(MEN, SEXES).release(*men({"M1 24/25": 1.0}))
    days.release(*men({"Apr 2024": 1.0, "M2 24/25": 3.0}), *MAY_TELLS_TWO_MEN)
    assert days.shown(2, *(("men", "uhl", label) for label in ("M1 24/25", "Apr 2024", "M2 24/25"))) == [1, 1, "*"]
    assert days.shown(2, *((name, "uhl", "May 2024") for name in ("persons", "women"))) == [12, "*"]
