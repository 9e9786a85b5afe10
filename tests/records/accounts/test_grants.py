"""Roles are given for a scope and for days, taken, and noted; who acts holds those of today."""

from dataclasses import replace
from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from outturn.core.access import Actor, Grant, NotAllowed, Permission
from outturn.core.limits import Unfit
from outturn.core.subject import EVERYTHING, Subject
from outturn.records.accounts.actions import add_person, give, take
from outturn.records.accounts.queries import actor, grants_of
from outturn.records.audit import queries as audit
from outturn.records.catalogue import queries as catalogue

from ..conftest import ANALYST

UHL, LPT, LLR = (Subject(area=area) for area in ("uhl", "lpt", "llr-icb"))
ADA = Subject(person="ada")
FRAMEWORK = Subject(framework="better-care-together-outcomes")


@pytest.fixture
def ada(loaded) -> object:
    add_person(name="ada", password="correct horse battery", grants=[Grant("contributor", UHL)], by=ANALYST)
    return get_user_model().objects.get(username="ada")


def test_a_person_acts_with_the_grants_they_hold(ada, settings):
    settings.OUTTURN_READING_IS_OPEN = False
    assert actor(ada).grants == (Grant("contributor", UHL),)
    assert actor(ada).may(Permission.RECORD, on=Subject(indicator="tobacco-screening", area="uhl"))
    assert not actor(ada).may(Permission.RECORD, on=Subject(indicator="tobacco-screening", area="lpt"))
    assert not actor(ada).may(Permission.READ, on=Subject(indicator="tobacco-screening", area="lpt"))


def test_everybody_reads_an_open_site(ada, settings):
    settings.OUTTURN_READING_IS_OPEN = True
    for user in (ada, AnonymousUser()):
        assert actor(user).visible(Permission.READ).is_whole
    settings.OUTTURN_READING_IS_OPEN = False
    assert not actor(AnonymousUser()).holds(Permission.READ)


def test_a_grant_is_in_force_on_its_days_alone(ada, settings):
    settings.OUTTURN_READING_IS_OPEN = False
    today, other = timezone.localdate(), date(2020, 1, 1)
    give(name="ada", grant=Grant("owner", LPT, first=today, last=today), by=ANALYST)
    give(name="ada", grant=Grant("approver", LPT, last=other), by=ANALYST)
    assert {grant.role for grant in actor(ada).grants} == {"contributor", "owner"}
    assert {grant.role for grant in grants_of("ada")} == {"contributor", "owner", "approver"}


def test_given_again_a_role_has_the_days_given_last(ada):
    give(name="ada", grant=Grant("contributor", UHL, last=date(2099, 1, 1)), by=ANALYST)
    assert grants_of("ada") == [Grant("contributor", UHL, last=date(2099, 1, 1))]


def test_a_role_that_was_taken_is_held_no_more(ada, settings):
    settings.OUTTURN_READING_IS_OPEN = False
    take(name="ada", role="contributor", scope=UHL, by=ANALYST)
    assert not actor(ada).grants
    with pytest.raises(Unfit, match="ada is not contributor for area:uhl: ada holds no role."):
        take(name="ada", role="contributor", scope=UHL, by=ANALYST)


def test_the_trail_says_what_was_given_and_taken(ada):
    give(name="ada", grant=Grant("owner", LPT), by=ANALYST)
    take(name="ada", role="owner", scope=LPT, by=ANALYST)
    assert [(event.verb, event.before, event.after) for event in audit.about(ADA)] == [
        ("took a role", ["owner for area:lpt"], []),
        ("gave a role", [], ["owner for area:lpt"]),
        ("gave roles", [], ["contributor for area:uhl"]),
    ]


@pytest.mark.parametrize(
    ("grant", "name", "sentence"),
    [
        (Grant("king", UHL), "ada", "No such role: king"),
        (Grant("owner", Subject(area="uhll")), "ada", "There is no area 'uhll' (the nearest is 'uhl')."),
        (Grant("owner", UHL), "bob", "There is nobody called 'bob'. Make an account first"),
    ],
)
def test_what_cannot_be_given_is_refused_in_words(ada, grant, name, sentence):
    with pytest.raises(Unfit) as refused:
        give(name=name, grant=grant, by=ANALYST)
    assert sentence in str(refused.value)


def test_who_administers_an_area_gives_roles_there_and_nowhere_else(ada):
    local = Actor("lee", (Grant("administrator", LPT),), ANALYST.tree)
    give(name="ada", grant=Grant("contributor", LPT), by=local)
    for scope in (UHL, LLR, EVERYTHING):
        with pytest.raises(NotAllowed):
            give(name="ada", grant=Grant("contributor", scope), by=local)
    with pytest.raises(NotAllowed):
        add_person(name="ada", password="another horse battery", grants=[], by=local)


def test_who_administers_a_framework_gives_nothing_that_reaches_into_another(ada):
    local = Actor("lee", (Grant("administrator", FRAMEWORK),), catalogue.tree())
    give(name="ada", grant=Grant("owner", replace(FRAMEWORK, area="uhl")), by=local)
    shared = Subject(indicator="tobacco-screening", area="uhl")
    assert local.may(Permission.ADMINISTER, on=shared), "it stands in the framework"
    for act in (lambda: give(name="ada", grant=Grant("owner", shared), by=local), lambda: take_it(local, shared)):
        with pytest.raises(NotAllowed):
            act()


def take_it(local: Actor, scope: Subject) -> None:
    give(name="ada", grant=Grant("owner", scope), by=ANALYST)
    take(name="ada", role="owner", scope=scope, by=local)


@pytest.mark.parametrize("name", [" ada", "ada\n", "ada\tb", "ada  b", "\ufb01ona"])
def test_a_name_that_nobody_can_sign_in_with_is_not_given(loaded, name):
    with pytest.raises(Unfit, match="Write the name as it is typed to sign in: '(ada|fiona)"):
        add_person(name=name, password="correct horse battery", grants=[Grant("viewer")], by=ANALYST)
