"""Everything about one indicator in one area, in the order a reader asks: finding, picture, numbers, why, source."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from outturn.core.assess.agreement import stands
from outturn.core.assess.result import Result
from outturn.core.catalogue import Area, Entry, Framework, Indicator
from outturn.core.commentary import Note
from outturn.core.live import Home
from outturn.core.report.charts import draw_series
from outturn.core.report.document import Fact, Table
from outturn.core.report.pictures import Chart
from outturn.core.report.say.aims import target_sentence
from outturn.core.report.say.notes import as_sentence
from outturn.core.report.say.nothing import say_no_chart
from outturn.core.report.say.outlook import ambition_sentence, forecast_sentences
from outturn.core.report.say.peers import argue, find_peers
from outturn.core.report.say.targets import aim_of
from outturn.core.report.tables.facts import read_facts
from outturn.core.report.tables.series import tabulate_series
from outturn.core.report.wording import lower_first
from outturn.core.units import unit_words
from outturn.records.reports.queries import EditionRow
from outturn.web.components import drawings
from outturn.web.components.line import Line, line
from outturn.web.components.notices import Facts, notices
from outturn.web.components.said import Words, commentary
from outturn.web.indicator.history import Said, count_recorded
from outturn.web.indicator.uses import Link, Use, link_to, list_prints, list_uses, other_areas, way_back
from outturn.web.seen import Seen


@dataclass(frozen=True)
class Portrait:
    name: str  # beside its area
    title: str
    notices: tuple[str, ...]
    line: Line
    entry: Entry
    unit: Indicator
    area: Area
    framework: Framework
    crumbs: tuple[tuple[str, str], ...]
    picture: Markup
    narrow: Markup
    has_chart: bool
    instead: str
    note: str
    facts: dict[str, Fact]
    series: Table
    unit_words: str
    target: str
    ambition: str
    forecast: list[str]
    words: tuple[Words, ...]
    uses: tuple[Use, ...]
    areas: tuple[tuple[str, str], ...]
    editions: tuple[tuple[str, str], ...]
    history: list[Said]
    how_many: str
    previous: Link | None
    next: Link | None
    arguments: tuple[str, ...]
    off: str
    aim: str


def portrait(
    seen: Seen,
    entry: Entry,
    result: Result,
    others: Sequence[Result],
    ranks: Sequence[Result],
    notes: Sequence[Note],
    editions: Sequence[EditionRow],
    history: list[Said],
    came_from: str = "",
) -> Portrait:
    """`others`: results of the indicator, wherever it is used; `ranks`: those that stand beside it."""
    known = seen.definitions
    unit, area, framework = (
        known.indicators[entry.indicator],
        known.areas[entry.area],
        known.frameworks[entry.framework],
    )
    shown = line(seen, entry, result, find_peers(known, ranks))
    drawn = draw_series(unit, entry, area, result)
    before, after = (link_to(seen, near) for near in known.neighbours(entry))
    aim = aim_of(entry, result)
    return Portrait(
        name=known.short(entry),
        title=drawn.title,
        notices=notices(seen, framework, Facts.of_line(shown)),
        line=shown,
        entry=entry,
        unit=unit,
        area=area,
        framework=framework,
        crumbs=way_back(seen, framework, entry, came_from),
        picture=drawings.chart(drawn),
        narrow=drawings.chart(drawn, drawings.NARROW, 300),
        has_chart=has_points(drawn),
        instead=instead_of_chart(result),
        note=as_sentence(result.variation.note) if result.variation.n else "",
        facts=read_facts(shown),
        series=tabulate_series(known, entry, result, "series-table"),
        unit_words=unit_words(unit.unit, unit.scale, unit.multiplier),
        target=target_sentence(entry, unit, result),
        ambition=ambition_sentence(entry.ambitions, unit),
        forecast=forecast_sentences(result.forecast, unit),
        words=commentary(seen, [note for note in notes if note.about(entry)], Home(framework.slug, area.slug)),
        uses=list_uses(seen, entry, others),
        areas=other_areas(seen, entry),
        editions=list_prints(seen, entry, editions),
        history=history,
        how_many=count_recorded(history),
        previous=before,
        next=after,
        arguments=tuple(filter(None, (result.variation.agreement, *argue(result, shown.ranked, aim)))),
        off=lower_first(stands(aim, on=False)),
        aim=aim,
    )


def instead_of_chart(result: Result) -> str:
    """What stands where the chart would be; of a measure in words, these."""
    states = result.points.state
    return say_no_chart(states) if "suppressed" in states else result.latest.text or say_no_chart(states)


def has_points(drawn: Chart) -> bool:
    return drawn.last_known is not None
