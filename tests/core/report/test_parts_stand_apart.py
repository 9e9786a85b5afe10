"""Parts of a kind, and measures that two frameworks share, stand beside each other in one paper."""

import pytest
from core.report import small
from core.report.small import paper

from outturn.core.report.apart import anchors, tell_apart
from outturn.core.report.build import build
from outturn.core.report.document import Cell, Column, Document, Page, PageKind, Paragraph, Row, Run, Table

TWO = (small.framework("plan"), small.framework("other"))


def linked(document: Document) -> list[str]:
    cells = [cell.link for _, _, cell in document.cells() if cell.link]
    return cells + [page.back for page in document.pages if page.back]


def rows(kind: str) -> tuple[tuple[str, str], ...]:
    return ((kind, "plan"), (kind, "other"), (kind, "plan"))


@pytest.mark.parametrize(
    ("kind", "of"),
    [
        *((kind, "priorities") for kind in ("summary", "scorecard", "sections", "appendix", "changes")),
        *((kind, kind) for kind in ("finance", "ranks", "outcomes")),
        ("measures", "outcomes"),
        ("changes", "outcomes"),
    ],
)
def test_a_part_can_stand_twice_for_two_frameworks_and_for_one(kind, of):
    document = build(paper(*rows(kind), frameworks=tuple(small.framework(each, of) for each in ("plan", "other"))))
    found = [anchor for page in document.pages for anchor in anchors(page)]
    titles = [page.title for page in document.pages]
    assert len(found) == len(set(found))
    assert len(titles) == len(set(titles))


def test_each_page_leads_back_to_the_table_of_its_own_framework():
    parts = (("scorecard", "plan"), ("sections", "plan"), ("scorecard", "other"), ("sections", "other"))
    document = build(paper(*parts, frameworks=TWO))
    backs = {page.anchor: page.back for page in document.pages if page.kind in ("section", "measure")}
    assert backs["section-plan-urgent"] == "scorecard"
    assert backs["section-other-urgent"] == "scorecard-other"
    assert backs["measure-other-waits-north"] == "row-other-waits-north"
    assert set(linked(document)) <= {anchor for page in document.pages for anchor in anchors(page)}
    assert [page.title for page in document.pages if page.kind == "section"] == [
        *("Urgent care (Plan)", "Planned care (Plan)"),
        *("Urgent care (Other)", "Planned care (Other)"),
    ]


def test_measures_of_one_name_in_two_areas_are_told_apart_by_the_area():
    document = build(paper(("appendix", "plan"), frameworks=(small.framework("plan", "appendix"),)))
    assert [page.title for page in document.pages] == [
        "Appendix: Waits",
        "Appendix: Beds, North",
        "Appendix: Beds, South",
    ]


def simple(anchor: str, title: str, link: str = "", section: str = "") -> Page:
    table = Table(f"{anchor}-table", "T", (Column("a", "A"),), (Row((Cell("a", link=link),), anchor=f"{anchor}-row"),))
    words = Paragraph((Run("a", link=link),))
    return Page(anchor, PageKind.SECTION, title, (table, words), section=section, back=link)


def test_links_inside_a_part_follow_its_new_names_and_those_outside_stay():
    parts = [
        ("", [simple("a", "One"), simple("b", "Two", "a")]),
        ("", [simple("a", "Three"), simple("c", "Four", "a")]),
    ]
    first, second, third, fourth = tell_apart(parts)
    assert (second.back, fourth.back) == ("a", "a-2")
    assert (third.anchor, third.blocks[0].anchor, third.blocks[0].rows[0].anchor) == ("a-2", "a-table-2", "a-row-2")
    assert fourth.blocks[0].rows[0].cells[0].link == fourth.blocks[1].runs[0].link == "a-2"
    outside = tell_apart([("", [simple("a", "One")]), ("", [simple("b", "Two", "a")])])
    assert outside[1].back == "a"


def test_titles_say_their_section_then_their_framework_then_a_number():
    parts = [
        ("Plan", [simple("a", "T", section="Cancer"), simple("b", "T", section="Mental health")]),
        ("Other", [simple("c", "T", section="Cancer"), simple("d", "U"), simple("e", "U"), simple("f", "U (2)")]),
    ]
    assert [page.title for page in tell_apart(parts)] == [
        "T (Cancer) (Plan)",
        "T (Mental health)",
        "T (Cancer) (Other)",
        "U (Other)",
        "U (Other) (2)",
        "U (2)",
    ]


def test_a_paper_in_which_nothing_is_said_has_no_page_for_it():
    assert [page.anchor for page in build(paper(("summary", "plan"))).pages] == ["summary"]
