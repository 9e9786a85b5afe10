"""Units of measure: what kinds there are, how a figure is read as printed, and how it is shown."""

from outturn.core.units.exact import round_half_away
from outturn.core.units.kinds import MEASURED, SHOWS_FIGURE, State, Unit, ends, unit_words
from outturn.core.units.read import read_cell
from outturn.core.units.reading import Reading
from outturn.core.units.show import as_fine, is_figure, show, show_signed, show_size

__all__ = [
    "MEASURED",
    "SHOWS_FIGURE",
    "Reading",
    "State",
    "Unit",
    "as_fine",
    "ends",
    "is_figure",
    "read_cell",
    "round_half_away",
    "show",
    "show_signed",
    "show_size",
    "unit_words",
]
