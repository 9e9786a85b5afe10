"""The one-page framework on screen: filters that combine, totals, notes, ways there and back; all in the address."""

import csv
import io
import re
from dataclasses import replace
from datetime import date

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from outturn.core.report.tables.outcome_cells import differs
from outturn.records.assessments.compared import figures_differ
from outturn.records.assessments.newest import entries_at
from outturn.records.assessments.queries import results
from outturn.records.catalogue import queries as catalogue
from outturn.records.observations.queries import moment, moment_at
from outturn.records.reports.models import Edition
from outturn.records.reports.queries import editions
from outturn.web.outcomes import lists
from outturn.web.outcomes.rows import find_before
from outturn.web.seen import Seen

from .reading import read

PAGE = "/outcomes"
SLUG = "better-care-together-outcomes"


def rows(response) -> list[str]:
    """The anchors of the rows, in their order."""
    return re.findall(r'<tr class="app-outcome" role="row" id="([^"]+)"', response.content.decode())


def test_it_shows_all_59_figures_under_their_bands(reader):
    response = reader.get(PAGE)
    words = read(response).words
    assert len(rows(response)) == 59
    assert "20 of 59 figures are off target; 40 changed since the edition of 15 February 2019." in words
    assert "C - Responsive care in a crisis 3 of 8 on target" in words
    assert "All 59 figures, in the order of the framework" in words


def test_filters_combine(reader):
    off = set(rows(reader.get(f"{PAGE}?off=yes")))
    changed = set(rows(reader.get(f"{PAGE}?changed=yes")))
    urgent = set(rows(reader.get(f"{PAGE}?workstream=Urgent+%26+Emergency+Care")))
    assert (len(off), len(changed), len(urgent)) == (20, 40, 6)
    both = rows(reader.get(f"{PAGE}?off=yes&changed=yes&workstream=Urgent+%26+Emergency+Care"))
    assert set(both) == off & changed & urgent
    assert len(both) == 3


@pytest.mark.parametrize(("query", "count"), [("section=crisis", 8), ("area=uhl", 9), ("q=reablement+rutland", 3)])
def test_section_area_and_words_narrow_the_page(reader, query, count):
    assert len(rows(reader.get(f"{PAGE}?{query}"))) == count


@pytest.mark.parametrize("sort", ["target", "direction", "name", "workstream"])
def test_an_order_keeps_every_row_and_says_itself(reader, sort):
    response = reader.get(f"{PAGE}?sort={sort}")
    assert len(rows(response)) == 59
    assert [value for _, name, value in read(response).attributes if name == "aria-sort"] in ([], ["ascending"])


def test_furthest_off_target_comes_first(reader):
    first = rows(reader.get(f"{PAGE}?sort=target"))[:20]
    assert set(first) == set(rows(reader.get(f"{PAGE}?off=yes")))
    assert "out-of-area-bed-days" in first[0]


def test_nothing_fits_is_a_sentence_with_a_way_back(reader):
    page = read(reader.get(f"{PAGE}?q=zebra"))
    assert "None of the 59 figures fits the filters" in page.words
    assert page.link("Show all 59 figures") == f"/outcomes/{SLUG}"


@pytest.mark.parametrize("framework", [SLUG, "nhs-priorities-2024-25"])
def test_the_database_and_core_agree_on_what_changed_since_each_edition(sample, framework):
    now = moment()
    for edition in editions():
        before = moment_at(edition.number, edition.as_known)
        earlier = {result.key: result for result in results(before, framework, points=False)}
        wanted = {
            result.key for result in results(now, framework, points=False) if differs(earlier.get(result.key), result)
        }
        rows = entries_at(now, framework).filter(figures_differ(before))
        assert set(rows.values_list("framework", "indicator", "area")) == wanted


def test_an_old_link_with_words_it_does_not_know_still_shows_the_page(reader):
    assert len(rows(reader.get(f"{PAGE}?sort=colour&off=maybe&page=3"))) == 59


def test_a_row_leads_to_its_measure_and_the_measure_back_to_the_row_as_it_was_filtered(reader):
    page = reader.get(f"{PAGE}?off=yes&area=lpt")
    anchor = rows(page)[0]
    there = next(address for address, _ in read(page).links if address.startswith("/indicators/"))
    back = read(reader.get(there)).link("Back to the row")
    assert back.endswith(f"#{anchor}")
    assert "off=yes" in back and "area=lpt" in back
    assert rows(reader.get(back.split("#")[0])) == rows(page)


