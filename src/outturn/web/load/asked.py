"""The questions of a delivery as fields of a form, grouped by what they are about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from outturn.core.intake.places import headings, row_of
from outturn.core.intake.questions import KINDS, LEAVE_OUT, Choice, Question, leave_out

PREFIX = "answer:"
MOST_ROWS = 20
"""Places shown with a question; the download has all of them."""


@dataclass(frozen=True)
class Field:
    """A question with radio buttons. `rest`: places that are not shown; `listed`: how many the download has. `error` is
    set once the form came without its answer."""

    id: str
    name: str
    legend: str
    choices: tuple[Choice, ...]
    chosen: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    rest: int
    listed: int
    error: str


@dataclass(frozen=True)
class Group:
    """Questions of one kind. `name` is that of the answer which serves all of them; empty when there is only one."""

    id: str
    title: str
    name: str
    choices: tuple[Choice, ...]
    chosen: str
    fields: tuple[Field, ...]

    @property
    def open(self) -> bool:
        """Whether the questions are shown one by one at once: some were answered so, or some still want an answer."""
        return any(each.error or each.chosen for each in self.fields)


def groups(questions: Sequence[Question], answers: Mapping[str, str], open_: Sequence[str] = ()) -> list[Group]:
    """`open_`: codes of the questions that wanted an answer and had none."""
    order = list(KINDS)
    by_kind = groupby(sorted(questions, key=lambda each: order.index(each.kind)), key=lambda each: each.kind)
    return [group(f"question-{n}", kind, list(same), answers, open_) for n, (kind, same) in enumerate(by_kind, 1)]


def group(id: str, kind: str, same: list[Question], answers: Mapping[str, str], open_: Sequence[str]) -> Group:
    fields = tuple(field(f"{id}-{n}", each, answers, each.code in open_) for n, each in enumerate(same, 1))
    title = KINDS[kind]
    alone = len(same) == 1
    shared = () if alone else shared_choices(same)
    name = "" if alone else PREFIX + kind
    return Group(id, title[:1].upper() + title[1:], name, shared, answers.get(kind, ""), fields)


def shared_choices(same: list[Question]) -> tuple[Choice, ...]:
    """The answers that every one of the questions has, in words that are true of all of them."""
    common = (choice for choice in same[0].choices if all(each.choice(choice.code) for each in same))
    return tuple(Choice(choice.code, shared_words(choice, same)) for choice in common)


def shared_words(choice: Choice, same: list[Question]) -> str:
    if choice.code == LEAVE_OUT:
        return leave_out(sum(each.n_places for each in same)).words
    if all(each.choice(choice.code) == choice for each in same):
        return choice.words
    return f"{choice.words.removesuffix('.')}, and the others likewise."


def field(id: str, question: Question, answers: Mapping[str, str], left: bool) -> Field:
    columns = headings(question.places)
    shown = question.places[:MOST_ROWS]
    return Field(
        id,
        PREFIX + question.code,
        question.sentence,
        question.choices,
        answers.get(question.code, ""),
        tuple(columns.values()),
        tuple(tuple(row_of(place, columns)) for place in shown),
        question.n_places - len(shown),
        len(question.places),
        "Choose an answer." if left else "",
    )


def answers_in(form: Mapping[str, str]) -> dict[str, str]:
    """What was chosen; a question left open is not in it."""
    return {name.removeprefix(PREFIX): code for name, code in form.items() if name.startswith(PREFIX) and code}
