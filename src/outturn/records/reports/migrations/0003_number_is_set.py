from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reports", "0002_number"), ("sequence", "0002_fill")]
    operations = [
        migrations.AlterField("edition", "number", models.PositiveIntegerField()),
    ]
