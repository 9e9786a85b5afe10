"""A file that was changed, a clock that was set back, HTTPS in front: the page says what is so."""

import runpy
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import F
from django.test import Client
from doors.web.reading import read

from outturn.config import settings as shipped
from outturn.records.reports.actions import publish
from outturn.records.reports.models import EditionFile
from outturn.records.sequence.actions import TooEarly
from outturn.records.sequence.models import Act

from .conftest import OPERATOR

REPORT = "/packs/llr-performance-report/2025-01-14/report.html"


def test_a_published_file_that_was_changed_is_not_shown(unguarded, reader):
    assert reader.get(REPORT).status_code == 200
    EditionFile.objects.update(data=b"<p>forged</p>")
    reader.raise_request_exception = False
    response = reader.get(REPORT)
    assert response.status_code == 503
    assert b"forged" not in response.content
    assert "report.html: this file is not as it was published" in read(response).words


def test_a_clock_that_was_set_back_is_said_and_nothing_is_recorded(unguarded, signed_in):
    client = signed_in("contributor")
    client.raise_request_exception = False
    Act.objects.update(at=F("at") + timedelta(days=20_000))
    acts = Act.objects.count()
    text = {"kind": "risk", "title": "Staff", "text": "", "version": "0", "token": "abc"}
    response = client.post("/commentary/nhs-priorities-2024-25/ae-4h-type1/new", text)
    assert response.status_code == 503
    words = read(response).words
    assert "The clock of this machine says" in words
    assert "Correct the clock, then do it again." in words
    assert Act.objects.count() == acts


def test_nothing_is_published_by_a_clock_that_was_set_back(unguarded, sample):
    Act.objects.update(at=F("at") + timedelta(days=20_000))
    with pytest.raises(TooEarly, match="The clock of this machine says"):
        publish(pack="llr-performance-report", by=OPERATOR)


def test_what_cannot_be_done_is_said_with_what_can(signed_in):
    client = signed_in("contributor")
    text = {"kind": "risk", "title": "Staff", "text": "", "version": "0", "token": "abc", "withdraw": "yes"}
    response = client.post("/commentary/nhs-priorities-2024-25/ae-4h-type1/new", text)
    assert response.status_code == 400
    words = read(response).words
    assert "That cannot be done" in words
    assert "You cannot withdraw a text that is not there. What can be done to it: write." in words
    assert "Sign out" in words


@pytest.mark.parametrize("role", ["", "viewer"])
def test_what_somebody_may_not_send_is_not_read(client, signed_in, monkeypatch, role):
    def fail(*args):
        raise AssertionError("the body was read")

    sender = signed_in(role) if role else client
    monkeypatch.setattr("django.http.HttpRequest._load_post_and_files", fail)
    csrf_checked = Client(enforce_csrf_checks=True)
    csrf_checked.cookies = sender.cookies
    csrf_checked.cookies["csrftoken"] = "a" * 32
    response = csrf_checked.post("/data/bring-in", {"files": SimpleUploadedFile("a.csv", b"x" * 5_000_000)})
    assert response.status_code == (403 if role else 302)


@pytest.fixture
def behind_tls(monkeypatch, settings) -> Client:
    monkeypatch.setenv("OUTTURN_TLS", "1")
    told = runpy.run_path(str(shipped.__file__))
    for name in told:
        if name.startswith(("SECURE_", "SESSION_COOKIE", "CSRF_COOKIE")):
            setattr(settings, name, told[name])
    return Client()


def test_with_tls_a_plain_address_leads_to_https(behind_tls, db):
    response = behind_tls.get("/sign-in?next=/")
    assert (response.status_code, response["Location"]) == (301, "https://testserver/sign-in?next=/")


def test_with_tls_browsers_are_told_to_use_nothing_else(behind_tls, db):
    response = behind_tls.get("/sign-in", headers={"X-Forwarded-Proto": "https"})
    assert response.status_code == 200
    assert response["Strict-Transport-Security"] == "max-age=31536000"


def test_without_tls_nothing_of_it_is_said(client, db):
    response = client.get("/sign-in")
    assert response.status_code == 200
    assert "Strict-Transport-Security" not in response.headers
