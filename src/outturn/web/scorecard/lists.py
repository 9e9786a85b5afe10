"""The list of the entries of a framework: its columns, what it can be narrowed by, its orders, its download."""

from outturn.core.catalogue import Framework
from outturn.core.report.say.order import BANDS
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

COLUMNS = (
    Column("name", "Measure", "What is measured. The full wording of the framework is on its page.", sort="name"),
    Column(
        "rating", "Rating", "The state by the framework's rating scheme: a word and a shape as well as a colour.",
        sort="rating",
    ),
    Column("latest", "Latest", "The newest figure and the period it is about."),
    Column("target", "Target", "The plan for that period. Where the plan is for another period, that is said."),
    Column(
        "gap", "Gap",
        "The newest figure less its plan, in the unit of the measure; the share of plan when it is missed.", sort="gap",
    ),
    Column(
        "movement", "Movement", "What the figure did since the period before, and whether that is welcome.",
        sort="movement",
    ),
    Column(
        "trend", "24 months", "The last 24 months. The dashed line is the plan; the pale side of it is the good side.",
    ),
    Column(
        "variation", "Variation",
        "Left: has it changed more than chance would? Right: can the target be relied on?", sort="urgency",
    ),
    Column("rank", "Rank", "Where the system stands among all systems, 1 is best.", sort="rank"),
    Column("lag", "Data", "How many months the newest figure is behind.", sort="lag"),
)  # fmt: skip


def sorts(moment: Moment) -> tuple[Sort, ...]:
    in_order = "in the order of the framework"
    return (
        Sort("framework", "Framework order", in_order, f"{in_order}, from its end", (By("place"),)),
        Sort("rating", "Worst rating", "worst rating first", "best rating first", (By(RATING),)),
        Sort("gap", "Furthest from plan", "furthest from plan first", "on plan first", (By(GAP),)),
        Sort("movement", "Getting worse", "getting worse first", "getting better first", (By(MOVEMENT),)),
        Sort("urgency", "Most urgent", "most urgent first", "least urgent first", (By(EXCEPTION, down=True),)),
        Sort("rank", "Worst rank", "worst rank first", "best rank first", (By(rank_order(moment), down=True),)),
        Sort("lag", "Oldest figure", "oldest figure first", "newest figure first", (By("now__period_end"),)),
        Sort("name", "Name", "by name", "by name, from the end", (By("name_order"),)),
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
