"""Who did what, when, with what before and after. Written in the transaction of the change itself."""

from django.db import models

from outturn.core.subject import Subject, read_subject
from outturn.records.about import About, indexes


class Event(About):
    """`subject`: the canonical text of what it is about; the columns of About say the same of its place."""

    at = models.DateTimeField()
    by = models.CharField(max_length=150)
    verb = models.CharField(max_length=60)
    subject = models.CharField(max_length=1000)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["subject"]), *indexes()]

    def __str__(self) -> str:
        return f"{self.by} {self.verb} {self.subject}"

    @property
    def about(self) -> Subject:
        """The whole of it, with what is kept under a number or a name of its own."""
        return read_subject(self.subject)
