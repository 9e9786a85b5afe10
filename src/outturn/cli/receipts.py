"""What became of a delivery, on the terminal: its problems, its questions with the options to type, its release."""

import shlex
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from outturn.cli import site
from outturn.core.intake.places import csv_of_places, headings, list_place
from outturn.core.intake.problem_list import ProblemList
from outturn.core.intake.questions import CORRECT, Question

if TYPE_CHECKING:
    from outturn.records.observations.actions import Receipt

MOST_ROWS = 20
"""Places printed with a question; the rest are counted, and written by --places."""


def parse_answers(given: Collection[str]) -> dict[str, str]:
    """`restatement=replace`: what a question is named, and the code of a choice."""
    pairs = [each.rpartition("=") for each in given]
    wrong = [each for each, (name, _, choice) in zip(given, pairs, strict=True) if not name or not choice]
    if wrong:
        raise site.wrong_use(f"'{wrong[0]}' is not an answer. Write QUESTION=CHOICE, such as restatement=replace.")
    return {name: choice for name, _, choice in pairs}


def write_places(path: Path, questions: tuple[Question, ...]) -> None:
    path.write_bytes(csv_of_places(questions))
    typer.echo(f"Places are in {path}")


def write_problems(path: Path, wrong: ProblemList) -> None:
    if not wrong.count:
        return
    path.write_bytes(wrong.as_csv())
    listed = "" if wrong.frame.height == wrong.count else f" (the first {wrong.frame.height:,})"
    typer.echo(f"{wrong.count:,} {'problem is' if wrong.count == 1 else 'problems are'} in {path}{listed}")


def tell_receipt(receipt: "Receipt") -> None:
    """Says what was recorded; or what was not, and why: then exit code 1."""
    if receipt.problems:
        raise site.list_problems(receipt.problems, f"Nothing was recorded: {say_how_many(receipt)}.")
    if receipt.questions:
        for line in lines_of_questions(receipt.questions):
            typer.echo(line, err=True)
        raise typer.Exit(1)
    typer.echo(f"{receipt.sentence} Assessed and checked." if receipt.release else receipt.sentence)
    for note in receipt.notes:
        typer.echo(f"  {note}")


def say_how_many(receipt: "Receipt") -> str:
    """`230 problems; --problems FILE.csv lists each with its place`, once they are more than are told."""
    count = receipt.wrong.count
    many = "1 problem" if count == 1 else f"{count:,} problems"
    return f"{many}; --problems FILE.csv lists each with its place" if count > len(receipt.problems) else many


def lines_of_questions(questions: tuple[Question, ...]) -> Iterator[str]:
    """Each question, its places, and the options that answer it."""
    asked = "one question waits" if len(questions) == 1 else f"{len(questions):,} questions wait"
    yield f"Nothing was recorded: {asked} for an answer. Run the command again with an --answer for each."
    of_kind = Counter(each.kind for each in questions)
    for question in questions:
        yield ""
        yield question.sentence
        yield from lines_of_places(question)
        yield from lines_of_choices(question, question.code)
        of_kind[question.kind] -= 1
        alike = sum(each.kind == question.kind for each in questions)
        if alike > 1 and not of_kind[question.kind]:
            yield f"  The same for all {alike} of them: {option(question.kind, '...')}"


def lines_of_places(question: Question) -> Iterator[str]:
    """A table, once there is more to see than the place that the sentence names."""
    columns = headings(question.places)
    if question.n_places < 2 and "was" not in columns and "usual" not in columns:
        return
    rows = [list(columns.values()), *(list_place(place, columns) for place in question.places[:MOST_ROWS])]
    widths = [max(len(row[n]) for row in rows) for n in range(len(columns))]
    for row in rows:
        yield "    " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
    if question.n_places > MOST_ROWS:
        listed = len(question.places)
        written = "them" if listed == question.n_places else f"the first {listed:,}"
        yield f"    and {question.n_places - MOST_ROWS:,} more (--places FILE.csv writes {written})"


def lines_of_choices(question: Question, name: str) -> Iterator[str]:
    for choice in question.choices:
        yield f"  {choice.words}" if choice.code == CORRECT else f"  {choice.words}  {option(name, choice.code)}"


def option(name: str, choice: str) -> str:
    return f"--answer {shlex.quote(f'{name}={choice}')}"
