"""What renderers do differently for some kinds of page, in one table."""

from dataclasses import dataclass

from outturn.core.report.document import Page, PageKind
from outturn.render import look


@dataclass(frozen=True)
class Manner:
    """`close`: much stands on the page, which is to stay on one: facts are small, tables of some length keep together.
    `joined`: neighbours of the kind share a sheet of paper. `tab`: the colour of its tab in a workbook.
    """

    close: bool = False
    joined: bool = False
    tab: str = ""


PLAIN = Manner()
MANNERS = {
    PageKind.MEASURE: Manner(close=True, tab=look.LINE),
    PageKind.SECTION: Manner(tab=look.ACCENT),
    PageKind.APPENDIX: Manner(joined=True),
}


def manner_of(page: Page) -> Manner:
    return MANNERS.get(page.kind, PLAIN)
