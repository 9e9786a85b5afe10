"""A page for each row of the one-page framework: finding, chart, facts, series, and what the measure is."""

from dataclasses import replace

from outturn.core.catalogue import Entry, Framework, Section
from outturn.core.commentary import HEADINGS
from outturn.core.report.document import Page, PageKind, Panel, PanelTone, Run, Table, anchor_of
from outturn.core.report.paper import Paper
from outturn.core.report.parts import measure, outcomes, said
from outturn.core.report.tables import outcome_cells as shown


def pages(paper: Paper, framework: Framework) -> list[Page]:
    """Section by section; where something is said of the section itself, a page for it at its end."""
    made: list[Page] = []
    for section in framework.sections:
        entries = paper.in_section(framework, section.slug)
        made += [page(paper, entry, section.name) for entry in entries]
        made += section_page(paper, framework, section)
    return made


def section_page(paper: Paper, framework: Framework, section: Section) -> list[Page]:
    notes = [note for note in paper.in_section_said(framework, section.slug) if not note.indicators]
    panels = said.panels((note.kind, paper.rich(note, said.whose(paper, framework, note, ()))) for note in notes)
    if not panels:
        return []
    anchor = anchor_of("section", framework.slug, section.slug)
    return [
        Page(
            anchor,
            PageKind.SECTION,
            section.name,
            tuple(panels),
            section=section.name,
            sheet=section.name,
            back=outcomes.place(paper, framework),
            back_words="Back to the framework",
        )
    ]


def page(paper: Paper, entry: Entry, section: str) -> Page:
    made = measure.page(paper, entry, section, HEADINGS)
    series = (place for place, block in enumerate(made.blocks) if isinstance(block, Table))
    at = next(series, len(made.blocks))
    return replace(
        made,
        sheet=sheet(paper, entry),
        blocks=(*made.blocks[:at], about(paper, entry), *made.blocks[at:]),
        back=paper.row_anchor(entry),
        back_words="Back to the framework",
    )


def sheet(paper: Paper, entry: Entry) -> str:
    """`15 ELR CCG Emergency bed days`: in the order of the page, told apart by their beginnings."""
    return " ".join(filter(None, (entry.number, entry.sub_label, paper.indicator(entry).short)))


def about(paper: Paper, entry: Entry) -> Panel:
    """Definition, why it matters, where it comes from, and what is odd about the printed row."""
    indicator = paper.indicator(entry)
    told = (
        ("Definition", indicator.definition),
        ("Why it matters", indicator.rationale),
        ("Counted", indicator.numerator),
        ("Out of", indicator.denominator),
        ("Lead", entry.workstream),
        ("Source", indicator.source),
        ("Good is", shown.good_is(entry).note),
        ("Take care", indicator.caveats),
        ("Note", entry.note),
    )
    items = tuple((Run(f"{label}. ", strong=True), Run(words)) for label, words in told if words)
    return Panel(PanelTone.NOTE, "What it is", items)
