"""Publishing: an edition is frozen, with its files, their hashes, and all that is needed to make it again."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from importlib.metadata import version

from django.db import IntegrityError, transaction
from django.utils import timezone

from outturn import render
from outturn.core.access import Actor
from outturn.core.report.build import build
from outturn.core.report.document import Document, content_hash
from outturn.core.report.paper import Paper
from outturn.core.report.unplaced import list_unplaced
from outturn.core.subject import Subject
from outturn.core.workflow import EDITION
from outturn.records.audit import actions as audit
from outturn.records.observations import queries as observations
from outturn.records.sequence import actions as sequence

from .models import Edition, EditionFile
from .papers import gather
from .queries import EditionRow, edition
from .refusals import CannotPublish, refuse

MANIFEST = "MANIFEST.json"
CODE = f"outturn {version('outturn')}"
MOST = 99


@dataclass(frozen=True)
class Published:
    """`unplaced`: sentences about commentary of the pack's frameworks that stands nowhere in it."""

    edition: EditionRow
    created: bool
    unplaced: tuple[str, ...] = ()


def publish(
    *,
    pack: str,
    by: Actor,
    as_known: date | None = None,
    at: datetime | None = None,
    progress: Callable[[str], None] = lambda words: None,
) -> Published:
    """Makes an edition of a pack from what was known on a day (now, when none is given).

    All that it prints was known at one number of the sequence, whatever is recorded meanwhile; the edition keeps the
    number. The same content again is the same edition. Of two who publish the same at once, both get the one edition.
    Raises CannotPublish: unknown pack, nothing known, not assessed, open blocking findings. Raises TooEarly when the
    clock of this machine is set back.
    """
    by.check(EDITION["publish"].permission, on=Subject(pack=pack))
    progress("reading what was known")
    if as_known is None:
        sequence.check_clock()
    day = as_known or timezone.localdate()
    moment = observations.moment(as_known)
    refuse(pack, moment, day, by)
    before = edition_before(pack, moment, day)
    paper = gather(pack, moment, day, before)
    for _ in range(MOST):
        document = name_free(paper, pack, day)
        lost = list_unplaced(paper, document)
        if there := the_same(document):
            return Published(there, created=False, unplaced=lost)
        files = draw(document, progress)
        try:
            return Published(_keep(document, files, moment, before, day, by, at, lost), created=True, unplaced=lost)
        except IntegrityError:
            if edition(pack, document.edition) is None:
                raise
            progress("somebody published meanwhile; reading what they made")
    raise CannotPublish(f"Others publish {pack} all the time. Try again when they have finished.")


def edition_before(pack: str, moment: observations.Moment, day: date) -> Edition | None:
    """The newest edition of an earlier day, which knew no more than this one. A second edition of a day takes the place
    of the first, so that it, too, is compared with the day before."""
    earlier = Edition.objects.filter(pack=pack, as_known__lt=day, number__lte=moment.number)
    return earlier.order_by("-as_known", "-id").first()


def name_free(paper: Paper, pack: str, day: date) -> Document:
    """The Document under the first name of the day that is free, or that already holds this content."""
    for number in range(1, MOST + 1):
        name = day.isoformat() + (f"-{number}" if number > 1 else "")
        document = build(replace(paper, edition=name))
        if edition(pack, name) is None or the_same(document):
            return document
    raise CannotPublish(f"There are {MOST} editions of {pack} for {day} already.")


def the_same(document: Document) -> EditionRow | None:
    """The edition of this name, when it holds this very content."""
    there = edition(document.pack, document.edition)
    return there if there and there.document_sha256 == content_hash(document) else None


def draw(document: Document, progress: Callable[[str], None]) -> dict[str, bytes]:
    files = {}
    for name, drawing in render.of(document).items():
        progress(f"drawing {name}")
        files[name] = drawing(document)
    return files


@transaction.atomic
def _keep(
    document: Document,
    files: dict[str, bytes],
    moment: observations.Moment,
    before: Edition | None,
    day: date,
    by: Actor,
    at: datetime | None,
    lost: tuple[str, ...],
) -> EditionRow:
    row = Edition(
        pack=document.pack,
        name=document.edition,
        title=document.title,
        as_known=day,
        number=moment.number,
        before=before,
        release=moment.release,
        definitions=moment.definitions,
        document_sha256=content_hash(document),
        code=CODE,
        at=at or timezone.now(),
        by=by.name,
    )
    row.manifest = manifest(row, document, files) | {"unplaced": list(lost)}
    row.save()
    kept = {**files, MANIFEST: (json.dumps(row.manifest, indent=2) + "\n").encode()}
    EditionFile.objects.bulk_create(
        EditionFile(edition=row, name=name, sha256=sha256(data).hexdigest(), size=len(data), data=data)
        for name, data in kept.items()
    )
    after = {"document": row.document_sha256, "number": row.number}
    audit.note(by=by, verb="published", subject=Subject(pack=row.pack, edition=row.name), after=after, at=at)
    found = edition(row.pack, row.name)
    assert found is not None
    return found


def manifest(row: Edition, document: Document, files: dict[str, bytes]) -> dict:
    return {
        "pack": row.pack,
        "edition": row.name,
        "title": row.title,
        "as_known": row.as_known.isoformat(),
        "number": row.number,
        "release": row.release,
        "definitions": {"number": row.definitions, "sha256": document.definitions},
        "compared_with": row.before.name if row.before else None,
        "document_sha256": row.document_sha256,
        "code": row.code,
        "published": row.at.isoformat(),
        "files": {name: {"sha256": sha256(data).hexdigest(), "bytes": len(data)} for name, data in files.items()},
    }
