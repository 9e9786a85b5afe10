"""Subjects that were written before they had one form are written so that they read back."""

import re
from typing import Any

from django.db import migrations


def rewrite(apps: Any, schema_editor: Any) -> None:
    event = apps.get_model("audit", "Event")
    for row in event.objects.filter(subject__startswith="edition:", subject__contains="/").only("subject"):
        pack, _, edition = row.subject.removeprefix("edition:").partition("/")
        event.objects.filter(pk=row.pk).update(subject=f"edition:{edition} pack:{pack}")
    for row in event.objects.filter(subject__startswith="person:").only("subject"):
        name = re.sub(r"[%\s]", lambda one: f"%{ord(one[0]):x};", row.subject.removeprefix("person:"))
        event.objects.filter(pk=row.pk).update(subject=f"person:{name}")


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_about")]
    operations = [migrations.RunPython(rewrite, migrations.RunPython.noop)]
