"""Publishing: an edition is frozen, with its files, their hashes, and all that is needed to make it again."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from importlib.metadata import version

import polars as pl
from django.db import transaction
from django.utils import timezone

from outturn import render
from outturn.core.access import Actor, Permission
from outturn.core.checks import Severity
from outturn.core.keys import key
from outturn.core.periods import Period, PeriodKind
from outturn.core.report.build import build
from outturn.core.report.document import Document, content_hash
from outturn.core.report.paper import Paper, Said
from outturn.core.report.unplaced import unplaced
from outturn.records.assessments import queries as assessments
from outturn.records.audit import actions as audit
from outturn.records.catalogue import queries as catalogue
from outturn.records.commentary import queries as commentary
from outturn.records.findings import queries as findings
from outturn.records.findings.actions import find
from outturn.records.observations import queries as observations

from .models import Edition, EditionFile
from .queries import EditionRow, edition

MANIFEST = "MANIFEST.json"


class CannotPublish(Exception):
    """What stands in the way, in sentences."""

    def __init__(self, *sentences: str) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


class UnknownPack(CannotPublish):
    """The definitions have no pack of that name."""


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
    """Makes an edition of a pack from what was known on a day (today, when none is given).

    The same content again is the same edition. Raises CannotPublish: unknown pack, nothing assessed, open blocking
    findings.
    """
    by.check(Permission.PUBLISH)
    day = as_known or timezone.localdate()
    progress("reading what was known")
    moment, before = observations.moment(as_known), edition_before(pack, day)
    paper = gather(pack, moment, day, before)
    refuse_blocking(moment)
    document = named(paper, pack, day)
    lost = unplaced(paper, document)
    digest = content_hash(document)
    there = edition(pack, document.edition)
    if there and there.document_sha256 == digest:
        return Published(there, created=False, unplaced=lost)
    files = {}
    for name, draw in render.of(document).items():
        progress(f"drawing {name}")
        files[name] = draw(document)
    return Published(_keep(document, digest, files, moment, before, day, by, at, lost), created=True, unplaced=lost)


def named(paper: Paper, pack: str, day: date) -> Document:
    """The Document under the first name of the day that is free, or that already holds this content."""
    for number in range(1, 100):
        name = day.isoformat() + (f"-{number}" if number > 1 else "")
        document = build(replace(paper, edition=name))
        there = edition(pack, name)
        if there is None or there.document_sha256 == content_hash(document):
            return document
    raise CannotPublish(f"There are 99 editions of {pack} for {day} already.")


def gather(pack: str, moment: observations.Moment, day: date, last: Edition | None) -> Paper:
    """All that the paper is made from, as known at a moment, with what changed since an earlier edition."""
    if moment.number == 0:
        raise CannotPublish(f"Nothing was known by {day:%-d %b %Y}: no definitions had been loaded.")
    try:
        known = catalogue.at(moment.definitions)
    except catalogue.NothingDefined as problem:
        raise CannotPublish(str(problem)) from problem
    if pack not in known.packs:
        raise UnknownPack(f"There is no pack '{pack}'. Packs: {', '.join(known.packs) or 'none'}.")
    results = assessments.results(moment)
    if not results:
        raise CannotPublish(f"Nothing was assessed by {day:%d %b %Y}. Record figures and run: outturn assess")
    earlier = observations.moment_at(last.number, last.as_known) if last else None
    return Paper(
        pack=known.packs[pack],
        catalogue=known,
        results=tuple(results),
        notes=tuple(commentary.notes(moment)),
        edition="",
        as_known=day,
        release=moment.release,
        definitions=moment.definitions,
        before=tuple(assessments.results(earlier)) if earlier else (),
        before_date=last.as_known if last else None,
        before_catalogue=catalogue.at(earlier.definitions) if earlier else None,
        restated=_restated(moment, earlier.release) if earlier else (),
    )


def refuse_blocking(moment: observations.Moment) -> None:
    """Runs the checks on what would be printed. What somebody has accepted by now no longer stands in the way."""
    accepted = findings.accepted()
    found = [one for one in find(moment) if one.severity == Severity.BLOCKING and one.fingerprint not in accepted]
    if found:
        raise CannotPublish(*(f"{one.place}: {one.sentence}" for one in found))


def edition_before(pack: str, day: date) -> Edition | None:
    """The newest edition of an earlier day."""
    return Edition.objects.filter(pack=pack, as_known__lt=day).order_by("-as_known", "-id").first()


def _restated(moment: observations.Moment, since: int) -> tuple[Said, ...]:
    known = observations.shown(moment)
    changed = known.filter(
        (pl.col("release") > since)
        & (pl.col("role") == "actual")
        & pl.col("was").is_not_null()
        & pl.col("value").is_not_null()
    ).filter(pl.col("was") != pl.col("value"))
    why = {release.number: release.note for release in observations.releases()}
    made = []
    for row in changed.sort("indicator", "area", "end").iter_rows(named=True):
        period = Period(PeriodKind(row["period_kind"]), row["start"], row["end"])
        name = key(row["indicator"], row["area"], "actual", period)
        place = (row["indicator"], row["area"], period.label, name)
        made.append(Said(*place, row["was"], row["value"], why[row["release"]]))
    return tuple(made)


@transaction.atomic
def _keep(
    document: Document,
    digest: str,
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
        release=document.release,
        definitions=catalogue.number_of(document.definitions),
        document_sha256=digest,
        code=f"outturn {version('outturn')}",
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
    audit.note(by=by, verb="published", subject=f"edition:{row.pack}/{row.name}", after={"document": digest}, at=at)
    found = edition(row.pack, row.name)
    assert found is not None
    return found


def manifest(row: Edition, document: Document, files: dict[str, bytes]) -> dict:
    return {
        "pack": row.pack,
        "edition": row.name,
        "title": row.title,
        "as_known": row.as_known.isoformat(),
        "release": row.release,
        "definitions": {"number": row.definitions, "sha256": document.definitions},
        "document_sha256": row.document_sha256,
        "code": row.code,
        "published": row.at.isoformat(),
        "files": {name: {"sha256": sha256(data).hexdigest(), "bytes": len(data)} for name, data in files.items()},
    }
