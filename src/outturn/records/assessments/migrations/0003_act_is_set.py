import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("assessments", "0002_act"), ("sequence", "0002_fill")]
    operations = [
        migrations.AlterField("assessment", "act", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sequence.act")),
        migrations.RemoveConstraint("assessment", "one_assessment_a_release"),
        migrations.AddConstraint("assessment", models.UniqueConstraint(fields=("definitions", "framework", "indicator", "area", "act"), name="one_assessment_an_act")),
    ]
