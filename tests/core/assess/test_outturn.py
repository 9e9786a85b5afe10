"""The year that a source expects, against the plan of that year."""

from datetime import date

import pytest
from core.assess.entries import judged, months, said

from outturn.core.periods import Period, PeriodKind

BEFORE, YEAR = (Period.of(PeriodKind.FINANCIAL_YEAR, date(year, 4, 1)) for year in (2022, 2023))
ROWS = [*said("actual", months(1), [78]), *said("forecast", [BEFORE, YEAR], [10, 85]), *said("plan", [BEFORE], [5])]


@pytest.mark.parametrize(("plan", "means"), [([90], "adverse"), ([80], "met"), ([None], "unrated"), ([], "unrated")])
def test_the_newest_year_is_held_against_its_own_plan(plan, means):
    result = judged([*ROWS, *said("plan", [YEAR] * len(plan), plan), *said("printed_rating", [YEAR], ["A"])])
    assert (result.outturn.period, result.outturn.value) == (YEAR, 85)
    assert (result.outturn.plan, result.outturn.plan_period) == (plan[0] if plan else None, YEAR if plan else None)
    assert (result.outturn_rating.means, result.outturn_rating.printed) == (means, "A")
    assert not result.outturn.updated


def test_the_rating_of_a_month_is_not_that_of_the_year():
    march = Period.of(PeriodKind.MONTH, date(2024, 3, 1))
    assert judged([*ROWS, *said("printed_rating", [march], ["R"])]).outturn_rating.printed == ""


def test_a_year_of_another_paper_is_none_of_this_one():
    years = {"figures_from": date(2022, 4, 1), "figures_to": date(2023, 12, 31)}
    assert judged(ROWS, framework=years).outturn.period == BEFORE


def test_a_source_that_expects_nothing_has_no_year():
    assert judged(said("actual", months(1), [78])).outturn.period is None
