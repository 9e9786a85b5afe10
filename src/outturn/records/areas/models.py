"""Areas and organisations as kept: the anchor of values and roles. Names and codes are dated in the definitions."""

from django.db import models

from outturn.core import limits


class Area(models.Model):
    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=limits.NAME_OF_AREA)
    kind = models.CharField(max_length=40)
    ons = models.CharField(max_length=20, blank=True)
    ods = models.CharField(max_length=20, blank=True)
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name
