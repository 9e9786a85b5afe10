"""Results as assessed, kept with the number of their act. Pages read these; nothing is computed on the way out.

What pages filter, sort, count and show stands in columns; the points of a chart apart, for charts alone. Which columns
there are, `core.assess.keeping` says; `columns` adds those that follow from a result, so that a database can order by
them. The newest assessment of each entry is found from the entry, see `queries` and the decision about it.
"""

from django.db import models

from outturn.records.catalogue.models import Entry
from outturn.records.sequence.models import Act


def _words() -> models.CharField:
    return models.CharField(max_length=40, blank=True)


def _number() -> models.FloatField:
    return models.FloatField(null=True)


def _day() -> models.DateField:
    return models.DateField(null=True)


class Assessment(models.Model):
    """What was assessed of an entry by an act. `release`: the one assessed."""

    act = models.ForeignKey(Act, on_delete=models.PROTECT, related_name="+")
    entry = models.ForeignKey(
        Entry, on_delete=models.PROTECT, related_name="+", related_query_name="assessment", db_index=False
    )
    release = models.PositiveIntegerField()

    value, state, updated = _number(), _words(), models.BooleanField(default=False)
    period_kind, period_start, period_end = _words(), _day(), _day()
    plan, plan_state = _number(), _words()
    plan_period_kind, plan_period_start, plan_period_end = _words(), _day(), _day()
    restated = models.BooleanField(default=False)  # the latest figure took the place of another

    rating, means, met = _words(), _words(), models.BooleanField(null=True)  # the key of the band, and its Meaning
    gap, adverse_percent, people = _number(), _number(), _number()
    differs = models.BooleanField(default=False)

    change, direction, welcome = _number(), _words(), _words()
    since_kind, since_start, since_end = _words(), _day(), _day()
    worsening = models.PositiveSmallIntegerField(default=0)  # for how many periods on end

    variation, variation_icon, assurance, assurance_icon = _words(), _words(), _words(), _words()
    exception_order = models.FloatField(default=0)

    rank = models.IntegerField(null=True)
    rank_of = models.IntegerField(null=True)
    quartile = models.IntegerField(null=True)

    urgency_band = models.SmallIntegerField(default=0)
    urgency_share = models.FloatField(default=0)

    fault = models.TextField(blank=True)
    rest = models.TextField()  # of core.assess.result.Result, as JSON: what no page asks the database for

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "act"], name="one_assessment_an_entry_and_act")]

    def __str__(self) -> str:
        return f"{self.entry} at {self.release}"


class Points(models.Model):
    """The series of an assessment, where it has one: `core.assess.keeping.write_points`."""

    assessment = models.OneToOneField(
        Assessment, on_delete=models.PROTECT, primary_key=True, related_name="+", related_query_name="points"
    )
    body = models.TextField()

    def __str__(self) -> str:
        return f"points of {self.assessment}"
