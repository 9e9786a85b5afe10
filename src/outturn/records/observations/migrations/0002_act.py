import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("observations", "0001_initial"), ("sequence", "0001_initial")]
    operations = [
        migrations.AddField("release", "act", models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sequence.act")),
    ]
