"""Whatever is sent to a form, the answer is a sentence: never a fault, never nothing, and nothing half kept."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from doors.web.reading import read

from outturn.records.commentary.models import Text
from outturn.records.findings.models import Acceptance, Finding
from outturn.records.findings.queries import open_findings
from outturn.records.observations.models import Held, Release
from outturn.records.observations.queries import moment

ROLE = {"finding-accept": "approver", "upload": "contributor", "held": "contributor", "sign-in": "viewer"}
HUGE = 10**30
NEW = ("commentary-new", ["nhs-priorities-2024-25", "ae-4h-type1"])
FORMS = [
    (*NEW, ["title", "text", "kind", "area", "token", "version"]),
    ("upload", [], ["note", "layout"]),
    ("held", [1], ["answer:a", "answer:"]),
    ("finding-accept", [1], ["because"]),
    ("sign-in", [], ["username", "password", "next"]),
]
STRANGE = {
    "nothing": "",
    "NUL": "a\0b",
    "an escape": "\x1b[31m",
    "a very long word": "x" * 100_000,
    "a number": "9" * 40,
    "markup": "<script>alert(1)</script>",
    "a template": "{{ nothing.latest }} {% raw %}",
}


@pytest.fixture
def people(signed_in):
    """Clients by role, so that each person is made once."""
    made: dict[str, Client] = {}

    def person(name: str) -> Client:
        role = ROLE.get(name, "contributor")
        if role not in made:
            made[role] = signed_in(role)
            made[role].raise_request_exception = False
        return made[role]

    return person


def answered(response) -> str:
    """The words of the page that somebody sees in the end; a fault, or a page of nobody's, is none."""
    assert response.status_code < 500, response.content[:500]
    page = response.content.decode()
    assert "Outturn" in page, "a bare page, not one of ours"
    return read(response).words


def state() -> list[int]:
    return [model.objects.count() for model in (Text, Held, Release)]


@pytest.mark.parametrize(("name", "args", "fields"), FORMS, ids=[form[0] for form in FORMS])
def test_strange_fields_get_a_sentence_and_leave_nothing(people, name, args, fields):
    client, before = people(name), state()
    for strange in STRANGE.values():
        for field in fields:
            answered(client.post(reverse(name, args=args), {field: strange}, follow=True))
        answered(client.post(reverse(name, args=args), dict.fromkeys(fields, strange), follow=True))
    assert state() == before


@pytest.mark.parametrize(
    "path",
    [
        "/data/held/0",
        f"/data/held/{HUGE}",
        "/commentary/no-such-text",
        "/commentary/no-such-framework/ae-4h-type1/new",
        "/commentary/nhs-priorities-2024-25/no-such-measure/new",
    ],
)
def test_what_is_not_there_is_said(signed_in, path):
    client = signed_in("administrator")
    client.raise_request_exception = False
    response = client.post(path, {"because": "Known.", "title": "a", "token": "abc"})
    assert response.status_code == 404
    assert "There is no page here" in answered(response)


@pytest.mark.parametrize("finding", [0, HUGE])
def test_a_finding_that_is_not_there_is_said(people, finding):
    said = people("finding-accept").post(f"/data/findings/{finding}/accept", {"because": "Known."}, follow=True)
    assert said.status_code == 404
    assert f"There is no finding {finding}." in answered(said)


@pytest.mark.parametrize("path", [f"/data/releases/{HUGE}", f"/data/held/{HUGE}", "/packs/a/b/%00", "/packs/a/%00"])
def test_an_address_that_cannot_be_is_not_there(signed_in, path):
    client = signed_in("administrator")
    client.raise_request_exception = False
    assert client.get(path).status_code == 404


def test_too_many_files_are_counted_for_the_sender(people):
    files = [SimpleUploadedFile(f"{number}.csv", b"a") for number in range(101)]
    response = people("upload").post("/data/bring-in", {"files": files})
    assert response.status_code == 400
    assert "At most 100 files can be sent at once." in answered(response)


def test_too_many_fields_are_said(people):
    response = people("upload").post("/data/bring-in", {f"field{number}": "a" for number in range(1001)})
    assert response.status_code == 400
    assert "more than 1,000 fields" in answered(response)


def test_a_damaged_form_is_said(people):
    response = people("upload").post("/data/bring-in", b"no parts", content_type="multipart/form-data; boundary=")
    assert response.status_code == 400
    assert "arrived damaged" in answered(response)


@pytest.mark.parametrize("token", ["", "a b", "../../x", "A", "ab", "a" * 17, "a\0b", "é" * 5])
def test_a_token_that_the_form_was_not_given_is_refused(people, token):
    text = {"kind": "risk", "title": "Staff", "text": "", "version": "0", "area": "", "token": token}
    response = people(NEW[0]).post(reverse(NEW[0], args=NEW[1]), text)
    assert response.status_code == 400
    assert "not what this page asks for" in answered(response)
    assert not Text.objects.filter(title="Staff").exists()


def test_a_file_with_a_name_that_is_too_long_is_said_and_nothing_is_kept(people):
    row = b"indicator,area,period,value,plan\nae-4h-type1,llr-icb,Nov-24,57%,\n"
    file = SimpleUploadedFile("n" * 246 + ".csv", row)
    before = state()
    words = answered(people("upload").post("/data/bring-in", {"files": file}, follow=True))
    assert "Shorten the file name to at most 200 characters; it has 250." in words
    assert state() == before


def test_a_note_that_is_too_long_is_said_and_not_cut(people):
    row = SimpleUploadedFile("a.csv", b"indicator,area,period,value,plan\nae-4h-type1,llr-icb,Nov-24,57%,\n")
    words = answered(people("upload").post("/data/bring-in", {"files": row, "note": "n" * 301}, follow=True))
    assert "Shorten the note to at most 300 characters; it has 301." in words


def test_a_reason_that_cannot_be_kept_is_said(people):
    finding = open_findings(moment())[0]
    path = reverse("finding-accept", args=[finding.id])
    words = answered(people("finding-accept").post(path, {"because": "x" * 2001}, follow=True))
    assert "Not accepted Shorten the reason to at most 2,000 characters; it has 2,001." in words
    assert not Acceptance.objects.filter(finding=finding.id).exists()


def test_a_reason_that_is_refused_is_not_lost(people):
    path = reverse("finding-accept", args=[open_findings(moment())[0].id])
    page = people("finding-accept").post(path, {"because": "It is known. " * 200}).content.decode()
    assert "It is known. It is known." in page


def test_a_finding_that_was_mended_meanwhile_is_said(people):
    there = {finding.id for finding in open_findings(moment())}
    gone = Finding.objects.exclude(id__in=there).first()
    words = answered(
        people("finding-accept").post(reverse("finding-accept", args=[gone.id]), {"because": "x"}, follow=True)
    )
    assert "the checks no longer find this" in words
