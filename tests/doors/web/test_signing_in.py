"""Passwords are held to one set of rules; guessing is paused by name and by address, also behind a proxy."""

from datetime import timedelta
from ipaddress import ip_network

import pytest
from axes.models import AccessAttempt
from django.contrib.auth import get_user_model
from django.db.models import F
from django.test import Client, RequestFactory
from django.utils import timezone

from outturn.core.access import Actor, Grant
from outturn.core.limits import Unfit
from outturn.records.accounts.actions import add_person
from outturn.web.account.lockout import client_address

OPERATOR = Actor.with_roles("operator", "administrator")
RIGHT = "correct horse battery"
PROXY = "10.0.0.9"


def make(name: str, password: str = RIGHT) -> None:
    add_person(name=name, password=password, grants=[Grant("viewer")], by=OPERATOR)


def sign_in(name: str, password: str, address: str = "192.0.2.1", forwarded: str = "") -> int:
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    posted = {"username": name, "password": password}
    return Client(headers=headers).post("/sign-in", posted, REMOTE_ADDR=address).status_code


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("", "Give the password."),
        ("short", "at least 12 characters"),
        ("password1234", "too common"),
        ("928374659102", "entirely numeric"),
        ("adalovelace1", "too similar to the username"),
        ("x" * 1001, "at most 1,000 characters"),
        ("long enough\0 but", "character U.0000 out"),
    ],
)
def test_a_password_that_the_rules_refuse_makes_nobody(db, password, sentence):
    with pytest.raises(Unfit, match=sentence):
        make("adalovelace", password)
    assert not get_user_model().objects.exists()


@pytest.mark.parametrize("name", ["", "n" * 151, "a\0b"])
def test_a_name_that_cannot_be_kept_is_refused(db, name):
    with pytest.raises(Unfit):
        make(name)


def test_all_that_is_wrong_is_said_at_once(db):
    with pytest.raises(Unfit) as refused:
        add_person(name="", password="short", grants=[Grant("king")], by=OPERATOR)
    for words in ("No such role: king", "Give the name", "at least 12 characters"):
        assert words in str(refused.value)


def test_eight_wrong_passwords_pause_a_name_at_an_address(db):
    make("ada")
    assert [sign_in("ada", "wrong") for _ in range(8)][-1] == 429
    assert sign_in("ada", RIGHT) == 429
    assert sign_in("ada", RIGHT, address="192.0.2.2") == 302, "she is elsewhere, and may"


def test_many_addresses_do_not_guess_one_name_for_ever(db):
    make("ada")
    tries = [sign_in("ada", "wrong", address=f"192.0.2.{number}") for number in range(40)]
    assert (tries[38], tries[39]) == (200, 429)
    assert sign_in("ada", RIGHT, address="198.51.100.1") == 429


def test_many_names_are_not_guessed_from_one_address(db):
    make("ada")
    assert [sign_in(f"name {number}", "wrong") for number in range(40)][-1] == 429
    assert sign_in("ada", RIGHT) == 429
    assert sign_in("ada", RIGHT, address="192.0.2.2") == 302


def test_a_new_password_ends_the_pause_of_a_name(db):
    make("ada")
    for _ in range(8):
        sign_in("ada", "wrong")
    make("ada", "another long one")
    assert sign_in("ada", "another long one") == 302


def test_guessing_on_does_not_make_the_pause_longer(db):
    make("ada")
    for _ in range(8):
        sign_in("ada", "wrong")
    earlier = timezone.now() - timedelta(minutes=59)
    AccessAttempt.objects.update(attempt_time=earlier)
    assert sign_in("ada", "wrong") == 429
    AccessAttempt.objects.update(attempt_time=F("attempt_time") - timedelta(minutes=2))
    assert sign_in("ada", RIGHT) == 302


def test_behind_a_proxy_readers_are_told_apart(db, settings):
    settings.OUTTURN_PROXIES = [ip_network(PROXY)]
    make("ada")
    for _ in range(8):
        sign_in("ada", "wrong", address=PROXY, forwarded="192.0.2.7")
    assert sign_in("ada", RIGHT, address=PROXY, forwarded="192.0.2.7") == 429
    assert sign_in("ada", RIGHT, address=PROXY, forwarded="192.0.2.8") == 302


def test_who_is_no_proxy_cannot_say_another_address(db):
    make("ada")
    for number in range(8):
        sign_in("ada", "wrong", forwarded=f"203.0.113.{number}")
    assert sign_in("ada", RIGHT, forwarded="203.0.113.99") == 429


@pytest.mark.parametrize(
    ("remote", "forwarded", "address"),
    [
        ("192.0.2.1", "", "192.0.2.1"),
        ("192.0.2.1", "203.0.113.5", "192.0.2.1"),  # not a proxy of ours
        (PROXY, "203.0.113.5", "203.0.113.5"),
        (PROXY, "1.2.3.4, 203.0.113.5", "203.0.113.5"),  # what the reader wrote before is not believed
        (PROXY, "203.0.113.5, 10.0.0.8", "203.0.113.5"),  # two proxies of ours
        (PROXY, "", PROXY),
        (PROXY, "unknown", PROXY),
        (PROXY, "2001:db8::7", "2001:db8::7"),
        ("", "203.0.113.5", None),  # a Unix socket says no address
    ],
)
def test_the_address_is_the_first_that_a_proxy_of_ours_did_not_have(settings, remote, forwarded, address):
    settings.OUTTURN_PROXIES = [ip_network("10.0.0.0/24")]
    request = RequestFactory().get("/", headers={"X-Forwarded-For": forwarded}, REMOTE_ADDR=remote)
    assert client_address(request) == address
