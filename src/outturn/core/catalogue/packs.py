"""What a paper is made of."""

from dataclasses import dataclass
from enum import StrEnum


class PartKind(StrEnum):
    SUMMARY = "summary"
    SCORECARD = "scorecard"
    SECTIONS = "sections"
    FINANCE = "finance"
    RANKS = "ranks"
    CHANGES = "changes"
    APPENDIX = "appendix"
    METHOD = "method"
    OUTCOMES = "outcomes"
    MEASURES = "measures"


@dataclass(frozen=True)
class PackPart:
    """A part of a paper: which builder draws it, from which framework, with which options."""

    kind: PartKind
    framework: str = ""
    title: str = ""
    sheet: str = ""  # the name of its worksheet, where readers know it by one


@dataclass(frozen=True)
class Pack:
    slug: str
    title: str
    subtitle: str
    organisation: str
    parts: tuple[PackPart, ...]
    audience: str = ""
    period: str = ""
    sources: tuple[str, ...] = ()
    sample: str = ""  # the sentence that says what of the content was invented, if any
    report_id: str = ""
    client: str = ""
    version: str = ""
    contact: str = ""  # a role, never a person
