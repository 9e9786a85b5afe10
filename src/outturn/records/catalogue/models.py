"""What was defined, version by version. An indicator row is only the anchor that values point at."""

from django.db import models

from outturn.core import limits
from outturn.records.sequence.models import Act


class Version(models.Model):
    number = models.PositiveIntegerField(unique=True)
    act = models.OneToOneField(Act, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    body = models.TextField()  # the Catalogue as JSON
    files = models.JSONField()  # the YAML it came from, path -> text
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        ordering = ["-number"]

    def __str__(self) -> str:
        return f"definitions {self.number}"


class Indicator(models.Model):
    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=limits.NAME_OF_INDICATOR)

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.slug
