"""Assessing: only what changed, kept per release, in a constant number of queries."""

from datetime import date

from outturn.records.assessments import actions, queries
from outturn.records.assessments.models import Assessment
from outturn.records.assessments.stale import stale
from outturn.records.catalogue import queries as catalogue
from outturn.records.observations import queries as observations
from outturn.records.sequence import queries as sequence

from ..conftest import ANALYST, noon

AE, CAT2 = "ae-4h-type1", "cat2-response"


def assessed() -> list[str]:
    """The indicators that were assessed by the last act."""
    last = Assessment.objects.filter(act=sequence.last())
    return sorted(last.values_list("entry__indicator", flat=True))


def test_only_the_series_that_changed_are_assessed_again(record):
    assert len(assessed()) == len(catalogue.current().entries())
    record((AE, "Sep-24", "56.1%", "57.3%"), (CAT2, "Sep-24", "00:40:23", "00:30:00"))
    assert assessed() == [AE, CAT2]
    record((AE, "Oct-24", "56.7%", "56.3%"))
    assert assessed() == [AE]
    assert not stale(observations.moment())


def test_where_small_counts_hide_all_areas_of_an_indicator_are_assessed_together(record):
    record(("oap", "Sep-24", "3", ""))
    assert assessed() == ["oap"] * len(catalogue.current().find_uses("oap"))


def test_pages_read_what_was_assessed_at_their_moment(record):
    record((AE, "Sep-24", "56.1%", "57.3%"), at=noon(date(2024, 12, 2)))
    record((AE, "Oct-24", "56.7%", "56.3%"), at=noon(date(2025, 1, 10)))
    before, now = observations.moment(date(2024, 12, 31)), observations.moment()
    ratings = [queries.of_indicator(moment, AE)[0].rating.key for moment in (before, now)]
    assert ratings == ["yellow", "green"]


def test_reading_all_results_takes_one_query(record, django_assert_num_queries):
    record((AE, "Sep-24", "56.1%", "57.3%"))
    moment, entries = observations.moment(), catalogue.current().entries()
    with django_assert_num_queries(1):
        assert len(queries.results(moment)) == len(entries)


def test_assessing_everything_again_says_the_same(record):
    record((AE, "Sep-24", "56.1%", "57.3%"), (AE, "Oct-24", "56.7%", "56.3%"))
    before = queries.results(observations.moment())
    actions.assess(by=ANALYST, everything=True)
    assert queries.results(observations.moment()) == before


def test_a_later_release_restates_the_point_and_says_what_it_was(record):
    record((AE, "Sep-24", "55.0%", ""), (AE, "Oct-24", "56.7%", ""))
    record((AE, "Sep-24", "56.1%", ""), accept=("restatement",))
    points = queries.of_indicator(observations.moment(), AE)[0].points
    assert (points.value, points.restated) == ((56.1, 56.7), (55.0, None))
