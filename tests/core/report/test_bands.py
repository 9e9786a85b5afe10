"""What bands of a scheme look like and mean in papers and on pages, whatever became of the scheme since."""

from dataclasses import replace

import pytest
from core.assess.entries import STRICT, TOLERANT

from outturn.core.assess.result import Rating, Result
from outturn.core.catalogue import Band, Catalogue, Meaning, Scheme
from outturn.core.live import Figures, resolve
from outturn.core.report import cells
from outturn.core.report.parts.summary import meaning
from outturn.core.report.tables.outcome_cells import grades

KNOWN = Catalogue("v", schemes={"strict": STRICT})


@pytest.mark.parametrize(
    ("when", "key", "declared", "means"),
    [
        ("met", "green", "", Meaning.MET),
        ("adverse", "red", "", Meaning.ADVERSE),
        ("adverse", "amber", "", Meaning.ADVERSE),
        ("adverse", "green", "", Meaning.MET),
        ("adverse", "blue", "", Meaning.MET),
        ("adverse", "amber", "met", Meaning.MET),
        ("no_plan", "grey", "", Meaning.UNRATED),
        ("suppressed", "grey", "", Meaning.UNRATED),
        ("not_due", "grey", "", Meaning.UNRATED),
        ("always", "grey", "", Meaning.UNRATED),
    ],
)
def test_what_a_band_means(when, key, declared, means):
    assert Band(key, key.title(), "x", "circle", when, means=declared).means is means


@pytest.mark.parametrize(
    ("rating", "off", "on"),
    [
        (Rating("green", means="met", met=False), False, True),
        (Rating("amber", means="adverse", met=False), True, False),
        (Rating("grey", means="unrated", met=False), False, False),
        (Rating("grey", means="unrated", met=None), False, False),
        (Rating("red", met=False), True, False),
        (Rating("green", met=True), False, True),
        (Rating("grey", met=False), False, False),
        (Rating(), False, False),
    ],
)
def test_the_band_decides_and_results_kept_before_there_were_meanings_follow_the_comparison(rating, off, on):
    assert (rating.off, rating.on, rating.rated) == (off, on, off or on)


@pytest.mark.parametrize("scheme", ["gone", "strict"])
def test_a_rating_of_a_scheme_that_changed_is_shown_by_its_colour(scheme):
    chip = cells.chip(KNOWN, Rating("yellow", scheme)).chip
    assert (chip.key, chip.word, chip.letter, chip.shape) == ("yellow", "Yellow", "Y", "triangle")


def test_what_a_colour_means_in_the_summary():
    said = [replace(band, meaning=f"{band.when}.") for band in TOLERANT.bands]
    scheme = Scheme("s", "S", "1", tuple(said))
    assert meaning(scheme, "green") == "met. adverse."
    assert meaning(scheme, "red") == "adverse."
    assert meaning(scheme, "grey") == "Not rated. Each measure says why."
    assert meaning(STRICT, "green") == ""


@pytest.mark.parametrize(
    ("words", "letters"),
    [
        (("Red", "Amber", "Green"), "R A G"),
        (("R", "a", "G"), "R A G"),
        (("Inadequate", "Requires improvement", "Good", "Outstanding"), "In RI Gd O"),
        (("Approved", "Granted", "Refused", "Done"), "Ap Gr Re D"),
    ],
)
def test_the_letters_r_a_and_g_stand_for_their_colours_alone(words, letters):
    assert grades(words).text == letters


@pytest.mark.parametrize(
    ("key", "means", "words"),
    [("red", "adverse", "Not met"), ("green", "met", "Met"), ("grey", "unrated", "not rated")],
)
def test_a_live_rating_says_the_word_of_its_band(key, means, words):
    bands = (Band("green", "Met", "M", "circle", "met"), Band("red", "Not met", "N", "square", "adverse"))
    known = Catalogue("v", indicators={"ae": None}, schemes={"m": Scheme("m", "M", "1", bands)})
    figures = Figures.of(known, [Result("f", "ae", "icb", rating=Rating(key, "m", means=means))])
    assert resolve("It is {{ ae.rating }}.", figures) == f"It is {words}."
