"""Whether what was kept is still as it was kept: files of editions, files received, the rule that guards them."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from django.db import connection

from outturn.records import added_only
from outturn.records.observations.models import File

from .models import EditionFile


@dataclass(frozen=True)
class Verified:
    """How many files were looked at, and what is wrong, in sentences."""

    n_published: int
    n_received: int
    problems: tuple[str, ...]


def verify() -> Verified:
    """Reads every kept file, one at a time, and holds it against its hash."""
    published, received = EditionFile.objects.count(), File.objects.count()
    return Verified(
        published, received, (*_check_published(), *_check_listed(), *_check_received(), *_check_unguarded())
    )


def _check_published() -> Iterator[str]:
    rows = EditionFile.objects.order_by("id").values_list("edition__pack", "edition__name", "name", "sha256", "data")
    for pack, edition, name, digest, data in rows.iterator(1):
        if sha256(data).hexdigest() != digest:
            yield f"{pack} {edition}, {name}: not as it was published."


def _check_listed() -> Iterator[str]:
    """The manifest names the same hashes: a file exchanged together with its hash is seen here."""
    rows = EditionFile.objects.select_related("edition").defer("data").order_by("id")
    for row in rows.iterator(100):
        told = row.edition.manifest.get("files", {}).get(row.name)
        if told and told["sha256"] != row.sha256:
            yield f"{row.edition.pack} {row.edition.name}, {row.name}: another hash than its manifest has."


def _check_received() -> Iterator[str]:
    rows = File.objects.order_by("id").values_list("release__number", "name", "sha256", "data")
    for release, name, digest, data in rows.iterator(1):
        if sha256(data).hexdigest() != digest:
            yield f"Release {release}, {name}: not as it was received."


def _check_unguarded() -> Iterator[str]:
    for table in added_only.missing_rules(connection):
        yield f"Rows of {table} can be changed: the rule against it is gone. Lay it down again with: outturn init"
