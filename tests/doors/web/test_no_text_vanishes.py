"""Every text that is known stands on a page: of its measure, or of the framework in whose section it belongs."""

from django.core.cache import cache

from outturn.core.commentary import Note, NoteKind
from outturn.records.commentary.queries import notes
from outturn.records.cycle import actions
from outturn.records.observations.queries import moment
from outturn.records.reports.models import Edition

from .conftest import OPERATOR
from .reading import read

PRIORITIES, OUTCOMES = "nhs-priorities-2024-25", "better-care-together-outcomes"
URGENT = "Commentary on urgent and emergency care"


def words(client, path: str) -> str:
    return " ".join(read(client.get(path)).words.split())


def test_every_text_of_the_sample_stands_on_its_page(reader):
    found = notes(moment())
    assert len(found) == 89
    pages: dict[str, str] = {}
    for note in found:
        path = f"/indicators/{note.indicators[0]}?in={note.framework}" if note.indicators else "/scorecard"
        if path not in pages:
            pages[path] = words(reader, path)
        assert note.title in pages[path], note.ident


def test_texts_of_a_section_stand_under_the_scorecard_and_follow_its_filter(reader):
    assert URGENT in words(reader, "/scorecard")
    assert URGENT in words(reader, f"/scorecard/{PRIORITIES}?section=urgent-and-emergency-care")
    assert URGENT not in words(reader, f"/scorecard/{PRIORITIES}?section=cancer")
    assert URGENT in words(reader, f"/scorecard/{PRIORITIES}?q=ambulance")
    assert URGENT not in words(reader, f"/scorecard/{PRIORITIES}?q=zebra")
    assert URGENT not in words(reader, "/scorecard?as-known=2019-06-01")


def written(**more) -> None:
    given = {"ident": "a", "kind": NoteKind.STORY, "framework": PRIORITIES, "section": "", "indicators": ()}
    actions.write(note=Note(**given | {"title": "A text of its own"} | more), by=OPERATOR, expected=0)


def test_a_text_whose_section_or_measure_is_gone_is_still_there(reader):
    written(indicators=("retired",), section="gone", title="A text of its own {{ ae-4h-type1.latest }}")
    assert "A text of its own 56.7%" in words(reader, "/scorecard")


def test_every_kind_of_framework_shows_the_texts_of_its_sections(reader):
    frameworks = (("finance-kpis-2024-25", "scorecard/finance-kpis-2024-25"), (OUTCOMES, "outcomes"))
    for number, (framework, path) in enumerate((*frameworks, ("oversight-2024-25", "ranks"))):
        written(ident=f"text-{number}", framework=framework, area="llr-icb")
        assert "LLR ICB: A text of its own" in words(reader, f"/{path}")


def test_a_filter_without_rows_leaves_no_text_of_the_framework(reader):
    written(framework=OUTCOMES)
    written(ident="b", framework="oversight-2024-25")
    for path in ("outcomes", "ranks"):
        assert "A text of its own" in words(reader, f"/{path}")
        assert "A text of its own" not in words(reader, f"/{path}?q=zebra")


def test_the_page_of_an_edition_says_which_texts_it_does_not_print(unguarded, reader):
    path = "/packs/llr-performance-report/2025-01-14"
    assert "Texts that it does not print" not in words(reader, path)
    row = Edition.objects.get(pack="llr-performance-report", name="2025-01-14")
    assert row.manifest["unplaced"] == []
    row.manifest["unplaced"] = ["Not printed: 'A'. It is over."]
    Edition.objects.filter(id=row.id).update(manifest=row.manifest)
    cache.clear()
    assert "Texts that it does not print Not printed: 'A'. It is over." in words(reader, path)
