"""Rank strips: one row a measure, best at the left, the quarters shaded, our place a labelled dot."""

from outturn.core.report.pictures import RankStrip
from outturn.render.charts.space import px
from outturn.render.charts.words import escape_text
from outturn.render.lettering import fit_text, width
from outturn.render.look import ACCENT, INK, LINE, PALE, QUIET, VARIATION, WHITE

ROW = 30


def draw_svg(strip: RankStrip, top: int, width: int, height: int, interactive: bool) -> tuple[str, int]:
    inside = draw_strip(strip, width)
    return (f'<g transform="translate(0 {top})">{inside}</g>' if top else inside), height_of(strip, width) + top


def height_of(strip: RankStrip, width: float) -> int:
    return 46 + len(strip.rows) * (ROW if width >= 480 else ROW + 16)


def draw_strip(strip: RankStrip, wide: float) -> str:
    narrow = wide < 480
    size = 11 if narrow else 12
    left = 8.0 if narrow else min(max((width(row[0], size) for row in strip.rows), default=0) + 16, wide * 0.46)
    right = wide - max((width(row[3], size, bold=True) for row in strip.rows), default=0) - 18
    rows = "".join(draw_row(row, place, left, right, narrow, size) for place, row in enumerate(strip.rows))
    return f'<g font-size="{size}">{draw_heading(left, right)}{rows}</g>'


def draw_heading(left: float, right: float) -> str:
    quarter = (right - left) / 4
    names = (("best quarter", left + quarter / 2), ("worst quarter", right - quarter / 2))
    return (
        f'<g text-anchor="middle" fill="{QUIET}">'
        + "".join(f'<text x="{px(x)}" y="16">{name}</text>' for name, x in names)
        + "</g>"
    )


def draw_row(row: tuple[str, int, int, str], place: int, left: float, right: float, narrow: bool, size: float) -> str:
    label, rank, of, text = row
    y = 40 + place * (ROW + 16 if narrow else ROW) + (14 if narrow else 0)
    name_x, name_y, room = (2.0, y - 14, right - left) if narrow else (left - 12, y + 4, left - 14)
    anchor = "start" if narrow else "end"
    x = left + (rank - 0.5) / max(of, 1) * (right - left)
    quarter = (right - left) / 4
    dot = VARIATION["concern"].colour if rank > of * 0.75 else ACCENT if rank <= of * 0.25 else QUIET
    mark = (
        f'<rect x="{px(x - 5)}" y="{px(y - 5)}" width="10" height="10" fill="{dot}" stroke="{WHITE}" '
        'stroke-width="1.5"/>'
        if rank > of * 0.75
        else f'<circle cx="{px(x)}" cy="{px(y)}" r="6" fill="{dot}" stroke="{WHITE}" stroke-width="1.5"/>'
    )
    return (
        f'<text x="{px(name_x)}" y="{px(name_y)}" text-anchor="{anchor}" fill="{INK}">'
        f"{escape_text(fit_text(label, size, room))}"
        f"<title>{escape_text(label)}</title></text>"
        f'<rect x="{px(left)}" y="{px(y - 6)}" width="{px(right - left)}" height="12" fill="{PALE}"/>'
        f'<path d="{"".join(f"M{px(left + quarter * n)} {px(y - 6)}v12" for n in (1, 2, 3))}" stroke="{LINE}"/>'
        f'{mark}<text x="{px(right + 10)}" y="{px(y + 4)}" fill="{INK}" font-weight="bold">{escape_text(text)}</text>'
    )
