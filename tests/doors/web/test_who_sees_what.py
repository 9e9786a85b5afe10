"""Every address, asked by every role in two organisations and by strangers, on a site that is not open.

The table says of each address what it needs and whose it is; who may do what is written out once more below, so that a
slip in the program's own table is seen. A new address has to be given its line here.
"""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import resolve
from house.test_addresses import ROUTES

from outturn.core.access import ROLES
from outturn.core.commentary import Note, NoteKind
from outturn.core.subject import EVERYTHING, Subject
from outturn.records.accounts.models import Role
from outturn.records.commentary.actions import write as write_text
from outturn.records.findings.models import Finding
from outturn.records.observations.actions import record

from .conftest import OPERATOR

OPEN, READ, COMMENT, RECORD, ACCEPT = "open", "read", "comment", "record", "accept"
MAY = {
    OPEN: set(ROLES),
    READ: set(ROLES),
    COMMENT: {"contributor", "owner", "analyst", "publisher", "administrator"},
    RECORD: {"contributor", "analyst", "administrator"},
    ACCEPT: {"owner", "approver", "analyst", "publisher", "administrator"},
}
SCOPES = {"uhl": Subject(area="uhl"), "lpt": Subject(area="lpt"), "all": EVERYTHING}
UHL, LPT, ALL, BOTH = {"uhl", "all"}, {"lpt", "all"}, {"all"}, {"uhl", "lpt", "all"}
NEW = "/commentary/better-care-together-outcomes/tobacco-screening/new"
FRAMEWORK = "better-care-together-outcomes"
ACCOUNTS = {"sign-in", "sign-out"}  # have tests of their own

TABLE = [
    # address, what it needs, who holds it there
    ("/", READ, BOTH),
    ("/scorecard", READ, BOTH),
    ("/scorecard/nhs-priorities-2024-25", READ, ALL),
    (f"/scorecard/{FRAMEWORK}", READ, BOTH),
    (f"/scorecard/{FRAMEWORK}.csv", READ, BOTH),
    ("/outcomes", READ, BOTH),
    (f"/outcomes/{FRAMEWORK}", READ, BOTH),
    (f"/outcomes/{FRAMEWORK}.csv", READ, BOTH),
    ("/indicators/tobacco-screening", READ, BOTH),
    ("/indicators/tobacco-screening/uhl", READ, UHL),
    ("/indicators/tobacco-screening/lpt", READ, LPT),
    ("/indicators/ae-4h-type1", READ, ALL),
    ("/ranks", READ, UHL),
    ("/packs", READ, BOTH),
    ("/packs/llr-performance-report", READ, ALL),
    ("/packs/llr-performance-report/2025-01-14", READ, ALL),
    ("/packs/llr-performance-report/2025-01-14/document.json", READ, ALL),
    ("/packs/llr-performance-report/editions.csv", READ, ALL),
    ("/data", READ, BOTH),
    ("/data/releases.csv", READ, BOTH),
    ("/data/releases/1", READ, BOTH),
    ("/data/releases/1.csv", READ, BOTH),
    ("/data/findings", READ, BOTH),
    ("/data/findings.csv", READ, BOTH),
    ("/method", READ, BOTH),
    ("/method/ratings", READ, BOTH),
    ("/method/charts", READ, BOTH),
    ("/method/as-known", READ, BOTH),
    ("/method/suppression", READ, BOTH),
    ("/about", READ, BOTH),
    ("/accessibility", OPEN, BOTH),
    ("/privacy", OPEN, BOTH),
    ("/contact", OPEN, BOTH),
    (f"{NEW}?area=uhl", COMMENT, BOTH),
    ("/commentary/of-uhl", COMMENT, UHL),
    ("/commentary/of-both", COMMENT, ALL),
    ("/data/bring-in", RECORD, BOTH),
    ("/data/held", RECORD, BOTH),
    ("/data/held/{held}", RECORD, LPT),
    ("/data/held/{held}/places.csv", RECORD, LPT),
    ("/data/releases/1/withdraw", RECORD, ALL),
    ("POST /data/findings/{uhl}/accept", ACCEPT, UHL),
    ("POST /data/findings/{lpt}/accept", ACCEPT, LPT),
    ("POST /data/findings/{all}/accept", ACCEPT, ALL),
]


