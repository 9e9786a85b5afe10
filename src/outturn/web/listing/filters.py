"""What a list can be narrowed by. A filter reads its words of the address, and says which rows it lets through."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Protocol

from django.db.models import Q
from django.http import QueryDict

from outturn.core.limits import unprintable
from outturn.core.report.document import Chip
from outturn.web.components.words import as_day

LONGEST = 80
Chosen = Mapping[str, tuple[str, ...]]
"""A word of the address -> what was chosen under it; words with nothing chosen are not in it."""


@dataclass(frozen=True)
class Taken:
    """One choice that narrows the list: in words, and what to take out of the address to be rid of it."""

    words: str
    word: str
    value: str


class Filter(Protocol):
    """`key` is its word in the address and the id of its field; `zone` says in which part of the form it is drawn."""

    @property
    def key(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def zone(self) -> str: ...
    @property
    def words_of_address(self) -> tuple[str, ...]: ...
    def read(self, query: QueryDict) -> Chosen: ...
    def narrow(self, chosen: Chosen) -> Q: ...
    def list_taken(self, chosen: Chosen) -> list[Taken]: ...


def clean(text: str) -> str:
    """What may be searched for: one line, not too long, nothing that a database cannot hold."""
    return " ".join("".join(" " if unprintable(each) else each for each in text[: 2 * LONGEST]).split())[:LONGEST]


def choose(word: str, values: Iterable[str]) -> Chosen:
    """Chosen under one word; nothing where nothing was."""
    kept = tuple(value for value in dict.fromkeys(values) if value)
    return {word: kept} if kept else {}


@dataclass(frozen=True)
class OneOf:
    """One value of a column. `words`: the values there can be, with their words; None when any may be.

    `buttons` draws them side by side; else they are a list that folds out.
    """

    key: str
    label: str
    words: Mapping[str, str] | None = None
    column: str = ""
    buttons: bool = False

    @property
    def zone(self) -> str:
        return f"buttons {self.key}" if self.buttons else "fields"

    @property
    def words_of_address(self) -> tuple[str, ...]:
        return (self.key,)

    def read(self, query: QueryDict) -> Chosen:
        value = clean(query.get(self.key, ""))
        return choose(self.key, [value] if self.words is None or value in self.words else [])

    def narrow(self, chosen: Chosen) -> Q:
        return Q(**{f"{self.column or self.key}__in": chosen[self.key]}) if self.key in chosen else Q()

    def list_taken(self, chosen: Chosen) -> list[Taken]:
        return [Taken(f"{self.label}: {self.word(value)}", self.key, value) for value in chosen.get(self.key, ())]

    def word(self, value: str) -> str:
        return value if self.words is None else self.words.get(value, value)


@dataclass(frozen=True)
class AnyOf(OneOf):
    """Any of several values of a column, as boxes to tick. `marks`: values that have a shape and a colour."""

    marks: Mapping[str, Chip] = field(default_factory=dict)

    @property
    def zone(self) -> str:
        return "boxes"

    def read(self, query: QueryDict) -> Chosen:
        asked = {clean(value) for value in query.getlist(self.key)}
        return choose(
            self.key, sorted(asked) if self.words is None else (value for value in self.words if value in asked)
        )


YES = "yes"


@dataclass(frozen=True)
class Flag:
    """Rows of which something is true."""

    key: str
    label: str
    condition: Q
    zone: str = "boxes"

    @property
    def words_of_address(self) -> tuple[str, ...]:
        return (self.key,)

    def read(self, query: QueryDict) -> Chosen:
        return choose(self.key, [YES] if query.get(self.key) == YES else [])

    def narrow(self, chosen: Chosen) -> Q:
        return self.condition if self.key in chosen else Q()

    def list_taken(self, chosen: Chosen) -> list[Taken]:
        return [Taken(self.label, self.key, YES)] if self.key in chosen else []


@dataclass(frozen=True)
class Between:
    """From one day to another, both included. `moments`: the column holds times, not days."""

    key: str
    label: str
    column: str
    moments: bool = False
    since: str = "since"
    until: str = "until"
    zone: str = "fields"

    @property
    def words_of_address(self) -> tuple[str, ...]:
        return (self.since, self.until)

    def read(self, query: QueryDict) -> Chosen:
        days = {word: read_day(query.get(word, "")) for word in self.words_of_address}
        return {word: (day.isoformat(),) for word, day in days.items() if day}

    def narrow(self, chosen: Chosen) -> Q:
        column = f"{self.column}__date" if self.moments else self.column
        narrowed = Q()
        if self.since in chosen:
            narrowed &= Q(**{f"{column}__gte": date.fromisoformat(chosen[self.since][0])})
        if self.until in chosen:
            narrowed &= Q(**{f"{column}__lt": date.fromisoformat(chosen[self.until][0]) + timedelta(days=1)})
        return narrowed

    def list_taken(self, chosen: Chosen) -> list[Taken]:
        said = ((self.since, f"{self.label} from"), (self.until, f"{self.label} to"))
        return [
            Taken(f"{words} {as_day(date.fromisoformat(chosen[word][0]))}", word, chosen[word][0])
            for word, words in said
            if word in chosen
        ]


LAST_DAY = date(9999, 12, 30)
"""The day after it can still be written."""


def read_day(printed: str) -> date | None:
    """None where it is no day: what is not understood is left out."""
    try:
        return min(date.fromisoformat(printed.strip()[:10]), LAST_DAY)
    except ValueError:
        return None


@dataclass(frozen=True)
class Search:
    """Every word that is typed must stand in one of the columns, whichever way it is written."""

    columns: tuple[str, ...]
    label: str
    key: str = "q"
    zone: str = "fields"

    @property
    def words_of_address(self) -> tuple[str, ...]:
        return (self.key,)

    def read(self, query: QueryDict) -> Chosen:
        return choose(self.key, [clean(query.get(self.key, ""))])

    def narrow(self, chosen: Chosen) -> Q:
        narrowed = Q()
        for word in chosen.get(self.key, ("",))[0].split():
            narrowed &= self.match_word(word)
        return narrowed

    def match_word(self, word: str) -> Q:
        """SQLite folds the case of the letters of English only: others are looked for as they may be written."""
        found = Q()
        for spelling in {word} if word.isascii() else {word, word.lower(), word.upper(), word.capitalize()}:
            for column in self.columns:
                found |= Q(**{f"{column}__icontains": spelling})
        return found

    def list_taken(self, chosen: Chosen) -> list[Taken]:
        return [Taken(f"“{chosen[self.key][0]}”", self.key, chosen[self.key][0])] if self.key in chosen else []
