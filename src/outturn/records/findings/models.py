"""What the checks found. A finding keeps its identity while its numbers stay the same."""

from django.db import models


class Finding(models.Model):
    fingerprint = models.CharField(max_length=64, unique=True)
    rule = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    severity = models.CharField(max_length=20)  # blocking, warning, note
    framework = models.CharField(max_length=80, blank=True)
    indicator = models.CharField(max_length=80, blank=True)
    area = models.CharField(max_length=80, blank=True)
    place = models.CharField(max_length=300)
    sentence = models.TextField()
    first_release = models.PositiveIntegerField()
    last_release = models.PositiveIntegerField()
    accepted_because = models.TextField(blank=True)
    accepted_by = models.CharField(max_length=150, blank=True)

    class Meta:
        ordering = ["rule", "place", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(severity__in=["blocking", "warning", "note"]), name="severity_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(accepted_by="") | ~models.Q(accepted_because=""), name="acceptance_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.sentence
