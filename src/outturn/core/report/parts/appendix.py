"""Appendix: every series and trajectory, point by point, and measures that stand in no summary."""

from outturn.core.catalogue import Entry, EntryKind, Framework, PartKind
from outturn.core.commentary import Note
from outturn.core.report.document import Block, Page, PageKind, Panel, PanelTone, Paragraph, Run, anchor_of
from outturn.core.report.paper import Paper
from outturn.core.report.parts import said, scorecard
from outturn.core.report.tables.series import tabulate_series


def pages(paper: Paper, frameworks: list[Framework], title: str) -> list[Page]:
    """A page for each series whose table stands on no measure page."""
    made = []
    for framework in frameworks:
        for entry in framework.entries:
            if not _elsewhere(paper, framework, entry) and worth_a_page(paper, framework, entry):
                made.append(page(paper, framework, entry, title))
    return made


def worth_a_page(paper: Paper, framework: Framework, entry: Entry) -> bool:
    spoken_of = not paper.prints(PartKind.SECTIONS, framework.slug) and texts(paper, entry)
    return bool(paper.result(entry).points.period or spoken_of)


def texts(paper: Paper, entry: Entry) -> list[Note]:
    return [note for note in paper.about(entry) if not said.is_highlight(paper, note)]


def _elsewhere(paper: Paper, framework: Framework, entry: Entry) -> bool:
    """Only where the pack has the pages of the measures."""
    return paper.prints(PartKind.SECTIONS, framework.slug) and scorecard.has_page(paper, entry)


def page(paper: Paper, framework: Framework, entry: Entry, title: str) -> Page:
    indicator = paper.indicator(entry)
    name = paper.name(entry)
    anchor = anchor_of("appendix", framework.slug, entry.indicator, entry.area)
    blocks: list[Block] = [Paragraph((Run(entry.wording or indicator.name),))]
    if paper.result(entry).points.period:
        blocks.append(tabulate_series(paper.catalogue, entry, paper.result(entry), f"{anchor}-table"))
    if entry.note and entry.kind is EntryKind.MEASURE:
        blocks.append(Panel(PanelTone.NOTE, "Note", ((Run(entry.note),),)))
    if not paper.prints(PartKind.SECTIONS, framework.slug):
        blocks += said.panels((note.kind, paper.rich(note, area=entry.area)) for note in texts(paper, entry))
    return Page(anchor, PageKind.APPENDIX, f"{title}: {name}", tuple(blocks), section=title, sheet=name)
