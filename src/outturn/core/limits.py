"""How long what people type or send may be: one limit a field, told in the form, and the same on every database.

Databases differ (SQLite keeps any length, PostgreSQL refuses), so the limit is held before anything is kept.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limit:
    """A field by the name its form gives it, and the characters it holds."""

    field: str
    characters: int
    needed: bool = False


PERSON = Limit("name", 150, needed=True)
PASSWORD = Limit("password", 1000, needed=True)
TITLE = Limit("title", 300)
TEXT = Limit("text", 4000)
NOTE = Limit("note", 300)
WITHDRAWAL = Limit("reason", 300)
ACCEPTANCE = Limit("reason", 2000)
FILE_NAME = Limit("file name", 200, needed=True)
CELL = 500
"""Characters of a figure as printed, or of a text that stands in place of one."""

NAME_OF_INDICATOR = 400
NAME_OF_AREA = 200
TITLE_OF_PACK = 200
"""In definitions, where the schema holds them."""


def say_limit(limit: Limit) -> str:
    """For the hint of a field.

    >>> say_limit(TEXT)
    'Up to 4,000 characters'
    """
    return f"Up to {limit.characters:,} characters"


class Unfit(ValueError):
    """What was given cannot be kept. The text says all that is wrong, one sentence after another."""


def check(*given: tuple[Limit, str]) -> None:
    """Raises Unfit."""
    if found := [sentence for limit, text in given for sentence in wrong(limit, text)]:
        raise Unfit(" ".join(found))


def wrong(limit: Limit, text: str) -> list[str]:
    """What is wrong with a text, as sentences; empty when it can be kept.

    >>> wrong(NOTE, "x" * 301)
    ['Shorten the note to at most 300 characters; it has 301.']
    """
    if limit.needed and not text.strip():
        return [f"Give the {limit.field}."]
    found = []
    if len(text) > limit.characters:
        found.append(f"Shorten the {limit.field} to at most {limit.characters:,} characters; it has {len(text):,}.")
    if bad := unprintable(text):
        found.append(f"Take the character {bad} out of the {limit.field}: it cannot be shown or kept.")
    return found


def unprintable(text: str) -> str:
    """The first character that no database or paper can keep, by its code; blank when there is none.

    NUL and the other control characters, except tab and line ends; halves of surrogate pairs.

    >>> unprintable("a\\x00b")
    'U+0000'
    """
    bad = next((each for each in text if _cannot_be_kept(each)), "")
    return f"U+{ord(bad):04X}" if bad else ""


def _cannot_be_kept(character: str) -> bool:
    return (character < " " and character not in "\t\n\r") or character == "\x7f" or "\ud800" <= character <= "\udfff"
