"""What is worst: the tables of docs/method/worst-first.md, and a case for every comparison of the rule."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from outturn.core.assess.result import Rating, Result, Variation
from outturn.core.report.say.order import (
    BANDS,
    MOST,
    pick_attention,
    pick_worst,
    place_band,
    place_movement,
    rank_key,
    section_key,
    section_key_of,
    share_off,
    sort_sections,
    urgency_key,
    urgency_of,
)

PAGE = Path(__file__).parents[3] / "docs/method/worst-first.md"
WORDS = {"Not rated": "grey"}


def read_table(heading: str) -> list[dict[str, str]]:
    """The rows of the table that begins with that column, by column."""
    lines = PAGE.read_text().splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(f"| {heading} |"))
    rows = []
    for line in lines[start:]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return [dict(zip(rows[0], row, strict=True)) for row in rows[2:]]


def percent(words: str) -> float | None:
    return float(words.rstrip("%")) if words else None


def result(name: str, key: str = "red", share: float | None = None, order: float = 0.0, means: str = "") -> Result:
    meaning = means or {"grey": "unrated", "green": "met", "blue": "met"}.get(key, "adverse")
    rating = Rating(key, "s", means=meaning, adverse_percent=share)
    return Result("f", name, "a", rating=rating, variation=Variation(order=order))


def test_measures_stand_as_the_manual_has_them():
    rows = read_table("Measure")
    results = [
        result(row["Measure"], WORDS.get(row["Rating"], row["Rating"].lower()), percent(row["Share of plan"]),
               float(row["Exception order"]))
        for row in rows
    ]  # fmt: skip
    backwards = results[::-1]
    placed = sorted(backwards, key=urgency_of, reverse=True)
    assert [each.indicator for each in placed] == [row["Measure"] for row in rows]
    assert [row["Place"] for row in rows] == [str(number) for number in range(1, 8)]
    assert [each.indicator for each in pick_attention(backwards)] == ["A", "B", "C", "D", "E"]


def test_areas_stand_as_the_manual_has_them():
    rows = read_table("Area")
    keys = [
        section_key(
            {band: int(row[band.capitalize()]) for band in ("red", "amber", "yellow")},
            percent(row["Furthest off"]) or 0.0,
        )
        for row in rows
    ]
    assert all(before > after for before, after in pairwise(keys))
    assert [row["Place"] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        (("red", 0.1, True, 0), ("amber", 99.0, True, 9)),  # the band before the share
        (("amber", 0.1, True, 0), ("yellow", 99.0, True, 9)),
        (("yellow", 0.1, True, 0), ("grey", None, False, 9)),  # off plan before all else
        (("yellow", 0.1, True, 0), ("red", None, False, 9)),  # whatever the band is called
        (("green", 0.1, True, 0), ("red", None, False, 9)),
        (("grey", None, False, 0), ("green", None, False, 9)),  # not to know before good news
        (("grey", None, False, 0), ("blue", None, False, 9)),
        (("red", 5.1, True, 0), ("red", 5.0, True, 9)),  # the share before the chart
        (("red", 5.0, True, 2), ("red", 5.0, True, 1)),  # then the chart
        (("red", None, True, 0), ("red", 99.9, True, 9)),  # a target of zero is missed whole
        (("red", 100.1, True, 0), ("red", None, True, 9)),
        (("green", 3.0, False, 2), ("green", 9.0, False, 1)),  # within a tolerance nothing is off plan
        (("orange", 3.0, True, 0), ("grey", None, False, 9)),  # a band of no known colour
        (("yellow", 3.0, True, 0), ("orange", 9.0, True, 9)),
        (("orange", None, False, 0), ("green", None, False, 9)),
    ],
)
def test_the_first_difference_decides(worse, better):
    assert urgency_key(*worse) > urgency_key(*better)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("green", None, False, 1), ("blue", None, False, 1)),
        (("orange", None, False, 1), ("grey", None, False, 1)),
        (("red", None, True, 1), ("red", 100.0, True, 1)),
    ],
)
def test_what_differs_in_nothing_that_counts_is_equal(one, other):
    assert urgency_key(*one) == urgency_key(*other)


@pytest.mark.parametrize(
    ("share", "off", "size"),
    [(3.0, True, 3.0), (0.0, True, 0.0), (None, True, 100.0), (3.0, False, 0.0), (None, False, 0.0)],
)
def test_only_what_is_off_plan_is_off_by_anything(share, off, size):
    assert share_off(share, off) == size


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        (({"red": 2}, 1.0), ({"red": 1, "amber": 9, "yellow": 9}, 90.0)),
        (({"amber": 2}, 1.0), ({"amber": 1, "yellow": 9}, 90.0)),
        (({"yellow": 2}, 1.0), ({"yellow": 1}, 90.0)),
        (({"orange": 1, "yellow": 1}, 1.0), ({"yellow": 1}, 90.0)),
        (({"red": 1, "amber": 1, "yellow": 1}, 2.0), ({"red": 1, "amber": 1, "yellow": 1}, 1.0)),
        (({"yellow": 1}, 0.0), ({}, 0.0)),
    ],
)
def test_an_area_is_worse_by_the_first_count_that_differs(worse, better):
    assert section_key(*worse) > section_key(*better)


def test_an_area_counts_only_what_is_off_plan_and_takes_its_largest_share():
    held = [
        result("a", "red", 8.0), result("b", "red", 12.0), result("c", "amber", 30.0), result("d", "yellow", 2.0),
        result("e", "red", means="unrated"), result("f", "green", 90.0), result("g", "grey"),
    ]  # fmt: skip
    assert section_key_of(held) == (2, 1, 1, 30.0)
    assert section_key_of([result("a", "red"), result("b", "red", 30.0)]) == (2, 0, 0, 100.0)
    assert section_key_of([]) == (0, 0, 0, 0.0)


def test_areas_that_are_equal_keep_their_order_and_the_worst_stands_first():
    good, bad = [result("a", "green")], [result("b", "red", 1.0)]
    placed = sort_sections([("first", good), ("second", good), ("worst", bad), ("third", [])])
    assert [name for name, _ in placed] == ["worst", "first", "second", "third"]


def test_only_so_many_need_attention_and_ties_keep_their_order():
    equal = [result(f"m{number}", "red", 5.0) for number in range(MOST + 2)]
    assert MOST == 5
    assert pick_attention([result("g", "green"), *equal]) == equal[:MOST]


def test_the_worst_is_the_first_that_needs_attention():
    assert pick_worst([result("a", "yellow", 4.0), result("b", "red", 1.0), result("c", "red", 9.0)]).indicator == "c"
    assert pick_worst([result("a", "green"), result("b", "grey"), result("c", "red", means="unrated")]) is None
    assert pick_worst([]) is None


def test_bands_are_read_from_the_worst_to_those_not_rated():
    assert [place_band(band) for band in ("red", "amber", "yellow", "green", "blue", "grey")] == list(range(6))
    assert place_band("orange") == len(BANDS)


def test_movements_are_read_from_the_most_alarming_to_those_that_nobody_knows():
    moves = [("worsening", "up"), ("", "down"), ("steady", "same"), ("improving", "up"), ("", "")]
    assert [place_movement(tone, arrow) for tone, arrow in moves] == list(range(5))


@pytest.mark.parametrize(
    ("rank", "rank_of", "place"), [(30, 32, 0.9375), (42, 42, 1.0), (None, 42, None), (3, None, None), (3, 0, None)]
)
def test_a_rank_counts_by_how_far_down_its_table_it_stands(rank, rank_of, place):
    assert rank_key(rank, rank_of) == place


def test_a_rank_further_down_a_shorter_table_is_worse():
    assert re.search("30th of 32 is worse than 35th of 42", PAGE.read_text())
    assert rank_key(30, 32) > rank_key(35, 42)
