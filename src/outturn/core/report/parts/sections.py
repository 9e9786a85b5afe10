"""Area by area: a page for each measure, then the area's rows, good news, outcomes and story."""

from outturn.core.catalogue import Entry, Framework, Section
from outturn.core.commentary import NoteKind
from outturn.core.report.document import Block, Page, Panel, Paragraph, Run, anchor_of
from outturn.core.report.paper import Paper
from outturn.core.report.parts import measure, scorecard
from outturn.core.report.parts.summary import section_sentence

PANELS = (
    (NoteKind.GOOD_NEWS, "Good news"),
    (NoteKind.OUTCOME, "What it means for patients"),
    (NoteKind.STORY, "In focus"),
)


def pages(paper: Paper, framework: Framework) -> list[Page]:
    made: list[Page] = []
    for section in framework.sections:
        entries = paper.in_section(framework, section.slug)
        if not entries:
            continue
        made += [measure.page(paper, entry, section.name) for entry in entries if scorecard.has_page(paper, entry)]
        made.append(section_page(paper, framework, section, entries))
    return made


def section_page(paper: Paper, framework: Framework, section: Section, entries: list[Entry]) -> Page:
    anchor = section_anchor(framework, section)
    blocks: list[Block] = [
        Paragraph((Run(section_sentence(paper, entries)),), lead=True),
        scorecard.table(paper, framework, entries, anchor=f"{anchor}-table"),
    ]
    for kind, title in PANELS:
        items = paper.said(kind, section=section.slug)
        if items:
            blocks.append(Panel(kind.value, title, items))
    return Page(
        anchor=anchor,
        kind="section",
        title=section.name,
        section=section.name,
        sheet=section.name,
        blocks=tuple(blocks),
        back=scorecard.ANCHOR,
        back_words="Back to the summary",
    )


def section_anchor(framework: Framework, section: Section) -> str:
    return anchor_of("section", framework.slug, section.slug)
