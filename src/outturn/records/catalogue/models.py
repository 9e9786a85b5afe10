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


class Entry(models.Model):
    """A line of a framework, as one version of the definitions has it: what pages list, search, filter and order by.

    It says nothing that the body of the version does not; it is there so that the database can be asked.
    """

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    place = models.PositiveIntegerField()  # in `Catalogue.entries()`
    framework = models.CharField(max_length=80)
    section = models.CharField(max_length=80, blank=True)
    indicator = models.CharField(max_length=80)
    area = models.CharField(max_length=80)
    workstream = models.TextField(blank=True)
    name = models.TextField(blank=True)
    name_order = models.PositiveIntegerField(default=0)  # among the names of the framework, in any database the same
    words = models.TextField(blank=True)  # what a search looks in, in small letters
    beside = models.CharField(max_length=80, blank=True)  # the indicator that its rank is shown beside
    lag_months = models.PositiveSmallIntegerField(default=1)  # after the end of a period until its figure usually comes

    class Meta:
        ordering = ["version", "place"]
        constraints = [
            models.UniqueConstraint(fields=["version", "framework", "indicator", "area"], name="one_line_an_entry")
        ]
        indexes = [
            models.Index(fields=["version", "framework", "place"], name="entries_in_order"),
            models.Index(fields=["version", "indicator"], name="entries_of_an_indicator"),
            models.Index(fields=["version", "beside", "area"], name="entries_beside"),
        ]

    def __str__(self) -> str:
        return f"{self.framework} {self.indicator} {self.area}"


class Due(models.Model):
    """A day on which an ambition of an entry falls due."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+", related_query_name="due")
    on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "on"], name="one_row_a_day_due")]

    def __str__(self) -> str:
        return f"{self.entry} by {self.on}"


class Indicator(models.Model):
    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=limits.NAME_OF_INDICATOR)

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.slug
