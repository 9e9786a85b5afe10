"""Loading definitions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from outturn.core.access import Actor, Permission
from outturn.core.definitions import load as read_definitions
from outturn.core.subject import Subject
from outturn.records.areas import actions as areas
from outturn.records.audit import actions as audit
from outturn.records.sequence import actions as sequence

from .entries import keep_entries
from .models import Indicator, Version
from .queries import catalogue_json


@dataclass(frozen=True)
class Loading:
    """`number`: the version now in force; `changed`: a new one was made; `problems`: why nothing was loaded;
    `warnings`: what was loaded and should be looked at. Problems and warnings are sentences."""

    number: int
    changed: bool
    problems: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@transaction.atomic
def load(*, files: Mapping[str, bytes], by: Actor, at: datetime | None = None) -> Loading:
    """Reads all definitions and, when not one problem is found, makes them the version in force.

    The same content again changes nothing. `at` dates the version (the sample tells a history); it defaults to now.
    """
    by.check(Permission.DEFINE)
    read = read_definitions(files)
    sequence.lock()
    last = Version.objects.first()
    problems = tuple(str(problem) for problem in read.problems)
    if read.catalogue is None:
        return Loading(last.number if last else 0, False, problems=problems)
    if last and last.sha256 == read.catalogue.version:
        return Loading(last.number, False, warnings=problems)
    act = sequence.take(by=by, verb="loaded definitions", at=at)
    version = Version.objects.create(
        act=act,
        number=last.number + 1 if last else 1,
        sha256=read.catalogue.version,
        body=catalogue_json.dump_json(read.catalogue).decode(),
        files={path: data.decode("utf-8", "replace") for path, data in files.items()},
        at=act.at,
        by=by.name,
    )
    keep_entries(version, read.catalogue)
    areas.keep(read.catalogue.areas.values())
    Indicator.objects.bulk_create(
        [Indicator(slug=indicator.slug, name=indicator.name) for indicator in read.catalogue.indicators.values()],
        update_conflicts=True,
        unique_fields=["slug"],
        update_fields=["name"],
    )
    audit.note(
        by=by,
        verb="loaded definitions",
        subject=Subject(definitions=str(version.number)),
        before=last.sha256 if last else None,
        after=version.sha256,
        at=act.at,
    )
    return Loading(version.number, True, warnings=problems)
