"""`Data to`: the newest month that most measures have."""

from datetime import date

import pytest
from core.report import small

from outturn.core.periods import Period, PeriodKind
from outturn.core.report.build import data_to
from outturn.core.report.reach import reach

AUG, SEP, OCT = (small.month(2024, number) for number in (8, 9, 10))
YEAR = Period.of(PeriodKind.FINANCIAL_YEAR, date(2024, 4, 1))
QUARTER = Period.of(PeriodKind.QUARTER, date(2024, 7, 1))


@pytest.mark.parametrize(
    ("latest", "said"),
    [
        ((), "No data yet"),
        ((None, None), "No data yet"),
        ((OCT,), "Data to October 2024"),
        ((OCT, None), "Data to October 2024"),
        ((OCT, SEP), "Data to September 2024"),  # a tie: September is the one that both have
        ((OCT, OCT), "Data to October 2024"),
        ((OCT, SEP, AUG), "Data to September 2024"),
        ((OCT, SEP, SEP), "Data to September 2024"),
        ((OCT, OCT, AUG), "Data to October 2024"),
        ((OCT, QUARTER, AUG), "Data to September 2024"),
        ((YEAR, OCT, SEP), "Data to September 2024"),  # the year has not ended
        ((YEAR,), "No period has ended yet"),
    ],
)
def test_it_is_the_newest_month_that_most_measures_have(latest, said):
    entries = [small.entry("plan", "urgent", "waits", f"area-{number}") for number in range(len(latest))]
    results = [small.result(entry, period) for entry, period in zip(entries, latest, strict=True)]
    others = [small.result(small.entry("other", "urgent", "waits", f"area-{number}"), OCT) for number in range(9)]
    assert data_to(small.paper(("scorecard", "plan"), results=[*results, *others])) == said


@pytest.mark.parametrize("count", range(1, 9))
def test_more_than_half_have_it_and_not_more_than_half_have_a_newer_one(count):
    days = [(7 * number) % 5 for number in range(count)]
    found = reach(days)
    assert found is not None
    assert sum(day >= found for day in days) > count / 2
    assert sum(day > found for day in days) <= count / 2
