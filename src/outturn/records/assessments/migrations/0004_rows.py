import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Results as columns, beside the texts that they were; the next migrations fill them and take their place."""

    dependencies = [("assessments", "0003_act_is_set"), ("catalogue", "0005_fill_entries")]
    operations = [
        migrations.CreateModel(
            name="Row",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("act", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sequence.act")),
                ("entry", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", related_query_name="assessment", to="catalogue.entry")),
                ("release", models.PositiveIntegerField()),
                ("value", models.FloatField(null=True)),
                ("state", models.CharField(blank=True, max_length=40)),
                ("updated", models.BooleanField(default=False)),
                ("period_kind", models.CharField(blank=True, max_length=40)),
                ("period_start", models.DateField(null=True)),
                ("period_end", models.DateField(null=True)),
                ("plan", models.FloatField(null=True)),
                ("plan_state", models.CharField(blank=True, max_length=40)),
                ("plan_period_kind", models.CharField(blank=True, max_length=40)),
                ("plan_period_start", models.DateField(null=True)),
                ("plan_period_end", models.DateField(null=True)),
                ("restated", models.BooleanField(default=False)),
                ("rating", models.CharField(blank=True, max_length=40)),
                ("means", models.CharField(blank=True, max_length=40)),
                ("met", models.BooleanField(null=True)),
                ("gap", models.FloatField(null=True)),
                ("adverse_percent", models.FloatField(null=True)),
                ("people", models.FloatField(null=True)),
                ("differs", models.BooleanField(default=False)),
                ("change", models.FloatField(null=True)),
                ("direction", models.CharField(blank=True, max_length=40)),
                ("welcome", models.CharField(blank=True, max_length=40)),
                ("since_kind", models.CharField(blank=True, max_length=40)),
                ("since_start", models.DateField(null=True)),
                ("since_end", models.DateField(null=True)),
                ("worsening", models.PositiveSmallIntegerField(default=0)),
                ("variation", models.CharField(blank=True, max_length=40)),
                ("variation_icon", models.CharField(blank=True, max_length=40)),
                ("assurance", models.CharField(blank=True, max_length=40)),
                ("assurance_icon", models.CharField(blank=True, max_length=40)),
                ("exception_order", models.FloatField(default=0)),
                ("rank", models.IntegerField(null=True)),
                ("rank_of", models.IntegerField(null=True)),
                ("quartile", models.IntegerField(null=True)),
                ("urgency_band", models.SmallIntegerField(default=0)),
                ("urgency_share", models.FloatField(default=0)),
                ("fault", models.TextField(blank=True)),
                ("rest", models.TextField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("entry", "act"), name="one_assessment_an_entry_and_act")],
            },
        ),
        migrations.CreateModel(
            name="Points",
            fields=[
                ("assessment", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name="+", related_query_name="points", serialize=False, to="assessments.row")),
                ("body", models.TextField()),
            ],
        ),
    ]
