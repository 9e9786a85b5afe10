from typing import Any

from django.db import migrations


def say_what_the_mark_said(apps: Any, schema_editor: Any) -> None:
    """A comparator printed with a star is a national average: until now every page read that from the star again."""
    observations = apps.get_model("observations", "Observation").objects
    observations.filter(role="comparator", printed__endswith="*", value__isnull=False).update(role="average")


def say_it_by_the_mark(apps: Any, schema_editor: Any) -> None:
    apps.get_model("observations", "Observation").objects.filter(role="average").update(role="comparator")


class Migration(migrations.Migration):
    dependencies = [("observations", "0005_withdrawals")]
    operations = [migrations.RunPython(say_what_the_mark_said, say_it_by_the_mark)]
