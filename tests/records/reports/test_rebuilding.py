"""An edition keeps its number and the edition that it was compared with: it says the same whenever it is made again."""

import json
from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from outturn.core.commentary import Note, NoteKind
from outturn.core.report.document import to_json
from outturn.core.sense.restatements import LOST, REPLACE, RESTATEMENT
from outturn.records.catalogue import actions as catalogue
from outturn.records.commentary import actions as commentary
from outturn.records.cycle import actions as cycle
from outturn.records.findings import queries as findings
from outturn.records.observations import actions as observing
from outturn.records.observations import queries as observations
from outturn.records.reports import actions, queries, rebuilding, refusals
from outturn.records.reports.models import Edition
from outturn.records.sequence.actions import TooEarly
from outturn.sample.files import starter

from ..schedules import AREA, BY, FRAMEWORK, PACK, SECTION

JANUARY, FEBRUARY = date(2025, 1, 14), date(2025, 2, 14)


def at(day: date, hour: int = 9) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=ZoneInfo("Europe/London"))


def rows(*said: str) -> list[tuple[str, bytes]]:
    lines = [f"{row.split()[0]},{AREA},{row.split()[1]},{row.split()[2]}," for row in said]
    return [("a.csv", "\n".join(["indicator,area,period,value,plan", *lines]).encode())]


def record(*said: str, when: datetime) -> None:
    assert cycle.bring_in(files=rows(*said), by=BY, answers={RESTATEMENT: REPLACE}, at=when).release


def publish(day: date | None) -> str:
    return actions.publish(pack=PACK, by=BY, as_known=day, at=at(day, 10) if day else None).edition.name


def restated(name: str) -> list[tuple[str, ...]]:
    """(month, was, is) as the edition prints it."""
    document = json.loads(queries.file(PACK, name, "document.json")[0])
    blocks = (block for page in document["pages"] for block in page["blocks"])
    tables = [block for block in blocks if block.get("anchor") == "restated"]
    return [tuple(cell["text"] for cell in row["cells"][1:]) for table in tables for row in table["rows"]]


def all_the_same() -> bool:
    return all(rebuilding.rebuild(PACK, name).same for name in Edition.objects.values_list("name", flat=True))


@pytest.fixture(autouse=True)
def nothing_drawn(monkeypatch) -> None:
    monkeypatch.setattr(actions, "draw", lambda document, progress: {"document.json": to_json(document)})


@pytest.fixture
def office(db) -> None:
    cycle.load(files=starter(), by=BY, at=at(date(2025, 1, 2)))
    record("ae-4h 2024-11 70.0%", "ae-4h 2024-12 71.0%", when=at(JANUARY))


def keep_otherwise(monkeypatch, change: Callable[[dict], None]) -> None:
    """The next edition is kept as another version of the program would have made it."""

    def draw(document, progress):
        kept = json.loads(to_json(document))
        change(kept)
        return {"document.json": json.dumps(kept).encode()}

    monkeypatch.setattr(actions, "draw", draw)
    monkeypatch.setattr(actions, "content_hash", lambda document: "0" * 64)


def as_before_keys(kept: dict) -> None:
    """Without keys of columns, with bands of one piece, and worded otherwise."""
    for page in kept["pages"]:
        del page["layout"], page["finding"]
        page["title"] += ", as it was called before"
        for block in page["blocks"]:
            for column in block.get("columns", ()):
                del column["key"]
            for row in block.get("rows", ()):
                band = row.pop("band")
                row["heading"] = f"{band['name']}: {band['total']}" if band else ""


def change_a_figure(kept: dict) -> None:
    cells = (c for p in kept["pages"] for b in p["blocks"] for r in b.get("rows", ()) for c in r["cells"])
    cell = next(cell for cell in cells if cell["text"] == "71.0%" and cell["key"])
    cell["text"], cell["value"] = "70.9%", 70.9


def test_an_edition_that_was_kept_in_an_earlier_shape_has_the_same_figures(office, monkeypatch):
    keep_otherwise(monkeypatch, as_before_keys)
    made = rebuilding.rebuild(PACK, publish(JANUARY))
    assert not made.same
    assert made.differing == ()


def test_a_figure_that_is_not_made_again_is_named(office, monkeypatch):
    keep_otherwise(monkeypatch, change_a_figure)
    was, now = rebuilding.rebuild(PACK, publish(JANUARY)).differing
    assert "70.9% (ae-4h/" in was and was.endswith("was published, and is not made again.")
    assert "71.0% (ae-4h/" in now and now.endswith("is made, and was not published.")


def test_a_document_of_a_later_version_is_not_compared(office, monkeypatch):
    keep_otherwise(monkeypatch, lambda kept: kept.update(pages=[{"what": "nobody knows"}]))
    assert rebuilding.rebuild(PACK, publish(JANUARY)).differing is None


def test_what_changed_is_what_changed_since_the_edition_before_was_printed(office):
    publish(JANUARY)
    record("ae-4h 2024-12 71.5%", when=at(JANUARY, 15))  # after it was printed, on its day
    record("ae-4h 2025-01 72.0%", when=at(FEBRUARY))
    name = publish(FEBRUARY)
    assert restated(name) == [("Dec 2024", "71.0%", "71.5%")]
    assert queries.edition(PACK, name).compared_with == "2025-01-14"
    assert all_the_same()