def test_every_row_has_its_reason_by_pointing_focus_and_tap(reader):
    page = read(reader.get(PAGE))
    described = [value for tag, name, value in page.attributes if tag == "button" and name == "aria-describedby"]
    assert len(described) == 59
    assert set(described) <= set(page.ids)


def test_a_trend_has_words_and_grades_have_letters(reader):
    content = reader.get(PAGE).content.decode()
    assert 'aria-label="1,048 in 3m to Apr 18 to 1,230 in 3m to Mar 19"' in content
    assert "Amber, Green, Amber, Green, Amber, Amber, Amber, Red, Amber, Amber, Amber, Green, oldest first" in content
    assert content.count("Too few values") == 2


def test_seen_at_the_first_edition_nothing_is_updated_and_the_retired_measure_is_there(reader):
    words = read(reader.get(f"{PAGE}?as-known=2019-02-15")).words
    assert "There is no edition of an earlier day to compare this one with." in words
    assert "Cost of the high-risk maintenance backlog" in words
    assert "high-risk maintenance backlog" not in read(reader.get(PAGE)).words


def test_the_tab_of_the_scorecard_leads_here(reader):
    assert read(reader.get("/scorecard")).link("Better Care Together outcomes framework") == f"/outcomes/{SLUG}"


def test_an_indicator_of_two_papers_means_the_one_that_goes_on(reader):
    words = read(reader.get("/indicators/dementia")).words
    assert "Oct 2024" in words
    old = read(reader.get(f"/indicators/dementia/llr-icb?in={SLUG}")).words
    assert "Latest, Mar 2019" in old


def test_the_download_holds_what_is_shown_in_its_order(reader):
    page = reader.get(f"{PAGE}?off=yes&sort=target")
    response = reader.get(read(page).link("Download these 20 figures (CSV)"))
    taken = list(csv.DictReader(io.StringIO(b"".join(response).decode("utf-8-sig"))))
    assert len(taken) == len(rows(page)) == 20
    assert {row["On target?"] for row in taken} == {"Not met"}
    assert taken[0]["Measure"] in read(page).words.split("Updated", 1)[1][:400]
    assert sum(row["What it was"] != "" for row in taken) == len(rows(reader.get(f"{PAGE}?off=yes&changed=yes")))


def test_the_page_asks_a_few_questions_of_the_database(reader):
    """The list is counted, and read with its points; one more for totals, for each of two editions looked at and when
    anything was assessed last, and for what stood there before."""
    reader.get(PAGE)
    cache.clear()
    with CaptureQueriesContext(connection) as asked:
        reader.get(f"{PAGE}?sort=direction")
    figures = [query["sql"] for query in asked if "assessments_assessment" in query["sql"]]
    assert len(figures) <= 8


def test_a_framework_of_more_than_a_page_comes_in_pages_and_a_band_keeps_its_total(reader, monkeypatch):
    monkeypatch.setattr(lists, "ONE_PAGE", 10)
    monkeypatch.setattr(lists, "PER_PAGE", 15)
    second = reader.get(f"{PAGE}?page=2")
    words = read(second).words
    assert len(rows(second)) == 15
    assert "16 to 30 of 59 figures, in the order of the framework" in words
    assert "A - Keep more people well & out of hospital 16 of 19 on target" in words
    there = next(address for address, _ in read(second).links if address.startswith("/indicators/"))
    back = read(reader.get(there)).link("Back to the row")
    assert "page=2" in back
    assert rows(reader.get(back.split("#")[0])) == rows(second)


def test_a_framework_that_is_not_there_is_said(reader):
    assert reader.get("/outcomes/no-such").status_code == 404


def test_an_edition_that_shows_the_figures_of_now_is_not_the_one_before(sample):
    """Made since the last assessment from the same definitions, it needs no look; nor does a page without a pack."""
    at = moment()
    seen = Seen(at, catalogue.at(at.definitions), catalogue.at(at.definitions))
    framework = seen.definitions.frameworks[SLUG]
    newest = editions("better-care-together-outcomes")[0]
    Edition.objects.create(
        pack=newest.pack, name="2026-01-01", title="Again", as_known=date(2026, 1, 1), number=at.number,
        release=at.release, definitions=at.definitions, document_sha256="x", code="x", at=timezone.now(), by="ada",
        manifest={},
    )  # fmt: skip
    before = find_before(seen, framework)
    assert before is not None and before.day == date(2019, 2, 15)
    alone = replace(seen, definitions=replace(seen.definitions, packs={}))
    assert find_before(alone, framework) is None
