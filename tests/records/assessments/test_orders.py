"""The orders that a database takes are those of `core.report.say.order`, entry by entry; ranks stand beside entries."""

from itertools import pairwise
from typing import Any

import pytest
from django.db.models import F
from django.db.models.expressions import OrderBy

from outturn.core.assess.result import Result
from outturn.core.report.say.movement import tell_movement
from outturn.core.report.say.order import place_band, place_movement, rank_key, share_off
from outturn.core.report.say.peers import find_peers, pick_peers
from outturn.records.assessments import beside, orders, queries
from outturn.records.assessments.newest import entries_at
from outturn.records.catalogue import queries as catalogue
from outturn.records.observations import queries as observations
from outturn.sample import sized

FRAMEWORK = "priorities"


def by_gap(result: Result) -> float | None:
    rating = result.rating
    return -share_off(rating.adverse_percent, True) if rating.off else 1.0 if rating.on else None


def by_movement(result: Result) -> int | None:
    made = tell_movement(result)
    return place_movement(made.tone, made.arrow) if made.arrow else None


def by_rating(result: Result) -> int | None:
    return place_band(result.rating.key) if result.rating.key != "grey" else None


def by_exception(result: Result) -> float | None:
    return result.variation.order if result.variation.variation_icon or result.variation.assurance_icon else None


@pytest.fixture
def moment(db) -> Any:
    sized.build(sized.Size(48, areas=6, months=14))
    return observations.moment()


def test_each_order_is_that_of_its_rule_with_what_cannot_be_placed_last(moment):
    results = {result.key: result for result in queries.results(moment)}
    known, peers = catalogue.at(moment.definitions), find_peers(catalogue.at(moment.definitions), results.values())

    def by_rank(result: Result) -> float | None:
        ranked = pick_peers(known.entry(result.key), result, peers)
        return rank_key(ranked[0].standing.rank, ranked[0].standing.rank_of) if ranked else None

    rules = {
        by_gap: orders.GAP,
        by_movement: orders.MOVEMENT,
        by_rating: orders.RATING,
        by_exception: orders.EXCEPTION,
        by_rank: orders.rank_order(moment),
    }
    for rule, expression in rules.items():
        for down in (False, True):
            order = OrderBy(expression, descending=down, nulls_last=True)
            rows = entries_at(moment).order_by(order, F("place")).values_list("framework", "indicator", "area")
            keys = [rule(results[key]) for key in rows]
            placed = [key for key in keys if key is not None]
            assert keys == placed + [None] * (len(keys) - len(placed))
            assert all((a >= b) if down else (a <= b) for a, b in pairwise(placed)), rule
            assert len(set(placed)) > 1, rule


def test_the_first_rank_beside_an_entry_is_that_of_its_area(moment):
    results = {result.key: result for result in queries.results(moment, points=False)}
    known = catalogue.at(moment.definitions)
    everything = find_peers(known, results.values())
    rows = list(entries_at(moment, FRAMEWORK)[5:20])
    some = find_peers(known, beside.first_rank_beside(moment, rows))
    for row in rows:
        entry = known.entries()[row.place]
        first = [pick_peers(entry, results[entry.key], peers)[0] for peers in (everything, some)]
        assert first[0] == first[1]
        assert first[0].area == entry.area


def test_the_rating_beside_a_rank_is_that_of_its_area(moment):
    known = catalogue.at(moment.definitions)
    entries = known.frameworks["ranks"].entries[3:12]
    ratings = beside.ratings_beside(moment, entries)
    assert {key: rated.key for key, rated in ratings.items()} == {
        entry.key: (FRAMEWORK, entry.beside, entry.area) for entry in entries
    }


def test_quarters_are_counted_as_the_results_say(moment):
    quarters = [result.standing.quartile for result in queries.results(moment, "ranks", points=False)]
    assert beside.count_quarters(moment, "ranks") == (len(quarters), quarters.count(1), quarters.count(4))