def test_a_figure_restated_twice_is_compared_with_what_was_printed(office):
    publish(JANUARY)
    for value, day in (("71.5%", 20), ("71.7%", 25)):
        record(f"ae-4h 2024-12 {value}", when=at(date(2025, 1, day)))
    assert restated(publish(FEBRUARY)) == [("Dec 2024", "71.0%", "71.7%")]


def test_a_figure_that_goes_back_to_what_was_printed_is_not_restated(office):
    publish(JANUARY)
    for value, day in (("71.5%", 20), ("71.0%", 25)):
        record(f"ae-4h 2024-12 {value}", when=at(date(2025, 1, day)))
    assert restated(publish(FEBRUARY)) == []


@pytest.mark.parametrize("printed", ["n/a", ".."])
def test_a_figure_that_is_no_longer_given_is_restated(office, printed):
    publish(JANUARY)
    lost = rows(f"ae-4h 2024-12 {printed}")
    assert cycle.bring_in(files=lost, by=BY, answers={LOST: REPLACE}, at=at(FEBRUARY)).release
    assert restated(publish(FEBRUARY)) == [("Dec 2024", "71.0%", "n/a")]
    assert all_the_same()


def test_a_release_that_is_withdrawn_is_told(office):
    record("ae-4h 2024-10 72.0%", when=at(date(2025, 1, 20)))
    publish(date(2025, 1, 21))
    cycle.withdraw(release=2, because="The wrong file.", by=BY, at=at(FEBRUARY))
    assert restated(publish(FEBRUARY)) == [("Oct 2024", "72.0%", "withdrawn")]
    assert all_the_same()


def test_an_edition_added_for_an_earlier_day_changes_no_later_one(office):
    record("ae-4h 2024-12 71.5%", when=at(date(2025, 1, 20)))
    later = publish(FEBRUARY)
    assert queries.edition(PACK, later).compared_with == ""
    publish(JANUARY)
    assert all_the_same()
    assert actions.publish(pack=PACK, by=BY, as_known=FEBRUARY).edition.compared_with == "2025-01-14"


def test_the_day_of_publication_can_be_rebuilt_whatever_else_happens_on_it(office):
    name = publish(None)
    assert name == timezone.localdate().isoformat()
    record("ae-4h 2024-12 71.5%", when=timezone.now())
    assert rebuilding.rebuild(PACK, name).same
    assert publish(None) == f"{name}-2"
    assert all_the_same()


def test_a_measure_that_is_no_longer_defined_does_not_stop_the_next_edition(office):
    publish(JANUARY)
    files = starter()
    framework = f"frameworks/{FRAMEWORK}.yaml"
    entries = files[framework].decode().split("      - indicator: ")
    without = {framework: "      - indicator: ".join([entries[0], entries[2]]).encode()}
    indicators = files["indicators/urgent-care.yaml"].decode()
    start, end = indicators.index("  ae-4h:"), indicators.index("  handover-30:")
    without["indicators/urgent-care.yaml"] = (indicators[:start] + indicators[end:]).encode()
    assert not cycle.load(files=files | without, by=BY, at=at(FEBRUARY)).problems
    assert restated(publish(FEBRUARY)) == []
    assert all_the_same()


@pytest.mark.parametrize(("title", "text"), [("{{ nothing.latest }}", "x"), ("x", "{{ nothing.latest }}")])
def test_checks_that_have_not_run_are_run_on_what_is_printed(office, title, text):
    note = Note("a", NoteKind.RISK, FRAMEWORK, SECTION, ("ae-4h",), title, text)
    commentary.write(note=note, by=BY, expected=0)  # past the step that checks
    assert not [row for row in findings.findings(observations.moment()) if row.rule == "live-figure"]
    with pytest.raises(refusals.CannotPublish, match="nothing.latest"):
        publish(None)
    assert [row.rule for row in findings.findings(observations.moment()) if row.severity == "blocking"]


def test_what_is_not_assessed_is_refused_and_can_be_mended(office):
    observing.record(files=rows("ae-4h 2025-01 72.0%"), by=BY, at=at(FEBRUARY))
    what = "1 of 2 entries is not assessed at release 2"
    with pytest.raises(refusals.CannotPublish, match=f"^{what}: A&E .* for Our Hospitals. Run: outturn assess$"):
        publish(None)
    assert cycle.assess_again(by=BY)[0].done == 1
    assert publish(None)
    with pytest.raises(
        refusals.CannotPublish, match=f"^{what} on 14 February 2025: .* Publish as known on a later day.$"
    ):
        publish(FEBRUARY)


def test_a_day_that_has_not_come_is_refused(office):
    with pytest.raises(refusals.CannotPublish, match="1 January 2999 has not come yet"):
        actions.publish(pack=PACK, by=BY, as_known=date(2999, 1, 1))


def test_definitions_may_not_be_dated_before_what_is_known(office):
    with pytest.raises(TooEarly, match="This would be dated 2 Jan 2025 09:00, before 14 Jan 2025 09:00, when ada made"):
        files = starter()
        files["packs/our-report.yaml"] = files["packs/our-report.yaml"].replace(b"Executive", b"Short")
        catalogue.load(files=files, by=BY, at=at(date(2025, 1, 2)))
