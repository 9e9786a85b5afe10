"""Roles people hold. Signing in is Django's."""

from django.conf import settings
from django.db import models

from outturn.core.access import ROLES


class Role(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=20, choices=[(role, role) for role in ROLES])

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "role"], name="one_role_once"),
            models.CheckConstraint(condition=models.Q(role__in=list(ROLES)), name="role_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.user} is {self.role}"
