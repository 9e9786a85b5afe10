import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0003_act_is_set")]
    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="catalogue.version")),
                ("place", models.PositiveIntegerField()),
                ("framework", models.CharField(max_length=80)),
                ("section", models.CharField(blank=True, max_length=80)),
                ("indicator", models.CharField(max_length=80)),
                ("area", models.CharField(max_length=80)),
                ("workstream", models.TextField(blank=True)),
                ("name", models.TextField(blank=True)),
                ("name_order", models.PositiveIntegerField(default=0)),
                ("words", models.TextField(blank=True)),
                ("beside", models.CharField(blank=True, max_length=80)),
                ("lag_months", models.PositiveSmallIntegerField(default=1)),
            ],
            options={
                "ordering": ["version", "place"],
                "indexes": [
                    models.Index(fields=["version", "framework", "place"], name="entries_in_order"),
                    models.Index(fields=["version", "indicator"], name="entries_of_an_indicator"),
                    models.Index(fields=["version", "beside"], name="entries_beside"),
                ],
                "constraints": [models.UniqueConstraint(fields=("version", "framework", "indicator", "area"), name="one_line_an_entry")],
            },
        ),
        migrations.CreateModel(
            name="Due",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("entry", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", related_query_name="due", to="catalogue.entry")),
                ("on", models.DateField()),
            ],
            options={"constraints": [models.UniqueConstraint(fields=("entry", "on"), name="one_row_a_day_due")]},
        ),
    ]
