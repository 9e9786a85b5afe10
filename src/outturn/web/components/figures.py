"""Figures of one result as pages show them: the cells of the papers, with the words a page adds."""

from outturn.core.assess.result import Latest, Rating
from outturn.core.catalogue import Catalogue, Indicator
from outturn.core.catalogue import in_role as plain
from outturn.core.report import cells
from outturn.core.report.document import Chip
from outturn.core.units import show_signed


def chip(known: Catalogue, rating: Rating, scheme: str = "") -> Chip:
    """The state of a rating with its word, letter and shape, from the scheme it was rated by."""
    return cells.chip(known, rating, scheme).chip or cells.NOT_RATED


def figure(value: float | None, unit: Indicator, state: str = "known", text: str = "", table: bool = True) -> str:
    """`table`: durations as 01:05:37, so that they line up; else 1h 05m, as people say them."""
    return cells.figure(unit, value, state=state, text=text, table=table).text


def in_role(value: float | None, unit: Indicator, role: str, state: str = "known", text: str = "") -> str:
    """The part and the whole of a percent are counts, as fine as they are."""
    shown = plain(unit, role)
    if shown is not unit and value is not None:
        shown = cells.as_fine_as(shown, value)
    return figure(value, shown, state, text)


def published(value: float | None, unit: Indicator) -> str:
    """A figure of others beside ours, as fine as it was published; a dash where there is none."""
    return "–" if value is None else figure(value, cells.as_fine_as(unit, value))


def change(value: float | None, unit: Indicator, table: bool = True) -> str:
    """A difference in the indicator's unit, signed; empty where there is none."""
    return "" if value is None else show_signed(value, unit.unit, unit.decimals, scale=unit.scale, table=table)


def latest(found: Latest, unit: Indicator, table: bool = True) -> str:
    if found.period is None and found.value is None:
        return found.text or "No data yet"
    return figure(found.value, unit, found.state, found.text, table)


def printed(rating: Rating) -> str:
    """What the source printed, where that is another rating than the rule gives."""
    return rating.printed if rating.differs else ""
