"""The scorecard: 38 priorities in one table that can be narrowed, ordered, shared by its address, and taken away."""

import csv
import io

import pytest

from .reading import read

CARD = "/scorecard"


def shown(page) -> str:
    return page.words.split(" measures, ")[0].rsplit(" ", 3)[-3:]


def names(response) -> list[str]:
    """The measures in their order: links to indicator pages."""
    return [words for address, words in read(response).links if address.startswith("/indicators/")]


def test_it_shows_every_priority_once_in_the_order_of_the_framework(reader):
    response = reader.get(CARD)
    assert len(names(response)) == 38
    assert "All 38 measures, in the order of the framework" in read(response).words


def test_the_first_line_counts_what_is_off_plan(reader):
    words = read(reader.get(CARD)).words
    red, yellow, grey = (len(names(reader.get(f"{CARD}?rating={key}"))) for key in ("red", "yellow", "grey"))
    assert f"{red + yellow} of {38 - grey} rated priorities are off plan" in words


def test_filters_combine(reader):
    red = set(names(reader.get(f"{CARD}?rating=red")))
    changed = set(names(reader.get(f"{CARD}?changed=yes")))
    both = names(reader.get(f"{CARD}?rating=red&changed=yes"))
    assert both
    assert set(both) == red & changed
    assert len(both) < 38


def test_search_finds_words_of_the_framework_in_any_order(reader):
    assert names(reader.get(f"{CARD}?q=ambulance")) == names(reader.get(f"{CARD}?q=response+ambulance"))
    assert len(names(reader.get(f"{CARD}?q=ambulance"))) == 1


def test_nothing_fits_is_a_sentence_with_a_way_back(reader):
    page = read(reader.get(f"{CARD}?q=zebra"))
    assert "None of the 38 measures fits the filters" in page.words
    assert page.link("Show all 38 measures").startswith("/scorecard/")
    assert "one filter" not in page.words
    assert "Clear the filters" not in page.words
    assert "Show all 38 measures, or take one filter off." in read(reader.get(f"{CARD}?q=zebra&rating=red")).words


@pytest.mark.parametrize("sort", ["name", "rating", "gap", "movement", "urgency", "rank", "lag"])
def test_an_order_keeps_every_measure_and_says_itself(reader, sort):
    response = reader.get(f"{CARD}?sort={sort}")
    assert len(names(response)) == 38
    turned = reader.get(f"{CARD}?sort={sort}&order=reverse")
    assert sorted(names(turned)) == sorted(names(response))
    sense = [value for tag, name, value in read(response).attributes if name == "aria-sort"]
    assert sense == ["descending" if sort in ("urgency", "rank") else "ascending"]


def test_worst_rating_comes_first(reader):
    first = names(reader.get(f"{CARD}?sort=rating"))[0]
    assert first in names(reader.get(f"{CARD}?rating=red"))


def test_what_cannot_be_placed_stays_last_either_way(reader):
    """What is not rated, has no rank, no chart, no earlier figure."""
    for sort, last in (("rating", "rating=grey"), ("urgency", "variation=none")):
        unplaced = set(names(reader.get(f"{CARD}?{last}")))
        for order in ("", "&order=reverse"):
            assert set(names(reader.get(f"{CARD}?sort={sort}{order}"))[-len(unplaced) :]) == unplaced


def test_an_old_link_with_words_it_does_not_know_still_shows_the_page(reader):
    assert len(names(reader.get(f"{CARD}?rating=purple&sort=colour&variation=odd"))) == 38


def test_the_download_holds_what_is_shown_in_its_order(reader):
    page = reader.get(f"{CARD}?rating=red&sort=gap")
    response = reader.get(read(page).link(f"Download these {len(names(page))} measures (CSV)"))
    rows = list(csv.DictReader(io.StringIO(response.getvalue().decode("utf-8-sig"))))
    assert [row["Measure"] for row in rows] == names(page)
    assert {row["Rating"] for row in rows} == {"Red"}


def test_finance_shows_the_year_to_date_beside_the_full_year(reader):
    page = read(reader.get("/scorecard/finance-kpis-2024-25"))
    assert "Year to date" in page.words and "Full year" in page.words
    assert "£67,490k" in page.words
    assert "£80,000k" in page.words
