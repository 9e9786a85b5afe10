"""Recording deliveries: all files of a delivery in one release, or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any

import polars as pl
from django.db import transaction
from django.utils import timezone

from outturn.core import limits
from outturn.core.access import ANYTHING, Actor
from outturn.core.changes import Changes
from outturn.core.intake import Answered, Answers
from outturn.core.intake.questions import to_json
from outturn.core.sense import Background, weigh
from outturn.core.subject import Subject
from outturn.core.workflow import RELEASE
from outturn.records.areas.models import Area
from outturn.records.audit import actions as audit
from outturn.records.catalogue import queries as catalogue
from outturn.records.catalogue.models import Indicator
from outturn.records.sequence import actions as sequence

from .deliveries import Delivered, read_delivery
from .hiding import decide
from .known import as_known
from .models import File, Held, HeldFile, Observation, Release
from .permitted import list_series, refuse_others
from .queries import load_shown, moment
from .receipt import Receipt
from .writing import insert

__all__ = ["Receipt", "ask", "record"]


@transaction.atomic
def record(
    *,
    files: Sequence[tuple[str, bytes]],
    by: Actor,
    answers: Mapping[str, str] | None = None,
    layout: str = "",
    note: str = "",
    at: datetime | None = None,
    hold: bool = False,
) -> Receipt:
    """Reads the files and records what is new in one release.

    Nothing is recorded while there is a problem, or a question without an answer once the files are read with the
    `answers` (what a question is named -> the code of a choice); nor when it holds figures that are not theirs to
    record: each is a problem. With `hold` a delivery that only has questions is
    kept, so that a person can answer later. `at` dates the release, not before what was made known last.
    """
    by.check(RELEASE["record"].permission, on=ANYTHING)
    if wrong := limits.wrong(limits.NOTE, note):
        return Receipt(problems=tuple(wrong))
    sequence.lock()
    read_out = _read_out(files, layout, Answers(answers or {}), at, by)
    receipt = read_out.receipt
    if receipt.problems or receipt.questions:
        return _hold(read_out, files, layout, note, by) if hold and not receipt.problems else receipt
    if read_out.change.new.is_empty():
        return receipt
    counts = (read_out.change.new.height, read_out.change.n_restated)
    release = new_release(by, note, at, *counts, notes=list(receipt.notes))
    kept = [_keep_file(release, one, receipt.answered) for one in read_out.files]
    _write(release, kept, read_out.change.new)
    decide()
    summary = _summary(receipt, kept)
    audit.note(by=by, verb="recorded", subject=Subject(release=str(release.number)), after=summary, at=release.at)
    return replace(receipt, release=release.number)


@dataclass(frozen=True)
class ReadOut:
    """A delivery as read against what is known. Nothing is written yet."""

    files: tuple[Delivered, ...]
    change: Changes
    receipt: Receipt
    series: tuple[tuple[str, str], ...]  # of `list_series`


def ask(*, files: Sequence[tuple[str, bytes]], by: Actor, layout: str = "") -> Receipt:
    """What a delivery would ask now, and what stands in its way. Nothing is recorded."""
    return _read_out(files, layout, Answers(), None, by).receipt


def _read_out(
    files: Sequence[tuple[str, bytes]], layout: str, answers: Answers, at: datetime | None, by: Actor
) -> ReadOut:
    delivered = refuse_others(read_delivery(files, catalogue.current(), layout, answers), by)
    weighed = weigh(delivered.values, _background(delivered.values, at), answers)
    questions = (*delivered.questions, *weighed.questions)
    answered = (*delivered.answered, *weighed.answered)
    misfits = answers.misfits([*questions, *(each.question for each in answered)])
    wrong = delivered.wrong
    for sentence in misfits:
        wrong = wrong.with_sentence("", sentence)
    receipt = Receipt(
        problems=(*misfits, *delivered.problems),
        wrong=wrong,
        questions=questions,
        answered=answered,
        notes=(*delivered.notes, *(each.sentence for each in answered)),
        n_rows=delivered.n_rows,
        n_new=weighed.change.new.height,
        n_equal=weighed.change.equal,
        n_restated=weighed.change.n_restated,
    )
    return ReadOut(delivered.files, weighed.change, receipt, list_series(delivered))


def _background(values: pl.DataFrame, at: datetime | None) -> Background:
    """What is known of the cells that a delivery speaks of, and what of it a person may see."""
    cells = (values[name].unique().to_list() for name in ("indicator", "area", "end"))
    series = set(values.select("indicator", "area").unique().iter_rows())
    now = moment()
    return Background(
        as_known(now.release, *cells), load_shown(now, series), catalogue.current(), timezone.localdate(at)
    )


def _last_release() -> int:
    """Right while the sequence is locked: what is new, and the number of the release, are decided by it."""
    return Release.objects.values_list("number", flat=True).first() or 0


def _hold(read_out: ReadOut, files: Sequence[tuple[str, bytes]], layout: str, note: str, by: Actor) -> Receipt:
    said = to_keep(read_out.receipt) | {"series": [list(each) for each in read_out.series]}
    held = Held.objects.create(at=timezone.now(), by=by.name, note=note, said=said)
    HeldFile.objects.bulk_create(HeldFile(held=held, name=name, layout=layout, data=data) for name, data in files)
    audit.note(by=by, verb="held", subject=Subject(held=str(held.id)), after={"files": [name for name, _ in files]})
    return replace(read_out.receipt, held=held.id)


def to_keep(receipt: Receipt) -> dict[str, Any]:
    """The questions, and of which moment they are: when more is known, they are asked anew."""
    now = moment()
    questions = [to_json(each) for each in receipt.questions]
    return {"moment": [now.release, now.definitions], "problems": list(receipt.problems), "questions": questions}


def new_release(by: Actor, note: str, at: datetime | None, n_values: int, n_restated: int, **more: Any) -> Release:
    """The next release, with the next number of the sequence. Inside the transaction of what it makes known."""
    number = _last_release() + 1
    act = sequence.take(by=by, verb=f"made release {number}", at=at)
    return Release.objects.create(
        number=number,
        act=act,
        at=act.at,
        by=by.name,
        note=note,
        n_values=n_values,
        n_restated=n_restated,
        **more,
    )


def _keep_file(release: Release, one: Delivered, answered: tuple[Answered, ...]) -> File:
    return File.objects.create(
        release=release,
        name=one.name,
        sha256=sha256(one.data).hexdigest(),
        layout=one.layout,
        data=one.data,
        accepted=[each.code for each in answered if each.question.file == one.name],
    )


def _write(release: Release, files: list[File], new: pl.DataFrame) -> None:
    ids = {
        "indicator": dict(Indicator.objects.values_list("slug", "id")),
        "area": dict(Area.objects.values_list("slug", "id")),
        "file": {file.name: file.id for file in files},
    }
    known = (
        pl.col(name).replace_strict(numbers, default=None, return_dtype=pl.Int64).alias(f"{name}_id")
        for name, numbers in ids.items()
    )
    columns = ("role", "period_kind", pl.col("start", "end").cast(pl.String), "value", "state", "row")
    words = pl.col("text", "printed").fill_null("")
    insert(Observation, new.select(pl.lit(release.id).alias("release_id"), *known, *columns, words))


def _summary(receipt: Receipt, files: list[File]) -> dict:
    return {
        "files": [{"name": file.name, "sha256": file.sha256} for file in files],
        "values": receipt.n_new,
        "restated": receipt.n_restated,
    }
