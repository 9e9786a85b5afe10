"""The entries of every version that was ever loaded, as rows."""

from typing import Any

from django.db import migrations
from pydantic import TypeAdapter, ValidationError

from outturn.core.catalogue import Catalogue
from outturn.records.catalogue.entries import read_due, read_entries


def fill(apps: Any, schema_editor: Any) -> None:
    Version, Entry, Due = (apps.get_model("catalogue", name) for name in ("Version", "Entry", "Due"))
    catalogues = TypeAdapter(Catalogue)
    columns = {field.name for field in Entry._meta.get_fields()}
    for version in Version.objects.order_by("number").iterator(1):
        try:
            catalogue = catalogues.validate_json(version.body)
        except ValidationError:  # a version that cannot be read shows nothing, and stops nothing
            continue
        rows = ({name: value for name, value in row.items() if name in columns} for row in read_entries(catalogue))
        Entry.objects.bulk_create((Entry(version=version, **row) for row in rows), batch_size=500)
        kept = dict(Entry.objects.filter(version=version).values_list("place", "id"))
        due = (Due(entry_id=kept[place], on=day) for place, days in read_due(catalogue) for day in days)
        Due.objects.bulk_create(due, batch_size=1000)


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0004_entries")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
