"""Making people and giving them roles."""

from django.contrib.auth import get_user_model
from django.db import transaction

from outturn.core.access import ROLES, Actor, Permission
from outturn.records.audit import actions as audit

from .models import Role


@transaction.atomic
def add_person(*, name: str, password: str, roles: list[str], by: Actor) -> None:
    """A person who can sign in. A second call for the same name changes password and roles."""
    by.check(Permission.ADMINISTER)
    unknown = sorted(set(roles) - set(ROLES))
    if unknown:
        raise ValueError(f"No such role: {', '.join(unknown)}. Roles are {', '.join(ROLES)}.")
    person, _ = get_user_model().objects.get_or_create(username=name)
    person.set_password(password)
    person.save()
    before = sorted(Role.objects.filter(user=person).values_list("role", flat=True))
    Role.objects.filter(user=person).delete()
    Role.objects.bulk_create(Role(user=person, role=role) for role in sorted(set(roles)))
    audit.note(by=by, verb="gave roles", subject=f"person:{name}", before=before, after=sorted(set(roles)))
