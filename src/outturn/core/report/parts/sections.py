"""Area by area: a page for each measure, then the area's rows and all that is said of them on no page of a measure."""

from outturn.core.catalogue import Entry, Framework, Section
from outturn.core.report.document import Block, Page, PageKind, Paragraph, Run, anchor_of
from outturn.core.report.paper import Paper
from outturn.core.report.parts import measure, said, scorecard
from outturn.core.report.parts.summary import section_sentence


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
    blocks += said.of_section(paper, framework, section.slug, lambda entry: scorecard.has_page(paper, entry))
    return Page(
        anchor=anchor,
        kind=PageKind.SECTION,
        title=section.name,
        section=section.name,
        sheet=section.name,
        blocks=tuple(blocks),
        back=scorecard.place(paper, framework),
        back_words="Back to the summary",
    )


def section_anchor(framework: Framework, section: Section) -> str:
    return anchor_of("section", framework.slug, section.slug)
