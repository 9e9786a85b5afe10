"""Commentary: what people say about the figures. Numbers in it may be live, so that they cannot drift."""

from dataclasses import dataclass
from enum import StrEnum


class NoteKind(StrEnum):
    HIGHLIGHT = "highlight"
    RISK = "risk"
    MITIGATION = "mitigation"
    GOOD_NEWS = "good_news"
    OUTCOME = "outcome"
    STORY = "story"


@dataclass(frozen=True)
class Note:
    """One piece of commentary, about a section of a framework or about indicators in it.

    `ident` stays the same over its versions; `version` counts them. `text` may hold `{{ ae-4h-type1.latest }}`.
    """

    ident: str
    kind: NoteKind
    framework: str
    section: str
    indicators: tuple[str, ...]
    title: str
    text: str = ""
    position: int = 0
    version: int = 1
    by: str = ""
