"""Document -> workbook: a guide, a sheet for each page, real tables, native charts, numbers as numbers."""

from outturn.render.xlsx.book import xlsx

__all__ = ["xlsx"]
