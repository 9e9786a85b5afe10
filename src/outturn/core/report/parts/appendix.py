"""Appendix: every series and trajectory, point by point, and measures that stand in no summary."""

from outturn.core.catalogue import Entry, EntryKind, Framework
from outturn.core.report.document import Block, Page, Panel, Paragraph, Run, anchor_of
from outturn.core.report.paper import Paper
from outturn.core.report.parts import scorecard, series


def pages(paper: Paper, frameworks: list[Framework], title: str) -> list[Page]:
    """A page for each series whose table stands on no measure page."""
    made = []
    for framework in frameworks:
        for entry in framework.entries:
            if _elsewhere(paper, framework, entry) or not paper.result(entry).points.period:
                continue
            made.append(page(paper, framework, entry, title or "Appendix"))
    return made


def _elsewhere(paper: Paper, framework: Framework, entry: Entry) -> bool:
    return framework.kind == "priorities" and scorecard.has_page(paper, entry)


def page(paper: Paper, framework: Framework, entry: Entry, title: str) -> Page:
    indicator = paper.indicator(entry)
    name = entry.short or indicator.short
    anchor = anchor_of("appendix", framework.slug, entry.indicator, entry.area)
    blocks: list[Block] = [
        Paragraph((Run(entry.wording or indicator.name),)),
        series.table(paper, entry, f"{anchor}-table"),
    ]
    if entry.note and entry.kind is EntryKind.MEASURE:
        blocks.append(Panel("note", "Note", ((Run(entry.note),),)))
    return Page(anchor, "appendix", f"{title}: {name}", tuple(blocks), section=title, sheet=name)
