"""Deliveries that wait for a person's answer: what was asked of whom, and what becomes of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Prefetch, QuerySet

from outturn.core.access import ANYTHING, Actor, Permission
from outturn.core.intake import Question
from outturn.core.intake.questions import from_json
from outturn.core.subject import EVERYTHING, Subject
from outturn.core.workflow import DELIVERY
from outturn.records.audit import actions as audit

from .actions import Receipt, ask, record
from .models import Held, HeldFile
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


def select_waiting(by: Actor) -> QuerySet[Held]:
    """Those that they may answer, newest first, with their files but not the bytes of these."""
    waiting = Held.objects.filter(settled="").prefetch_related(Prefetch("files", HeldFile.objects.defer("data")))
    if by.visible(Permission.RECORD).is_whole:
        return waiting
    return waiting.filter(id__in=[row.id for row in Held.objects.filter(settled="") if _may_answer(row, by)])


def describe_waiting(rows: Iterable[Held]) -> list[Waiting]:
    """Without their questions."""
    return [Waiting(row.id, row.at, row.by, row.note, _names(row)) for row in rows]


def one(held: int, by: Actor) -> Waiting | None:
    """With what it asks against what is known now: the file is read again when anything became known since.

    None when there is no such delivery, or when it is settled. Raises NotAllowed where they may not record all of it.
    """
    by.check(Permission.RECORD, on=ANYTHING)
    row = Held.objects.filter(id=held, settled="").prefetch_related("files").first()
    if row is None:
        return None
    _check(row, by)
    problems, questions = _asks(row, by)
    return Waiting(row.id, row.at, row.by, row.note, _names(row), problems, questions)


def _asks(row: Held, by: Actor) -> tuple[tuple[str, ...], tuple[Question, ...]]:
    now = moment()
    if row.said.get("moment") == [now.release, now.definitions]:
        return tuple(row.said["problems"]), tuple(from_json(each) for each in row.said["questions"])
    receipt = ask(files=_list_delivered(row), by=by, layout=_layout(row))
    return receipt.problems, receipt.questions


@transaction.atomic
def settle(*, held: int, answers: Mapping[str, str], by: Actor) -> Receipt | None:
    """Records the delivery with these answers. None when somebody settled it first."""
    by.check(DELIVERY["settle"].permission, on=ANYTHING)
    row = Held.objects.select_for_update().filter(id=held).first()
    if row is None or not DELIVERY.allows("settle", _state_of(row)):
        return None
    _check(row, by)
    receipt = record(files=_list_delivered(row), by=by, answers=answers, layout=_layout(row), note=row.note)
    if not receipt.problems and not receipt.questions:
        Held.objects.filter(id=held).update(settled=DELIVERY.move("settle", _state_of(row)))
    return receipt


@transaction.atomic
def withdraw(*, held: int, by: Actor) -> None:
    """The delivery was wrong: nothing of it is recorded. Again has no effect."""
    by.check(DELIVERY["withdraw"].permission, on=ANYTHING)
    row = Held.objects.select_for_update().filter(id=held).first()
    if row is None:
        return
    _check(row, by)
    if DELIVERY.allows("withdraw", _state_of(row)):
        Held.objects.filter(id=held).update(settled=DELIVERY.move("withdraw", _state_of(row)))
        audit.note(by=by, verb="withdrew", subject=Subject(held=str(held)))


def _state_of(row: Held) -> str:
    return row.settled or "waiting"


def _subjects(row: Held) -> tuple[Subject, ...]:
    """What its figures are about; of a workbook whose sheets are asked about, or of an earlier version, that is not
    known."""
    series = row.said.get("series", [])
    return tuple(Subject(indicator=indicator, area=area) for indicator, area in series) or (EVERYTHING,)


def _may_answer(row: Held, by: Actor) -> bool:
    """Who brought it, and whoever may record all of it. What is answered is recorded only if all of it is theirs."""
    mine = by.visible(Permission.RECORD)
    return bool(mine.scopes) and (row.by == by.name or all(map(mine.covers, _subjects(row))))


def _check(row: Held, by: Actor) -> None:
    if not _may_answer(row, by):
        by.check(Permission.RECORD, on=_subjects(row))


def _list_delivered(row: Held) -> list[tuple[str, bytes]]:
    return [(file.name, bytes(file.data)) for file in row.files.all()]


def _layout(row: Held) -> str:
    return next((file.layout for file in row.files.all()), "")


def _names(row: Held) -> tuple[str, ...]:
    return tuple(file.name for file in row.files.all())
