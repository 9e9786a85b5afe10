import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("observations", "0002_act"), ("sequence", "0002_fill")]
    operations = [
        migrations.AlterField("release", "act", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sequence.act")),
        migrations.DeleteModel("Counter"),
    ]
