import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("commentary", "0003_act"), ("sequence", "0002_fill")]
    operations = [
        migrations.AlterField("text", "act", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sequence.act")),
    ]
