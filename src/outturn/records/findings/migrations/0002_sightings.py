import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("findings", "0001_initial"), ("sequence", "0001_initial")]
    operations = [
        migrations.CreateModel(
            name="Sighting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("there", models.BooleanField()),
                ("severity", models.CharField(max_length=20)),
                ("title", models.CharField(max_length=200)),
                ("act", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sequence.act")),
                ("finding", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="findings.finding")),
            ],
            options={
                "ordering": ["act_id", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("finding", "act"), name="one_sighting_an_act"),
                    models.CheckConstraint(
                        condition=models.Q(("severity__in", ["blocking", "warning", "note"])),
                        name="severity_of_sighting_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Acceptance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("because", models.TextField()),
                ("by", models.CharField(max_length=150)),
                ("act", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sequence.act")),
                ("finding", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="findings.finding")),
            ],
            options={
                "ordering": ["act_id"],
                "constraints": [
                    models.UniqueConstraint(fields=("finding", "act"), name="one_acceptance_an_act"),
                    models.CheckConstraint(
                        condition=models.Q(("because", ""), _negated=True), name="acceptance_says_why"
                    ),
                ],
            },
        ),
    ]
