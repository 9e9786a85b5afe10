"""The page of one measure: finding, picture, numbers, why, what is promised, and what was known when."""

import pytest

from outturn.records.assessments.queries import results
from outturn.records.observations.models import Release
from outturn.records.observations.queries import moment

from .reading import read

AE = "/indicators/ae-4h-type1"


def test_the_title_is_the_finding_and_the_chart_says_it_in_words(reader):
    content = reader.get(AE).content.decode()
    page = read(reader.get(AE))
    title = page.words.split("A&E four-hour waits (Type 1), LLR ICB ")[1]
    assert title.startswith("On plan")
    assert "<svg" in content and 'role="group"' in content
    assert 'class="app-chart__narrow"' in content


def test_the_rating_says_why_with_its_rule_and_numbers(reader):
    words = read(reader.get(AE)).words
    assert "56.7% meets it: the plan asks for at or above 56.3%." in words
    assert "version" in words


def test_a_rating_and_a_chart_that_disagree_are_said_and_only_they(reader):
    said = {True: 0, False: 0}
    for result in results(moment(), "nhs-priorities-2024-25"):
        words = read(reader.get(f"/indicators/{result.indicator}")).words
        disagree = bool(result.variation.agreement) or "quarter of all systems" in words
        assert ("The rating is not the whole story" in words) is disagree
        said[disagree] += 1
    assert all(said.values())


def test_the_ambition_is_kept_apart_from_the_plan(reader):
    words = read(reader.get(AE)).words
    assert "Ambition: 78.0% by March 2025." in words
    assert "it is not the plan of a month" in words


def test_every_figure_of_the_series_stands_in_the_table(reader):
    table = reader.get(AE).content.decode().split('id="series"')[1].split("</table>")[0]
    assert "Apr 2023" in table and "55.2%" in table
    assert "Oct 2024" in table and "56.7%" in table


def test_what_was_known_when_marks_a_restatement(reader):
    newest = Release.objects.count()
    changed = read(reader.get(f"/data/releases/{newest}"))
    measure = next(address for address, words in changed.links if address.startswith("/indicators/"))
    words = read(reader.get(measure)).words
    assert "restated, was" in words
    assert f"release {newest - 1}" in words and f"release {newest}" in words


def test_seen_on_an_earlier_day_the_later_figure_is_not_there(reader):
    before = read(reader.get(f"{AE}?as-known=2024-12-10")).words
    assert "Latest, Sep 2024" in before
    assert "Latest, Oct 2024" in read(reader.get(AE)).words


def test_a_measure_names_every_framework_and_paper_that_uses_it(reader):
    page = read(reader.get(AE))
    assert any(address.startswith("/packs/") for address, words in page.links)
    assert "NHS priorities 2024/25, Urgent and emergency care" in page.words


def test_a_suppressed_figure_is_a_star_and_is_rated_only_where_the_answer_is_certain(reader):
    """A hidden count is at least one: a plan of none is missed for certain, a plan of three may be met."""
    placements = read(reader.get("/indicators/oap")).words
    assert "Latest, Sep 2024 *" in placements
    assert "Red" in placements
    assert "Not rated" in read(reader.get("/indicators/ld-cyp-inpt")).words


def test_measures_can_be_read_through_one_after_the_other(reader):
    page = read(reader.get(AE))
    following = next(address for address, words in page.links if words.startswith("Next"))
    back = next(address for address, words in read(reader.get(following)).links if words.startswith("Previous"))
    assert back == f"{AE}/llr-icb"


def test_what_a_figure_is_held_against_has_its_name_all_over_the_page(reader):
    """Perinatal access is held against the national average, infections against a target: neither is a plan."""
    average, target = (reader.get(f"/indicators/{slug}").content.decode() for slug in ("s131a", "s041a"))
    assert "National average 82.8%" in average and ">Plan" not in average
    assert "<dt>National average</dt>" in average and "<dt>Target</dt>" in target
    assert "though it is worse than the national average" in read(reader.get("/indicators/s131a")).words
    assert "Target 100.0%" in target and ">Plan" not in target
    assert "though it is off target" in read(reader.get("/indicators/s041a")).words


def test_two_areas_of_one_measure_are_told_apart_where_it_is_used(reader):
    words = read(reader.get("/indicators/s041a/uhl")).words
    assert "number S041a, UHL" in words and "number S041a, LLR sub-ICB locations" in words
    listed = b"".join(reader.get(f"/data/releases/{Release.objects.count()}.csv").streaming_content).decode()
    assert "C. difficile infections against threshold, UHL" in listed


def test_a_milestone_in_words_is_not_said_to_lack_a_plan(reader):
    words = read(reader.get("/indicators/womens-hub")).words
    assert "Not rated by number: the target is a milestone in words." in words
    assert "there is no plan for the period" not in words


def test_a_gap_of_people_is_said_once(reader):
    assert "about 109 people" not in read(reader.get("/indicators/rtt-65w")).words


def test_words_in_place_of_a_figure_end_with_one_full_stop(reader):
    assert ".." not in read(reader.get("/scorecard")).words


@pytest.mark.parametrize(("seen_on", "said"), [("", "Review was due"), ("?as-known=2025-01-14", "Next review")])
def test_a_review_whose_day_has_passed_is_not_the_next_one(reader, seen_on, said):
    words = read(reader.get(f"/indicators/ae-4h-type1{seen_on}")).words
    assert f"{said} 30 Apr 2025" in " ".join(words.split())
