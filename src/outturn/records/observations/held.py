"""Deliveries that wait for a person's answer: what was asked of whom, and what becomes of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from outturn.core.access import Actor, Permission
from outturn.records.audit import actions as audit

from .actions import Receipt, record
from .models import Held


@dataclass(frozen=True)
class Waiting:
    id: int
    at: datetime
    by: str
    note: str
    files: tuple[str, ...]
    questions: tuple[tuple[str, str], ...]  # code, sentence


def waiting() -> list[Waiting]:
    """Newest first."""
    return [_shown(row) for row in Held.objects.filter(settled="").prefetch_related("files")]


def one(held: int) -> Waiting | None:
    """None when there is no such delivery, or when it is settled."""
    row = Held.objects.filter(id=held, settled="").prefetch_related("files").first()
    return _shown(row) if row else None


@transaction.atomic
def settle(*, held: int, accept: Iterable[str], by: Actor) -> Receipt | None:
    """Records the delivery with these answers. None when somebody settled it first."""
    by.check(Permission.RECORD)
    row = Held.objects.select_for_update().filter(id=held, settled="").first()
    if row is None:
        return None
    files = list(row.files.all())
    layout = files[0].layout if files else ""
    delivered = [(file.name, bytes(file.data)) for file in files]
    receipt = record(files=delivered, by=by, accept=accept, layout=layout, note=row.note)
    if not receipt.problems and not receipt.questions:
        Held.objects.filter(id=held).update(settled="recorded")
    return receipt


@transaction.atomic
def withdraw(*, held: int, by: Actor) -> None:
    """The delivery was wrong: nothing of it is recorded. Again has no effect."""
    by.check(Permission.RECORD)
    if Held.objects.filter(id=held, settled="").update(settled="withdrawn"):
        audit.note(by=by, verb="withdrew", subject=f"held:{held}")


def _shown(row: Held) -> Waiting:
    questions = tuple((code, sentence) for code, sentence in row.said["questions"])
    return Waiting(row.id, row.at, row.by, row.note, tuple(file.name for file in row.files.all()), questions)
