"""One row of the framework page: the line that every page shows of an entry, and the cells of the paper beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Max
from markupsafe import Markup

from outturn.core.assess.result import Result
from outturn.core.catalogue import Framework
from outturn.core.report.document import Cell
from outturn.core.report.paper import anchor_of_row
from outturn.core.report.tables import outcome_cells as shown
from outturn.records.assessments.compared import figures_differ
from outturn.records.assessments.newest import entries_at
from outturn.records.assessments.queries import read_results
from outturn.records.catalogue.models import Entry
from outturn.records.observations.queries import Moment
from outturn.records.reports import queries as reports
from outturn.records.reports.models import Edition
from outturn.web.components import drawings
from outturn.web.components.line import Line, read_lines
from outturn.web.outcomes.lists import Before
from outturn.web.seen import Seen


@dataclass(frozen=True)
class OutcomeRow:
    """`anchor` is where the row stands on the page; `why` is its rationale with what is odd about the printed row."""

    line: Line
    anchor: str
    why: str
    unit: str
    latest: Cell
    target: Cell
    good: Cell
    trend: Cell
    spark: Markup
    tick: Cell

    @property
    def updated(self) -> bool:
        return bool(self.tick.text)


def read_rows(seen: Seen, rows: Sequence[Entry], before: Before | None) -> list[OutcomeRow]:
    """Rows of the database as rows of the page. One query, and one for what stood there before."""
    lines = read_lines(seen, rows, points=True)
    earlier = read_earlier(before.moment, rows) if before else {}
    return [make_row(line, earlier.get(line.entry.key), before is not None) for line in lines]


def read_earlier(moment: Moment, rows: Sequence[Entry]) -> dict[tuple[str, str, str], Result]:
    """The results of the same entries at an earlier moment, by key."""
    entries = entries_at(moment).filter(
        framework__in={row.framework for row in rows}, indicator__in={row.indicator for row in rows}
    )
    return {result.key: result for _, result in read_results(entries, moment, points=False)}


def make_row(line: Line, earlier: Result | None, compared: bool) -> OutcomeRow:
    entry, indicator, result = line.entry, line.indicator, line.result
    trend = shown.trend(indicator, result, entry.direction)
    changed = compared and shown.differs(earlier, result)
    return OutcomeRow(
        line=line,
        anchor=anchor_of_row(entry),
        why=shown.rationale(indicator, entry),
        unit=shown.unit(indicator),
        latest=shown.latest(indicator, result),
        target=shown.target(indicator, entry, result),
        good=shown.good_is(entry),
        trend=trend,
        spark=drawings.spark(trend),
        tick=shown.tick_of(indicator, earlier) if changed else Cell(),
    )


def find_before(seen: Seen, framework: Framework) -> Before | None:
    """The last edition of the framework's pack that showed another figure of it; None where there is none."""
    rows = entries_at(seen.moment, framework.slug)
    for edition in list_editions(seen, framework, rows.aggregate(last=Max("now__act"))["last"] or 0):
        then = (edition.number, edition.release, edition.definitions, edition.at, edition.as_known, seen.moment.sight)
        if rows.filter(figures_differ(Moment(*then))).exists():
            return Before(Moment(*then), edition.as_known)
    return None


def list_editions(seen: Seen, framework: Framework, last: int) -> Iterable[Edition]:
    """Editions of the framework's pack that may have shown other figures, newest first: nothing of it was assessed
    after the act `last`, so those made since from the same definitions showed what stands here."""
    packs = seen.definitions.packs.items()
    pack = next((slug for slug, pack in packs if framework.slug in {part.framework for part in pack.parts}), None)
    if pack is None:
        return ()
    editions = reports.select_editions(pack, seen.moment.on, seen.moment.sight)
    return editions.exclude(number__gte=last, definitions=seen.moment.definitions)
