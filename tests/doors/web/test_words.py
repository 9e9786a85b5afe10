"""The small words of pages: counts, addresses, downloads that no spreadsheet runs, and the sentence at the top."""

from dataclasses import fields
from datetime import date

import pytest

from outturn.core.assess.result import Rating
from outturn.core.catalogue import Band, Scheme, Target, TargetKind
from outturn.core.catalogue.roles import NAMES, FigureRole, name_role
from outturn.core.report.say.aims import in_force
from outturn.core.report.say.chances import chance_words
from outturn.core.report.say.headline import name_inside
from outturn.core.report.say.history import say_recorded
from outturn.core.report.say.method import RULES, say_when
from outturn.core.report.say.targets import gap_words
from outturn.core.report.wording import count_of
from outturn.core.statistics.spc.rulesets import RuleSet
from outturn.web.listing.download import as_text
from outturn.web.packs.presenter import size_words
from outturn.web.seen import address


@pytest.mark.parametrize(
    "number, noun, plural, said",
    [(0, "measure", "", "0 measures"), (1, "measure", "", "1 measure"), (1200, "entry", "entries", "1,200 entries")],
)
def test_a_count_takes_its_noun(number, noun, plural, said):
    assert count_of(number, noun, plural) == said


def test_an_address_leaves_out_what_is_empty_and_repeats_what_is_several():
    assert address("/x", {"q": "", "rating": ["red", "grey"], "sort": None}) == "/x?rating=red&rating=grey"
    assert address("/x", {"q": ""}) == "/x"


@pytest.mark.parametrize("text", ["=1+1", "@sum(a1)", "+cmd", "-1+cmd|' /c calc'!a0", "\t=1", "\u22121+1"])
def test_text_that_a_spreadsheet_could_run_leaves_as_text(text):
    assert as_text(text).startswith("'")


@pytest.mark.parametrize("text", ["-1,043", "+0.4 pp", "-£15,811k", "+00:35:37", "+0.6 pp since Sep 2024", "-3.2%"])
def test_a_signed_figure_stays_a_figure(text):
    assert as_text(text) == text


@pytest.mark.parametrize(
    "name, inside",
    [("Ambulance response", "ambulance response"), ("A&E waits", "A&E waits"), ("GP appointments", "GP appointments")],
)
def test_a_name_inside_a_sentence_keeps_its_capitals_only_where_it_must(name, inside):
    assert name_inside(name) == inside


@pytest.mark.parametrize("chance, said", [(0.0, "less than 1%"), (0.34, "34%"), (1.0, "more than 99%")])
def test_a_chance_is_never_certain(chance, said):
    assert chance_words(chance) == said


@pytest.mark.parametrize("size, said", [(10, "1 KB"), (632_000, "632 KB"), (1_840_000, "1.8 MB")])
def test_a_size_is_said_as_people_say_it(size, said):
    assert size_words(size) == said


@pytest.mark.parametrize(
    ("met", "gap", "operator", "means", "aim", "said"),
    [
        (None, None, ">=", "unrated", "plan", ""),
        (False, None, ">=", "adverse", "plan", ""),
        (True, 0.0, ">=", "met", "plan", "on plan"),
        (False, 0.0, ">", "adverse", "plan", "exactly on plan, which asks for more"),
        (False, 0.0, "<", "adverse", "target", "exactly on the target, which asks for less"),
        (True, 2.0, ">=", "met", "target", "better than the target"),
        (False, -2.0, ">=", "adverse", "plan", "worse than plan"),
        (False, -2.0, ">=", "adverse", "national average", "worse than the national average"),
        (False, -0.2, ">=", "met", "plan", "within the tolerance"),
    ],
)
def test_what_a_gap_means(met, gap, operator, means, aim, said):
    assert gap_words(Rating("x", means=means, met=met, gap=gap, operator=operator), aim) == said


@pytest.mark.parametrize(("nearer", "said"), [((), "The target is not met"), ((5.0,), "Worse than the target by more")])
def test_the_last_band_is_said_after_those_that_come_before_it(nearer, said):
    last = Band("red", "Red", "R", "square", "adverse")
    bands = (*(Band("amber", "Amber", "A", "triangle", "adverse", at_most=most) for most in nearer), last)
    assert say_when(Scheme("s", "S", "1", bands), last) == said


@pytest.mark.parametrize(
    ("began", "ends", "said"),
    [
        (None, None, ""),
        (date(2026, 1, 1), None, " from 1 Jan 2026"),
        (None, date(2026, 3, 31), " until 31 Mar 2026"),
        (date(2026, 1, 1), date(2026, 3, 31), " from 1 Jan 2026 to 31 Mar 2026"),
    ],
)
def test_a_target_that_is_not_for_every_period_says_for_which(began, ends, said):
    assert in_force(Target(TargetKind.FLAT, "<=", value=100.0, valid_from=began, valid_to=ends)) == said


def test_every_constant_of_a_rule_set_is_said_in_words():
    assert list(RULES) == [each.name for each in fields(RuleSet) if each.name != "name"]


@pytest.mark.parametrize(
    ("figures", "without", "restated", "withdrawn", "words"),
    [
        (0, 0, 0, 0, "No figure recorded"),
        (0, 1, 0, 0, "No figure recorded; 1 entry without a figure"),
        (1, 0, 0, 0, "1 figure recorded"),
        (40, 2, 7, 1, "40 figures recorded, of which 7 restatements; 2 entries without a figure; 1 withdrawn since"),
        (0, 0, 0, 3, "No figure recorded; 3 withdrawn since"),
    ],
)
def test_how_much_is_recorded_counts_figures_alone(figures, without, restated, withdrawn, words):
    assert say_recorded(figures, without, restated, withdrawn) == words


def test_every_role_of_a_figure_has_a_name():
    assert set(NAMES) == set(FigureRole)
    assert name_role("printed_rating") == "Rating as printed"
    assert name_role("first_guess") == "First guess"
