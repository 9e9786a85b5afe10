"""What was published."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from outturn.core.access import ALL, Sight
from outturn.core.subject import Subject
from outturn.records.catalogue import queries as catalogue
from outturn.records.faults import Stopped
from outturn.records.sequence.queries import end_of
from outturn.render.formats import CONTENT_TYPES

from .models import Edition, EditionFile


class Altered(Stopped):
    """A file that is not as it was published: it is not handed out."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"{what}: this file is not as it was published, so it is not shown. "
            "The administrator of this site finds out more with: outturn verify"
        )


@dataclass(frozen=True)
class FileRow:
    name: str
    sha256: str
    size: int


@dataclass(frozen=True)
class EditionRow:
    pack: str
    name: str
    title: str
    as_known: date
    number: int
    release: int
    definitions: int
    document_sha256: str
    code: str
    at: datetime
    by: str
    unplaced: tuple[str, ...]
    compared_with: str  # the name of the edition before, "" for the first
    files: tuple[FileRow, ...]


def select_editions(pack: str | None = None, up_to: date | None = None, sight: Sight = ALL) -> QuerySet[Edition]:
    """Newest first. `up_to`: those that had been published on a day; `sight`: those that are seen, and they are seen
    whole."""
    rows = Edition.objects.select_related("before")
    rows = rows if pack is None else rows.filter(pack=pack)
    if up_to:
        rows = rows.filter(as_known__lte=up_to, at__lte=end_of(up_to))
    if sight.is_whole:
        return rows
    seen = Q(pk__in=())
    for slug, definitions in Edition.objects.order_by().values_list("pack", "definitions").distinct():
        if _is_seen(slug, definitions, sight):
            seen |= Q(pack=slug, definitions=definitions)
    return rows.filter(seen)


def _is_seen(pack: str, definitions: int, sight: Sight) -> bool:
    """As the pack is now, and as it was: an edition holds what its pack printed then, also what it prints no more."""
    if not sight.covers(Subject(pack=pack)):
        return False
    then = replace(sight.tree, packs=catalogue.packs_at(definitions))
    return replace(sight, tree=then).covers(Subject(pack=pack))


def describe_editions(rows: Iterable[Edition]) -> list[EditionRow]:
    """With their files, without the bytes."""
    rows = list(rows)
    files: dict[int, list[FileRow]] = {}
    named = EditionFile.objects.filter(edition__in=rows)
    for edition, name, digest, size in named.values_list("edition_id", "name", "sha256", "size"):
        files.setdefault(edition, []).append(FileRow(name, digest, size))
    return [_row(row, tuple(files.get(row.id, ()))) for row in rows]


def editions(pack: str | None = None, up_to: date | None = None, sight: Sight = ALL) -> list[EditionRow]:
    """Newest first, without the bytes, as `select_editions` has them."""
    return describe_editions(select_editions(pack, up_to, sight))


def newest_editions(up_to: date | None = None, sight: Sight = ALL) -> dict[str, tuple[EditionRow, int]]:
    """Pack -> its newest edition, and how many there are."""
    rows = select_editions(up_to=up_to, sight=sight)
    counts = dict(rows.order_by().values_list("pack").annotate(number=Count("id")))
    same = select_editions(up_to=up_to, sight=sight).filter(pack=OuterRef("pack"))
    newest = describe_editions(rows.filter(id=Subquery(same.values("id")[:1])))
    return {row.pack: (row, counts[row.pack]) for row in newest}


def _row(row: Edition, files: tuple[FileRow, ...]) -> EditionRow:
    same = [field for field in EditionRow.__annotations__ if field not in ("files", "compared_with")]
    before = row.before.name if row.before else ""
    return EditionRow(**{name: getattr(row, name) for name in same}, compared_with=before, files=files)


def edition(pack: str, name: str, sight: Sight = ALL) -> EditionRow | None:
    return next(iter(describe_editions(select_editions(pack, sight=sight).filter(name=name))), None)


def file(pack: str, edition_name: str, name: str) -> tuple[bytes, str] | None:
    """(bytes, content type) of a file of an edition. Raises Altered when it is not as it was published."""
    row = EditionFile.objects.filter(edition__pack=pack, edition__name=edition_name, name=name).first()
    if row is None:
        return None
    data = bytes(row.data)
    if sha256(data).hexdigest() != row.sha256:
        raise Altered(f"{pack} {edition_name}, {name}")
    return data, CONTENT_TYPES.get(name.rsplit(".", 1)[-1], "application/octet-stream")
