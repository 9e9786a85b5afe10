"""The list of the entries of a framework: its columns, what it can be narrowed by, its orders, its download."""

from outturn.core.catalogue import Framework
from outturn.core.report.say import orders
from outturn.core.report.say.order import BANDS
from outturn.core.report.tables.columns import pick_columns
from outturn.core.report.tables.entries import Line
from outturn.records.assessments.newest import have_new_figure
from outturn.records.assessments.orders import EXCEPTION, GAP, MOVEMENT, RATING, rank_order
from outturn.records.observations.queries import Moment
from outturn.web.components.chips import Chips
from outturn.web.listing.filters import AnyOf, Flag, OneOf, Search
from outturn.web.listing.listing import Cell, Column, Listing
from outturn.web.listing.sorts import By, Sort

FAMILIES = {
    "concern": "Getting worse",
    "improvement": "Getting better",
    "common": "No significant change",
    "none": "No icon",
}
"""What the chart sees, by family; see `orders.FAMILY`."""

SORTED_BY = {
    "name": "name",
    "rating": "rating",
    "latest": "",
    "target": "",
    "gap": "gap",
    "movement": "movement",
    "trend": "",
    "variation": "urgency",
    "rank": "rank",
    "lag": "lag",
}
"""The columns of the page, by key, and what following their heading sorts by."""
NUMBERS = ("latest", "target", "gap")
COLUMNS = tuple(
    Column(column.key, column.title, f"{column.note}.", column.key in NUMBERS, SORTED_BY[column.key])
    for column in pick_columns(*SORTED_BY)
)


def sorts(moment: Moment) -> tuple[Sort, ...]:
    return (
        Sort("framework", orders.FRAMEWORK, (By("place"),)),
        Sort("rating", orders.RATING, (By(RATING),)),
        Sort("gap", orders.FROM_PLAN, (By(GAP),)),
        Sort("movement", orders.MOVEMENT, (By(MOVEMENT),)),
        Sort("urgency", orders.URGENCY, (By(EXCEPTION, down=True),)),
        Sort("rank", orders.RANK, (By(rank_order(moment), down=True),)),
        Sort("lag", orders.AGE, (By("now__period_end"),)),
        Sort("name", orders.NAME, (By("name_order"),)),
    )


def list_of_entries(moment: Moment, framework: Framework, chips: Chips) -> Listing:
    sections = {section.slug: section.name for section in framework.sections}
    ratings = {key: chips[key].word for key in BANDS if key in chips}
    return Listing(
        noun="measure",
        columns=COLUMNS,
        sorts=sorts(moment),
        ties=(By("place"),),
        filters=(
            Search(("words",), "Find a measure"),
            OneOf("section", "Area of work", sections),
            OneOf("variation", "Variation", FAMILIES, column="family"),
            AnyOf("rating", "Rating", ratings, column="now__rating", marks=chips),
            Flag("changed", "Changed in this release", have_new_figure(moment)),
        ),
        nothing="This framework has no measures yet.",
        cells=CELLS,
    )


def word_of(line: Line, kind: str) -> str:
    return next((mark.word for mark in line.variation.marks if mark.kind == kind), "")


CELLS = (
    Cell("Area of work", lambda line: line.section),
    Cell("Number", lambda line: line.entry.number),
    Cell("Measure", lambda line: line.name.text),
    Cell("Wording", lambda line: line.entry.wording),
    Cell("Rating", lambda line: line.chip.word),
    Cell("Rating as printed", lambda line: line.result.rating.printed if line.result.rating.differs else ""),
    Cell("Reason", lambda line: line.result.rating.reason),
    Cell("Period", lambda line: line.period.text),
    Cell("Latest", lambda line: line.latest.text),
    Cell("Target", lambda line: line.target.text),
    Cell("Target period", lambda line: line.target.note),
    Cell("Gap", lambda line: line.gap.text),
    Cell("Share of plan", lambda line: line.share),
    Cell("Movement", lambda line: line.movement.text),
    Cell("Change", lambda line: line.moved),
    Cell("Variation", lambda line: word_of(line, "variation")),
    Cell("Assurance", lambda line: word_of(line, "assurance")),
    Cell("Rank", lambda line: line.rank.text),
    Cell("Data", lambda line: line.lag.text),
)
