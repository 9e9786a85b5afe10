"""Small pictures inside pages. The charts are `render`'s; only the bar of shares is ours."""

from collections.abc import Sequence

from markupsafe import Markup

from outturn.core.report.document import Cell, Chip
from outturn.core.report.pictures import Mark, Picture, RankStrip
from outturn.render import charts, look
from outturn.render.pictures import draw_svg

WIDE, NARROW = 760, 340


def shape(chip: Chip) -> Markup:
    return Markup(charts.draw_shape(chip))


def icon(mark: Mark, size: int = 28) -> Markup:
    return Markup(charts.draw_icon(mark, size))


def spark(cell: Cell) -> Markup:
    return Markup(
        charts.draw_sparkline(cell.trend, cell.trend_target, cell.trend_good, width=124, height=32, title=cell.text)
    )


def chart(drawn: Picture, width: int = WIDE, height: int = 380) -> Markup:
    return Markup(draw_svg(drawn, width=width, height=height, interactive=True, ids=f"{drawn.anchor}-{width}"))


def strip(drawn: RankStrip, width: int = WIDE) -> Markup:
    return Markup(draw_svg(drawn, width=width, ids=f"{drawn.anchor}-{width}"))


def shares(parts: Sequence[tuple[str, int]], said: str, width: int = 240, height: int = 12) -> Markup:
    """One bar split by count: (status key, count). Words and counts stand beside it; this shows the sizes."""
    total = sum(count for _, count in parts) or 1
    at, drawn = 0.0, Markup("")
    for key, count in parts:
        size = count * width / total
        drawn += Markup('<rect x="{}" width="{}" height="{}" fill="{}"/>').format(
            round(at, 1), round(max(0.0, size - 1.5), 1), height, look.status(key).colour
        )
        at += size
    head = Markup('<svg class="app-shares" viewBox="0 0 {} {}" preserveAspectRatio="none" role="img" aria-label="{}">')
    return head.format(width, height, said) + drawn + Markup("</svg>")
