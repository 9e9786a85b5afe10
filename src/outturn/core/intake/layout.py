"""Layouts are nouns of the catalogue: see `outturn.core.layouts`."""

from outturn.core.layouts import Flag, Layout, PeriodColumns, Reads, Shape, ValueColumn, columns_of

__all__ = ["Flag", "Layout", "PeriodColumns", "Reads", "Shape", "ValueColumn", "columns_of"]
