"""What is neither right nor wrong: a question with all its answers, and the answers a person gives."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

MOST_PLACES = 2_000
"""Places listed with a question, for nobody reads more; the sentence counts all of them."""
MOST_NAMED = 6
"""Rows named in a sentence."""


@dataclass(frozen=True, slots=True)
class Place:
    """A cell that a question is about. What is not known of it stays empty; figures are as a person may see them."""

    row: int | None = None
    column: str = ""
    sheet: str = ""
    area: str = ""
    role: str = ""
    period: str = ""
    now: str = ""
    was: str = ""
    usual: str = ""

    @property
    def words(self) -> str:
        """`Sheet 'Data', row 5, column 'Value'`."""
        return place_words(self.row, self.column, self.sheet)


def place_words(row: int | None, column: str, sheet: str) -> str:
    parts = [f"sheet '{sheet}'"] if sheet else []
    parts += [f"row {row}"] if row is not None else []
    parts += [f"column '{column}'"] if column else []
    words = ", ".join(parts)
    return words[:1].upper() + words[1:]


@dataclass(frozen=True)
class Choice:
    """A possible answer: `code` is typed, `words` are read; `done` says afterwards what became of the figures."""

    code: str
    words: str
    done: str = ""


LEAVE_OUT, CORRECT = "leave-out", "correct"
WRONG = Choice(CORRECT, "It is wrong. I will correct the file: nothing of this delivery is recorded.")

KINDS = {
    "several-sheets": "which sheets of a workbook are read",
    "percent-scale": "whether 0.567 is 56.7% or 0.567%",
    "clock-form": "whether 30:06 is minutes and seconds or hours and minutes",
    "plain-duration": "what a plain number counts in a column of durations",
    "marked-figure": "what a mark beside a figure means",
    "restatement": "known figures that the file changes",
    "lost-figure": "known figures that the file takes away",
    "period-not-ended": "figures for a period that has not ended",
    "impossible-figure": "figures that cannot be",
    "out-of-range": "figures outside the range of their indicator",
    "fraction-of-a-count": "counts that are no whole number",
    "jump": "figures far from their own series",
}
"""Every kind of question there is, and what it is about."""


def leave_out(count: int) -> Choice:
    return Choice(LEAVE_OUT, "Leave this figure out." if count == 1 else f"Leave these {count:,} figures out.")


@dataclass(frozen=True)
class Question:
    """`message`: the sentences that ask. Its identity is what it is about (kind, indicator, column, sheet, file), so
    that an answer given once still fits when the file is read again. `n_places` counts all, `places` lists up to
    MOST_PLACES."""

    kind: str
    message: str
    choices: tuple[Choice, ...]
    places: tuple[Place, ...] = ()
    n_places: int = 0
    indicator: str = ""
    column: str = ""
    sheet: str = ""
    file: str = ""
    name: str = ""  # of the indicator, as people know it

    def __post_init__(self) -> None:
        assert self.kind in KINDS, self.kind

    @property
    def code(self) -> str:
        """`percent-scale:ae-4h:Value:january.csv`: what an answer names."""
        return ":".join(part for part in (self.kind, self.indicator, self.column, self.sheet, self.file) if part)

    @property
    def sentence(self) -> str:
        """`january.csv: Row 5, column 'Value': '0.567' may mean 0.567% or 56.7%. Which is it?`"""
        where = self.places[0].words if self.places and self.places[0].row is not None else ""
        return ": ".join(part for part in (self.file, where, self.message) if part)

    def choice(self, code: str) -> Choice | None:
        return next((choice for choice in self.choices if choice.code == code), None)

    @property
    def rows(self) -> list[int]:
        return [place.row for place in self.places if place.row is not None]


@dataclass(frozen=True)
class Answered:
    """A question and the answer that settled it."""

    question: Question
    choice: Choice

    @property
    def code(self) -> str:
        return f"{self.question.code}={self.choice.code}"

    @property
    def sentence(self) -> str:
        """What the receipt says of it, for anyone to read: which figures, and what became of them, but never a figure,
        for it may be one that is hidden.

        `f.csv: 2 figures left out, as answered: column 'Value', rows 2 and 5 (ae-4h).`
        """
        question, where = self.question, where_of(self.question)
        count = "1 figure" if question.n_places == 1 else f"{question.n_places:,} figures"
        if self.choice.code == LEAVE_OUT:
            return f"{question.file}: {count} left out, as answered{where and f': {where}'}."
        about = ", ".join(part for part in (count, where) if part and question.column + question.indicator)
        what = f"{KINDS[question.kind]}{about and f' ({about})'}"
        return f"{question.file}: asked about {what}; answered: {self.choice.done or self.choice.code}."


def where_of(question: Question) -> str:
    """`column 'Value', rows 2 and 5 (ae-4h)`; in a workbook the sheet before it."""
    where = [words for name in ("sheet", "column") if (words := name_places(name, question.places))]
    rows = sorted(set(question.rows))
    where += [f"row{'s' if len(rows) > 1 else ''} {list_in_words([str(row) for row in rows])}"] if rows else []
    about = f" ({question.name or question.indicator})" if question.indicator else ""
    return ", ".join(where) + about


def name_places(name: str, places: Iterable[Place]) -> str:
    """`columns 'Plan' and 'Value'`; empty where no place has one."""
    words = sorted({getattr(place, name) for place in places} - {""})
    return f"{name}{'s' if len(words) > 1 else ''} {list_in_words([f'{word!r}' for word in words])}" if words else ""


def list_in_words(words: list[str]) -> str:
    """`2, 3 and 4`; of many the first MOST_NAMED, and how many more."""
    named = words if len(words) <= MOST_NAMED + 1 else [*words[:MOST_NAMED], f"{len(words) - MOST_NAMED:,} more"]
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"


@dataclass(frozen=True)
class Answers:
    """Answers by what they name: one question (its code), `kind:indicator`, or a whole kind. The most exact counts."""

    given: Mapping[str, str] = field(default_factory=dict)

    def to(self, question: Question) -> Choice | None:
        """None where nothing was answered, or something that is no answer to this question."""
        names = (question.code, f"{question.kind}:{question.indicator}", question.kind)
        named = next((name for name in names if name in self.given), "")
        return question.choice(self.given[named]) if named else None

    def misfits(self, questions: Iterable[Question]) -> list[str]:
        """Sentences about answers that cannot be what was meant: unknown kinds, and no choice of their question."""
        asked = {name: each for each in questions for name in (each.kind, f"{each.kind}:{each.indicator}", each.code)}
        return [sentence for name, given in self.given.items() if (sentence := misfit(name, given, asked.get(name)))]


def misfit(name: str, given: str, question: Question | None) -> str:
    if name.partition(":")[0] not in KINDS:
        return f"There is no question '{name}'. Questions are named: {', '.join(KINDS)}."
    if question and not question.choice(given):
        return f"'{given}' is no answer to {name}. Answers are: {', '.join(each.code for each in question.choices)}."
    return ""


def to_json(question: Question) -> dict[str, Any]:
    return asdict(question)


def from_json(kept: Mapping[str, Any]) -> Question:
    choices = tuple(Choice(**each) for each in kept["choices"])
    places = tuple(Place(**each) for each in kept["places"])
    return Question(**{**kept, "choices": choices, "places": places})
