"""Results as assessed, kept with the number of their act. Pages read these; nothing is computed on the way out."""

from django.db import models

from outturn.records.sequence.models import Act


class Assessment(models.Model):
    act = models.ForeignKey(Act, on_delete=models.PROTECT, related_name="+")
    release = models.PositiveIntegerField()
    definitions = models.PositiveIntegerField()
    framework = models.CharField(max_length=80)
    indicator = models.CharField(max_length=80)
    area = models.CharField(max_length=80)
    position = models.PositiveIntegerField()  # in the framework
    rating = models.CharField(max_length=20)
    body = models.TextField()  # core.assess.result.Result as JSON

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["definitions", "framework", "indicator", "area", "act"], name="one_assessment_an_act"
            )
        ]

    def __str__(self) -> str:
        return f"{self.framework} {self.indicator} {self.area} at {self.release}"
