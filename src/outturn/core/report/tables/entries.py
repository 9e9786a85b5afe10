"""One entry as every reader is shown it: the cells of its columns by key, and the words that stand round them.

Pages and papers take what they show of an entry from here; a page adds links and pictures, a paper its anchors.
"""

from dataclasses import dataclass
from datetime import date

from outturn.core.assess.result import Result
from outturn.core.catalogue import Catalogue, Entry, EntryKind, Framework, Indicator, TargetKind
from outturn.core.report import cells
from outturn.core.report.document import Cell, Chip
from outturn.core.report.say.movement import movement_words
from outturn.core.report.say.notes import as_sentence
from outturn.core.report.say.peers import Peer, Peers, pick_peers
from outturn.core.report.say.targets import aim_of, gap_note, gap_words, people_words, share_words
from outturn.core.report.tables.trend import read_trend
from outturn.core.report.wording import count_of


@dataclass(frozen=True)
class Line:
    """The cells have the keys of `tables.columns`; `words` stands in place of them where there is no figure to show.

    `section` is the name of its area of work. `ranked` are the ranks of the same subject, its own or those beside it.
    """

    entry: Entry
    result: Result
    indicator: Indicator
    section: str
    number: Cell
    name: Cell
    rating: Cell
    period: Cell
    target: Cell
    latest: Cell
    gap: Cell
    movement: Cell
    trend: Cell
    variation: Cell
    rank: Cell
    lag: Cell
    words: str
    aim: str
    gap_words: str
    gap_note: str
    share: str
    people: str
    moved: str
    ranked: tuple[Peer, ...]

    def cell(self, key: str) -> Cell:
        """The cell of a column. Raises AttributeError for a key that no column has."""
        cell: Cell = getattr(self, key)
        return cell

    @property
    def chip(self) -> Chip:
        return self.rating.chip or cells.NOT_RATED

    @property
    def provisional(self) -> bool:
        return self.result.latest.state == "provisional"

    @property
    def changed(self) -> bool:
        return self.result.latest.updated


def read_entry(
    catalogue: Catalogue, entry: Entry, result: Result, day: date, beside: Peers | None = None, table: bool = True
) -> Line:
    """`day`: that it is looked at from. `beside`: ranks of the same subjects among all systems.

    `table` is False where the figures stand in sentences or alone: durations are then 1h 05m.
    """
    indicator = catalogue.indicators[entry.indicator]
    rating, aim = result.rating, aim_of(entry, result)
    ranked = pick_peers(entry, result, beside or {})
    return Line(
        entry=entry,
        result=result,
        indicator=indicator,
        section=name_section(catalogue, entry),
        number=Cell(text=entry.number),
        name=Cell(text=catalogue.name(entry), note=entry.wording),
        rating=cells.chip(catalogue, rating, entry.scheme),
        period=cells.period(result),
        target=cells.target(entry, indicator, result, table),
        latest=cells.actual(indicator, result, table=table),
        gap=cells.gap(indicator, rating, table),
        movement=cells.movement(result),
        trend=read_trend(indicator, result, entry.direction),
        variation=cells.marks(result),
        rank=cells.rank(result, ranked),
        lag=Cell(text=lag_words(result, day, has_ended(catalogue.frameworks[entry.framework], day))),
        words=describe(entry, result),
        aim=aim,
        gap_words=gap_words(rating, aim),
        gap_note=gap_note(rating, aim),
        share=share_words(rating),
        people=people_words(rating, indicator),
        moved=movement_words(result.movement, indicator),
        ranked=ranked,
    )


def name_section(catalogue: Catalogue, entry: Entry) -> str:
    section = catalogue.frameworks[entry.framework].section(entry.section)
    return section.name if section else entry.section


def has_ended(framework: Framework, day: date) -> bool:
    """Whether the years of a framework have ended by then: no newer figures are to come."""
    return framework.figures_to is not None and framework.figures_to < day


def describe(entry: Entry, result: Result) -> str:
    """What stands in place of a figure, with what was promised; nothing where a figure is shown or to come."""
    to_come = entry.target.kind is TargetKind.TBC and result.latest.period is None
    if entry.kind is EntryKind.MEASURE and not to_come:
        return ""
    words = as_sentence(entry.text or result.latest.text or ("To be confirmed" if to_come else "Nothing is said yet"))
    promised = entry.target.text if entry.target.kind is not TargetKind.TBC else ""
    return f"{words} Target: {as_sentence(promised)}" if promised else words


def lag_words(result: Result, day: date, over: bool) -> str:
    """How far the newest figure is behind the day; where no newer one is to come, nothing is behind."""
    if result.latest.period is None or over:
        return ""
    months = result.latest.period.months_behind(day)
    return f"{count_of(months, 'month')} behind" if months else "up to date"
