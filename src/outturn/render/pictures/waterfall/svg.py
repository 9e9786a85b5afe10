"""A waterfall: how one total becomes another. Columns where their names have room, else a row for each step."""

from outturn.core.report.pictures import Waterfall
from outturn.render.pictures.waterfall import in_columns, in_rows
from outturn.render.pictures.waterfall.steps import label_width

MOST = 10
"""More steps than this are rows."""
LEAST = 62
"""Pixels a column needs with its name."""


def lies_in_rows(chart: Waterfall, width: float) -> bool:
    """Do the steps stand below each other?"""
    slot = (width - 64) / max(len(chart.steps), 1)
    words = max((label_width(step, 12) for step in chart.steps), default=0.0)
    return width < 480 or len(chart.steps) > MOST or slot < max(LEAST, words + 6)


def height_needed(chart: Waterfall, width: float, height: int) -> int:
    """Rows make a picture as tall as they need."""
    return in_rows.height_of_all(chart, width) if lies_in_rows(chart, width) else height


def draw_svg(chart: Waterfall, top: int, width: int, height: int, interactive: bool) -> tuple[str, int]:
    need = height_needed(chart, width, height - top)
    return draw_steps(chart, 2, top, width - 4, need, interactive), need + top


def draw_steps(chart: Waterfall, left: float, top: float, width: float, height: float, interactive: bool) -> str:
    draw = in_rows.draw_rows if lies_in_rows(chart, width + 4) else in_columns.draw_columns
    return draw(chart, left, top, width, height, interactive)
