from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("findings", "0002_sightings"), ("sequence", "0002_fill")]
    operations = [
        migrations.RemoveConstraint("finding", "severity_is_known"),
        migrations.RemoveConstraint("finding", "acceptance_has_a_reason"),
        migrations.RemoveField("finding", "severity"),
        migrations.RemoveField("finding", "title"),
        migrations.RemoveField("finding", "first_release"),
        migrations.RemoveField("finding", "last_release"),
        migrations.RemoveField("finding", "accepted_because"),
        migrations.RemoveField("finding", "accepted_by"),
    ]
