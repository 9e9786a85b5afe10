import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("commentary", "0002_area"), ("sequence", "0001_initial")]
    operations = [
        migrations.AddField("text", "act", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sequence.act")),
    ]
