"""One entry as a line of a table: what the scorecard, Today and the ranks show of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from outturn.core.assess.result import Rating, Result
from outturn.core.catalogue import Entry, Framework, Indicator
from outturn.core.report import cells
from outturn.core.report.document import Chip
from outturn.core.report.pictures import Mark
from outturn.core.report.say.headline import Measure
from outturn.core.report.say.notes import as_sentence
from outturn.core.report.wording import aim_of, count_of
from outturn.core.units import Unit, show_size
from outturn.web.components import drawings, figures, peers
from outturn.web.seen import Seen

LONG = 18
ALONE: peers.Peers = {}


@dataclass(frozen=True)
class Line:
    """`entry` and `result` stay at hand for sorting and filtering; pages show the words.

    `words` is set instead of a figure where the entry is described in words that need room.
    """

    entry: Entry
    result: Result
    section: str
    name: str
    wording: str
    href: str
    chip: Chip
    printed: str
    latest: str
    words: str
    period: str
    provisional: bool
    target: str
    aim: str
    target_period: str
    gap: str
    gap_words: str
    share: str
    people: str
    move: figures.Move
    spark: Markup
    marks: tuple[Mark, ...]
    ranked: tuple[peers.Peer, ...]
    rank: str
    lag: str
    changed: bool


def line(seen: Seen, entry: Entry, result: Result, beside: peers.Peers = ALONE, table: bool = True) -> Line:
    """`beside`: ranks of the same subjects among all systems.

    `table` is False where the figures stand in sentences or alone: durations are then 1h 05m.
    """
    unit = seen.definitions.indicators[entry.indicator]
    now, rating, ranked = result.latest, result.rating, peers.of(entry, result, beside)
    latest, target = figures.latest(now, unit, table), figures.target(result, entry, unit, table)
    return Line(
        entry=entry,
        result=result,
        section=section_name(seen, entry),
        name=entry.short or unit.short,
        wording=entry.wording,
        href=entry_href(seen, entry),
        chip=figures.chip(seen.definitions, rating),
        printed=figures.printed(rating),
        latest=latest,
        words=in_words(latest, entry) if now.value is None else "",
        period=figures.period(now.period, table),
        provisional=now.state == "provisional",
        target=target,
        aim=aim_of(entry, result),
        target_period=figures.target_period(now, table),
        gap=figures.change(rating.gap, unit, table),
        gap_words=figures.gap_words(rating, aim_of(entry, result)),
        share=share_words(rating),
        people=figures.people(rating, unit),
        move=figures.move(result, unit, table),
        spark=spark(result, entry, unit),
        marks=cells.mark_list(result),
        ranked=ranked,
        rank=ranked[0].place if ranked else "",
        lag=lag(seen, entry, result),
        changed=now.updated,
    )


def measures(lines: Sequence["Line"]) -> list[Measure]:
    """What the sentence over a page is made from."""
    return [Measure(line.name, line.entry, line.result) for line in lines]


def in_words(latest: str, entry: Entry) -> str:
    """Where the entry is described in words that need room: what it says now, and what was promised."""
    if len(latest) <= LONG and len(entry.target.text) <= LONG:
        return ""
    return f"{as_sentence(latest)} Target: {entry.target.text}" if entry.target.text else latest


def share_words(rating: Rating) -> str:
    """`1.4%`: the share of plan that the figure is off by; empty where the band says that it is not off plan."""
    if not rating.off or not rating.adverse_percent:
        return ""
    return f"{show_size(rating.adverse_percent, Unit.PERCENT, 1, bare=True)}%"


def section_name(seen: Seen, entry: Entry) -> str:
    sections = seen.definitions.frameworks[entry.framework].sections
    return next((section.name for section in sections if section.slug == entry.section), entry.section)


def entry_href(seen: Seen, entry: Entry) -> str:
    """The page of the indicator, in this framework; the first framework it stands in needs no saying."""
    first = next(iter(seen.definitions.used_in(entry.indicator)), entry)
    named = {"in": entry.framework} if first.framework != entry.framework else {}
    return seen.to("indicator-area", entry.indicator, entry.area, **named)


def framework_href(seen: Seen, framework: Framework, **query: Any) -> str:
    """The page that shows all of a framework: a one-page framework has its own."""
    name = "outcomes-framework" if framework.kind == "outcomes" else "scorecard-framework"
    return seen.to(name, framework.slug, **query)


def spark(result: Result, entry: Entry, unit: Indicator) -> Markup:
    trend = cells.trend(unit, result)
    if not trend.trend:
        return Markup("")
    return drawings.spark(trend.trend, trend.trend_target, entry.direction.value, trend.text)


def lag(seen: Seen, entry: Entry, result: Result) -> str:
    """How far the newest figure is behind the day it is looked at; where no newer one is to come, nothing is behind."""
    if result.latest.period is None or seen.over(entry.framework):
        return ""
    months = result.latest.period.months_behind(seen.day)
    return f"{count_of(months, 'month')} behind" if months else "up to date"
