"""Pages are drawn once for readers, and again as soon as anything changes."""

import gzip
import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from house.project import ROOT

from outturn.core.subject import Subject
from outturn.records.audit import actions as audit
from outturn.records.audit.models import Event
from outturn.web.kept import WORDS

from .conftest import OPERATOR


def queries(client, path: str, **headers) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path, headers=headers).status_code == 200
    return len(asked)


def test_a_page_already_drawn_asks_only_whether_something_changed(reader):
    assert queries(reader, "/scorecard") > 1
    assert queries(reader, "/scorecard") == 1


def test_a_change_of_state_draws_the_page_again(reader):
    reader.get("/scorecard")
    audit.note(by=OPERATOR, verb="changed", subject=Subject(release="1"))
    assert queries(reader, "/scorecard") > 1


def test_a_change_that_commits_late_with_an_earlier_number_draws_the_page_again(unguarded, reader):
    late = audit.note(by=OPERATOR, verb="changed", subject=Subject(release="1"))
    audit.note(by=OPERATOR, verb="changed", subject=Subject(release="1"))
    Event.objects.filter(id=late.id).delete()
    reader.get("/scorecard")
    late.save(force_insert=True)
    assert queries(reader, "/scorecard") > 1


def test_a_new_day_draws_the_page_again(reader, monkeypatch):
    """A page says how old its figures are."""
    reader.get("/scorecard")
    tomorrow = timezone.localdate() + timedelta(days=1)
    monkeypatch.setattr(timezone, "localdate", lambda *of: tomorrow)
    assert queries(reader, "/scorecard") > 1


def test_the_query_is_part_of_what_is_kept(reader):
    assert reader.get("/scorecard?rating=red").content != reader.get("/scorecard?rating=green").content


def test_a_word_that_no_page_understands_makes_no_page_of_its_own(reader):
    plain = reader.get("/scorecard?rating=red").content
    assert queries(reader, "/scorecard?rating=red&utm_source=mail&x=1") == 1
    assert reader.get("/scorecard?x=1&rating=red").content == plain
    cache.clear()
    assert reader.get("/scorecard?rating=red&hostile=<b>").content == plain


def test_a_cookie_that_anybody_can_write_does_not_make_pages_be_drawn_again(reader):
    reader.get("/scorecard")
    reader.cookies["sessionid"] = "madeup" * 6
    assert queries(reader, "/scorecard") == 2  # whose session it is, and whether anything changed


def test_every_word_that_a_page_reads_from_its_address_is_known():
    read = re.compile(r"""(?:GET|query)\.(?:get|getlist)\("([\w-]+)\"""")
    sources = (ROOT / "src/outturn/web").rglob("*.py")
    words = {word for source in sources for word in read.findall(source.read_text())}
    assert "from" in words
    assert words <= WORDS


def test_an_unchanged_page_is_not_sent_twice(reader):
    tag = reader.get("/scorecard")["ETag"]
    again = reader.get("/scorecard", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_a_packed_page_unpacks_to_the_plain_one(reader):
    plain = reader.get("/scorecard").content
    packed = reader.get("/scorecard", headers={"Accept-Encoding": "br, gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain
    assert len(packed.content) < len(plain) / 4


def test_a_person_signed_in_is_never_served_a_kept_page_nor_seen_in_one(reader, signed_in):
    mine = signed_in("contributor").get("/indicators/ae-4h-type1")
    assert "no-store" in mine["Cache-Control"]
    assert b"a contributor" in mine.content
    theirs = reader.get("/indicators/ae-4h-type1")
    assert b"a contributor" not in theirs.content
    assert b"Add a risk" not in theirs.content


@pytest.mark.parametrize("path", ["/", "/scorecard", "/ranks", "/indicators/ae-4h-type1", "/data", "/packs"])
def test_the_number_of_queries_does_not_grow_with_the_number_of_indicators(unguarded, reader, path):
    from outturn.records.assessments.models import Assessment, Points

    reader.get(path)
    every_second = Assessment.objects.annotate(odd=F("entry__place") % 2).filter(odd=1)
    few_gone = Assessment.objects.filter(id__in=list(every_second.values_list("id", flat=True)))
    cache.clear()
    full = queries(reader, path)
    Points.objects.filter(assessment__in=few_gone).delete()
    few_gone.delete()
    cache.clear()
    assert queries(reader, path) == full
