"""A list of six allotments: filtered, ordered, counted and paged by the database, asked for by its address."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.db.models import Case, Q, Value, When
from django.test.utils import CaptureQueriesContext

from outturn.web.listing.filters import AnyOf, Between, Flag, OneOf, Search
from outturn.web.listing.listing import Column, Listing
from outturn.web.listing.sorts import By, Letters, Sort

from .conftest import Allotment, ask, names

PARISHES = {"oadby": "Oadby"}
HEAVY = Sort("gap", "Heaviest", "heaviest first", "lightest first", (By("kilos", down=True),))
BY_NAME = Sort("name", "Name", "by name", "by name, from Z to A", (By(Letters("name")),))
PLOTS = Listing(
    noun="plot",
    columns=(Column("name", "Plot", sort="name"), Column("kilos", "Kilos", number=True, sort="gap"), Column("x", "X")),
    sorts=(Sort("old", "Oldest", "oldest first", "newest first", (By("dug"),)), HEAVY, BY_NAME),
    ties=(By(Letters("parish")),),
    filters=(
        Search(("name", "parish", "crop"), "Find a plot"),
        OneOf("section", "Parish", {"Oadby": "Oadby", "Wigston": "Wigston Magna", "Blaby": "Blaby"}, column="parish"),
        AnyOf("rating", "Crop", {"beans": "Broad beans", "peas": "Peas"}, column="crop"),
        Flag("off", "Under ten kilos", Q(kilos__lt=10)),
        Between("dug", "Dug", "dug"),
        OneOf("area", "Of", column="parish"),
    ),
    nothing="Plots stand here once they are let.",
)


@pytest.fixture(autouse=True)
def table(plots):
    return plots


def test_without_asking_it_shows_all_in_the_declared_order_and_what_cannot_be_placed_last():
    listed = ask(PLOTS, "")
    assert names(listed) == ["Ash", "birch", "Dogwood", "Elder", "Éire", "Cedar"]
    assert listed.sentence == "All 6 plots, oldest first"
    assert listed.pages == {}


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("sort=gap", ["Ash", "Dogwood", "birch", "Elder", "Éire", "Cedar"]),
        ("sort=gap&order=reverse", ["Éire", "Elder", "birch", "Ash", "Dogwood", "Cedar"]),
        ("order=reverse", ["Elder", "Dogwood", "birch", "Ash", "Éire", "Cedar"]),
        ("sort=name", ["Ash", "birch", "Cedar", "Dogwood", "Elder", "Éire"]),
        ("sort=name&order=reverse", ["Éire", "Elder", "Dogwood", "Cedar", "birch", "Ash"]),
    ],
)
def test_what_cannot_be_placed_is_last_either_way_and_ties_keep_their_order(address, found):
    assert names(ask(PLOTS, address)) == found


def test_an_order_may_be_an_expression_with_cases_that_have_no_place():
    place = Case(When(crop="peas", then=Value(2)), When(crop="beans", then=Value(1)))
    crops = Sort("rating", "Crop", "beans first", "peas first", (By(place), By("kilos", down=True)))
    listing = replace(PLOTS, sorts=(*PLOTS.sorts, crops))
    assert names(ask(listing, "sort=rating")) == ["Éire", "Cedar", "Ash", "Dogwood", "birch", "Elder"]
    assert names(ask(listing, "sort=rating&order=reverse")) == ["birch", "Ash", "Dogwood", "Éire", "Cedar", "Elder"]


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("section=Oadby", {"Ash", "birch"}),
        ("section=Blaby", set()),
        ("rating=peas&rating=beans", {"Ash", "birch", "Dogwood", "Cedar", "Éire"}),
        ("rating=peas&rating=peas&rating=turnips", {"Ash", "birch", "Dogwood"}),
        ("off=yes", {"birch", "Elder", "Éire"}),
        ("rating=peas&off=yes", {"birch"}),
        ("since=2024-03-02&until=2024-04-30", {"birch", "Dogwood"}),
        ("since=2024-05-01", {"Elder"}),
        ("until=2024-03-01", {"Ash"}),
        ("area=Countesthorpe", {"Elder", "Éire"}),
        ("area=Atlantis", set()),
        ("q=OADBY+pea", {"Ash", "birch"}),
        ("q=pea+oadby+ash", {"Ash"}),
        ("q=ÉIRE", {"Éire"}),
        ("q=éire", {"Éire"}),
    ],
)
def test_filters_combine_and_every_word_must_match(address, found):
    assert set(names(ask(PLOTS, address))) == found


@pytest.mark.parametrize(
    "address",
    [
        "section=purple", "rating=x", "off=maybe", "sort=colour", "order=sideways", "since=today", "until=2024-13-01",
        "page=abc", "page=-1", "page=0", "page=1.5", "page=" + "9" * 40, "page=²", "q=", "q=%00", "q=++", "rating=%00",
        "since=9999-99-99", "nothing=known", "section=", "%00=%00", "sort=%00",
    ],
)  # fmt: skip
def test_an_old_or_hostile_address_shows_the_page(address):
    assert len(ask(PLOTS, address).rows) == 6


@pytest.mark.parametrize("words", ["100%_", "%", "_", "%25", "100%25_"])
def test_signs_of_patterns_are_looked_for_as_they_are(words):
    from urllib.parse import quote

    found = names(ask(PLOTS, f"q={quote(words)}"))
    assert found == (["Éire"] if words in "Éire 100%_" else [])


@pytest.mark.parametrize(
    "words", ["'; DROP TABLE allotment; --", "a" * 5000, "\\", "\x00\x01b\x7f", "' OR 1=1", "\ud7ff"]
)
def test_hostile_words_find_nothing_and_do_no_harm(words):
    from urllib.parse import quote

    listed = ask(PLOTS, f"q={quote(words)}&area={quote(words)}&section={quote(words)}")
    assert listed.rows == ()
    assert all(len(each.words) < 100 for each in listed.taken)
    assert Allotment.objects.count() == 6


def test_the_last_day_that_can_be_written_is_no_fault():
    assert len(ask(PLOTS, "until=9999-12-31&since=0001-01-01").rows) == 4


PAGED = replace(PLOTS, per_page=4, sorts=(BY_NAME,), columns=())


@pytest.mark.parametrize(
    ("address", "found", "sentence"),
    [
        ("", ["Ash", "birch", "Cedar", "Dogwood"], "1 to 4 of 6 plots, by name"),
        ("page=2", ["Elder", "Éire"], "5 to 6 of 6 plots, by name"),
        ("page=3", ["Elder", "Éire"], "5 to 6 of 6 plots, by name"),
        ("page=99999999", ["Elder", "Éire"], "5 to 6 of 6 plots, by name"),
        ("rating=peas&page=2", ["Ash", "birch", "Dogwood"], "3 of 6 plots, by name"),
        (
            "rating=peas&rating=beans&page=2",
            ["Éire"],
            "The last of the 5 plots that fit the filters (6 in all), by name",
        ),
    ],
)
def test_pages_and_a_page_beyond_the_end(address, found, sentence):
    listed = ask(PAGED, address)
    assert (names(listed), listed.sentence) == (found, sentence)


def test_every_row_stands_on_one_page_however_many_are_alike():
    alike = replace(PLOTS, per_page=1, sorts=(Sort("old", "", "", "", (By(Value(1)),)),), ties=(), columns=())
    for order in ("", "&order=reverse"):
        assert sorted(n for page in range(1, 7) for n in names(ask(alike, f"page={page}{order}"))) == sorted(
            names(ask(PLOTS, ""))
        )


def test_pages_link_to_their_neighbours_and_keep_what_was_asked():
    pages = ask(replace(PAGED, per_page=1), "page=3&rating=peas&rating=beans&order=reverse").pages
    assert pages["previous"]["href"] == "/plots?rating=beans&rating=peas&order=reverse&page=2"
    assert pages["next"]["href"].endswith("page=4")
    assert [item.get("number", "…") for item in pages["items"]] == [1, 2, 3, 4, 5]
    assert [item["current"] for item in pages["items"]] == [False, False, True, False, False]
    assert "page" not in pages["items"][0]["href"]


def test_headings_lead_to_their_order_and_turn_it():
    by_name, kilos, plain = ask(PLOTS, "off=yes").headings
    assert (by_name.href, by_name.sense) == ("/plots?off=yes&sort=name", "")
    assert (plain.href, plain.sense) == ("", "")
    by_name, kilos, _ = ask(PLOTS, "sort=gap&page=2").headings
    assert (kilos.href, kilos.sense) == ("/plots?sort=gap&order=reverse", "descending")
    assert ask(PLOTS, "sort=gap&order=reverse").headings[1].sense == "ascending"
    assert ask(PLOTS, "sort=gap&order=reverse").headings[1].href == "/plots?sort=gap"


def test_what_is_chosen_can_be_taken_off_one_by_one():
    listed = ask(PLOTS, "rating=peas&rating=beans&off=yes&q=a+b&since=2024-03-02&section=Wigston&sort=gap")
    assert [(each.words, each.href.count("rating=")) for each in listed.taken] == [
        ("“a b”", 2),
        ("Parish: Wigston Magna", 2),
        ("Crop: Broad beans", 1),
        ("Crop: Peas", 1),
        ("Under ten kilos", 2),
        ("Dug from 2 Mar 2024", 2),
    ]
    assert "sort=gap" in listed.taken[0].href and "q=" not in listed.taken[0].href
    assert listed.clear == "/plots"


def test_choices_say_how_many_of_all_rows_they_hold_whatever_is_chosen():
    zones = ask(PLOTS, "off=yes&section=Blaby").zones
    fields = {field.key: field for zone in zones for field in zone.fields}
    assert [(c.word, c.count, c.chosen) for c in fields["section"].choices] == [
        ("Oadby", 2, False),
        ("Wigston Magna", 2, False),
        ("Blaby", 0, True),
    ]
    assert [(c.word, c.count) for c in fields["rating"].choices] == [("Broad beans", 2), ("Peas", 3)]
    assert [(c.count, c.chosen) for c in fields["off"].choices] == [(3, True)]
    assert [c.value for c in fields["area"].choices] == ["Countesthorpe", "Oadby", "Wigston"]


def test_a_filter_with_one_choice_is_not_drawn():
    rows = Allotment.objects.filter(parish="Oadby")
    fields = {field.key for zone in ask(PLOTS, "", rows).zones for field in zone.fields}
    assert fields == {"q", "off", "dug"}


def test_two_questions_however_many_filters():
    with CaptureQueriesContext(connection) as asked:
        ask(PLOTS, "rating=peas&sort=gap&q=a")
    assert len(asked) == 2


def test_nothing_fits_and_nothing_there_are_told_apart():
    none = ask(PLOTS, "q=zebra")
    assert (none.sentence, none.way_back) == ("None of the 6 plots fits the filters", "Show all 6 plots")
    empty = ask(PLOTS, "q=zebra", Allotment.objects.none())
    assert (empty.sentence, empty.way_back) == ("No plots", "")
    assert empty.counts.total == 0


def test_a_moment_counts_to_the_end_of_its_day_in_the_clock_of_the_site():
    between = Between("at", "At", "dug", moments=True)
    assert str(between.narrow({"until": ("2024-03-01",)})) == str(Q(dug__date__lt=date(2024, 3, 2)))


def test_a_word_of_the_address_that_no_page_keeps_is_refused_when_it_is_declared():
    with pytest.raises(AssertionError, match="colour"):
        replace(PLOTS, filters=(OneOf("colour", "Colour"),))
