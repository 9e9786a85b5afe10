"""Figures of a picture in words, through the one formatter."""

from html import escape
from typing import Protocol

from outturn.core.units import Unit, show


class Measured(Protocol):
    """A picture with an axis of values."""

    @property
    def unit(self) -> str: ...
    @property
    def decimals(self) -> int: ...
    @property
    def scale(self) -> str: ...
    @property
    def unit_words(self) -> str: ...


FORBIDDEN = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF), " ")
"""Characters that XML cannot hold."""


def escape_text(text: str) -> str:
    """Text that is safe between tags and in attributes."""
    return escape(drop_illegal(text), quote=True)


def drop_illegal(text: str) -> str:
    return text.translate(FORBIDDEN)


def write_figure(chart: Measured, value: float) -> str:
    return show(value, Unit(chart.unit), chart.decimals, scale=chart.scale)
