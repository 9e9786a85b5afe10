"""Formats of the workbook, made once each."""

from typing import Any

import xlsxwriter
from xlsxwriter.format import Format

from outturn.render import look

ROW, POINTS = 15.0, 5.2
"""Points of the height of a row, and of the width of a letter."""
BASE = {"font_name": look.OFFICE_FONT, "font_size": 10, "font_color": look.INK, "valign": "vcenter"}
NAMED: dict[str, dict[str, Any]] = {
    "text": {"text_wrap": True, "indent": 1, "bottom": 1, "bottom_color": look.LINE},
    "title": {"bold": True, "font_size": 16},
    "lead": {"font_size": 12, "text_wrap": True, "valign": "top"},
    "prose": {"text_wrap": True, "valign": "top"},
    "quiet": {"font_color": look.QUIET},
    "small": {"font_color": look.QUIET, "text_wrap": True, "font_size": 9, "valign": "top"},
    "link": {"font_color": look.ACCENT, "underline": 1},
    "tablelink": {
        "indent": 1, "font_color": look.ACCENT, "underline": 1, "text_wrap": True,
        "bottom": 1, "bottom_color": look.LINE,
    },
    "caption": {"bold": True, "font_size": 12},
    "head": {"bold": True, "indent": 1, "text_wrap": True, "valign": "bottom", "bottom": 2, "bottom_color": look.QUIET},
    "numberhead": {
        "bold": True, "text_wrap": True, "valign": "bottom", "align": "right", "indent": 1, "bottom": 2,
        "bottom_color": look.QUIET,
    },
    "right": {"align": "right", "indent": 1, "text_wrap": True, "bottom": 1, "bottom_color": look.LINE},
    "label": {"font_color": look.QUIET, "valign": "top", "text_wrap": True},
    "bold": {"bold": True},
}  # fmt: skip


class Styles:
    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.book = book
        self.made: dict[tuple, Format] = {}

    def get(self, name: str, **more: Any) -> Format:
        """A named format, with anything added."""
        key = (name, *sorted(more.items()))
        if key not in self.made:
            self.made[key] = self.book.add_format(BASE | NAMED[name] | more)
        return self.made[key]