def name_of(address: str) -> str:
    """The name of the route behind an address of the table."""
    plain = address.removeprefix("POST ").split("?")[0]
    for key in ("{held}", "{uhl}", "{lpt}", "{all}"):
        plain = plain.replace(key, "1")
    return str(resolve(plain).url_name)


def test_every_address_of_the_site_has_its_line():
    there = {pattern.name for pattern in ROUTES.values()}
    assert {name_of(address) for address, _, _ in TABLE} | ACCOUNTS == there


def test_the_roles_may_what_is_written_here():
    words = {OPEN: "read", READ: "read", COMMENT: "write commentary", RECORD: "record data", ACCEPT: "accept findings"}
    for need, roles in MAY.items():
        assert {role for role, allowed in ROLES.items() if words[need] in allowed} == roles, need


@pytest.fixture
def numbers(sample, settings) -> dict[str, int]:
    """A closed site with a text, a finding and a delivery of each trust. Returns the numbers that addresses need."""
    settings.OUTTURN_READING_IS_OPEN = False
    place = {
        "kind": NoteKind.RISK,
        "framework": FRAMEWORK,
        "section": "keep-well",
        "indicators": ("tobacco-screening",),
    }
    for ident, area in (("of-uhl", "uhl"), ("of-both", "")):
        write_text(note=Note(ident=ident, title=ident, area=area, **place), by=OPERATOR, expected=0)
    lines = ("indicator,area,period,value,plan", "tobacco-screening,lpt,Q2 24/25,0.567,")
    csv = "\n".join((*lines, "tobacco-referral,lpt,Q2 24/25,56.7%,")).encode()
    receipt = record(files=[("a.csv", csv)], by=OPERATOR, hold=True)
    said = {"rule": "r", "place": "p", "sentence": "s", "framework": FRAMEWORK, "indicator": "tobacco-screening"}
    assert receipt.held, receipt
    found = {key: Finding.objects.create(fingerprint=key, area=key, **said) for key in ("uhl", "lpt")}
    found["all"] = Finding.objects.create(fingerprint="all", rule="r", place="p", sentence="s")
    return {key: row.pk for key, row in found.items()} | {"held": receipt.held}


def person(role: str, scope: str) -> Client:
    user = get_user_model().objects.create(username=f"{role} of {scope}")
    Role.objects.create(user=user, role=role, scope=str(SCOPES[scope]))
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def answer(client: Client, address: str) -> str:
    """There is nothing to be seen where none of it is theirs, and that is no more than a refusal."""
    verb, _, path = address.rpartition(" ")
    response = client.post(path, {"because": "x"}) if verb else client.get(path)
    if response.status_code == 302:
        return "sign in" if response["Location"].startswith("/sign-in") else "yes"
    return {200: "yes", 403: "no", 404: "no"}.get(response.status_code, str(response.status_code))


def test_every_role_of_every_organisation_gets_what_the_table_says_and_nothing_else(numbers):
    """Who may read may read in any role: pages for readers are asked by viewers alone."""
    wrong = []
    for role in ROLES:
        for scope in SCOPES:
            client = person(role, scope)
            for address, need, holders in TABLE:
                if need in (OPEN, READ) and role != "viewer":
                    continue
                got = answer(client, address.format(**numbers))
                if got != ("yes" if role in MAY[need] and scope in holders else "no"):
                    wrong.append((address, role, scope, got))
    assert not wrong, wrong


def test_a_stranger_is_sent_to_sign_in_everywhere(numbers):
    client = Client()
    for address, need, _ in TABLE:
        assert answer(client, address.format(**numbers)) == ("yes" if need == OPEN else "sign in"), address
