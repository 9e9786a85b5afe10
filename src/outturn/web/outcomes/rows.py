"""One row of the framework page: the line that every page shows of an entry, and the cells of the paper beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from outturn.core.assess.result import Result
from outturn.core.catalogue import Framework
from outturn.core.report.document import Cell
from outturn.core.report.paper import Paper
from outturn.core.report.parts import outcome_cells as shown
from outturn.records.assessments import queries as assessments
from outturn.records.catalogue import queries as catalogue
from outturn.records.observations import queries as observations
from outturn.records.reports import queries as reports
from outturn.web.components import drawings
from outturn.web.components.line import Line, line
from outturn.web.seen import Seen


@dataclass(frozen=True)
class OutcomeRow:
    """`anchor` is where the row stands on the page; `why` is its rationale with what is odd about the printed row."""

    line: Line
    anchor: str
    why: str
    unit: str
    target: Cell
    good: Cell
    trend: Cell
    spark: Markup
    tick: Cell

    @property
    def updated(self) -> bool:
        return bool(self.tick.text)


def rows_of(seen: Seen, framework: Framework, paper: Paper) -> list[OutcomeRow]:
    made = []
    for entry in framework.entries:
        indicator, result = seen.definitions.indicators[entry.indicator], paper.result(entry)
        trend = shown.trend(indicator, result)
        good = shown.good_is(entry)
        made.append(
            OutcomeRow(
                line=line(seen, entry, result),
                anchor=paper.row_anchor(entry),
                why=shown.rationale(indicator, entry),
                unit=shown.unit(indicator),
                target=shown.target(indicator, entry, result),
                good=good,
                trend=trend,
                spark=drawings.spark(trend.trend, trend.trend_target, entry.direction.value, trend.text)
                if trend.trend
                else Markup(""),
                tick=shown.tick(paper, entry),
            )
        )
    return made


def paper_of(seen: Seen, framework: Framework) -> Paper:
    """What the paper would be made from now, with the last edition that showed other figures as the one before."""
    pack = next(
        (pack for pack in seen.definitions.packs.values() if any(p.framework == framework.slug for p in pack.parts)),
        None,
    )
    results = tuple(assessments.results(seen.moment, framework.slug))
    day = seen.moment.on or (seen.moment.at.date() if seen.moment.at else None)
    paper = Paper(
        pack=pack,  # type: ignore[arg-type]
        catalogue=seen.definitions,
        results=results,
        notes=(),
        edition="",
        as_known=day,  # type: ignore[arg-type]
        release=seen.moment.release,
        definitions=seen.moment.definitions,
    )
    return with_before(paper, framework, pack.slug, seen) if pack else paper


def with_before(paper: Paper, framework: Framework, pack: str, seen: Seen) -> Paper:
    now = figures(paper.results)
    for edition in reports.editions(pack, up_to=seen.moment.on, sight=seen.moment.sight):
        moment = observations.moment_at(edition.number, edition.as_known)
        before = tuple(assessments.results(moment, framework.slug))
        if figures(before) != now:
            return replace(
                paper,
                before=before,
                before_date=edition.as_known,
                before_catalogue=catalogue.at(moment.definitions),
            )
    return paper


def figures(results: Sequence[Result]) -> dict[tuple[str, str, str], tuple]:
    return {result.key: shown.figure_of(result) for result in results}
