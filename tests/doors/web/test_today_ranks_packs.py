"""Today, ranks and packs: what changed, where the system stands, and the papers as published."""

import csv
import re
from hashlib import sha256

from django.utils import timezone

from outturn.core.report.wording import headline
from outturn.records.assessments.queries import results
from outturn.records.catalogue.queries import current
from outturn.records.observations.queries import moment
from outturn.records.reports.models import Edition, EditionFile
from outturn.records.reports.queries import editions
from outturn.sample.files import DATA

from .reading import read

RANKED = DATA / "2025-01" / "oversight_framework.csv"

EDITION = "/packs/llr-performance-report/2025-01-14"


def test_today_says_what_turned_since_the_release_before(reader):
    words = read(reader.get("/")).words
    assert re.search(r"since release \d+ of 10 Dec 2024", words)
    assert "is now" in words


def test_today_shows_every_area_of_work_with_its_worst_measure(reader):
    page = read(reader.get("/"))
    sections = [words for address, words in page.links if "section=" in address]
    assert len(sections) == 12
    assert "Urgent and emergency care" in sections


def test_on_the_day_of_the_first_release_nothing_is_compared(reader):
    assert "since release" not in read(reader.get("/?as-known=2019-02-12")).words


def test_a_day_of_which_nothing_was_known_says_so_and_not_that_all_is_well(reader):
    words = read(reader.get("/?as-known=2019-02-12")).words
    assert "Nothing was known of any of the 38 priorities on 12 Feb 2019" in words
    assert "Nothing was known on 12 Feb 2019, so nothing can be said to be off plan." in words
    assert "Nothing is off plan" not in words


def test_figures_that_are_older_than_usual_say_so_from_the_day_they_are_looked_at(reader):
    today = timezone.localdate()
    months = (today.year - 2024) * 12 + today.month - 10
    for address in ("/", "/scorecard"):
        words = read(reader.get(address)).words
        assert f"The figures are old: most are for Sep 2024 or earlier, {months + 1} months ago." in words
    assert "figures are old: most are for" in read(reader.get("/ranks")).words
    words = read(reader.get("/indicators/ae-4h-type1")).words
    assert f"The figure is old: it is for Oct 2024, {months} months ago." in words
    assert f"{months} months behind" in read(reader.get("/scorecard")).words
    then = read(reader.get("/scorecard?as-known=2025-01-14")).words
    assert "3 months behind" in then and "months ago" not in then
    assert "The years of this framework are over." in read(reader.get("/outcomes")).words


def test_next_dates_lie_ahead_of_the_day_they_are_looked_at_from(reader):
    assert "31 Mar 20257 ambitions fall due" in read(reader.get("/?as-known=2025-01-14")).words
    now = read(reader.get("/")).words
    assert "Next dates" not in now or "31 Mar 2025" not in now.split("Next dates")[1].split("Findings")[0]


def test_the_measure_that_the_headline_names_is_among_those_that_need_attention(reader):
    page = reader.get("/?as-known=2025-01-14").content.decode()
    title = read(reader.get("/?as-known=2025-01-14")).words
    named = re.search(r"running: (.+?) (?:Red|Yellow|Green)", title)
    attention = page.split('id="needs"')[1].split("</section>")[0].lower()
    assert named is None or named[1] in attention


def test_ranks_hold_all_rows_of_the_oversight_framework(reader):
    page = read(reader.get("/ranks"))
    measures = [
        words
        for address, words in page.links
        if address.startswith("/indicators/") and words not in ("Green", "Red", "Yellow")
    ]
    assert len(measures) >= 24
    assert "2 of 42" in page.words and "39 of 42" in page.words
    assert "Not ranked" in page.words


def test_a_rank_stands_beside_the_local_rating_of_the_same_measure(reader):
    chips = [
        words for address, words in read(reader.get("/ranks")).links if words in ("Green", "Red", "Yellow", "Not rated")
    ]
    assert chips


def test_green_here_and_near_the_end_of_the_table_is_said(reader):
    words = read(reader.get("/indicators/gp-2w")).words
    assert "On plan here, yet in the worst quarter of all systems: 32 of 42 on GP appointments within 14 days" in words
    assert " of 42" in read(reader.get("/scorecard?q=GP+appointments")).words


def test_an_edition_shows_its_files_with_their_fingerprints(reader):
    page = read(reader.get(EDITION))
    for name in ("report.html", "report.pdf", "report.pptx", "report.xlsx", "figures.csv", "document.json"):
        file = reader.get(f"{EDITION}/{name}")
        assert file.status_code == 200
        assert sha256(file.content).hexdigest() in page.words


def test_an_edition_says_up_to_where_it_knew_and_with_which_it_was_compared(reader):
    words = read(reader.get(EDITION)).words
    number = editions("llr-performance-report")[0].number
    assert f"all up to number {number} of the sequence" in words
    assert "with the edition 2024-12-12" in words
    first = read(reader.get("/packs/llr-performance-report/2024-12-12")).words
    assert "with none: no edition of an earlier day had been published" in first


def test_the_published_report_opens_under_a_policy_that_lets_it_run_nothing(reader):
    response = reader.get(f"{EDITION}/report.html")
    assert response["Content-Disposition"].startswith("inline")
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy


def test_an_edition_published_later_is_not_there_on_an_earlier_day(reader):
    assert "2025-01-14" in read(reader.get("/packs/llr-performance-report")).words
    assert (
        "2025-01-14"
        not in read(reader.get("/packs/llr-performance-report?as-known=2024-12-20")).words.split("Show this page")[0]
    )


def test_every_title_of_a_ranked_measure_is_true_of_its_figures(sample):
    """The oversight rows as they came: 7.1%* is a national average, 100% a target; high or low is better."""
    rows = [row for row in csv.DictReader(RANKED.open(encoding="utf-8")) if row["target_num"]]
    known = current()
    areas = {"ICB": "llr-icb", "Provider": "uhl", "SubICB": "llr-sub-icbs"}
    checked = 0
    for row in rows:
        key = ("oversight-2024-25", row["code"].lower(), areas[row["aggregation_source"]])
        entry = next(entry for entry in known.frameworks[key[0]].entries if entry.key == key)
        result = next(result for result in results(moment(), key[0]) if result.key == key)
        title = headline(entry, known.indicators[entry.indicator], result).split(";")[0]
        gap = float(row["latest_num"]) - float(row["target_num"])
        good = gap * entry.direction.sign >= 0
        if row["target_is_national_average"] == "yes":
            assert title.startswith(f"{'Better' if good else 'Worse'} than the national average by ")
        else:
            assert title.startswith("On target" if good else "Off target by ")
        if not title.startswith("On"):
            assert rounds(title, gap), title
        checked += 1
    assert checked == 19


def rounds(title: str, gap: float) -> bool:
    said = re.sub(r"[^0-9.]", "", title)
    return abs(float(said) - abs(gap)) <= 0.5 * 10 ** -len(said.partition(".")[2])


def test_a_file_of_a_format_that_is_no_longer_made_is_named_as_it_is(reader):
    edition = Edition.objects.get(pack="llr-performance-report", name="2025-01-14")
    digest = sha256(b"x").hexdigest()
    EditionFile.objects.create(edition=edition, name="report.odt", sha256=digest, size=1, data=b"x")
    page = read(reader.get(EDITION))
    assert page.link("report.odt").endswith("/report.odt")
    assert page.words.count("Document (JSON)") == 1
