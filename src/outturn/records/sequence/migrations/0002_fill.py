"""Gives a number to all that was made known before there was a sequence, in the order of its dates.

Rooms above are named here, and nowhere else in this room: their rows must be in one order, and only then can each room
say that its number is never missing.
"""

from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.db import migrations
from django.db.models import Q

LONDON = ZoneInfo("Europe/London")
VERSION, RELEASE, TEXT, ACCEPTANCE = range(4)  # of what has one date, in this order
VERBS = ("loaded definitions", "made release", "wrote commentary", "accepted a finding")


def fill(apps: Any, schema_editor: Any) -> None:
    acts = _number(apps, _events(apps))
    _assessments(apps, acts)
    _sightings(apps, acts)
    _editions(apps)


def _events(apps: Any) -> list[tuple]:
    """(date, kind, row) in order. Dates of one kind never run backwards, whatever a clock said."""
    found: list[tuple] = []
    Version, Release = apps.get_model("catalogue", "Version"), apps.get_model("observations", "Release")
    Text, Finding = apps.get_model("commentary", "Text"), apps.get_model("findings", "Finding")
    Event = apps.get_model("audit", "Event")
    for kind, rows in (
        (VERSION, Version.objects.order_by("number")),
        (RELEASE, Release.objects.order_by("number")),
        (TEXT, Text.objects.order_by("id")),
    ):
        latest = None
        for row in rows.iterator():
            latest = max(latest or row.at, row.at)
            found.append((latest, kind, row.pk, row))
    for row in Finding.objects.exclude(accepted_by=""):
        event = Event.objects.filter(verb="accepted finding", subject=f"finding:{row.pk}").order_by("-id").first()
        if event:
            found.append((event.at, ACCEPTANCE, row.pk, row))
    return sorted(found, key=lambda event: event[:3])


def _number(apps: Any, events: list[tuple]) -> dict[tuple[int, int], int]:
    """Makes the acts; (kind, number of the version or the release) -> number of the act."""
    Act, Counter = apps.get_model("sequence", "Act"), apps.get_model("sequence", "Counter")
    Acceptance = apps.get_model("findings", "Acceptance")
    acts: dict[tuple[int, int], int] = {}
    for number, (at, kind, _, row) in enumerate(events, start=1):
        by = row.accepted_by if kind == ACCEPTANCE else row.by
        act = Act.objects.create(number=number, at=at, by=by, verb=VERBS[kind])
        if kind == ACCEPTANCE:
            Acceptance.objects.create(finding=row, act=act, because=row.accepted_because, by=by)
            continue
        row.act = act
        row.save(update_fields=["act"])
        if kind in (VERSION, RELEASE):
            acts[kind, row.number] = number
    if events:
        Counter.objects.create(id=1, last=len(events))
    return acts


def _assessments(apps: Any, acts: dict[tuple[int, int], int]) -> None:
    """What was assessed is known since its release and its definitions both are."""
    Assessment = apps.get_model("assessments", "Assessment")
    for definitions, release in Assessment.objects.values_list("definitions", "release").distinct():
        act = max(acts.get((VERSION, definitions), 0), acts.get((RELEASE, release), 0))
        Assessment.objects.filter(definitions=definitions, release=release).update(act=act)


def _sightings(apps: Any, acts: dict[tuple[int, int], int]) -> None:
    Finding, Sighting = apps.get_model("findings", "Finding"), apps.get_model("findings", "Sighting")
    first = min(acts.values(), default=None)
    for row in Finding.objects.iterator():
        came = acts.get((RELEASE, row.first_release), first)
        gone = acts.get((RELEASE, row.last_release + 1))
        said = {"finding": row, "severity": row.severity, "title": row.title}
        if came is None or row.last_release < row.first_release:
            continue
        Sighting.objects.create(act_id=came, there=True, **said)
        if gone is not None:
            Sighting.objects.create(act_id=gone, there=False, **said)


def _editions(apps: Any) -> None:
    """The last number of its day and of the moment of its publication, with the release that it names."""
    Act, Edition = apps.get_model("sequence", "Act"), apps.get_model("reports", "Edition")
    Release = apps.get_model("observations", "Release")
    for row in Edition.objects.order_by("id"):
        end = datetime.combine(row.as_known, time.max, LONDON)
        later = Release.objects.filter(number=row.release + 1).values_list("act", flat=True).first()
        acts = Act.objects.filter(at__lte=min(end, row.at))
        acts = acts.filter(number__lt=later) if later else acts
        row.number = acts.order_by("-number").values_list("number", flat=True).first() or 0
        earlier = Edition.objects.filter(Q(at__lt=row.at) | Q(at=row.at, id__lt=row.id), pack=row.pack)
        row.before = earlier.filter(as_known__lt=row.as_known).order_by("-as_known", "-id").first()
        row.save(update_fields=["number", "before"])


class Migration(migrations.Migration):
    dependencies = [
        ("sequence", "0001_initial"),
        ("audit", "0001_initial"),
        ("catalogue", "0002_act"),
        ("observations", "0002_act"),
        ("assessments", "0002_act"),
        ("commentary", "0003_act"),
        ("findings", "0002_sightings"),
        ("reports", "0002_number"),
    ]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
