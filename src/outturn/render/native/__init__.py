"""Pictures as spreadsheets: the columns that hold their numbers, and the series that slides and workbooks draw."""

from outturn.render.native.grid import Column, Native, Series

__all__ = ["Column", "Native", "Series"]
