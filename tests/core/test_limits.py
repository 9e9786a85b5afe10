"""One limit for each field."""

import pytest

from outturn.core import limits
from outturn.core.definitions import load
from outturn.records.catalogue.folders import collect_definitions
from outturn.sample.files import find_shipped_definitions


def test_a_text_up_to_its_limit_is_kept():
    assert limits.wrong(limits.TITLE, "x" * 300) == []
    assert limits.wrong(limits.TITLE, "x" * 301) == ["Shorten the title to at most 300 characters; it has 301."]
    assert limits.wrong(limits.TEXT, "x" * 4001) == ["Shorten the text to at most 4,000 characters; it has 4,001."]


@pytest.mark.parametrize("kept", ["a\tb\nc\r\nd", "é – ’ 😀", ""])
def test_what_people_write_is_kept(kept):
    assert limits.wrong(limits.TEXT, kept) == []


@pytest.mark.parametrize(
    ("text", "code"), [("a\0b", "U+0000"), ("\x1b", "U+001B"), ("\ud800", "U+D800"), ("\x7f", "U+007F")]
)
def test_what_nobody_can_write_is_named_by_its_code(text, code):
    assert limits.unprintable(text) == code
    assert limits.wrong(limits.NOTE, text) == [
        f"Take the character {code} out of the note: it cannot be shown or kept."
    ]


def test_what_is_needed_is_asked_for():
    assert limits.wrong(limits.PERSON, "  ") == ["Give the name."]


def test_all_that_is_wrong_is_said_at_once():
    with pytest.raises(limits.Unfit) as unfit:
        limits.check((limits.TITLE, "x" * 301), (limits.TEXT, "\0"))
    assert "title" in str(unfit.value) and "text" in str(unfit.value)


def defined(path: str, was: str, now: str) -> list[str]:
    files = dict(collect_definitions(find_shipped_definitions()))
    text = files[path].decode()
    assert was in text
    return [str(problem) for problem in load(files | {path: text.replace(was, now, 1).encode()}).problems]


PACK = "packs/llr-performance-report.yaml"


def test_a_title_that_is_too_long_for_an_edition_is_an_error_of_the_definitions():
    title = "title: " + "x" * 201
    problems = defined(PACK, "title: NHS priorities performance report", title)
    assert any("has 201 characters" in problem and "Use 200 at most" in problem for problem in problems)


def test_a_character_that_cannot_be_kept_is_an_error_of_the_definitions():
    problems = defined(PACK, "title: NHS priorities performance report", 'title: "NHS\\0"')
    assert any("the character U+0000 in it cannot be shown or kept" in problem for problem in problems)
