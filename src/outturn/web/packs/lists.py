"""The list of the editions of a pack."""

from outturn.core.report.say import orders
from outturn.web.components.words import as_day, as_moment
from outturn.web.listing.filters import Between, OneOf
from outturn.web.listing.listing import Cell, Column, Listing
from outturn.web.listing.sorts import By, Sort


def list_of_editions(as_known: bool) -> Listing:
    """`as_known`: an earlier day is looked at."""
    return Listing(
        noun="edition",
        columns=(
            Column("edition", "Edition"),
            Column("known", "As known on", sort="new"),
            Column("release", "Release", number=True),
            Column("published", "Published"),
        ),
        sorts=(Sort("new", orders.NEWEST, (By("as_known", down=True),)),),
        ties=(By("id", down=True),),
        filters=(OneOf("by", "Published by"), Between("known", "As known", "as_known")),
        cells=(
            Cell("Edition", lambda row: row.name),
            Cell("Title", lambda row: row.title),
            Cell("As known on", lambda row: as_day(row.as_known)),
            Cell("Release", lambda row: row.release),
            Cell("Published", lambda row: as_moment(row.at)),
            Cell("By", lambda row: row.by),
            Cell("Compared with", lambda row: row.compared_with),
            Cell("SHA-256 of the document", lambda row: row.document_sha256),
        ),
        nothing="No edition was published by then." if as_known else "No edition is published yet.",
    )
