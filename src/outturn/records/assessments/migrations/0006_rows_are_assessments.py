from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("assessments", "0005_fill_rows")]
    operations = [
        migrations.DeleteModel("Assessment"),
        migrations.RenameModel("Row", "Assessment"),
    ]
