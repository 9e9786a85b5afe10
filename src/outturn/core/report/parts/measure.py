"""A page for each measure: the finding, the chart, the facts, what is said, the table behind it."""

from collections.abc import Iterable

from outturn.core.assess.agreement import stands
from outturn.core.assess.result import Forecast, Result
from outturn.core.catalogue import Ambition, Direction, Entry, Indicator
from outturn.core.commentary import HEADINGS, NoteKind
from outturn.core.report import cells
from outturn.core.report.charts import chart, worth_drawing
from outturn.core.report.document import (
    Block,
    Cell,
    Fact,
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
from outturn.core.report.parts import series
from outturn.core.report.parts.said import OF_MEASURE, of_measure
from outturn.core.report.say.chances import chance_words
from outturn.core.report.say.notes import as_sentence
from outturn.core.report.say.targets import aim_of
from outturn.core.report.wording import amount, headline

GOOD = {Direction.HIGHER: "Higher", Direction.LOWER: "Lower"}


def page(paper: Paper, entry: Entry, section: str, kinds: Iterable[NoteKind] = OF_MEASURE) -> Page:
    """`kinds`: what of the commentary stands here."""
    indicator, result = paper.indicator(entry), paper.result(entry)
    area = paper.catalogue.areas[entry.area]
    name = paper.name(entry)
    blocks: list[Block] = [Paragraph((Run(entry.wording or indicator.name),), lead=True)]
    if worth_drawing(result):
        blocks.append(chart(indicator, entry, area, result, anchor=f"chart-{paper.anchor(entry)}"))
    blocks.append(facts(paper, entry, indicator, result))
    blocks += panels(paper, entry, result, kinds)
    if result.points.period:
        blocks.append(series.table(paper, entry, anchor_of("table", paper.anchor(entry))))
    return Page(
        anchor=paper.anchor(entry),
        kind=PageKind.MEASURE,
        title=f"{name}: {_lower(headline(entry, indicator, result))}",
        section=section,
        sheet=name,
        blocks=tuple(blocks),
        back=paper.row_anchor(entry),
        back_words="Back to the summary",
    )


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def facts(paper: Paper, entry: Entry, indicator: Indicator, result: Result) -> Facts:
    """The latest figure against its plan, the rating with its reason, and what is to come."""
    period = result.latest.period.label if result.latest.period else ""
    aim = aim_of(entry, result).capitalize()
    found = [
        Fact("Latest", cells.actual(indicator, result), period),
        Fact(aim, cells.plan(indicator, result), cells.plan(indicator, result).note),
        Fact("Rating", cells.chip(paper.catalogue, result.rating), result.rating.reason),
    ]
    if entry.direction in GOOD:
        found.append(Fact("Good is", Cell(text=GOOD[entry.direction]), "is better"))
    if result.movement.direction:
        since = result.movement.since.label if result.movement.since else "as published"
        earlier = cells.figure(indicator, result.movement.value, table=False).text
        found.append(Fact("Movement", cells.movement(result), f"{earlier} in {since}"))
    if result.variation.variation_icon:
        said = " ".join(filter(None, (result.variation.words, result.variation.unassured)))
        found.append(Fact("Variation and assurance", cells.marks(result), said))
    found += [_ambition(indicator, aim) for aim in entry.ambitions]
    found += _outlook(indicator, result.forecast)
    return Facts(tuple(found))


def _ambition(indicator: Indicator, aim: Ambition) -> Fact:
    return Fact("Ambition", cells.figure(indicator, aim.value), f"by {aim.by:%B %Y}")


def _outlook(indicator: Indicator, forecast: Forecast) -> list[Fact]:
    if not forecast.path:
        return []
    end = forecast.path[-1]
    low, high = (cells.figure(indicator, edge, table=False).text for edge in (end.lower, end.upper))
    found = [
        Fact(
            f"Forecast for {end.period.label}",
            cells.figure(indicator, end.mean),
            " ".join((f"95% interval {low} to {high}, by {forecast.method}.", *_caveats(indicator, forecast))),
        )
    ]
    if forecast.chance is not None:
        shown = Cell(text=chance_words(forecast.chance))
        found.append(Fact("Chance of meeting the target", shown, forecast.target_text))
    return found


def _caveats(indicator: Indicator, forecast: Forecast) -> list[str]:
    """How wrong the method was before, as far ahead as that could be measured; and why no chance is given."""
    said = []
    if forecast.past_error is not None:
        ahead = f"{forecast.past_step} period{'' if forecast.past_step == 1 else 's'} ahead"
        said.append(f"Past error {ahead}: {amount(forecast.past_error, indicator)}.")
    return [*said, *([as_sentence(forecast.note)] if forecast.note else [])]


UNANSWERED = {NoteKind.RISK: "risk", NoteKind.MITIGATION: "mitigation"}


def unanswered(kind: NoteKind, entry: Entry, result: Result) -> str:
    """`Off plan, and no risk has been written.`; empty where nothing of this kind was to be written."""
    if kind not in UNANSWERED or not result.rating.off:
        return ""
    return f"{stands(aim_of(entry, result), on=False)}, and no {UNANSWERED[kind]} has been written."


def panels(paper: Paper, entry: Entry, result: Result, kinds: Iterable[NoteKind]) -> list[Panel]:
    """Where figures argue; then what is said, and what should have been."""
    made = []
    if result.variation.agreement:
        made.append(Panel(PanelTone.ARGUE, "Rating and chart differ", ((Run(result.variation.agreement),),)))
    if result.rating.differs:
        words = f"The source printed {result.rating.printed}. {result.rating.reason}"
        made.append(Panel(PanelTone.ARGUE, "Printed rating differs", ((Run(words),),)))
    for kind in kinds:
        items = of_measure(paper, entry, kind)
        missing = unanswered(kind, entry, result)
        if items or missing:
            made.append(Panel(PanelTone(kind), HEADINGS[kind], items, empty=missing))
    return made
