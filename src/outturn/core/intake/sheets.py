"""Which sheets of a workbook are read: the one that the layout names, the only one, or those that a person names."""

from collections.abc import Sequence
from dataclasses import dataclass

from outturn.core.intake.heading import find_heading
from outturn.core.intake.limits import Unreadable
from outturn.core.intake.questions import WRONG, Answered, Answers, Choice, Place, Question
from outturn.core.intake.sheet import Sheet
from outturn.core.layouts import Layout

SEVERAL_SHEETS = "several-sheets"
ALL = "all"


@dataclass(frozen=True)
class Chosen:
    """`asked` is set, and nothing is to be read, until a person says which."""

    sheets: Sequence[Sheet]
    asked: Question | None = None
    answered: tuple[Answered, ...] = ()
    notes: tuple[str, ...] = ()


def choose_sheets(sheets: Sequence[Sheet], layout: Layout, answers: Answers, file: str) -> Chosen:
    """Only sheets with the layout's heading come into question; where several have it, a person says which.

    Raises Unreadable when the sheet that the layout names is not there.
    """
    if layout.sheet and layout.sheet != "*" and sheets[0].name:
        return Chosen(find_sheets(sheets, layout.sheet))
    if len(sheets) == 1:
        return Chosen(sheets)
    fitting = [sheet for sheet in sheets if find_heading(sheet, layout)[0] is not None] or list(sheets)
    if layout.sheet == "*" or len(fitting) == 1:
        return Chosen(fitting, notes=tuple(pass_over(sheet) for sheet in sheets if sheet not in fitting))
    question = ask_for_sheets(sheets, fitting, file)
    choice = answers.to(question)
    if choice is None or choice == WRONG:
        return Chosen([], question)
    wanted = fitting if choice.code == ALL else [fitting[int(choice.code.removeprefix("sheet-")) - 1]]
    return Chosen(wanted, None, (Answered(question, choice),))


def pass_over(sheet: Sheet) -> str:
    return f"Sheet '{sheet.name}' was not read: it has no heading of this layout."


def find_sheets(sheets: Sequence[Sheet], name: str) -> list[Sheet]:
    same = [sheet for sheet in sheets if sheet.name.casefold() == name.casefold()]
    if not same:
        there = ", ".join(f"'{sheet.name}'" for sheet in sheets)
        raise Unreadable(f"There is no visible sheet '{name}'.", f"The sheets are {there}.")
    return same


def ask_for_sheets(sheets: Sequence[Sheet], fitting: Sequence[Sheet], file: str) -> Question:
    """Each sheet that fits the layout may be read alone, or all of them."""
    names = ", ".join(f"'{sheet.name}'" for sheet in sheets)
    together = ", ".join(f"'{sheet.name}'" for sheet in fitting)
    choices = [
        Choice(f"sheet-{n}", f"Read '{sheet.name}'.", f"'{sheet.name}' was read") for n, sheet in enumerate(fitting, 1)
    ]
    if len(fitting) > 1:
        choices = [Choice(ALL, f"Read {together}.", "all of them were read"), *choices]
    return Question(
        SEVERAL_SHEETS,
        f"The workbook shows several sheets: {names}. Which are to be read?",
        (*choices, WRONG),
        tuple(Place(sheet=sheet.name) for sheet in sheets),
        len(sheets),
        file=file,
    )
