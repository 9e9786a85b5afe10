"""How a rating is decided, as data."""

from dataclasses import dataclass
from enum import StrEnum


class Meaning(StrEnum):
    """What a rating says of the promise. Headlines, counts and checks go by it, never by the bare comparison."""

    MET = "met"
    ADVERSE = "adverse"
    UNRATED = "unrated"


NO_BAND = "grey"
"""The key of what no band fits."""

GOOD_KEYS = frozenset({"green", "blue"})

NO_RATING = frozenset({"n/a", "na", "grey", "not rated", "-", "–"})
"""How sources print that there is no rating."""


class Shape(StrEnum):
    """What stands beside the word of a band, for whoever does not see its colour."""

    CIRCLE = "circle"
    TRIANGLE = "triangle"
    SQUARE = "square"
    DASH = "dash"
    DIAMOND = "diamond"


GLYPH: dict[str, str] = {
    Shape.CIRCLE: "●",
    Shape.TRIANGLE: "▲",
    Shape.SQUARE: "■",
    Shape.DASH: "–",
    Shape.DIAMOND: "◆",
}
"""Shapes as characters, for formats that hold text only."""


class When(StrEnum):
    """What must hold for a band to be the rating."""

    MET = "met"
    ADVERSE = "adverse"
    NO_PLAN = "no_plan"
    NOT_DUE = "not_due"
    SUPPRESSED = "suppressed"
    ALWAYS = "always"


@dataclass(frozen=True)
class Band:
    """One state of a scheme; bands are tried in their order, and the first that fits is the rating.

    `means`: what it says of the promise; a tolerance may make a miss Green, and then it is met.
    """

    key: str  # green, yellow, amber, red, grey
    word: str
    letter: str
    shape: Shape
    when: When
    meaning: str = ""
    at_most: float | None = None  # adverse: inclusive upper bound of the adverse share of plan, in percent
    means: str = ""  # Meaning; where the scheme does not say, it follows from `when` and the key
    also: tuple[str, ...] = ()  # other words that a source may print for it

    def __post_init__(self) -> None:
        object.__setattr__(self, "means", Meaning(self.means or usual_meaning(self.when, self.key)))

    def is_printed_as(self, printed: str) -> bool:
        """Whether a source that prints this word, or letter, means this band."""
        word = printed.strip().casefold()
        names = {name.casefold() for name in (self.key, self.word, self.letter, *self.also)}
        return word in names or (self.means == Meaning.UNRATED and word in NO_RATING)


def usual_meaning(when: When, key: str) -> Meaning:
    """A miss that is Green all the same is within a tolerance, and met."""
    if when not in (When.MET, When.ADVERSE):
        return Meaning.UNRATED
    return Meaning.MET if when == When.MET or key in GOOD_KEYS else Meaning.ADVERSE


@dataclass(frozen=True)
class Scheme:
    slug: str
    title: str
    version: str
    bands: tuple[Band, ...]
    note: str = ""

    def band(self, key: str) -> Band:
        return next(band for band in self.bands if band.key == key)
