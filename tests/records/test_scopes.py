"""The condition that queries begin from says of every row what the scopes say of its subject, on both databases."""

from itertools import product

import pytest

from outturn.core.access import ALL, Actor, Grant, Permission, Sight
from outturn.core.narrow import narrow
from outturn.core.subject import EVERYTHING, Subject
from outturn.core.tree import Tree, subject_of
from outturn.records.about import PLACES, columns_of
from outturn.records.catalogue import queries as catalogue
from outturn.records.catalogue.scopes import within
from outturn.records.findings.models import Finding
from outturn.records.observations.models import Observation

OUTCOMES = "better-care-together-outcomes"
SCOPES = {
    "everything": EVERYTHING,
    "a trust": Subject(area="uhl"),
    "a system, with all below it": Subject(area="llr-icb"),
    "an area without entries": Subject(area="england"),
    "a framework": Subject(framework=OUTCOMES),
    "a section": Subject(framework=OUTCOMES, section="keep-well"),
    "an indicator": Subject(indicator="tobacco-screening"),
    "a trust in a framework": Subject(framework=OUTCOMES, area="lpt"),
    "a pack": Subject(pack="llr-performance-report"),
}


def sight_of(*scopes: Subject) -> Sight:
    return Actor("ann", tuple(Grant("viewer", scope) for scope in scopes), catalogue.tree()).visible(Permission.READ)


def subjects_of(tree: Tree) -> set[Subject]:
    """Every entry, and what it is when some of its parts are left blank."""
    said: set[Subject] = set()
    for entry, kept in product(tree.all_entries(), product((True, False), repeat=len(PLACES))):
        named = {name: getattr(entry, name) for name, there in zip(PLACES, kept, strict=True) if there}
        if "framework" in named or "section" not in named:
            said.add(Subject(**named))
    return said


@pytest.fixture
def rows(loaded) -> None:
    subjects = subjects_of(catalogue.tree())
    Finding.objects.bulk_create(
        Finding(fingerprint=str(number), rule="r", place="p", sentence="s", **columns_of(subject))
        for number, subject in enumerate(subjects)
    )


@pytest.mark.parametrize("scope", SCOPES)
def test_rows_in_sight_are_those_that_the_scope_meets(rows, scope):
    sight = sight_of(SCOPES[scope])
    seen = {row.about for row in within(Finding.objects.all(), sight)}
    assert seen == {subject for subject in subjects_of(catalogue.tree()) if sight.meets(subject)} - nobodys(sight)


def nobodys(sight: Sight) -> set[Subject]:
    """Everybody meets what is about everything; a row about nothing is seen by those who see some of the figures."""
    figures = any(sight.meets(entry) for entry in catalogue.tree().all_entries())
    return set() if figures or sight.is_whole else {EVERYTHING}


def test_two_scopes_show_what_either_shows(rows):
    both = sight_of(SCOPES["a trust"], SCOPES["a section"])
    seen = {row.about for row in within(Finding.objects.all(), both)}
    assert seen == {subject for subject in subjects_of(catalogue.tree()) if both.meets(subject)}


def test_nobody_sees_nothing(rows):
    assert not within(Finding.objects.all(), Actor("ann").visible())
    assert within(Finding.objects.all(), ALL).count() == Finding.objects.count()


def test_a_table_without_frameworks_shows_the_figures_of_their_entries(record):
    record(("ae-4h-type1", "Oct-24", "56.7%", "60%"))
    columns = {"indicator": "indicator__slug", "area": "area__slug"}
    for scope, count in (("nhs-priorities-2024-25", 2), ("finance-kpis-2024-25", 0)):
        assert within(Observation.objects.all(), sight_of(Subject(framework=scope)), columns).count() == count


@pytest.mark.parametrize("scope", SCOPES)
def test_definitions_are_narrowed_to_the_entries_in_sight(loaded, scope):
    sight, known = sight_of(SCOPES[scope]), catalogue.current()
    mine = narrow(known, sight)
    assert set(mine.entries()) == {entry for entry in known.entries() if sight.covers(subject_of(entry))}
    assert set(mine.packs) == {slug for slug in known.packs if sight.covers(Subject(pack=slug))}
    assert all(framework.entries for framework in mine.frameworks.values())
    assert mine.areas == known.areas
