"""A text is written, changed and withdrawn by those who may write about all that it speaks of."""

from dataclasses import replace

import pytest

from outturn.core.access import Actor, Grant, NotAllowed
from outturn.core.commentary import Note, NoteKind
from outturn.core.subject import Subject
from outturn.records.audit import queries as audit
from outturn.records.catalogue import queries as catalogue
from outturn.records.commentary.actions import write
from outturn.records.commentary.models import Text
from outturn.records.commentary.queries import notes
from outturn.records.observations.queries import moment

from ..conftest import ANALYST

FRAMEWORK = "better-care-together-outcomes"
OF_UHL = Note("one", NoteKind.RISK, FRAMEWORK, "keep-well", ("tobacco-screening",), "Too few staff", area="uhl")
OF_LPT, OF_BOTH = replace(OF_UHL, area="lpt"), replace(OF_UHL, area="")
ALONE = replace(OF_UHL, section="specialised", indicators=("patient-experience-uhl",), area="")


@pytest.fixture
def ann(loaded) -> Actor:
    return Actor("ann", (Grant("contributor", Subject(area="uhl")),), catalogue.tree())


def test_of_their_own_trust_they_write(ann):
    assert write(note=OF_UHL, by=ann, expected=0).version == 1


def test_a_measure_that_is_of_their_trust_alone_needs_no_area(ann):
    assert write(note=ALONE, by=ann, expected=0).version == 1


@pytest.mark.parametrize("note", [OF_LPT, OF_BOTH, replace(OF_LPT, indicators=()), replace(OF_BOTH, indicators=())])
def test_of_another_or_of_all_they_do_not(ann, note):
    with pytest.raises(NotAllowed, match="ann may write commentary for UHL, but not for "):
        write(note=note, by=ann, expected=0)
    assert not Text.objects.exists()


def test_one_of_several_measures_that_is_not_theirs_is_enough(ann):
    with pytest.raises(NotAllowed):
        write(note=replace(OF_BOTH, indicators=("patient-experience-uhl", "tobacco-screening")), by=ann, expected=0)


def test_a_text_is_not_taken_from_another(ann):
    write(note=OF_LPT, by=ANALYST, expected=0)
    for words in ({}, {"withdrawn": True}):
        with pytest.raises(NotAllowed):
            write(note=OF_UHL, by=ann, expected=1, **words)
    assert Text.objects.count() == 1


def test_who_sees_one_trust_sees_its_texts_and_those_of_all(ann):
    for ident, note in (("u", OF_UHL), ("l", OF_LPT), ("b", OF_BOTH), ("a", ALONE)):
        write(note=replace(note, ident=ident), by=ANALYST, expected=0)
    lpt = Actor("lee", (Grant("viewer", Subject(area="lpt")),), catalogue.tree())
    assert [note.ident for note in notes(replace(moment(), sight=ann.visible()))] == ["a", "b", "u"]
    assert [note.ident for note in notes(replace(moment(), sight=lpt.visible()))] == ["b", "l"]


def test_the_trail_knows_of_which_measure_it_was(ann):
    write(note=OF_UHL, by=ann, expected=0)
    (event,) = audit.within(Subject(indicator="tobacco-screening"))
    assert event.about == replace(OF_UHL.subject, commentary="one")
    assert not audit.within(Subject(indicator="tobacco-screening", area="lpt"))
