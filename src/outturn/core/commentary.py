"""Commentary: what people say about the figures. Numbers in it may be live, so that they cannot drift."""

from dataclasses import dataclass, replace
from enum import StrEnum

from outturn.core.catalogue import Entry
from outturn.core.subject import Subject


class NoteKind(StrEnum):
    HIGHLIGHT = "highlight"
    RISK = "risk"
    MITIGATION = "mitigation"
    GOOD_NEWS = "good_news"
    OUTCOME = "outcome"
    STORY = "story"


HEADINGS = {
    NoteKind.HIGHLIGHT: "In short",
    NoteKind.RISK: "Risks",
    NoteKind.MITIGATION: "What is being done",
    NoteKind.GOOD_NEWS: "Good news",
    NoteKind.OUTCOME: "What it means for patients",
    NoteKind.STORY: "In focus",
}
"""What stands over the texts of a kind, on the site and in papers, in the order of reading."""


ANSWERS = {NoteKind.RISK: "risk", NoteKind.MITIGATION: "mitigation"}
"""What is asked of whoever is off plan, as a sentence calls it; see `catalogue.frameworks.Shows.answered`."""


@dataclass(frozen=True)
class Note:
    """One piece of commentary, about a section of a framework or about indicators in it, in one area or in all.

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
    area: str = ""  # slug of the only area it speaks of; blank: all areas

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """What it speaks of: each of its measures, or the section as a whole."""
        section = Subject(framework=self.framework, section=self.section, area=self.area)
        return tuple(replace(section, indicator=indicator) for indicator in self.indicators) or (section,)

    @property
    def subject(self) -> Subject:
        """The one that holds all that it speaks of: its measure, or the section where there are several."""
        return self.subjects[0] if len(self.subjects) == 1 else replace(self.subjects[0], indicator="")

    def about(self, entry: Entry) -> bool:
        """Whether it speaks of this measure, here: a risk of one trust is no risk of another."""
        return (
            self.framework == entry.framework and entry.indicator in self.indicators and self.area in ("", entry.area)
        )
