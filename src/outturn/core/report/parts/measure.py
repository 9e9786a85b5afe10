"""A page for each measure: the finding, the chart, the facts, what is said, the table behind it."""

from collections.abc import Iterable

from outturn.core.assess.agreement import stands
from outturn.core.assess.result import Result
from outturn.core.catalogue import Entry
from outturn.core.commentary import ANSWERS, HEADINGS, NoteKind
from outturn.core.report.charts import draw_series, worth_drawing
from outturn.core.report.document import (
    Block,
    Facts,
    Page,
    PageKind,
    Panel,
    PanelTone,
    Paragraph,
    Run,
    anchor_of,
)
from outturn.core.report.paper import Paper
from outturn.core.report.parts.said import OF_MEASURE, of_measure
from outturn.core.report.say.targets import aim_of
from outturn.core.report.tables.entries import read_entry
from outturn.core.report.tables.facts import list_outlook, read_facts
from outturn.core.report.tables.series import tabulate_series
from outturn.core.report.wording import headline, lower_first


def page(paper: Paper, entry: Entry, section: str, kinds: Iterable[NoteKind] = OF_MEASURE) -> Page:
    """`kinds`: what of the commentary stands here."""
    indicator, result = paper.indicator(entry), paper.result(entry)
    area = paper.catalogue.areas[entry.area]
    name = paper.name(entry)
    blocks: list[Block] = [Paragraph((Run(entry.wording or indicator.name),), lead=True)]
    drawn = f"chart-{paper.anchor(entry)}" if worth_drawing(result) else ""
    if drawn:
        blocks.append(draw_series(indicator, entry, area, result, anchor=drawn))
    blocks.append(facts(paper, entry))
    blocks += panels(paper, entry, result, kinds)
    if result.points.period:
        blocks.append(tabulate_series(paper.catalogue, entry, result, anchor_of("table", paper.anchor(entry))))
    return Page(
        anchor=paper.anchor(entry),
        kind=PageKind.MEASURE,
        title=f"{name}: {lower_first(headline(entry, indicator, result))}",
        section=section,
        sheet=name,
        blocks=tuple(blocks),
        back=paper.row_anchor(entry),
        back_words="Back to the summary",
        finding=drawn,
    )


FACTS = ("latest", "target", "rating", "good", "movement", "variation")


def facts(paper: Paper, entry: Entry) -> Facts:
    """The latest figure against its plan, the rating with its reason, and what is to come."""
    line = read_entry(paper.catalogue, entry, paper.result(entry), paper.as_known)
    known = read_facts(line)
    return Facts((*(known[key] for key in FACTS if key in known), *list_outlook(line)))


def say_unanswered(kind: NoteKind, entry: Entry, result: Result) -> str:
    """`Off plan, and no risk has been written.`; empty where nothing of this kind was to be written."""
    if kind not in ANSWERS or not result.rating.off:
        return ""
    return f"{stands(aim_of(entry, result), on=False)}, and no {ANSWERS[kind]} has been written."


def panels(paper: Paper, entry: Entry, result: Result, kinds: Iterable[NoteKind]) -> list[Panel]:
    """Where figures argue; then what is said, and what should have been where the framework asks for it."""
    made, answered = [], paper.framework(entry.framework).shows.answered
    if result.variation.agreement:
        made.append(Panel(PanelTone.ARGUE, "Rating and chart differ", ((Run(result.variation.agreement),),)))
    if result.rating.differs:
        words = f"The source printed {result.rating.printed}. {result.rating.reason}"
        made.append(Panel(PanelTone.ARGUE, "Printed rating differs", ((Run(words),),)))
    for kind in kinds:
        items = of_measure(paper, entry, kind)
        missing = say_unanswered(kind, entry, result) if answered else ""
        if items or missing:
            made.append(Panel(PanelTone(kind), HEADINGS[kind], items, empty=missing))
    return made
