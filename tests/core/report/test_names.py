"""The name of a line tells it from every other line of its framework, on pages, in papers and in findings."""

from dataclasses import replace

import polars as pl
import pytest
from core.report.small import AREAS, SECTIONS, TODAY, entry, indicator, paper, result

from outturn.core.assess.result import Rating, Result
from outturn.core.catalogue import Area, Catalogue, Framework
from outturn.core.checks.evidence import Evidence
from outturn.core.checks.finding import Severity
from outturn.core.report.parts.summary import section_sentence
from outturn.core.report.tables.entries import read_entry
from outturn.core.report.tables.ranks import read_rank


def known(*entries, other=()) -> Catalogue:
    frameworks = {"plan": Framework("plan", "Plan", "priorities", SECTIONS, entries)}
    if other:
        frameworks["other"] = Framework("other", "Other", "priorities", SECTIONS, other)
    areas = {slug: Area(slug, f"{slug.capitalize()} trust", slug.capitalize(), "trust") for slug in AREAS}
    indicators = {slug: indicator(slug) for slug in ("waits", "beds")}
    return Catalogue("v1", areas=areas, indicators=indicators, frameworks=frameworks)


ONE = entry("plan", "urgent", "waits", number="")
SOUTH = entry("plan", "urgent", "waits", "south", number="")


@pytest.mark.parametrize(
    ("entries", "other", "names"),
    [
        ((ONE,), (), ["Waits"]),
        ((ONE, SOUTH), (), ["Waits, North", "Waits, South"]),
        ((ONE,), (entry("other", "urgent", "waits", "south"),), ["Waits", "Waits"]),
        ((ONE, replace(SOUTH, short="Waits in the south")), (), ["Waits", "Waits in the south"]),
        ((ONE, entry("plan", "urgent", "beds", "south", short="Waits")), (), ["Waits, North", "Waits, South"]),
        ((replace(ONE, short=""), SOUTH), (), ["Waits, North", "Waits, South"]),
    ],
)
def test_a_name_says_its_area_where_the_framework_has_it_for_several(entries, other, names):
    catalogue = known(*entries, other=other)
    assert [catalogue.name(each) for each in catalogue.entries()] == names


def test_a_line_has_its_name_and_a_rank_has_its_area_in_a_column():
    catalogue = known(ONE, SOUTH)
    line = read_entry(catalogue, SOUTH, result(SOUTH), TODAY)
    assert line.name.text == "Waits, South"
    made = read_rank(catalogue, line)
    assert (made["name"].text, made["area"].text) == ("Waits", "South")


def test_findings_about_two_areas_are_two_findings():
    catalogue = known(ONE, SOUTH)
    evidence = Evidence(catalogue, (), (), pl.DataFrame())
    findings = [evidence.about(each, "rule", "Title", Severity.NOTE, "The same words.") for each in (ONE, SOUTH)]
    assert [finding.place for finding in findings] == ["Plan, Waits, North", "Plan, Waits, South"]
    assert len({finding.fingerprint for finding in findings}) == 2


@pytest.mark.parametrize(
    ("rated", "words"),
    [
        (0, "Nothing here is rated yet."),
        (1, "The one rated measure is on plan."),
        (2, "Both rated measures are on plan."),
        (3, "All 3 rated measures are on plan."),
    ],
)
def test_a_section_with_nothing_off_plan_counts_what_is_rated(rated, words):
    entries = [replace(ONE, indicator=slug, area=area) for slug in ("waits", "beds") for area in AREAS]
    good = Rating("green", "rag", means="met")
    results = [Result(*each.key, rating=good) for each in entries[:rated]]
    plan = Framework("plan", "Plan", "priorities", SECTIONS, tuple(entries))
    assert section_sentence(paper(frameworks=(plan,), results=results), entries) == words
