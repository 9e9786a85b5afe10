"""Every assessment that was kept as one text, in columns. What was known on any day before is answered as it was."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from django.db import migrations
from pydantic import TypeAdapter, ValidationError

from outturn.core.assess.keeping import CannotKeep, CannotRead, from_json
from outturn.core.assess.result import Result, faulty
from outturn.core.catalogue import Catalogue, Meaning
from outturn.core.catalogue import Entry as Defined
from outturn.records.assessments.columns import fill_row
from outturn.records.assessments.queries import UNREADABLE

AT_ONCE = 200


def read(row: Any) -> Result:
    try:
        result = from_json(row.body)
    except CannotRead:
        return faulty(row.framework, row.indicator, row.area, UNREADABLE)
    return result if result.rating.means else replace(result, rating=replace(result.rating, means=meaning(result)))


def meaning(result: Result) -> str:
    """Kept before ratings said it: what it was taken to mean."""
    if result.rating.off:
        return Meaning.ADVERSE
    return Meaning.MET if result.rating.on else ""


def columns_of(row: Any, defined: Defined | None) -> tuple[dict[str, Any], str]:
    result = read(row)
    try:
        return fill_row(defined, result)
    except CannotKeep:
        return fill_row(defined, faulty(row.framework, row.indicator, row.area, UNREADABLE))


def entries_of(version: Any, apps: Any) -> tuple[dict[tuple[str, str, str], Defined], dict[tuple[str, str, str], int]]:
    """The entries of a version as defined, and the ids of their rows."""
    Entry = apps.get_model("catalogue", "Entry")
    try:
        catalogue = TypeAdapter(Catalogue).validate_json(version.body)
        defined = {entry.key: entry for entry in catalogue.entries()}
    except ValidationError:
        defined = {}
    rows = Entry.objects.filter(version=version).values_list("framework", "indicator", "area", "id")
    return defined, {key: number for *place, number in rows for key in [tuple(place)]}


def chunks(rows: Iterator[Any]) -> Iterator[list[Any]]:
    for _, some in groupby(enumerate(rows), key=lambda pair: pair[0] // AT_ONCE):
        yield [row for _, row in some]


def fill(apps: Any, schema_editor: Any) -> None:
    Kept, Row, Points = (apps.get_model("assessments", name) for name in ("Assessment", "Row", "Points"))
    Version, Entry = (apps.get_model("catalogue", name) for name in ("Version", "Entry"))
    names = {field.name for field in Row._meta.get_fields()}
    for version in Version.objects.order_by("number"):
        defined, ids = entries_of(version, apps)
        kept = Kept.objects.filter(definitions=version.number).order_by("id")
        for some in chunks(kept.iterator(AT_ONCE)):
            made: list[Any] = []
            series: dict[tuple[int, int], str] = {}
            for row in some:
                key = (row.framework, row.indicator, row.area)
                if key not in ids:
                    place = {"place": row.position, "framework": row.framework}
                    ids[key] = Entry.objects.create(version=version, indicator=row.indicator, area=row.area, **place).pk
                columns, points = columns_of(row, defined.get(key))
                said = {name: value for name, value in columns.items() if name in names}
                made.append(Row(act_id=row.act_id, entry_id=ids[key], release=row.release, **said))
                series |= {(ids[key], row.act_id): points} if points else {}
            Row.objects.bulk_create(made)
            wanted = Row.objects.filter(entry_id__in={row.entry_id for row in made}, act_id__in={row.act_id for row in made})
            numbers = {(entry, act): number for entry, act, number in wanted.values_list("entry_id", "act_id", "id")}
            Points.objects.bulk_create(Points(assessment_id=numbers[key], body=body) for key, body in series.items())


class Migration(migrations.Migration):
    dependencies = [("assessments", "0004_rows")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
