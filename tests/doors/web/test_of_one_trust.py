"""On a site that is not open, somebody of one trust sees, writes and brings in what is the trust's, nothing else."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from outturn.core.access import Grant
from outturn.core.subject import Subject
from outturn.records.accounts.actions import add_person
from outturn.records.commentary.models import Text
from outturn.records.observations.models import Held, Release

from .conftest import OPERATOR
from .reading import read

NEW = "/commentary/better-care-together-outcomes/tobacco-screening/new"
PLACES = ("/", "/scorecard/better-care-together-outcomes", "/outcomes/better-care-together-outcomes", "/data/findings")
PLACES += (
    "/indicators/tobacco-screening",
    "/packs",
    "/method",
    "/scorecard/better-care-together-outcomes.csv",
    "/data",
)


@pytest.fixture
def ann(sample, settings) -> Client:
    settings.OUTTURN_READING_IS_OPEN = False
    return sign_in("ann", Subject(area="uhl"))


def sign_in(name: str, scope: Subject, role: str = "contributor") -> Client:
    add_person(name=name, password="correct horse battery", grants=[Grant(role, scope)], by=OPERATOR)
    client = Client()
    client.post("/sign-in", {"username": name, "password": "correct horse battery"})
    return client


def text_of(client: Client, path: str) -> str:
    response = client.get(path)
    return b"".join(response).decode()


def bring_in(client: Client, *lines: str) -> str:
    csv = "\n".join(("indicator,area,period,value,plan", *lines, "")).encode()
    return read(client.post("/data/bring-in", {"files": SimpleUploadedFile("a.csv", csv)}, follow=True)).words


@pytest.mark.parametrize("path", PLACES)
def test_no_page_leads_to_a_measure_of_another(ann, path):
    """Whoever owns a measure, or sends its figures, may be named on the page about it."""
    page = text_of(ann, path)
    areas = set(re.findall(r'/indicators/[\w-]+/([\w-]+)[?"]', page))
    assert areas <= {"uhl"}, areas
    assert "/lpt" not in page


def test_pages_count_what_is_theirs(ann, settings):
    mine = text_of(ann, "/scorecard/better-care-together-outcomes.csv").splitlines()
    settings.OUTTURN_READING_IS_OPEN = True
    everybody = text_of(ann, "/scorecard/better-care-together-outcomes.csv").splitlines()
    assert 1 < len(mine) < len(everybody)
    assert set(mine) < set(everybody)


def test_who_sees_one_framework_sees_no_other(sample, settings):
    settings.OUTTURN_READING_IS_OPEN = False
    lee = sign_in("lee", Subject(framework="nhs-priorities-2024-25"), "viewer")
    assert lee.get("/scorecard/nhs-priorities-2024-25").status_code == 200
    assert lee.get("/scorecard/finance-kpis-2024-25").status_code == 403
    for path in ("/", "/scorecard", "/packs", "/data/findings"):
        assert "finance-kpis" not in lee.get(path).content.decode()


def test_who_sees_nothing_here_is_told_so(sample, settings):
    settings.OUTTURN_READING_IS_OPEN = False
    nobody = sign_in("nobody", Subject(area="emas"), "viewer")
    for path in ("/", "/scorecard", "/outcomes", "/ranks", "/packs", "/data", "/data/findings", "/method"):
        assert nobody.get(path).status_code in (200, 404), path


def test_a_file_with_figures_of_another_is_refused_on_the_site(ann):
    releases = Release.objects.count()
    words = bring_in(ann, "tobacco-screening,uhl,Q2 24/25,56.7%,", "tobacco-screening,lpt,Q2 24/25,51.0%,")
    assert "1 figure of Tobacco screening for LPT, in row 3. ann may not record data there." in words
    assert Release.objects.count() == releases and not Held.objects.exists()
    assert "1 figure recorded" in bring_in(ann, "tobacco-screening,uhl,Q2 24/25,56.7%,")


def test_a_text_is_offered_for_their_trust_alone(ann):
    form = ann.get(f"{NEW}?area=lpt").content.decode()
    assert "LPT" not in form and "All areas" not in form
    sent = {"kind": "risk", "title": "Too few staff", "text": "x", "version": "0", "token": "abc123"}
    for area in ("lpt", ""):
        ann.post(NEW, sent | {"area": area})
    assert not Text.objects.filter(title="Too few staff").exclude(area="uhl").exists()
    ann.post(NEW, sent | {"area": "uhl"})
    assert Text.objects.get(title="Too few staff").area == "uhl"


def test_a_refusal_says_what_is_theirs_and_whom_to_ask(ann):
    Text.objects.create(
        ident="of-lpt",
        version=1,
        kind="risk",
        framework="better-care-together-outcomes",
        section="keep-well",
        indicators=["tobacco-screening"],
        area="lpt",
        title="t",
        by="lee",
        at=Release.objects.first().at,
        act=Release.objects.first().act,
    )
    response = ann.get("/commentary/of-lpt")
    assert response.status_code == 403
    assert "ann may write commentary for UHL, but not for Tobacco screening for LPT." in read(response).words
    assert "Ask for one of the roles there: contributor, owner" in read(response).words


def test_a_release_is_told_as_far_as_it_is_theirs(ann):
    page = read(ann.get("/data/releases/2")).words
    assert "or not yours to see" in page
    assert "Withdraw this release" not in page
    bring_in(ann, "tobacco-screening,uhl,Q2 24/25,56.7%,")
    newest = Release.objects.first().number
    assert "Withdraw this release" in read(ann.get(f"/data/releases/{newest}")).words
    ann.post(f"/data/releases/{newest}/withdraw", {"because": "Mine."})
    assert "1 figure taken back" in read(ann.get(f"/data/releases/{newest + 1}")).words
