"""Pictures as spreadsheets: the columns that hold their numbers, and the series that slides and workbooks draw."""

from outturn.render.native.funnel import funnel
from outturn.render.native.grid import Column, Native, Series
from outturn.render.native.over_time import OverTime, label_step, over_time
from outturn.render.native.waterfall import waterfall

__all__ = ["Column", "Native", "OverTime", "Series", "funnel", "label_step", "over_time", "waterfall"]
