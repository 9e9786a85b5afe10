"""Charts and icons for a page: our own SVG is safe by construction, so it is marked as such here and nowhere else."""

from markupsafe import Markup

from outturn.core.report.document import Cell, Chip
from outturn.core.report.pictures import Mark, Picture
from outturn.render import charts
from outturn.render.pictures import draw_svg

WIDE, NARROW = (720, 360), (330, 290)


def chart(drawn: Picture, ids: str) -> Markup:
    """Drawn twice, for wide and for narrow screens; style shows the one that fits."""
    large = draw_svg(drawn, width=WIDE[0], height=WIDE[1], ids=f"{ids}-w")
    small = draw_svg(drawn, width=NARROW[0], height=NARROW[1], ids=f"{ids}-n")
    return Markup(f'<div class="wide-only">{large}</div><div class="narrow-only">{small}</div>')


def icon(mark: Mark, size: int = 28) -> Markup:
    return Markup(charts.draw_icon(mark, size))


def shape(chip: Chip) -> Markup:
    return Markup(charts.draw_shape(chip))


def sparkline(cell: Cell) -> Markup:
    return Markup(
        charts.draw_sparkline(cell.trend, cell.trend_target, cell.trend_good, width=110, height=28, title=cell.text)
    )
