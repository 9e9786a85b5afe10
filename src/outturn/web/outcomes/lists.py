"""The list of a framework on one page: its columns, what it can be narrowed by, its orders, its download."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, Value
from django.db.models.functions import NullIf

from outturn.core.catalogue import Catalogue, Framework
from outturn.core.report.say import orders
from outturn.core.report.tables.outcomes import columns_of
from outturn.records.assessments.compared import figures_differ
from outturn.records.assessments.newest import OFF
from outturn.records.assessments.orders import GAP, MOVEMENT
from outturn.records.observations.queries import Moment
from outturn.web.components.words import as_day
from outturn.web.listing.filters import Flag, OneOf, Search
from outturn.web.listing.listing import Cell, Column, Listing
from outturn.web.listing.sorts import By, Letters, Sort

ONE_PAGE, PER_PAGE = 60, 50
"""A framework of so many rows is shown on one page, as it is printed; a longer one in pages."""

SORTED_BY = {"name": "name", "rating": "target", "movement": "direction", "workstream": "workstream"}
"""Column of the paper -> the order that its heading leads to."""
SHOWN = ("number", "name", "latest", "target", "rating", "movement", "good", "trend", "workstream", "updated")
"""The columns of the paper that the page has."""
SORTS = (
    Sort("framework", orders.FRAMEWORK, (By("place"),)),
    Sort("target", orders.OFF_TARGET, (By(GAP),)),
    Sort("direction", orders.MOVEMENT, (By(MOVEMENT),)),
    Sort("workstream", orders.WORKSTREAM, (By(Letters(NullIf("workstream", Value("")))),)),
    Sort("name", orders.NAME, (By("name_order"),)),
)


@dataclass(frozen=True)
class Before:
    """The last edition that showed other figures: what was known to it, and its day."""

    moment: Moment
    day: date


def list_of_framework(known: Catalogue, framework: Framework, before: Before | None = None) -> Listing:
    sections = {section.slug: section.name for section in framework.sections}
    workstreams = {entry.workstream: entry.workstream for entry in framework.entries}
    areas = {entry.area: known.areas[entry.area].short for entry in framework.entries}
    return Listing(
        noun="figure",
        columns=tuple(
            Column(column.key, column.title, column.note, column.key in ("latest", "target"), SORTED_BY.get(key, ""))
            for key in SHOWN
            for column in columns_of(framework)
            if column.key == key
        ),
        sorts=SORTS,
        ties=(By("place"),),
        filters=(
            Flag("off", "Off target", OFF),
            Flag("changed", f"Changed {say_since(before)}", figures_differ(before.moment) if before else NEVER),
            OneOf("workstream", "Lead workstream", workstreams, buttons=True),
            Search(("words",), "Find a measure"),
            OneOf("section", "Section", sections),
            OneOf("area", "Area", areas),
        ),
        per_page=ONE_PAGE if len(framework.entries) <= ONE_PAGE else PER_PAGE,
        nothing="The framework has no measures yet.",
        cells=CELLS,
    )


NEVER = Q(pk__in=())


def say_since(before: Before | None) -> str:
    return f"since the edition of {as_day(before.day)}" if before else "since the last edition"


CELLS = (
    Cell("Section", lambda row: row.line.section),
    Cell("Theme", lambda row: row.line.entry.group),
    Cell("Number", lambda row: row.line.entry.number),
    Cell("Measure", lambda row: row.line.entry.wording),
    Cell("Row", lambda row: row.line.entry.sub_label),
    Cell("Latest", lambda row: row.latest.text),
    Cell("Unit", lambda row: row.unit),
    Cell("Period", lambda row: row.line.period.text),
    Cell("Target", lambda row: row.target.text),
    Cell("On target?", lambda row: row.line.chip.word),
    Cell("Rating as printed", lambda row: row.line.result.rating.printed if row.line.result.rating.differs else ""),
    Cell("Reason", lambda row: row.line.result.rating.reason),
    Cell("Direction", lambda row: row.line.movement.text),
    Cell("Good is", lambda row: row.good.text),
    Cell("Lead workstream", lambda row: row.line.entry.workstream),
    Cell("Area", lambda row: row.line.entry.area),
    Cell("What it was", lambda row: row.tick.note),
)
