"""Deliveries that wait for a person's answer: what was asked of whom, and what becomes of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from outturn.core.access import Actor, Permission
from outturn.core.intake import Question
from outturn.core.intake.questions import from_json
from outturn.records.audit import actions as audit

from .actions import Receipt, ask, record
from .models import Held
from .queries import moment


@dataclass(frozen=True)
class Waiting:
    """`problems` stand in the way since more became known: an indicator that the definitions no longer have."""

    id: int
    at: datetime
    by: str
    note: str
    files: tuple[str, ...]
    problems: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()


def waiting() -> list[Waiting]:
    """Newest first, without their questions."""
    rows = Held.objects.filter(settled="").prefetch_related("files")
    return [Waiting(row.id, row.at, row.by, row.note, _names(row)) for row in rows]


def one(held: int) -> Waiting | None:
    """With what it asks against what is known now: the file is read again when anything became known since.

    None when there is no such delivery, or when it is settled.
    """
    row = Held.objects.filter(id=held, settled="").prefetch_related("files").first()
    if row is None:
        return None
    problems, questions = _asks(row)
    return Waiting(row.id, row.at, row.by, row.note, _names(row), problems, questions)


def _asks(row: Held) -> tuple[tuple[str, ...], tuple[Question, ...]]:
    now = moment()
    if row.said.get("moment") == [now.release, now.definitions]:
        return tuple(row.said["problems"]), tuple(from_json(each) for each in row.said["questions"])
    receipt = ask(files=_list_delivered(row), layout=_layout(row))
    return receipt.problems, receipt.questions


@transaction.atomic
def settle(*, held: int, answers: Mapping[str, str], by: Actor) -> Receipt | None:
    """Records the delivery with these answers. None when somebody settled it first."""
    by.check(Permission.RECORD)
    row = Held.objects.select_for_update().filter(id=held, settled="").first()
    if row is None:
        return None
    receipt = record(files=_list_delivered(row), by=by, answers=answers, layout=_layout(row), note=row.note)
    if not receipt.problems and not receipt.questions:
        Held.objects.filter(id=held).update(settled="recorded")
    return receipt


@transaction.atomic
def withdraw(*, held: int, by: Actor) -> None:
    """The delivery was wrong: nothing of it is recorded. Again has no effect."""
    by.check(Permission.RECORD)
    if Held.objects.filter(id=held, settled="").update(settled="withdrawn"):
        audit.note(by=by, verb="withdrew", subject=f"held:{held}")


def _list_delivered(row: Held) -> list[tuple[str, bytes]]:
    return [(file.name, bytes(file.data)) for file in row.files.all()]


def _layout(row: Held) -> str:
    return next((file.layout for file in row.files.all()), "")


def _names(row: Held) -> tuple[str, ...]:
    return tuple(file.name for file in row.files.all())
