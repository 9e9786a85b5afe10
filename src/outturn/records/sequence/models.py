"""One row of numbers over everything that makes something known: figures, definitions, words, acceptances of
findings, checks, assessments.

What was known is everything with a number up to this one. A number is taken under the lock of `Counter`, in the
transaction that writes what it makes known, so a higher number can never become visible before a lower one.
"""

from django.db import models


class Counter(models.Model):
    """The one row that every act locks first."""

    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_sequence")]


class Act(models.Model):
    """Something became known: a delivery with its assessment, definitions with theirs, a text."""

    number = models.PositiveIntegerField(primary_key=True)
    at = models.DateTimeField(db_index=True)
    by = models.CharField(max_length=150)
    verb = models.CharField(max_length=60)

    def __str__(self) -> str:
        return f"{self.number} {self.verb}"
