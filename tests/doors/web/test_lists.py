"""Findings, releases, editions, deliveries that wait: narrowed, ordered, paged and taken away by their address."""

import csv
import io

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from outturn.core.access import Actor
from outturn.records.findings.actions import accept
from outturn.records.findings.queries import findings
from outturn.records.observations.models import Held, HeldFile, Release
from outturn.records.observations.queries import moment
from outturn.records.reports.models import Edition
from outturn.records.sequence.models import Act, Counter

from .conftest import OPERATOR
from .reading import read

PACK = "llr-performance-report"


def sentences(response) -> str:
    return read(response).words


def taken_away(response) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(b"".join(response).decode("utf-8-sig"))))


def test_findings_are_narrowed_by_what_they_say_and_how_bad_they_are(reader):
    every = findings(moment())
    notes = [row for row in every if row.severity == "note"]
    words = sentences(reader.get("/data/findings?severity=note"))
    assert f"{len(every)} open findings" in words
    assert f"{len(notes)} of {len(every)} open findings, worst first" in words
    assert "Take off: Severity: Note×" in words
    ranks = sentences(reader.get("/data/findings?q=RANK+table&about=Rank+stands+in+the+wrong+table"))
    assert "Rank 28 of 42 is in quarter 3" in ranks
    assert "Off plan with nothing said about it NHS" not in ranks


def test_findings_stand_worst_first_and_the_download_holds_them_in_the_order_that_is_shown(reader):
    page = reader.get("/data/findings?sort=place&framework=nhs-priorities-2024-25")
    rows = taken_away(reader.get(next(href for href, words in read(page).links if words.startswith("Download"))))
    wanted = [row for row in findings(moment()) if row.subject.framework == "nhs-priorities-2024-25"]
    assert [row["Place"] for row in rows] == sorted((row.place for row in wanted), key=str.lower)
    worst = [row["Severity"] for row in taken_away(reader.get("/data/findings.csv"))]
    assert worst == sorted(worst, key=["Stops publication", "Warning", "Note"].index)
    assert len(worst) == len(findings(moment()))


def test_what_is_accepted_stands_on_its_own_page_with_the_reason(reader):
    first, *rest = findings(moment())
    accept(finding=first.id, because="Known since May.", by=OPERATOR)
    assert f"{len(rest)} open findings" in sentences(reader.get("/data/findings"))
    assert "Known since May." not in sentences(reader.get("/data/findings"))
    page = reader.get("/data/findings?accepted=yes")
    assert "The one accepted finding" in sentences(page)
    assert "Accepted by operator: Known since May." in sentences(page)
    row = taken_away(reader.get("/data/findings.csv?accepted=yes"))[0]
    assert (row["Accepted by"], row["Because"]) == ("operator", "Known since May.")


def test_findings_as_known_before_an_acceptance_are_open(reader):
    accept(finding=findings(moment())[0].id, because="Known.", by=OPERATOR)
    assert "Accepted, with the reason" not in sentences(reader.get("/data/findings?as-known=2025-01-20"))


@pytest.fixture
def many_releases(sample):
    """Sixty more, each with nothing in it."""
    last, number = Release.objects.first(), Counter.objects.get().last
    for more in range(1, 61):
        act = Act.objects.create(number=number + more, at=timezone.now(), by="ada", verb="recorded")
        Release.objects.create(
            number=last.number + more, act=act, at=act.at, by="ada" if more % 2 else "bo", note=f"Delivery {more}"
        )
    Counter.objects.update(last=number + 60)


def test_releases_come_in_pages_of_fifty(many_releases, reader):
    page = read(reader.get("/data"))
    assert "1 to 50 of 64 releases, newest first" in page.words
    assert page.link("Next page") == "/data?page=2"
    second = read(reader.get("/data?page=2"))
    assert "51 to 64 of 64 releases, newest first" in second.words
    assert "Sample delivery 2019-02" in second.words and "Delivery 60" not in second.words
    assert len(taken_away(reader.get("/data/releases.csv"))) == 64
    rows = taken_away(reader.get("/data/releases.csv?q=sample+DELIVERY&order=reverse"))
    assert [row["Release"] for row in rows] == ["1", "3", "4"]


def test_releases_are_narrowed_by_person_and_day(many_releases, reader):
    assert "30 of 64 releases, newest first" in sentences(reader.get("/data?by=bo"))
    assert "3 of 64 releases, newest first" in sentences(reader.get("/data?until=2024-12-10"))
    assert "2 of 64 releases, fewest restated first" in sentences(
        reader.get("/data?since=2019-05-01&until=2025-01-10&by=sample&sort=restated&order=reverse&q=Sample")
    )


def test_a_page_of_a_list_asks_as_much_of_the_database_however_long_the_list_is(reader, request):
    def queries() -> int:
        cache.clear()
        with CaptureQueriesContext(connection) as asked:
            assert reader.get("/data").status_code == 200
        return len(asked)

    few = queries()
    request.getfixturevalue("many_releases")
    assert queries() == few


def test_editions_are_listed_newest_first_and_can_be_taken_away(reader):
    page = reader.get(f"/packs/{PACK}")
    names = list(Edition.objects.filter(pack=PACK).values_list("name", flat=True))
    assert [words for _, words in read(page).links if words in names] == names
    assert "Both editions, newest first" in sentences(page)
    rows = taken_away(reader.get(f"/packs/{PACK}/editions.csv?order=reverse"))
    assert [row["Edition"] for row in rows] == names[::-1]
    assert rows[0]["Compared with"] == "" and rows[1]["Compared with"] == names[1]
    assert reader.get("/packs/no-such/editions.csv").status_code == 404


def test_an_edition_published_later_is_not_taken_away_on_an_earlier_day(reader):
    rows = taken_away(reader.get(f"/packs/{PACK}/editions.csv?as-known=2024-12-20"))
    assert [row["Edition"] for row in rows] == ["2024-12-12"]


def test_the_newest_five_that_wait_stand_on_the_page_of_data_and_all_of_them_on_their_own(signed_in):
    client = signed_in("contributor")
    for number in range(7):
        row = Held.objects.create(at=timezone.now(), by="a contributor", said={"problems": [], "questions": []})
        HeldFile.objects.create(held=row, name=f"delivery-{number}.csv", data=b"x")
    page = read(client.get("/data"))
    assert page.link("All 7 that wait") == "/data/held"
    assert "delivery-6.csv" in page.words and "delivery-1.csv" not in page.words
    words = sentences(client.get("/data/held"))
    assert "7 deliveries wait for an answer" in words
    assert "All 7 deliveries, newest first" in words
    assert all(f"delivery-{number}.csv" in words for number in range(7))


def test_the_bytes_of_what_waits_are_not_read_for_a_list(signed_in):
    client = signed_in("contributor")
    row = Held.objects.create(at=timezone.now(), by="a contributor", said={"problems": [], "questions": []})
    HeldFile.objects.create(held=row, name="delivery.csv", data=b"x")
    with CaptureQueriesContext(connection) as asked:
        client.get("/data/held")
    files = [query["sql"] for query in asked if "observations_heldfile" in query["sql"]]
    assert len(files) == 1
    assert '"data"' not in files[0]


def test_who_may_answer_nothing_sees_nothing_that_waits(sample):
    from outturn.records.observations.held import select_waiting

    Held.objects.create(at=timezone.now(), by="somebody", said={"problems": [], "questions": []})
    assert list(select_waiting(Actor("nobody", frozenset()))) == []
