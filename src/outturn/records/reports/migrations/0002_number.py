import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_initial")]
    operations = [
        migrations.AddField("edition", "number", models.PositiveIntegerField(null=True)),
        migrations.AddField("edition", "before", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="reports.edition")),
    ]
