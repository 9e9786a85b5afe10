"""The table of finance indicators: the year to date and the full year side by side, each with its rating."""

from outturn.core.assess.result import Latest, Rating
from outturn.core.catalogue import Catalogue
from outturn.core.report import cells
from outturn.core.report.document import Cell, Column, ColumnKind
from outturn.core.report.tables.entries import Line
from outturn.core.units import unit_words

COLUMNS = (
    Column("name", "Measure", ColumnKind.TEXT, 30),
    Column("unit", "Unit", ColumnKind.TEXT, 6),
    Column("target", "Year to date plan", ColumnKind.NUMBER, 11),
    Column("latest", "Year to date actual", ColumnKind.NUMBER, 11),
    Column("gap", "Gap", ColumnKind.NUMBER, 10, "Actual less plan"),
    Column("rating", "Year to date rating", ColumnKind.CHIP, 10),
    Column("year_target", "Full-year plan", ColumnKind.NUMBER, 11),
    Column("year_latest", "Forecast outturn", ColumnKind.NUMBER, 11, "As published"),
    Column("year_rating", "Full-year rating", ColumnKind.CHIP, 10),
)


HALVES = (
    ("", "Year to date", ("Plan", "Actual", "Gap", "Rating")),
    ("year_", "Full year", ("Plan", "Forecast outturn", "Gap", "Rating")),
)
"""Where there is room for the gap of the full year: what the keys of a half begin with, its heading, its columns."""


def read_finance(catalogue: Catalogue, line: Line) -> dict[str, Cell]:
    """The cells by the keys of COLUMNS, and the gap of the full year, for which a page has room."""
    indicator, result = line.indicator, line.result
    year = read_side(catalogue, line, result.outturn, result.outturn_rating, "forecast")
    now = read_side(catalogue, line, result.latest, result.rating, "actual")
    unit = Cell(text=unit_words(indicator.unit, indicator.scale))
    return {"name": line.name, "unit": unit} | now | {f"year_{key}": cell for key, cell in year.items()}


def read_side(catalogue: Catalogue, line: Line, latest: Latest, rating: Rating, role: str) -> dict[str, Cell]:
    """One half of the table; dashes where the source gives no such period."""
    keys = ("target", "latest", "gap", "rating")
    if role == "forecast" and latest.period is None:
        return dict.fromkeys(keys, cells.DASH)
    indicator = line.indicator
    values = (
        cells.plan(indicator, line.result, latest),
        cells.actual(indicator, line.result, latest, role),
        cells.gap(indicator, rating),
        cells.chip(catalogue, rating, line.entry.scheme),
    )
    return dict(zip(keys, values, strict=True))
