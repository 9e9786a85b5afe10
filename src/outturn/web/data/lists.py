"""The lists of the room of data: what they hold, how they are ordered, what they can be narrowed by."""

from outturn.core.catalogue import Catalogue
from outturn.core.report.say import orders
from outturn.web.components.words import as_day, as_moment
from outturn.web.listing.filters import AnyOf, Between, OneOf, Search
from outturn.web.listing.listing import Cell, Column, Listing
from outturn.web.listing.sorts import By, Letters, Sort

SEVERITIES = {"blocking": "Stops publication", "warning": "Warning", "note": "Note"}
FINDING_SORTS = (
    Sort("worst", orders.WORST, (By("worst"), By("finding__rule"))),
    Sort("new", orders.NEWEST, (By("act_id", down=True),)),
    Sort("place", orders.PLACE, (By(Letters("finding__place")),)),
)
FINDING_CELLS = (
    Cell("Severity", lambda row: SEVERITIES[row.severity]),
    Cell("What", lambda row: row.title),
    Cell("Place", lambda row: row.finding.place),
    Cell("Finding", lambda row: row.finding.sentence),
    Cell("Framework", lambda row: row.finding.framework),
    Cell("Indicator", lambda row: row.finding.indicator),
    Cell("Area", lambda row: row.finding.area),
    Cell("Found on", lambda row: as_day(row.act.at)),
    Cell("Accepted by", lambda row: row.accepted_by),
    Cell("Because", lambda row: row.accepted_because),
)


def list_of_findings(known: Catalogue, settled: bool) -> Listing:
    """Those that are open, or those that somebody has accepted."""
    frameworks = {slug: framework.title for slug, framework in known.frameworks.items()}
    return Listing(
        noun="accepted finding" if settled else "open finding",
        columns=(),
        sorts=FINDING_SORTS,
        ties=(By("worst"), By("finding__rule"), By("finding__place")),
        filters=(
            Search(("title", "finding__place", "finding__sentence"), "Find a word"),
            OneOf("about", "What", column="title"),
            OneOf("framework", "Framework", frameworks, column="finding__framework"),
            AnyOf("severity", "Severity", SEVERITIES),
        ),
        cells=FINDING_CELLS,
    )


LIST_OF_RELEASES = Listing(
    noun="release",
    columns=(
        Column("release", "Release"),
        Column("at", "Known since", sort="new"),
        Column("files", "Files"),
        Column("figures", "Figures", number=True, sort="figures"),
        Column("restated", "Restated", number=True, sort="restated"),
        Column("by", "By"),
    ),
    sorts=(
        Sort("new", orders.NEWEST, (By("number", down=True),)),
        Sort("figures", orders.FIGURES, (By("n_values", down=True),)),
        Sort("restated", orders.RESTATED, (By("n_restated", down=True),)),
    ),
    ties=(By("number", down=True),),
    filters=(
        Search(("note",), "Find a word of the note"),
        OneOf("by", "Recorded by"),
        Between("at", "Known", "at", moments=True),
    ),
    cells=(
        Cell("Release", lambda row: row.number),
        Cell("Known since", lambda row: as_moment(row.at)),
        Cell("Note", lambda row: row.note),
        Cell("Files", lambda row: ", ".join(row.files)),
        Cell("Figures", lambda row: row.n_values),
        Cell("Restated", lambda row: row.n_restated),
        Cell("By", lambda row: row.by),
        Cell("Withdraws release", lambda row: row.withdraws),
        Cell("Withdrawn by release", lambda row: row.withdrawn_by),
    ),
    nothing="Releases appear here once data are recorded. An operator records files with: outturn record DATA_FILE",
)
