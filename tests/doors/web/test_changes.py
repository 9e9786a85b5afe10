"""Changes need a name and a role; a file is recorded whole or not at all; nobody's words are lost."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from outturn.records.commentary.models import Text
from outturn.records.cycle import actions as cycle
from outturn.records.findings.queries import open_findings
from outturn.records.observations.models import Held, Release
from outturn.records.observations.queries import moment

from .reading import read

CHANGES = ["/data/bring-in", "/commentary/nhs-priorities-2024-25/ae-4h-type1/new"]


def file(*rows: str, name: str = "november.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, "\n".join(["indicator,area,period,value,plan", *rows, ""]).encode())


def field(response, name: str) -> str:
    tag = next(part for part in response.content.decode().split("<input") if f'name="{name}"' in part)
    return tag.split('value="')[1].split('"')[0]


@pytest.mark.parametrize("path", CHANGES)
def test_a_stranger_is_sent_to_sign_in_and_back(reader, path):
    response = reader.get(path)
    assert response.status_code == 302
    assert response["Location"] == f"/sign-in?next={path}"


@pytest.mark.parametrize("path", CHANGES)
def test_a_viewer_is_told_whom_to_ask(signed_in, path):
    response = signed_in("viewer").get(path)
    assert response.status_code == 403
    assert "Ask for one of the roles: contributor" in read(response).words


def test_a_wrong_password_is_said_without_saying_which_part_was_wrong(reader):
    response = reader.post("/sign-in", {"username": "nobody", "password": "no"})
    assert "The name and the password do not match" in read(response).words


def test_a_clean_file_becomes_a_release_and_its_measures_are_assessed(signed_in):
    client = signed_in("contributor")
    sent = {"files": file("ae-4h-type1,llr-icb,Nov-24,55.0%,56.0%"), "note": "November"}
    last = Release.objects.count()
    response = client.post("/data/bring-in", sent, follow=True)
    words = read(response).words
    assert f"Release {last + 1} is made: 2 figures recorded." in words
    assert "Latest, Nov 2024" in read(client.get("/indicators/ae-4h-type1")).words


def test_a_file_that_cannot_be_assessed_is_not_kept_and_the_form_says_so(signed_in, monkeypatch):
    monkeypatch.setattr(cycle, "assess", lambda **words: 1 / 0)
    last = Release.objects.count()
    sent = {"files": file("ae-4h-type1,llr-icb,Nov-24,55.0%,56.0%")}
    words = read(signed_in("contributor").post("/data/bring-in", sent)).words
    assert "Nothing was kept: assessing it failed (ZeroDivisionError: division by zero)." in words
    assert Release.objects.count() == last


def test_a_delivery_that_is_too_large_is_refused_before_it_is_read(signed_in, settings):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 2**20
    large = SimpleUploadedFile("large.csv", b"x" * (2**20 + 1))
    words = read(signed_in("contributor").post("/data/bring-in", {"files": large})).words
    assert "larger than 1 MB together" in words


def test_all_problems_are_said_at_once_and_nothing_is_recorded(signed_in):
    rows = ["ae-4h-type1,llr-icb,Nov-24,n0pe,56.0%", "ae-4h-type1,llr-icb,2025-13,55.0%,56.0%"]
    last = Release.objects.count()
    response = signed_in("contributor").post("/data/bring-in", {"files": file(*rows)})
    words = read(response).words
    assert "Nothing was recorded" in words
    assert "n0pe" in words and "2025-13" in words
    assert Release.objects.count() == last
    assert Held.objects.count() == 0


def test_a_restatement_waits_for_an_answer_and_is_recorded_with_it(signed_in):
    client, last = signed_in("contributor"), Release.objects.count()
    response = client.post("/data/bring-in", {"files": file("ae-4h-type1,llr-icb,Oct-24,56.9%,")}, follow=True)
    assert "1 question before this is recorded" in read(response).words
    assert Release.objects.count() == last
    held = response.redirect_chain[-1][0]
    done = client.post(held, {"answer:restatement": "replace"}, follow=True)
    assert f"Release {last + 1} is made: 1 figure recorded, which restates a known one." in read(done).words
    assert client.get(held).status_code == 404


def test_a_delivery_can_be_taken_back(signed_in):
    client, last = signed_in("contributor"), Release.objects.count()
    response = client.post("/data/bring-in", {"files": file("ae-4h-type1,llr-icb,Oct-24,56.9%,")}, follow=True)
    done = client.post(response.redirect_chain[-1][0], {"withdraw": "yes"}, follow=True)
    assert "The delivery was withdrawn: nothing of it was recorded." in read(done).words
    assert Release.objects.count() == last


def test_the_same_file_again_makes_no_release(signed_in):
    client, last = signed_in("contributor"), Release.objects.count()
    row = "ae-4h-type1,llr-icb,Nov-24,55.0%,56.0%"
    client.post("/data/bring-in", {"files": file(row)})
    again = client.post("/data/bring-in", {"files": file(row)}, follow=True)
    assert "known already" in read(again).words
    assert Release.objects.count() == last + 1


def test_a_risk_is_written_once_even_when_the_form_is_sent_twice(signed_in):
    client = signed_in("contributor")
    form = client.get(CHANGES[1])
    said = {"kind": "risk", "title": "Winter pressure", "text": "At {{ ae-4h-type1.latest }} already.", "version": 0}
    for _ in range(2):
        response = client.post(CHANGES[1], said | {"token": field(form, "token")}, follow=True)
    assert Text.objects.filter(title="Winter pressure").count() == 1
    assert "At 56.7% already." in read(response).words


def test_words_saved_by_somebody_else_meanwhile_are_shown_and_nothing_is_lost(signed_in):
    ann, bob = signed_in("contributor"), signed_in("owner")
    ident = Text.objects.filter(kind="risk").first().ident
    seen = field(ann.get(f"/commentary/{ident}"), "version")
    said = {"kind": "risk", "title": "Bob's words", "text": "First.", "version": seen}
    assert bob.post(f"/commentary/{ident}", said).status_code == 302
    response = ann.post(f"/commentary/{ident}", said | {"title": "Ann's words", "text": "Second."})
    content = response.content.decode()
    assert "was changed by a owner while you were writing" in read(response).words
    assert "Bob&#39;s words" in content and "Ann&#39;s words" in content
    again = ann.post(f"/commentary/{ident}", said | {"title": "Ann's words", "version": field(response, "version")})
    assert again.status_code == 302


def test_words_about_a_text_that_was_withdrawn_meanwhile_are_not_lost(signed_in):
    ann, bob = signed_in("contributor"), signed_in("owner")
    text = Text.objects.filter(kind="risk").first()
    seen = field(ann.get(f"/commentary/{text.ident}"), "version")
    said = {"kind": "risk", "title": "Ann's words", "text": "Second.", "version": seen}
    assert bob.post(f"/commentary/{text.ident}", said | {"withdraw": "yes"}).status_code == 302
    assert ann.get(f"/commentary/{text.ident}").status_code == 404
    response = ann.post(f"/commentary/{text.ident}", said)
    assert f"'{text.title}' was withdrawn by a owner while you were writing" in read(response).words
    assert "Ann&#39;s words" in response.content.decode()
    again = ann.post(f"/commentary/{text.ident}", said | {"version": field(response, "version")})
    assert again.status_code == 302
    assert "Ann's words" in read(ann.get(again["Location"])).words


def test_a_text_whose_figure_is_not_there_any_more_can_be_withdrawn(signed_in):
    text = Text.objects.filter(kind="risk").first()
    sent = {"kind": "risk", "title": "x", "text": "{{ no-such.latest }}", "version": text.version, "withdraw": "yes"}
    assert signed_in("contributor").post(f"/commentary/{text.ident}", sent).status_code == 302
    assert Text.objects.filter(ident=text.ident).order_by("-version")[0].withdrawn


def test_a_live_figure_that_is_not_there_is_refused_with_a_sentence(signed_in):
    client = signed_in("contributor")
    said = {"kind": "risk", "title": "x", "text": "{{ no-such.latest }}", "version": 0, "token": "abc"}
    assert "speaks of a measure that is not in the frameworks" in read(client.post(CHANGES[1], said)).words


def test_signing_out_needs_a_button_not_a_link(signed_in):
    client = signed_in("viewer")
    assert client.get("/sign-out").status_code == 405
    assert client.post("/sign-out").status_code == 302


def test_a_finding_is_accepted_with_a_reason_and_a_name(signed_in):
    client = signed_in("approver")
    finding = open_findings(moment())[0]
    address = f"/data/findings/{finding.id}/accept"
    assert "Say why the finding is accepted" in read(client.post(address, {"because": " "}, follow=True)).words
    nothing = client.post("/data/findings/0/accept", {"because": "x"}, follow=True)
    assert "There is no finding 0." in read(nothing).words
    client.post(address, {"because": "Known to the producer."})
    words = read(client.get("/data/findings?accepted=yes")).words
    assert "Accepted by a approver: Known to the producer." in words
    assert signed_in("viewer").post(address, {"because": "x"}).status_code == 403


def test_too_many_wrong_passwords_pause_the_name_and_say_for_how_long(reader):
    for _ in range(8):
        response = reader.post("/sign-in", {"username": "ann", "password": "wrong"})
    assert response.status_code == 429
    assert "Come back in an hour" in read(response).words


def test_a_form_from_elsewhere_is_refused_in_plain_words(sample):
    client = Client(enforce_csrf_checks=True)
    response = client.post("/sign-in", {"username": "ann", "password": "x"})
    assert response.status_code == 403
    assert "load it again and resend" in read(response).words


BEDS = "/indicators/emergency-bed-days/ccg-{}"


def test_a_text_for_one_area_is_shown_there_and_nowhere_else(signed_in):
    client = signed_in("contributor")
    new = "/commentary/better-care-together-outcomes/emergency-bed-days/new"
    form = client.get(f"{new}?area=ccg-leicester-city")
    assert '<option value="ccg-leicester-city" selected>' in form.content.decode()
    sent = {"kind": "risk", "title": "Too few beds", "text": "Now {{ emergency-bed-days.latest }}.", "version": "0"}
    wrong = client.post(new, sent | {"token": "abc123", "area": "rutland"})
    assert "Choose one of the areas of this measure" in read(wrong).words
    saved = client.post(new, sent | {"token": "abc123", "area": "ccg-leicester-city"})
    assert saved["Location"] == BEDS.format("leicester-city") + "?in=better-care-together-outcomes"
    assert Text.objects.get(title="Too few beds").area == "ccg-leicester-city"
    here, there = (read(client.get(BEDS.format(area))).words for area in ("leicester-city", "west-leicestershire"))
    assert "Too few beds" in here
    assert "Too few beds" not in there


def test_a_text_for_all_areas_gives_each_its_own_figure(signed_in):
    client = signed_in("contributor")
    new = "/commentary/better-care-together-outcomes/emergency-bed-days/new"
    text = "Beds stand at {{ emergency-bed-days.latest }} here."
    client.post(new, {"kind": "risk", "title": "Beds", "text": text, "version": "0", "token": "abc123", "area": ""})
    places = ("leicester-city", "west-leicestershire", "east-leicestershire-and-rutland")
    told = [read(client.get(BEDS.format(area))).words.split("Beds stand at ")[1].split()[0] for area in places]
    assert len(set(told)) == 3


def test_a_measure_of_one_area_asks_for_none(signed_in):
    form = signed_in("contributor").get("/commentary/nhs-priorities-2024-25/ae-4h-type1/new").content.decode()
    assert 'name="area"' not in form
