"""What people said, as known at a moment."""

from django.db.models import OuterRef, QuerySet, Subquery

from outturn.core.commentary import Note, NoteKind
from outturn.records.catalogue.scopes import within
from outturn.records.observations.queries import Moment

from .models import Text

COLUMNS = {name: name for name in ("framework", "section", "area")}


def _newest(moment: Moment) -> QuerySet[Text]:
    known = Text.objects.filter(act__lte=moment.number)
    same = known.filter(ident=OuterRef("ident")).order_by("-version")
    newest = known.filter(id=Subquery(same.values("id")[:1]), withdrawn=False)
    return within(newest, moment.sight, COLUMNS)


def notes(
    moment: Moment, framework: str | None = None, section: str | None = None, indicator: str | None = None
) -> list[Note]:
    """In the order they were given in. One query."""
    rows = _newest(moment)
    wanted = {name: value for name, value in (("framework", framework), ("section", section)) if value}
    found = [note_of(row) for row in rows.filter(**wanted).order_by("position", "ident")]
    seen = [note for note in found if any(map(moment.sight.meets, note.subjects))]
    return [note for note in seen if indicator is None or indicator in note.indicators]


def note(ident: str) -> Note | None:
    """As it stands now; None when it was never written, or was withdrawn."""
    row = _last(ident)
    return note_of(row) if row and not row.withdrawn else None


def last(ident: str) -> Note | None:
    """The last words under this name, withdrawn or not."""
    row = _last(ident)
    return note_of(row) if row else None


def _last(ident: str) -> Text | None:
    return Text.objects.filter(ident=ident).order_by("-version").first()


def note_of(row: Text) -> Note:
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
