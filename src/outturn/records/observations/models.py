"""Values, with the two times: the period they are about, and the release in which they became known.

Rows are added, never changed. A release gets its number with the number of its act, under the lock of the sequence,
in the transaction that writes its values: a higher number can never become visible before a lower one.
"""

from django.db import models

from outturn.core import limits
from outturn.core.periods import PeriodKind
from outturn.core.units import State
from outturn.records.areas.models import Area
from outturn.records.catalogue.models import Indicator
from outturn.records.sequence.models import Act

WITHDRAWN = "withdrawn"
"""State of a row that takes a figure back where nothing was known before it: `known.standing` leaves such cells out."""


class Release(models.Model):
    """`withdraws`: the release that this one takes back. `notes`: what was said of the delivery, as sentences."""

    number = models.PositiveIntegerField(unique=True)
    act = models.OneToOneField(Act, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by = models.CharField(max_length=150)
    note = models.CharField(max_length=limits.NOTE.characters, blank=True)
    n_values = models.PositiveIntegerField(default=0)
    n_restated = models.PositiveIntegerField(default=0)
    withdraws = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    notes = models.JSONField(default=list)

    class Meta:
        ordering = ["-number"]

    def __str__(self) -> str:
        return f"release {self.number}"


class File(models.Model):
    """A file as received: kept with its bytes, its hash and what was said about it."""

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=limits.FILE_NAME.characters)
    sha256 = models.CharField(max_length=64, db_index=True)
    layout = models.CharField(max_length=80)
    data = models.BinaryField()
    accepted = models.JSONField(default=list)  # answers given: "question=choice"

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class Observation(models.Model):
    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="+")
    file = models.ForeignKey(File, null=True, on_delete=models.PROTECT, related_name="+")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="+")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=30)
    period_kind = models.CharField(max_length=20)
    start = models.DateField()
    end = models.DateField()
    value = models.FloatField(null=True)
    state = models.CharField(max_length=20)
    text = models.CharField(max_length=limits.CELL, blank=True)
    printed = models.CharField(max_length=limits.CELL, blank=True)
    row = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "area", "role", "period_kind", "start", "end", "release"],
                name="one_value_a_release",
            ),
            models.CheckConstraint(condition=models.Q(end__gte=models.F("start")), name="period_runs_forward"),
            models.CheckConstraint(
                condition=models.Q(state__in=[*(state.value for state in State), WITHDRAWN]), name="state_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(period_kind__in=[kind.value for kind in PeriodKind]), name="period_kind_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.role} {self.end}"


class Hidden(models.Model):
    """From this act on the figure is not shown."""

    observation = models.OneToOneField(Observation, on_delete=models.PROTECT, related_name="+")
    act = models.ForeignKey(Act, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.observation_id} from {self.act_id}"


class Decided(models.Model):
    """What may not be shown was decided for this act, whether or not anything had to be hidden."""

    act = models.OneToOneField(Act, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"decided at {self.act_id}"


class Held(models.Model):
    """Files that wait for a person's answer. Nothing of them is recorded until then."""

    at = models.DateTimeField()
    by = models.CharField(max_length=150)
    note = models.CharField(max_length=limits.NOTE.characters, blank=True)
    said = models.JSONField()  # problems as sentences, questions as core.intake.questions has them
    settled = models.CharField(max_length=20, blank=True)  # recorded, withdrawn

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"held {self.id}"


class HeldFile(models.Model):
    held = models.ForeignKey(Held, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=limits.FILE_NAME.characters)
    layout = models.CharField(max_length=80, blank=True)
    data = models.BinaryField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name
