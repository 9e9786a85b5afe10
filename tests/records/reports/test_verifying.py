"""A kept file that is not as it was kept is not handed out, and is found by its hash."""

import pytest
from django.utils import timezone

from outturn.records.observations.models import File, Release
from outturn.records.reports import queries, verifying
from outturn.records.reports.models import Edition, EditionFile
from outturn.records.sequence.models import Act

HASH_OF_X = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"


@pytest.fixture
def kept(unguarded) -> None:
    """An edition of one file, and a release of one."""
    now = timezone.now()
    edition = Edition.objects.create(
        **dict.fromkeys(("pack", "name", "title", "document_sha256", "code", "by"), "a"),
        **dict.fromkeys(("number", "release", "definitions"), 1),
        as_known=now.date(),
        at=now,
        manifest={"files": {"report.html": {"sha256": HASH_OF_X, "bytes": 1}}},
    )
    EditionFile.objects.create(edition=edition, name="report.html", sha256=HASH_OF_X, size=1, data=b"x")
    act = Act.objects.create(number=1, at=now, by="ada", verb="recorded")
    release = Release.objects.create(number=1, act=act, at=now, by="ada")
    File.objects.create(release=release, name="january.csv", sha256=HASH_OF_X, layout="plain", data=b"x")


def problems() -> list[str]:
    """Without those about the rule, which `unguarded` has lifted."""
    return [problem for problem in verifying.verify().problems if "the rule" not in problem]


def test_what_is_as_it_was_kept_is_counted(kept):
    done = verifying.verify()
    assert (done.n_published, done.n_received) == (1, 1)
    assert problems() == []
    assert queries.file("a", "a", "report.html") == (b"x", "text/html; charset=utf-8")


def test_a_published_file_that_was_changed_is_found_and_not_handed_out(kept):
    EditionFile.objects.update(data=b"y")
    assert problems() == ["a a, report.html: not as it was published."]
    with pytest.raises(queries.Altered, match="a a, report.html: this file is not as it was published"):
        queries.file("a", "a", "report.html")


def test_a_file_exchanged_together_with_its_hash_is_found_by_the_manifest(kept):
    EditionFile.objects.update(data=b"", sha256="e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    assert problems() == ["a a, report.html: another hash than its manifest has."]


def test_a_received_file_that_was_changed_is_found(kept):
    File.objects.update(data=b"y")
    assert problems() == ["Release 1, january.csv: not as it was received."]


def test_a_rule_that_is_gone_is_said_with_its_cure(kept):
    said = verifying.verify().problems
    assert (
        "Rows of audit_event can be changed: the rule against it is gone. Lay it down again with: outturn init" in said
    )


def test_an_empty_database_with_its_rule_is_as_it_was_kept(db):
    assert verifying.verify() == verifying.Verified(0, 0, ())
