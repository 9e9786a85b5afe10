"""What something is about: a role, note, finding, approval or event of the trail names its subject in one way.

A subject names only what matters; what it leaves blank means all of that. So a scope is a subject too: a role held for
an area is held for `Subject(area="uhl")`, and what it covers is everything that is about that area (see `core.tree`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields

NameOf = Mapping[tuple[str, str], str]
"""(what is named, its slug) -> its words: ("area", "uhl") -> "UHL". Of a section: ("section", "framework/section")."""


@dataclass(frozen=True, kw_only=True)
class Subject:
    """From what is kept under a number, by what it belongs to, to the entry and the area that it is about.

    >>> str(Subject(indicator="ae-4h", area="uhl"))
    'indicator:ae-4h area:uhl'
    """

    person: str = ""
    definitions: str = ""
    release: str = ""
    held: str = ""  # a delivery that waits
    finding: str = ""
    commentary: str = ""
    edition: str = ""  # of a pack
    pack: str = ""
    item: str = ""  # of a plan: a programme, commitment, action, milestone; of a form: a field
    plan: str = ""  # a strategy, or a portfolio of programmes
    form: str = ""  # a return
    section: str = ""  # of a framework
    framework: str = ""
    indicator: str = ""
    area: str = ""

    def __post_init__(self) -> None:
        for part, wholes in PART_OF.items():
            if (slug := getattr(self, part)) and not any(getattr(self, whole) for whole in wholes):
                raise ValueError(f"A subject that names the {part} '{slug}' names its {' or '.join(wholes)} too.")

    def __str__(self) -> str:
        """The canonical text: `read_subject` makes the same subject of it."""
        return " ".join(f"{name}:{_escape(value)}" for name, value in self.named.items()) or EVERYTHING_SAID

    @property
    def named(self) -> dict[str, str]:
        return {name: value for name in NAMES if (value := getattr(self, name))}

    @property
    def is_of_figures(self) -> bool:
        """Whether it is a part of what is measured, and nothing that is kept under a number or a name of its own."""
        return self.named.keys() <= OF_FIGURES

    def say(self, names: NameOf | None = None) -> str:
        """For people: `A&E four hours for LLR ICB`. What has no name keeps its slug."""
        words = {name: (names or {}).get((name, value), value) for name, value in self.named.items()}
        if self.section:
            words["section"] = (names or {}).get(("section", f"{self.framework}/{self.section}"), self.section)
        if not words:
            return EVERYTHING_SAID
        things = " of ".join(WORDS.get(name, "{}").format(words[name]) for name in words if name not in OF_FIGURES)
        about = " about ".join(part for part in (things, _measure(words)) if part)
        return " for ".join(part for part in (about, words.get("area", "")) if part)


OF_FIGURES = frozenset({"section", "framework", "indicator", "area"})
PART_OF = {"section": ("framework",), "edition": ("pack",), "item": ("plan", "form")}
WORDS = {
    "definitions": "definitions {}",
    "release": "release {}",
    "held": "delivery {}",
    "finding": "finding {}",
    "commentary": "text {}",
    "edition": "edition {}",
}
EVERYTHING_SAID = "everything"
NAMES = tuple(field.name for field in fields(Subject))
EVERYTHING = Subject()


def _measure(words: Mapping[str, str]) -> str:
    """`A&E four hours`; `Urgent care in NHS priorities`."""
    return words.get("indicator") or " in ".join(words[name] for name in ("section", "framework") if name in words)


def read_subject(text: str) -> Subject:
    """The subject of a canonical text. Raises ValueError for any other text."""
    if text == EVERYTHING_SAID:
        return EVERYTHING
    found: dict[str, str] = {}
    for part in text.split(" "):
        name, _, value = part.partition(":")
        if name not in NAMES or name in found or not value:
            raise ValueError(f"'{text}' is no subject: write {EVERYTHING_SAID}, or parts such as area:SLUG.")
        found[name] = _unescape(value)
        if _escape(found[name]) != value:
            raise ValueError(f"'{text}' is no subject: after % there is a blank or a % by its code, such as %20;.")
    return Subject(**found)


def _escape(value: str) -> str:
    return re.sub(r"[%\s]", lambda one: f"%{ord(one[0]):x};", value)


def _unescape(value: str) -> str:
    return re.sub(r"%([0-9a-f]{1,4});", lambda one: chr(int(one[1], 16)), value)
