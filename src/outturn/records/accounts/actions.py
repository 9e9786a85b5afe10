"""Making people and giving them roles."""

from axes.utils import reset
from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from outturn.core import limits
from outturn.core.access import ROLES, Actor, Permission
from outturn.records.audit import actions as audit

from .models import Role


@transaction.atomic
def add_person(*, name: str, password: str, roles: list[str], by: Actor) -> None:
    """A person who can sign in. A second call for the same name changes password and roles, and ends a lock-out.

    Raises limits.Unfit: unknown roles, a name that is too long, a password that the site's rules refuse.
    """
    by.check(Permission.ADMINISTER)
    if wrong := [*_wrong_roles(roles), *limits.wrong(limits.PERSON, name), *_wrong_password(name, password)]:
        raise limits.Unfit(" ".join(wrong))
    person, _ = get_user_model().objects.get_or_create(username=name)
    person.set_password(password)
    person.save()
    before = sorted(Role.objects.filter(user=person).values_list("role", flat=True))
    Role.objects.filter(user=person).delete()
    Role.objects.bulk_create(Role(user=person, role=role) for role in sorted(set(roles)))
    reset(username=name)
    audit.note(by=by, verb="gave roles", subject=f"person:{name}", before=before, after=sorted(set(roles)))


def _wrong_roles(roles: list[str]) -> list[str]:
    unknown = sorted(set(roles) - set(ROLES))
    return [f"No such role: {', '.join(unknown)}. Roles are {', '.join(ROLES)}."] if unknown else []


def _wrong_password(name: str, password: str) -> list[str]:
    """What AUTH_PASSWORD_VALIDATORS say: the same rules wherever a password is set."""
    if wrong := limits.wrong(limits.PASSWORD, password):
        return wrong
    try:
        validate_password(password, get_user_model()(username=name))
    except ValidationError as refused:
        return list(refused.messages)
    return []
