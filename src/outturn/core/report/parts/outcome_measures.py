"""A page for each row of the one-page framework: finding, chart, facts, series, and what the measure is."""

from dataclasses import replace

from outturn.core.catalogue import Entry, Framework
from outturn.core.report.document import Block, Page, Panel, Run, Table
from outturn.core.report.paper import Paper
from outturn.core.report.parts import measure
from outturn.core.report.parts import outcome_cells as shown
from outturn.core.report.parts.outcomes import ANCHOR

UNWRITTEN = ("risk", "mitigation")


def pages(paper: Paper, framework: Framework) -> list[Page]:
    names = {section.slug: section.name for section in framework.sections}
    return [page(paper, entry, names[entry.section]) for entry in framework.entries]


def page(paper: Paper, entry: Entry, section: str) -> Page:
    made = measure.page(paper, entry, section)
    kept = [block for block in made.blocks if not unwritten(block)]
    series = (place for place, block in enumerate(kept) if isinstance(block, Table))
    at = next(series, len(kept))
    return replace(
        made,
        sheet=sheet(paper, entry),
        blocks=(*kept[:at], about(paper, entry), *kept[at:]),
        back=paper.row_anchor(entry) or ANCHOR,
        back_words="Back to the framework",
    )


def unwritten(block: Block) -> bool:
    """The framework asks for no risks and mitigations, so their absence is no news."""
    return isinstance(block, Panel) and block.tone in UNWRITTEN and not block.items


def sheet(paper: Paper, entry: Entry) -> str:
    """`15 ELR CCG Emergency bed days`: in the order of the page, told apart by their beginnings."""
    return " ".join(filter(None, (entry.number, entry.sub_label, paper.indicator(entry).short)))


def about(paper: Paper, entry: Entry) -> Panel:
    """Definition, why it matters, where it comes from, and what is odd about the printed row."""
    indicator = paper.indicator(entry)
    said = (
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
    items = tuple((Run(f"{label}. ", strong=True), Run(words)) for label, words in said if words)
    return Panel("note", "What it is", items)
