"""Saying something about the figures."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import datetime

from django.db import transaction

from outturn.core import limits
from outturn.core.access import Actor
from outturn.core.commentary import Note
from outturn.core.workflow import NOT_YET, TEXT
from outturn.records.audit import actions as audit
from outturn.records.sequence import actions as sequence
from outturn.records.sequence.models import Act

from .models import Text
from .queries import note_of

SAID = ("kind", "framework", "section", "indicators", "area", "title", "text", "position")


class Overtaken(Exception):
    """Somebody else saved first. The text says who, and what to do."""


@transaction.atomic
def write(
    *,
    note: Note,
    by: Actor,
    expected: int,
    at: datetime | None = None,
    withdrawn: bool = False,
    act: Act | None = None,
) -> Note:
    """Adds a version. `expected` is the version the writer saw (0 for a new text): another one raises Overtaken.

    The same words again change nothing, so that a resend after a lost answer has one effect. The text becomes known by
    an act of its own, or by the one given. Raises CannotMove for a text that was never written and is withdrawn.
    """
    move = TEXT["withdraw" if withdrawn else "write"]
    by.check(move.permission, on=note.subjects)
    limits.check((limits.TITLE, note.title), (limits.TEXT, note.text))
    sequence.lock()  # of two who write at once, the second sees what the first wrote
    last = Text.objects.filter(ident=note.ident).order_by("-version").first()
    if last:  # a text is not taken from where they may not write
        by.check(move.permission, on=note_of(last).subjects)
    if last and _same(last, note) and last.withdrawn == withdrawn:
        return note
    version = last.version if last else 0
    if version != expected:
        raise Overtaken(_overtaken(last or note, bool(last and last.withdrawn)))
    TEXT.move(move.verb, _state_of(last))
    row = {name: getattr(note, name) for name in SAID} | {"kind": note.kind.value, "indicators": list(note.indicators)}
    verb = "withdrew commentary" if withdrawn else "wrote commentary"
    act = act or sequence.take(by=by, verb=verb, at=at)
    Text.objects.create(
        ident=note.ident, version=version + 1, act=act, withdrawn=withdrawn, at=act.at, by=by.name, **row
    )
    before = {"title": last.title, "text": last.text} if last else None
    audit.note(
        by=by,
        verb=verb,
        subject=replace(note.subject, commentary=note.ident),
        before=before,
        after={"title": note.title, "text": note.text},
        at=act.at,
    )
    return Note(**{**asdict(note), "version": version + 1, "by": by.name})


@transaction.atomic
def write_all(*, notes: Iterable[Note], by: Actor, at: datetime | None = None) -> int:
    """Brings a set of texts in by one act, each as the next version of itself; returns how many changed."""
    sequence.lock()
    versions = dict(Text.objects.order_by("version").values_list("ident", "version"))
    changed, act = 0, None
    for note in notes:
        seen = versions.get(note.ident, 0)
        written = write(note=replace(note, version=seen), by=by, expected=seen, at=at, act=act)
        if written.version > seen:
            changed, act = changed + 1, Act.objects.latest("number")
    return changed


def _state_of(last: Text | None) -> str:
    if last is None:
        return NOT_YET
    return "withdrawn" if last.withdrawn else "written"


def _overtaken(last: Text | Note, withdrawn: bool) -> str:
    if withdrawn:
        return (
            f"'{last.title}' was withdrawn by {last.by} while you were writing. Your words are below: to bring the "
            "text back with them, save again."
        )
    return (
        f"'{last.title}' was changed by {last.by or 'somebody'} while you were writing. Your words are below: read "
        "theirs, then save again."
    )


def _same(row: Text, note: Note) -> bool:
    mine = [getattr(note, name) if name != "indicators" else list(note.indicators) for name in SAID]
    return [getattr(row, name) for name in SAID] == mine
