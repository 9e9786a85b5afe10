"""A delivery against what is known: what it changes, what must be asked, and what the answers make of it."""

from dataclasses import dataclass
from datetime import date

import polars as pl

from outturn.core.catalogue import Catalogue
from outturn.core.changes import CELL, Changes, find_changes
from outturn.core.intake.questions import CORRECT, LEAVE_OUT, Answered, Answers, Question
from outturn.core.sense.ask_doubts import ask_about_doubts
from outturn.core.sense.asked import Asked
from outturn.core.sense.doubts import doubtful
from outturn.core.sense.restatements import ask_about_changes


@dataclass(frozen=True)
class Background:
    """`known`: the cells that the delivery speaks of, as they are; `shown`: their series as they may be shown; `on`:
    the day of the delivery."""

    known: pl.DataFrame
    shown: pl.DataFrame
    catalogue: Catalogue
    on: date


@dataclass(frozen=True)
class Weighed:
    """`change` is what is to be recorded once no question is left."""

    change: Changes
    questions: tuple[Question, ...]
    answered: tuple[Answered, ...]


def weigh(values: pl.DataFrame, background: Background, answers: Answers) -> Weighed:
    """Figures that a person leaves out are left out before anything is asked about the rest.

    Without them others of the file may look odd for the first time, for a jump is held against the figures before it.
    """
    rest, left_out = values, list[Asked]()
    while True:
        change = find_changes(rest, background.known)
        open_ = ask_all(change, rest, background)
        left_now = [each for each in open_ if choose_code(each, answers) == LEAVE_OUT]
        if not left_now:
            break
        left_out += left_now
        for each in left_now:
            rest = rest.join(each.cells, on=CELL, how="anti", maintain_order="left")
    settled = [*left_out, *(each for each in open_ if choose_code(each, answers))]
    return Weighed(
        change,
        tuple(each.question for each in open_ if not choose_code(each, answers)),
        tuple(Answered(each.question, choice) for each in settled if (choice := answers.to(each.question))),
    )


def ask_all(change: Changes, values: pl.DataFrame, background: Background) -> list[Asked]:
    known, on = background.catalogue, background.on
    doubts = doubtful(change.new, values, background.shown, known, on)
    return [*ask_about_changes(change, background.shown, known), *ask_about_doubts(doubts, known, on)]


def choose_code(asked: Asked, answers: Answers) -> str:
    """The answer's code; empty while the question is open, which it is for who wants to correct the file."""
    choice = answers.to(asked.question)
    return choice.code if choice and choice.code != CORRECT else ""
