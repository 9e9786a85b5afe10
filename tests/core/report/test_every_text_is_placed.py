"""Every recorded text stands where it belongs, once for each place it belongs to, or the paper says which does not."""

from dataclasses import replace

import pytest
from core.report import small
from core.report.small import note, paper

from outturn.core.commentary import NoteKind
from outturn.core.report.build import build
from outturn.core.report.document import Document, Panel
from outturn.core.report.unplaced import list_unplaced

K = NoteKind
WHOLE = (("summary", "plan"), ("scorecard", "plan"), ("sections", "plan"), ("appendix", "plan"))


def where(document: Document, ident: str) -> list[tuple[str, str]]:
    """(title of the page, words) of each place where the text stands."""
    return [
        (page.title.split(":")[0], "".join(run.text for run in runs))
        for page, runs in document.texts()
        if any(run.note == ident for run in runs)
    ]


SECTION, PLANNED, AREAS = "Urgent care", "Planned care", "What to know about each area"
PLAIN = "Title a. Text a."


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (note("a", K.HIGHLIGHT, "waits"), [(AREAS, PLAIN)]),
        (note("a", K.HIGHLIGHT), [(AREAS, PLAIN)]),
        (note("a", K.RISK, "waits"), [("Waits", PLAIN)]),
        (note("a", K.MITIGATION, "waits"), [("Waits", PLAIN)]),
        (note("a", K.RISK), [(SECTION, PLAIN)]),
        (note("a", K.RISK, "beds"), [(SECTION, "Beds: Title a. Text a.")]),
        (note("a", K.RISK, "beds", text=""), [(SECTION, "Beds: Title a")]),
        (note("a", K.RISK, "beds", title=""), [(SECTION, "Beds: Text a.")]),
        (
            note("a", K.MITIGATION, "waits", "beds"),
            [("Waits", PLAIN), (SECTION, "Beds: Title a. Text a.")],
        ),
        (note("a", K.RISK, "beds", area="north"), [(SECTION, "Beds, North: Title a. Text a.")]),
        (note("a", K.RISK, "waits", area="north"), [("Waits", PLAIN)]),
        (note("a", K.RISK, "waits", area="south"), []),
        (
            note("a", K.RISK, "beds", section="planned", area="south"),
            [(PLANNED, "Beds, South: Title a. Text a.")],
        ),
        (note("a", K.GOOD_NEWS, "waits"), [(SECTION, PLAIN)]),
        (note("a", K.GOOD_NEWS, area="south"), [(SECTION, "South: Title a. Text a.")]),
        (note("a", K.OUTCOME), [(SECTION, PLAIN)]),
        (note("a", K.STORY), [(SECTION, PLAIN)]),
        (note("a", K.RISK, "waits", section="gone"), [("Waits", PLAIN)]),
        (note("a", K.STORY, "waits", section="gone"), [(SECTION, PLAIN)]),
        (note("a", K.STORY, section="gone"), []),
        (note("a", K.RISK, "retired"), []),
        (note("a", K.RISK, "waits", framework="other"), []),
    ],
)
def test_a_text_stands_where_it_belongs(text, places):
    document = build(paper(*WHOLE, notes=(text,)))
    assert where(document, "a") == places


OTHERS = [
    ("finance", "finance", [("finance", "plan")], ("Beds: Title r. Text r.", "Title s. Text s.")),
    ("ranks", "ranks", [("ranks", "plan")], ("Beds: Title r. Text r.", "Title s. Text s.")),
    ("outcomes", "measures", [("outcomes", "plan"), ("measures", "plan")], ("Title r. Text r.", "Title s. Text s.")),
    ("appendix", "appendix", [("appendix", "plan")], ("Title r. Text r.",)),
    ("priorities", "appendix", [("scorecard", "plan"), ("appendix", "plan")], ("Title r. Text r.",)),
]


@pytest.mark.parametrize(("kind", "part", "parts", "said"), OTHERS, ids=lambda found: str(found)[:20])
def test_every_kind_of_framework_prints_what_is_said_of_its_measures_and_sections(kind, part, parts, said):
    notes = (note("r", K.RISK, "beds"), note("s", K.STORY))
    made = paper(*parts, frameworks=(small.framework("plan", kind),), notes=notes)
    document = build(made)
    told = dict.fromkeys(words for ident in ("r", "s") for _, words in where(document, ident))
    assert tuple(told) == said
    assert len(list_unplaced(made, document)) == 2 - len(said)


@pytest.mark.parametrize(
    ("kind", "part", "empty"),
    [
        (
            "priorities",
            "sections",
            ["Off target, and no risk has been written.", "Off target, and no mitigation has been written."],
        ),
        ("outcomes", "measures", []),
    ],
)
def test_only_a_framework_that_asks_for_answers_says_that_there_is_none(kind, part, empty):
    document = build(paper((part, "plan"), frameworks=(small.framework("plan", kind),)))
    [page] = [page for page in document.pages if page.anchor == "measure-plan-waits-north"]
    panels = [block for block in page.blocks if isinstance(block, Panel) and block.tone != "note"]
    assert [panel.empty for panel in panels] == empty


@pytest.mark.parametrize(
    ("parts", "text", "sentence"),
    [
        (
            [("summary", "plan")],
            note("a", K.RISK, "waits"),
            "Not printed: 'Title a'. No part of the pack prints 'Risks' of Plan. "
            "Give the pack a part 'sections' for 'plan', or leave it so.",
        ),
        (
            WHOLE,
            note("a", K.RISK, "waits", area="south"),
            "Not printed: 'Title a'. Plan does not hold Waits for South trust. "
            "Withdraw what is out of date, or move it to where it belongs.",
        ),
        (
            WHOLE,
            note("a", K.RISK, "retired", "waits-too"),
            "Not printed: 'Title a'. Plan does not hold 'retired' and 'waits-too'. "
            "Withdraw what is out of date, or move it to where it belongs.",
        ),
        (
            WHOLE,
            note("a", K.STORY, section="gone", title=""),
            "Not printed: 'Text a.'. Plan has no measure in a section 'gone'. "
            "Withdraw what is out of date, or move it to where it belongs.",
        ),
    ],
)
def test_what_is_printed_nowhere_is_said_with_its_reason(parts, text, sentence):
    made = paper(*parts, notes=(text,))
    assert list_unplaced(made, build(made)) == (sentence,)


def test_texts_of_one_reason_are_one_sentence_and_those_of_other_papers_are_not_missed():
    notes = (note("a", K.RISK, "waits"), note("b", K.RISK), note("c", K.RISK, framework="elsewhere"))
    made = paper(("scorecard", "plan"), notes=notes)
    (sentence,) = list_unplaced(made, build(made))
    assert "'Title a' and 'Title b'" in sentence


def test_live_figures_of_a_title_are_filled_in_and_are_those_of_the_area():
    text = note("a", K.RISK, "beds", title="{{ beds.latest }} beds", area="south")
    rows = [small.result(each, value=5.0 + place) for place, each in enumerate(small.framework("plan").entries)]
    document = build(replace(paper(*WHOLE, notes=(text,)), results=tuple(rows)))
    assert where(document, "a") == [(SECTION, "Beds, South: 7 beds. Text a.")]
