"""What the checks found, and what people said to it. Rows are added, never changed.

A finding keeps its identity while its numbers stay the same. When it was there is told by its sightings: one when a run
of the checks finds it, one when a later run no longer does.
"""

from django.db import models

from outturn.records.about import About, indexes
from outturn.records.sequence.models import Act


class Finding(About):
    fingerprint = models.CharField(max_length=64, unique=True)
    rule = models.CharField(max_length=60)
    place = models.TextField()
    sentence = models.TextField()

    class Meta:
        ordering = ["rule", "place", "id"]
        indexes = indexes()

    def __str__(self) -> str:
        return self.sentence


class Sighting(models.Model):
    """From this act on the finding is there, as bad as this, or it is gone."""

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="+")
    act = models.ForeignKey(Act, on_delete=models.PROTECT, related_name="+")
    there = models.BooleanField()
    severity = models.CharField(max_length=20)  # blocking, warning, note
    title = models.TextField()

    class Meta:
        ordering = ["act_id", "id"]
        constraints = [
            models.UniqueConstraint(fields=["finding", "act"], name="one_sighting_an_act"),
            models.CheckConstraint(
                condition=models.Q(severity__in=["blocking", "warning", "note"]), name="severity_of_sighting_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.finding_id} {'seen' if self.there else 'gone'} at {self.act_id}"


class Acceptance(models.Model):
    """A person takes responsibility for leaving a finding as it is."""

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="+")
    act = models.ForeignKey(Act, on_delete=models.PROTECT, related_name="+")
    because = models.TextField()
    by = models.CharField(max_length=150)

    class Meta:
        ordering = ["act_id"]
        constraints = [
            models.UniqueConstraint(fields=["finding", "act"], name="one_acceptance_an_act"),
            models.CheckConstraint(condition=~models.Q(because=""), name="acceptance_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.by} accepted {self.finding_id}"
