"""A subject is written as a text that reads back, and is said so that people know what is meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outturn.core.subject import EVERYTHING, NAMES, PART_OF, Subject, read_subject

NAMED = {("indicator", "ae-4h"): "A&E four hours", ("area", "llr-icb"): "LLR ICB", ("framework", "f"): "NHS priorities"}
NAMED |= {("section", "f/urgent"): "Urgent care", ("pack", "board"): "Board report"}
ITEM = Subject(plan="jhws", item="D.1.3", area="rutland")
EDITION = Subject(pack="board", edition="2025-01-14")

slugs = st.dictionaries(st.sampled_from(NAMES), st.text(min_size=1, max_size=30))
wholes = {part: whole[0] for part, whole in PART_OF.items()}


@given(slugs)
def test_any_subject_reads_back(named):
    for part, whole in wholes.items():
        if part in named:
            named.setdefault(whole, "x")
    subject = Subject(**named)
    assert read_subject(str(subject)) == subject


@pytest.mark.parametrize(
    ("subject", "text", "words"),
    [
        (EVERYTHING, "everything", "everything"),
        (Subject(area="llr-icb"), "area:llr-icb", "LLR ICB"),
        (Subject(indicator="ae-4h", area="llr-icb"), "indicator:ae-4h area:llr-icb", "A&E four hours for LLR ICB"),
        (
            Subject(framework="f", section="urgent", indicator="ae-4h", area="llr-icb"),
            "section:urgent framework:f indicator:ae-4h area:llr-icb",
            "A&E four hours for LLR ICB",
        ),
        (Subject(framework="f", section="urgent"), "section:urgent framework:f", "Urgent care in NHS priorities"),
        (Subject(framework="f", area="llr-icb"), "framework:f area:llr-icb", "NHS priorities for LLR ICB"),
        (
            Subject(pack="board", edition="2025-01-14"),
            "edition:2025-01-14 pack:board",
            "edition 2025-01-14 of Board report",
        ),
        (Subject(release="4"), "release:4", "release 4"),
        (Subject(finding="7", indicator="ae-4h"), "finding:7 indicator:ae-4h", "finding 7 about A&E four hours"),
        (
            Subject(plan="jhws", item="D.1.3", area="rutland"),
            "item:D.1.3 plan:jhws area:rutland",
            "D.1.3 of jhws for rutland",
        ),
        (Subject(person="ada l"), "person:ada%20;l", "ada l"),
    ],
)
def test_a_subject_has_one_text_and_words_for_people(subject, text, words):
    assert str(subject) == text
    assert read_subject(text) == subject
    assert subject.say(NAMED) == words


@pytest.mark.parametrize(
    "text",
    ["", "uhl", "colour:red", "area:", "area:a area:b", "area:a  indicator:b", "area:a "]
    + ["area:%", "area:%2g;", "area:%d800;", "area:%ffffff;", "area:%61;", "area:%0020;"],
)
def test_another_text_is_refused(text):
    with pytest.raises(ValueError, match="is no subject"):
        read_subject(text)


def test_a_part_is_named_with_its_whole():
    with pytest.raises(ValueError, match="names its framework too"):
        Subject(section="urgent")
    with pytest.raises(ValueError, match="names its plan or form too"):
        Subject(item="D.1")
