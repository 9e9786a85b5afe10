"""What holds for every page: it is drawn, it says its name, it asks no other host, it keeps the day in its links."""

import re

import pytest

from .reading import read

PAGES = [
    "/",
    "/scorecard",
    "/scorecard/finance-kpis-2024-25",
    "/outcomes",
    "/outcomes/better-care-together-outcomes",
    "/indicators/ae-4h-type1",
    "/indicators/ae-4h-type1/llr-icb",
    "/ranks",
    "/packs",
    "/packs/llr-performance-report",
    "/packs/llr-performance-report/2025-01-14",
    "/data",
    "/data/releases/2",
    "/data/findings",
    "/data/findings?accepted=yes",
    "/data/findings?severity=note&q=rank",
    "/method",
    "/method/ratings",
    "/method/charts",
    "/method/as-known",
    "/method/suppression",
    "/sign-in",
]
SEEN_PAGES = [
    page
    for page in PAGES
    if page not in ("/sign-in", "/packs/llr-performance-report/2025-01-14", "/data/releases/2") and "?" not in page
]
OTHER_HOST = re.compile(r"^(https?:)?//")


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_drawn_with_one_heading_and_no_loose_ends(reader, path):
    response = reader.get(path)
    assert response.status_code == 200
    page = read(response)
    assert page.tags.count("h1") == 1
    assert page.tags.count("main") == 1
    assert len(page.ids) == len(set(page.ids)), "an id stands twice"
    assert not re.search(r"\bUndefined\b|\bNone\b(?! of)|\{\{|\}\}|&lt;", page.words)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_obeys_its_own_content_policy_and_asks_no_other_host(reader, path):
    response = reader.get(path)
    assert "'unsafe" not in response["Content-Security-Policy"]
    page = read(response)
    assert "style" not in page.tags
    assert not [value for _, name, value in page.attributes if name == "style" or name.startswith("on")]
    fetched = [value for tag, name, value in page.attributes if name in ("src", "href", "action") and tag != "a"]
    assert not [value for value in fetched if OTHER_HOST.match(value)]


OF_NO_DAY = ("Accessibility", "Privacy and cookies", "Contact")  # pages about the site itself


@pytest.mark.parametrize("path", SEEN_PAGES)
def test_a_page_seen_on_an_earlier_day_says_so_and_keeps_the_day_in_its_links(reader, path):
    page = read(reader.get(f"{path}?as-known=2024-12-10"))
    assert re.search(r"As known on 10 Dec 2024 \(release \d+\)", page.words)
    assert page.link("Back to the latest") == path
    inside = [
        address
        for address, words in page.links
        if address.startswith("/") and words not in ("Back to the latest", "Sign in", *OF_NO_DAY)
    ]
    assert inside
    assert [address for address in inside if "as-known=2024-12-10" not in address] == []


@pytest.mark.parametrize("path", SEEN_PAGES)
def test_a_page_leads_only_to_pages_that_are_there(reader, path):
    inside = {address.split("#")[0] for address, _ in read(reader.get(path)).links if address.startswith("/")}
    broken = [address for address in sorted(inside) if address and reader.get(address).status_code not in (200, 302)]
    assert broken == []


def test_a_day_that_is_no_day_gets_a_sentence(reader):
    response = reader.get("/scorecard?as-known=10/12/2024")
    assert response.status_code == 400
    assert "'10/12/2024' is not a day. Write it as year-month-day, such as 2025-01-14." in read(response).words


def test_a_day_that_has_not_come_gets_a_sentence(reader):
    assert "31 Dec 9999 has not come yet." in read(reader.get("/?as-known=9999-12-31")).words


def test_a_day_before_anything_was_known_gets_a_sentence(reader):
    response = reader.get("/?as-known=2018-01-01")
    assert response.status_code == 400
    assert "Nothing was known yet on 1 Jan 2018" in read(response).words


@pytest.mark.parametrize(
    "path", ["/nowhere", "/indicators/no-such-measure", "/scorecard/no-such-framework", "/packs/none"]
)
def test_a_page_that_is_not_there_is_said_in_plain_words(reader, path):
    response = reader.get(path)
    assert response.status_code == 404
    words = read(response).words
    assert "There is no page here" in words
    assert "urlpatterns" not in words


def test_a_site_without_definitions_says_what_to_do(client, db):
    page = read(client.get("/"))
    assert "Nothing is loaded yet" in page.words
    assert "outturn sample" in page.words


@pytest.mark.parametrize("path", ["/data/bring-in", "/commentary/any/thing/new"])
def test_a_change_on_a_site_without_definitions_says_what_to_do(client, admin_user, path):
    client.force_login(admin_user, backend="django.contrib.auth.backends.ModelBackend")
    assert "Nothing is loaded yet" in read(client.get(path)).words


def test_a_fault_of_the_program_is_a_page(reader, monkeypatch):
    def fail(*args, **more):
        raise ValueError("secret")

    monkeypatch.setattr("outturn.web.today.views.present", fail)
    reader.raise_request_exception = False
    response = reader.get("/")
    assert response.status_code == 500
    assert "The fault is ours" in read(response).words
    assert "secret" not in response.content.decode()
