"""What the database counts, orders and picks is what counting, ordering and picking all results gives, slowly."""

from collections import Counter
from datetime import date

import pytest

from outturn.core.assess.result import Result
from outturn.core.catalogue import Section
from outturn.core.report.say.age import Newest
from outturn.core.report.say.headline import worsening_for
from outturn.core.report.say.order import pick_attention, pick_worst, sort_sections, urgency_of
from outturn.core.report.say.tally import tally
from outturn.records.assessments import overview, queries, urgent
from outturn.records.assessments.newest import entries_at
from outturn.records.catalogue import queries as catalogue
from outturn.records.catalogue.models import Entry
from outturn.records.cycle import actions as cycle
from outturn.records.observations import queries as observations
from outturn.sample import sized

from ..conftest import ANALYST

FRAMEWORK = "priorities"
SIZE = sized.Size(48, areas=6, months=14)


@pytest.fixture
def moments(db) -> tuple:
    """A made-up system as it is, and as it was before its last release."""
    sized.build(SIZE)
    now = observations.moment()
    return now, observations.before_release(now)


def everything(moment) -> dict[tuple, Result]:
    return {result.key: result for result in queries.results(moment, FRAMEWORK)}


def keys(rows) -> list[tuple]:
    return [(row.framework, row.indicator, row.area) for row in rows]


@pytest.mark.parametrize("which", [0, 1])
def test_what_is_counted(moments, which):
    moment = moments[which]
    results = list(everything(moment).values())
    seen = overview.look_over(moment, FRAMEWORK)
    indicators = catalogue.at(moment.definitions).indicators
    assert seen.tally == tally(results)
    assert seen.total == len(results) == SIZE.entries
    assert seen.changed == sum(result.latest.updated for result in results) > 0
    assert seen.newest == Counter(
        Newest(result.latest.period, indicators[result.indicator].lag_months) for result in results
    )
    assert (seen.faulty, seen.known) == ((), True)


@pytest.mark.parametrize("which", [0, 1])
def test_what_needs_somebody_first(moments, which):
    moment = moments[which]
    found, known = everything(moment), catalogue.at(moment.definitions)
    first = urgent.find_first(moment, FRAMEWORK)
    assert keys(first) == [result.key for result in pick_attention(found.values())]
    for row in first:
        entry = known.entries()[row.place]
        assert row.worsening == worsening_for(entry, found[entry.key])
    worst = [
        pick_worst(found[entry.key] for entry in known.frameworks[FRAMEWORK].entries if entry.section == section.slug)
        for section in known.frameworks[FRAMEWORK].sections
    ]
    rows = urgent.find_worst(moment, FRAMEWORK, overview.look_over(moment, FRAMEWORK))
    assert {known.entries()[row.place].key for row in rows} == {result.key for result in worst if result}


@pytest.mark.parametrize("which", [0, 1])
def test_which_sections_are_worst(moments, which):
    moment = moments[which]
    sections = catalogue.at(moment.definitions).frameworks[FRAMEWORK].sections
    found, entries = everything(moment), catalogue.at(moment.definitions).frameworks[FRAMEWORK].entries
    held = [(one, [found[entry.key] for entry in entries if entry.section == one.slug]) for one in sections]
    expected = [section for section, _ in sort_sections(held)]
    seen = overview.look_over(moment, FRAMEWORK)
    assert seen.sort_sections((*sections, Section("empty", "Nothing here"))) == expected != list(sections)


@pytest.mark.parametrize("same_definitions", [True, False])
def test_which_ratings_turned(moments, same_definitions):
    now, before = moments
    if not same_definitions:
        cycle.load(
            files=sized.define(SIZE) | {"areas/b.yaml": b"areas:\n  x: {name: X, short: X, kind: place}\n"}, by=ANALYST
        )
        now = observations.moment()
        assert now.definitions != before.definitions
    was, found = everything(before), everything(now)
    turned = [key for key, result in found.items() if result.rating.key != was[key].rating.key]
    rows = list(urgent.find_turned(now, before, FRAMEWORK))
    places = [catalogue.at(now.definitions).entries()[row.place].key for row in rows]
    assert places == sorted(turned, key=lambda key: urgency_of(found[key]), reverse=True)
    assert [(row.was, row.rating) for row in rows] == [(was[key].rating.key, found[key].rating.key) for key in places]
    assert {row.total for row in rows} == {len(turned)}
    assert len(turned) > 2


def test_which_days_are_due(moments):
    now, _ = moments
    found, entries = everything(now), catalogue.at(now.definitions).frameworks[FRAMEWORK].entries
    days = urgent.due_days(now, FRAMEWORK, date(2025, 4, 1))
    assert [day.on for day in days] == [date(2026, 3, 31), date(2027, 3, 31)]
    for day in days:
        ratings = [found[e.key].rating for e in entries if any(aim.by == day.on for aim in e.ambitions)]
        assert (day.total, day.off) == (len(ratings), sum(rating.off for rating in ratings))
        assert day.rated == sum(rating.rated for rating in ratings)


def test_names_are_in_the_same_order_on_any_database(moments):
    rows = Entry.objects.filter(framework=FRAMEWORK, version__number=moments[0].definitions)
    names = [name for name, _ in sorted(rows.values_list("name", "place"), key=lambda pair: (pair[0].lower(), pair[1]))]
    assert list(rows.order_by("name_order", "place").values_list("name", flat=True)) == names


def test_an_entry_that_was_never_assessed_is_listed_without_a_rating(moments):
    now, _ = moments
    before_all = observations.moment_at(0)
    rows = entries_at(type(now)(0, 0, now.definitions, None))
    results = [result for _, result in queries.read_results(rows.filter(framework=FRAMEWORK), before_all)]
    assert len(results) == SIZE.entries
    assert {result.rating.key for result in results} == {"grey"}
    assert not queries.results(type(now)(0, 0, now.definitions, None))


def test_the_most_urgent_and_the_points_of_a_page_take_one_query_each(moments, django_assert_num_queries):
    now, _ = moments
    with django_assert_num_queries(1):
        rows = urgent.find_first(now, FRAMEWORK)
    with django_assert_num_queries(1):
        results = queries.results_of(now, rows, points=True)
    assert keys(rows) == [result.key for result in results]
    assert all(result.points.period for result in results)
