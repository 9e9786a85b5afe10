"""What people said, as known at a moment."""

from django.db.models import OuterRef, QuerySet, Subquery

from outturn.core.commentary import Note, NoteKind
from outturn.records.observations.queries import Moment

from .models import Text


def _newest(number: int | None) -> QuerySet[Text]:
    known = Text.objects.all() if number is None else Text.objects.filter(act__lte=number)
    same = known.filter(ident=OuterRef("ident")).order_by("-version")
    return known.filter(id=Subquery(same.values("id")[:1]), withdrawn=False)


def notes(
    moment: Moment, framework: str | None = None, section: str | None = None, indicator: str | None = None
) -> list[Note]:
    """In the order they were given in. One query."""
    rows = _newest(moment.number)
    wanted = {name: value for name, value in (("framework", framework), ("section", section)) if value}
    found = [_note(row) for row in rows.filter(**wanted).order_by("position", "ident")]
    return [note for note in found if indicator is None or indicator in note.indicators]


def note(ident: str) -> Note | None:
    row = _newest(None).filter(ident=ident).first()
    return _note(row) if row else None


def _note(row: Text) -> Note:
    return Note(
        ident=row.ident,
        kind=NoteKind(row.kind),
        framework=row.framework,
        section=row.section,
        indicators=tuple(row.indicators),
        title=row.title,
        text=row.text,
        position=row.position,
        version=row.version,
        by=row.by,
        area=row.area,
    )
