"""Recording deliveries: all files of a delivery in one release, or nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256

import polars as pl
from django.db import transaction
from django.utils import timezone

from outturn.core.access import Actor, Permission
from outturn.core.changes import CELL, Changes, changes
from outturn.records.areas.models import Area
from outturn.records.audit import actions as audit
from outturn.records.catalogue import queries as catalogue
from outturn.records.catalogue.models import Indicator
from outturn.records.sequence import actions as sequence

from .deliveries import Delivered, read
from .models import File, Held, HeldFile, Observation, Release
from .queries import as_known

RESTATEMENT = "restatement"


@dataclass(frozen=True)
class Receipt:
    """What became of a delivery. `release` is None when nothing was recorded: because of `problems`, because
    `questions` (code, sentence) wait for an answer, or because everything is known already."""

    release: int | None = None
    problems: tuple[str, ...] = ()
    questions: tuple[tuple[str, str], ...] = ()
    n_rows: int = 0
    n_new: int = 0
    n_equal: int = 0
    n_restated: int = 0
    held: int | None = None
    said: tuple[str, ...] = field(default=())

    @property
    def nothing_new(self) -> bool:
        return self.release is None and not self.problems and not self.questions


@transaction.atomic
def record(
    *,
    files: Sequence[tuple[str, bytes]],
    by: Actor,
    accept: Iterable[str] = (),
    layout: str = "",
    note: str = "",
    at: datetime | None = None,
    hold: bool = False,
) -> Receipt:
    """Reads the files and records what is new in one release.

    Nothing is recorded while there is a problem, or a question whose code is not in `accept`. With `hold` such a
    delivery is kept, so that a person can answer later. `at` dates the release, not before what was made known last.
    """
    by.check(Permission.RECORD)
    sequence.lock()
    definitions = catalogue.current()
    accepted = set(accept)
    delivered = read(files, definitions, layout, accepted)
    said = (delivered.values[name].unique().to_list() for name in ("indicator", "area", "end"))
    known = as_known(_last_release(), *said)
    change = changes(delivered.values, known)
    questions = [*delivered.questions, *_restatements(change)]
    unanswered = tuple((code, sentence) for code, sentence in questions if code not in accepted)
    receipt = Receipt(
        problems=delivered.problems,
        questions=unanswered,
        n_rows=delivered.n_rows,
        n_new=change.new.height,
        n_equal=change.equal,
        n_restated=change.restated.height,
    )
    if receipt.problems or unanswered:
        return _hold(receipt, files, layout, note, by) if hold else receipt
    if change.new.is_empty():
        return receipt
    release = _release(by, note, at, change)
    kept = [_keep_file(release, one, accepted) for one in delivered.files]
    _write(release, kept, change.new)
    audit.note(
        by=by, verb="recorded", subject=f"release:{release.number}", after=_summary(receipt, kept), at=release.at
    )
    return replace(receipt, release=release.number)


def _last_release() -> int:
    """Right while the sequence is locked: what is new, and the number of the release, are decided by it."""
    return Release.objects.values_list("number", flat=True).first() or 0


def _restatements(change: Changes) -> list[tuple[str, str]]:
    if change.restated.is_empty():
        return []
    first = change.restated.row(0, named=True)
    others = f" and {change.restated.height - 1} more" if change.restated.height > 1 else ""
    sentence = (
        f"{first['indicator']}, {first['end']:%d %b %Y} ({first['role']}) is known as {first['was']:g} and the file "
        f"says {first['value']:g}{others}. If the new figures are right, accept '{RESTATEMENT}'."
    )
    return [(RESTATEMENT, sentence)]


def _hold(receipt: Receipt, files: Sequence[tuple[str, bytes]], layout: str, note: str, by: Actor) -> Receipt:
    said = {"problems": list(receipt.problems), "questions": [list(question) for question in receipt.questions]}
    held = Held.objects.create(at=timezone.now(), by=by.name, note=note, said=said)
    HeldFile.objects.bulk_create(HeldFile(held=held, name=name, layout=layout, data=data) for name, data in files)
    audit.note(by=by, verb="held", subject=f"held:{held.id}", after={"files": [name for name, _ in files]})
    return replace(receipt, held=held.id)


def _release(by: Actor, note: str, at: datetime | None, change: Changes) -> Release:
    number = _last_release() + 1
    act = sequence.take(by=by, verb=f"made release {number}", at=at)
    return Release.objects.create(
        number=number,
        act=act,
        at=act.at,
        by=by.name,
        note=note,
        n_values=change.new.height,
        n_restated=change.restated.height,
    )


def _keep_file(release: Release, one: Delivered, accepted: set[str]) -> File:
    return File.objects.create(
        release=release,
        name=one.name,
        sha256=sha256(one.data).hexdigest(),
        layout=one.layout,
        data=one.data,
        accepted=sorted(accepted),
    )


def _write(release: Release, files: list[File], new: pl.DataFrame) -> None:
    indicators = dict(Indicator.objects.values_list("slug", "id"))
    areas = dict(Area.objects.values_list("slug", "id"))
    by_name = {file.name: file.id for file in files}
    columns = ("indicator", "area", "file", *CELL[2:], "value", "state", "text", "printed", "row")
    rows = (
        Observation(
            release_id=release.id,
            indicator_id=indicators[indicator],
            area_id=areas[area],
            file_id=by_name.get(file),
            role=role,
            period_kind=kind,
            start=start,
            end=end,
            value=value,
            state=state,
            text=text or "",
            printed=printed or "",
            row=row,
        )
        for indicator, area, file, role, kind, start, end, value, state, text, printed, row in new.select(
            columns
        ).iter_rows()
    )
    Observation.objects.bulk_create(rows, batch_size=1000)


def _summary(receipt: Receipt, files: list[File]) -> dict:
    return {
        "files": [{"name": file.name, "sha256": file.sha256} for file in files],
        "values": receipt.n_new,
        "restated": receipt.n_restated,
    }
