"""What the site says of itself: whose it is, what it keeps, and that a sample is one."""

import pytest

from outturn.core.definitions import load
from outturn.records.catalogue import actions as catalogue
from outturn.sample.files import starter

from .conftest import OPERATOR
from .reading import read

ABOUT = ("/accessibility", "/privacy", "/contact")


@pytest.mark.parametrize("path", ABOUT)
def test_the_pages_about_the_site_stand_on_an_empty_one(client, db, path):
    answer = client.get(path)
    assert answer.status_code == 200
    assert "has not given a contact here" in read(answer).words


@pytest.mark.parametrize("path", ABOUT)
def test_they_name_who_runs_it(client, db, settings, path):
    settings.OUTTURN_ORGANISATION, settings.OUTTURN_CONTACT = "Example ICB", "performance@example.org"
    page = read(client.get(path))
    assert "Example ICB" in page.words
    assert ("mailto:performance@example.org", "performance@example.org") in page.links


def test_the_privacy_notice_of_the_organisation_is_named(client, db, settings):
    settings.OUTTURN_PRIVACY = "https://example.org/privacy"
    assert ("https://example.org/privacy", "privacy notice") in read(client.get("/privacy")).links


def test_readers_get_no_cookie(reader):
    for path in ("/", "/scorecard", "/about", *ABOUT):
        assert not reader.get(path).cookies, path


@pytest.mark.parametrize("path", ["/", "/scorecard", "/data", "/about", "/privacy", "/sign-in", "/nowhere"])
def test_every_page_of_a_sample_says_so(reader, path):
    assert "Sample system" in read(reader.get(path)).words


def test_what_was_made_up_is_said_for_each_paper(reader):
    words = read(reader.get("/about")).words
    assert "commentary, the names of owners" in words and "periods, earlier figures" in words


@pytest.fixture
def own_system(db) -> None:
    """The starter's definitions with a pack of figures of one's own: no sample, no ranks, no outcomes."""
    files = starter()
    pack = files["packs/our-report.yaml"].decode()
    files["packs/our-report.yaml"] = "".join(
        line for line in pack.splitlines(True) if not line.startswith("sample:")
    ).encode()
    assert load(files).problems == ()
    catalogue.load(files=files, by=OPERATOR)


@pytest.mark.parametrize("path", ["/", "/privacy", "/sign-in"])
def test_a_system_with_figures_of_its_own_is_no_sample(client, own_system, path):
    assert "Sample system" not in read(client.get(path)).words


def test_the_menu_leads_only_where_there_is_something(client, own_system):
    menu = [words for address, words in read(client.get("/")).links if address in ("/ranks", "/outcomes", "/scorecard")]
    assert menu == ["Scorecard"]


def test_the_menu_of_the_sample_has_ranks(reader):
    for path in ("/", "/privacy"):
        assert ("/ranks", "Ranks") in read(reader.get(path)).links


def test_a_keyboard_skips_to_the_measures(reader):
    for path in ("/scorecard", "/outcomes", "/scorecard?q=nothing-is-called-so"):
        page = reader.get(path).content.decode()
        assert 'href="#measures"' in page and page.count('id="measures"') == 1
