"""Commentary, version by version: saying it again adds a row, and the editions keep what they printed."""

from django.db import models

from outturn.core import limits
from outturn.core.commentary import NoteKind
from outturn.records.sequence.models import Act


class Text(models.Model):
    ident = models.SlugField(max_length=120)
    version = models.PositiveIntegerField()
    act = models.ForeignKey(Act, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in NoteKind])
    framework = models.CharField(max_length=80)
    section = models.CharField(max_length=80)
    indicators = models.JSONField(default=list)
    area = models.CharField(max_length=80, blank=True, default="", db_default="")  # blank: all areas
    title = models.CharField(max_length=limits.TITLE.characters)
    text = models.TextField(blank=True)
    position = models.PositiveIntegerField(default=0)
    withdrawn = models.BooleanField(default=False)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ident", "version"], name="one_text_a_version"),
            models.CheckConstraint(
                condition=models.Q(kind__in=[kind.value for kind in NoteKind]), name="kind_of_note_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ident} {self.version}"
