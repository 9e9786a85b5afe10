from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0005_fill_entries")]
    operations = [
        migrations.RemoveIndex("entry", "entries_beside"),
        migrations.AddIndex("entry", models.Index(fields=["version", "beside", "area"], name="entries_beside")),
    ]
