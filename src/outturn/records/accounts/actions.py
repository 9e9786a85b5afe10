"""Making people, giving them roles and taking them."""

from collections.abc import Sequence

from axes.utils import reset
from django.contrib.auth import get_user_model
from django.contrib.auth.forms import UsernameField
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from outturn.core import limits
from outturn.core.access import Actor, Grant, Permission, wrong_with
from outturn.core.subject import EVERYTHING, Subject
from outturn.records.audit import actions as audit
from outturn.records.catalogue import queries as catalogue

from .models import Role
from .queries import grants_of


@transaction.atomic
def add_person(*, name: str, password: str, grants: Sequence[Grant], by: Actor) -> None:
    """A person who can sign in. A second call for the same name changes password and roles, and ends a lock-out.

    Raises limits.Unfit: unknown roles or scopes, a name that is too long, a password that the site's rules refuse.
    """
    by.check(Permission.ADMINISTER, on=Subject(person=name) if name else EVERYTHING)
    wrong = [*_wrong_grants(grants), *_wrong_name(name), *_wrong_password(name, password)]
    if wrong:
        raise limits.Unfit(" ".join(wrong))
    person, _ = get_user_model().objects.get_or_create(username=name)
    person.set_password(password)
    person.save()
    before = [str(grant) for grant in grants_of(name)]
    Role.objects.filter(user=person).delete()
    for grant in dict.fromkeys(grants):
        _keep(name, grant)
    reset(username=name)
    after = [str(grant) for grant in grants_of(name)]
    audit.note(by=by, verb="gave roles", subject=Subject(person=name), before=before, after=after)


@transaction.atomic
def give(*, name: str, grant: Grant, by: Actor) -> None:
    """A role for a scope, besides those held already; given again, it is held on the days given last.

    Raises limits.Unfit: no such person, role or scope.
    """
    by.check_scope(Permission.ADMINISTER, grant.scope)
    if wrong := [*_wrong_grants([grant]), *_wrong_person(name)]:
        raise limits.Unfit(" ".join(wrong))
    before = [str(each) for each in grants_of(name) if (each.role, each.scope) == (grant.role, grant.scope)]
    _keep(name, grant)
    audit.note(by=by, verb="gave a role", subject=Subject(person=name), before=before, after=[str(grant)])


@transaction.atomic
def take(*, name: str, role: str, scope: Subject, by: Actor) -> None:
    """A role is no longer held for a scope. Raises limits.Unfit when it was not, with what is held."""
    by.check_scope(Permission.ADMINISTER, scope)
    if wrong := _wrong_person(name):
        raise limits.Unfit(" ".join(wrong))
    held = grants_of(name)
    taken = [str(grant) for grant in held if (grant.role, grant.scope) == (role, scope)]
    if not taken:
        holds = ", ".join(map(str, held)) or "no role"
        raise limits.Unfit(f"{name} is not {Grant(role, scope)}: {name} holds {holds}.")
    Role.objects.filter(user__username=name, role=role, scope=str(scope)).delete()
    audit.note(by=by, verb="took a role", subject=Subject(person=name), before=taken, after=[])


def _keep(name: str, grant: Grant) -> None:
    person = get_user_model().objects.get(username=name)
    days = {"first": grant.first, "last": grant.last}
    Role.objects.update_or_create(user=person, role=grant.role, scope=str(grant.scope), defaults=days)


def _wrong_grants(grants: Sequence[Grant]) -> list[str]:
    tree = catalogue.tree()
    return list(dict.fromkeys(sentence for grant in grants for sentence in wrong_with(grant, tree)))


def _wrong_person(name: str) -> list[str]:
    if get_user_model().objects.filter(username=name).exists():
        return []
    return [f"There is nobody called '{name}'. Make an account first: outturn add-person {name}"]


def _wrong_name(name: str) -> list[str]:
    """Who signs in types one line, which is taken without blanks around it, and in one form of each letter."""
    if wrong := limits.wrong(limits.PERSON, name):
        return wrong
    typed = UsernameField().to_python(" ".join(name.split()))
    return [] if name == typed else [f"Write the name as it is typed to sign in: '{typed}'."]


def _wrong_password(name: str, password: str) -> list[str]:
    """What AUTH_PASSWORD_VALIDATORS say: the same rules wherever a password is set."""
    if wrong := limits.wrong(limits.PASSWORD, password):
        return wrong
    try:
        validate_password(password, get_user_model()(username=name))
    except ValidationError as refused:
        return list(refused.messages)
    return []
