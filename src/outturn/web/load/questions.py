"""The questions of a delivery as a form, grouped by what they are about."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django import forms

from outturn.core.intake.places import headings, list_place
from outturn.core.intake.questions import CORRECT, KINDS, LEAVE_OUT, Choice, Question, leave_out
from outturn.web.forms.drawing import NhsField
from outturn.web.forms.fields import OneChoice, Pressed
from outturn.web.forms.form import Form

PREFIX = "answer:"
OPEN = "Choose an answer."
MOST_ROWS = 20
"""Places shown with a question; the download has all of them."""


@dataclass(frozen=True)
class QuestionField:
    """A question with radio buttons and the table of its places. `rest`: places that are not shown; `listed`: how many
    the download has."""

    field: NhsField
    legend: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    rest: int
    listed: int


@dataclass(frozen=True)
class Group:
    """Questions of one kind. `field`: the answer that serves all of them; None where there is only one."""

    field: NhsField | None
    questions: tuple[QuestionField, ...]

    @property
    def open(self) -> bool:
        """Whether the questions are shown one by one at once: some were answered so, or some still want an answer."""
        return any(each.field.errors or each.field.value() for each in self.questions)


class QuestionsForm(Form):
    """Answers may come before their questions are known, for one raises another: they are read as they were sent, and
    what they are good for is said where the delivery is settled."""

    refused = "Nothing was recorded yet"

    withdraw = Pressed()

    def __init__(self, questions: Sequence[Question], posted: Any = None) -> None:
        super().__init__(posted)
        self.questions = questions
        self.groups = [self._group(f"question-{n}", same) for n, same in enumerate(group_by_kind(questions), 1)]

    def _group(self, id: str, same: list[Question]) -> Group:
        """Adds the fields of the questions of one kind."""
        shared = None
        if len(same) > 1:
            kind = same[0].kind
            title = f"{KINDS[kind][:1].upper()}{KINDS[kind][1:]}: the same answer for all {len(same)}"
            shared = self._add(PREFIX + kind, title, choose_for_all(same), id, "m")
        return Group(shared, tuple(self._ask(f"{id}-{n}", each) for n, each in enumerate(same, 1)))

    def _ask(self, id: str, question: Question) -> QuestionField:
        columns, shown = headings(question.places), question.places[:MOST_ROWS]
        return QuestionField(
            field=self._add(PREFIX + question.code, question.sentence, question.choices, id, "s"),
            legend=question.sentence,
            headings=tuple(columns.values()),
            rows=tuple(tuple(list_place(place, columns)) for place in shown),
            rest=question.n_places - len(shown),
            listed=len(question.places),
        )

    def _add(self, name: str, legend: str, choices: Iterable[Choice], id: str, size: str) -> NhsField:
        attrs = {"id": id, "legend": size, "classes": "nhsuk-radios--small"}
        words = [(choice.code, choice.words) for choice in choices]
        self.fields[name] = OneChoice(legend, words, OPEN, blank=True, widget=forms.RadioSelect(attrs=attrs))
        return self.draw(name)

    @property
    def answers(self) -> dict[str, str]:
        """What was chosen; a question left open is not in it."""
        sent = self.data.items()
        return {name.removeprefix(PREFIX): code for name, code in sent if name.startswith(PREFIX) and code}

    @property
    def withdrawing(self) -> bool:
        """By the button, or by saying that the file is wrong."""
        return "withdraw" in self.data or CORRECT in self.answers.values()

    @property
    def problems(self) -> list[dict[str, str]]:
        """An open question is named by its own words."""
        legends = {f"#{each.field.html_id}": each.legend for group in self.groups for each in group.questions}
        return [
            problem | {"text": legends.get(problem.get("href", ""), problem["text"])} for problem in super().problems
        ]

    def follow(self, questions: Sequence[Question], left: Sequence[Question]) -> "QuestionsForm":
        """The form with the questions that the answers raised; the answers stay. `left`: those without an answer."""
        form = QuestionsForm(questions, self.data)
        for question in left:
            name = PREFIX + question.code
            if not form[name].errors:
                form.refuse(OPEN, field=name)
        return form


def group_by_kind(questions: Sequence[Question]) -> Iterator[list[Question]]:
    order = list(KINDS)
    ordered = sorted(questions, key=lambda each: order.index(each.kind))
    return (list(same) for _, same in groupby(ordered, key=lambda each: each.kind))


def choose_for_all(same: list[Question]) -> tuple[Choice, ...]:
    """The answers that every one of the questions has, in words that are true of all of them."""
    common = (choice for choice in same[0].choices if all(each.choice(choice.code) for each in same))
    return tuple(Choice(choice.code, word_for_all(choice, same)) for choice in common)


def word_for_all(choice: Choice, same: list[Question]) -> str:
    if choice.code == LEAVE_OUT:
        return leave_out(sum(each.n_places for each in same)).words
    if all(each.choice(choice.code) == choice for each in same):
        return choice.words
    return f"{choice.words.removesuffix('.')}, and the others likewise."
