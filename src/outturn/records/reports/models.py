"""Editions: what was published, with its files, their hashes, and everything needed to make it again."""

from django.db import models


class Edition(models.Model):
    pack = models.CharField(max_length=80)
    name = models.CharField(max_length=40)  # the day it speaks of: 2025-01-14, then 2025-01-14-2
    title = models.CharField(max_length=300)
    as_known = models.DateField()
    number = models.PositiveIntegerField()  # of the sequence: all that was known to it
    before = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")  # compared with this one
    release = models.PositiveIntegerField()
    definitions = models.PositiveIntegerField()
    document_sha256 = models.CharField(max_length=64)
    code = models.CharField(max_length=80)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)
    manifest = models.JSONField()

    class Meta:
        ordering = ["-as_known", "-id"]
        constraints = [models.UniqueConstraint(fields=["pack", "name"], name="one_edition_of_a_name")]

    def __str__(self) -> str:
        return f"{self.pack} {self.name}"

    @property
    def unplaced(self) -> tuple[str, ...]:
        """Sentences about commentary that was known and is printed nowhere in it."""
        return tuple(self.manifest.get("unplaced", ()))


class EditionFile(models.Model):
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="files")
    name = models.CharField(max_length=80)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    data = models.BinaryField()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["edition", "name"], name="one_file_of_a_name")]

    def __str__(self) -> str:
        return self.name
