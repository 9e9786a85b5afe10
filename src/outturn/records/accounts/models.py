"""Roles people hold, each for a scope. Signing in is Django's."""

from django.conf import settings
from django.db import models

from outturn.core.access import ROLES, Grant
from outturn.core.subject import EVERYTHING_SAID, read_subject


class Role(models.Model):
    """`scope`: the canonical text of a subject (`core.subject`); `first` and `last`: the days from and to which it is
    held, where there are such."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=20, choices=[(role, role) for role in ROLES])
    scope = models.CharField(max_length=400, default=EVERYTHING_SAID, db_default=EVERYTHING_SAID)
    first = models.DateField(null=True)
    last = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "role", "scope"], name="one_role_once_a_scope"),
            models.CheckConstraint(condition=models.Q(role__in=list(ROLES)), name="role_is_known"),
            models.CheckConstraint(
                condition=models.Q(first=None) | models.Q(last=None) | models.Q(last__gte=models.F("first")),
                name="role_runs_forward",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} is {self.role} for {self.scope}"

    @property
    def grant(self) -> Grant:
        return Grant(self.role, read_subject(self.scope), self.first, self.last)
