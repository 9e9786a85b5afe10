"""A waterfall as rows, for phones and for many steps: name, bar and figure of each below the one before."""

from dataclasses import dataclass

from outturn.core.report.pictures import Waterfall
from outturn.render.charts import key
from outturn.render.charts.axes import draw_caption
from outturn.render.charts.backing import draw_ground
from outturn.render.charts.space import Space, px
from outturn.render.charts.ticks import fit_scale, write_tick
from outturn.render.charts.words import escape_text
from outturn.render.lettering import fit_text
from outturn.render.lettering import width as wide
from outturn.render.look import INK, LINE, QUIET
from outturn.render.pictures.waterfall import steps

NARROW = 480
HEAD, FOOT = 26, 24
ROOM = 420
"""Pixels that rows share on a wide picture, as long as each keeps its least."""


@dataclass(frozen=True)
class Rows:
    """Where things stand: `plane` holds values along its x; `row` is the height of one, `bar` of its bar."""

    plane: Space
    row: float
    bar: float
    size: float
    narrow: bool

    def top(self, place: int) -> float:
        """Upper edge of a bar."""
        return self.plane.top + place * self.row + (20 if self.narrow else (self.row - self.bar) / 2)


def height_of(chart: Waterfall, width: float) -> float:
    return 40.0 if width < NARROW else min(max(ROOM / max(len(chart.steps), 1), 16.0), 28.0)


def height_of_all(chart: Waterfall, width: float) -> int:
    return int(HEAD + len(chart.steps) * height_of(chart, width) + FOOT + (24 if steps.list_entries(chart) else 0))


def draw_rows(chart: Waterfall, left: float, top: float, width: float, height: float, interactive: bool) -> str:
    narrow = width + 4 < NARROW
    size = 11 if narrow else 12
    marks, step, highest = fit_scale(chart, steps.find_reach(chart), 3 if narrow else 6, 0.0, 0.0)
    words = [write_tick(mark, step, chart.unit, chart.decimals) for mark in marks]
    start, end = find_edges(chart, left, width, size, narrow, words)
    row = height_of(chart, width + 4)
    rows = Rows(
        Space(
            left=start, right=end, top=top + HEAD, bottom=top + HEAD + len(chart.steps) * row,
            first=marks[0], last=max(highest, marks[0] + step), low=0.0, high=1.0, step=step,
        ),
        row, 14.0 if narrow else row * 0.62, size, narrow,
    )  # fmt: skip
    spans = list(chart.spans())
    drawn = "".join(draw_row(chart, rows, place, span, left + width, interactive) for place, span in enumerate(spans))
    named = key.draw_key(steps.list_entries(chart), left, rows.plane.bottom + FOOT + 16, size, width)
    return (
        f'<g font-size="{size}" shape-rendering="geometricPrecision">{draw_caption(chart, rows.plane, "")}'
        f"{draw_axis(rows, marks, words)}{draw_connectors(rows, spans)}{drawn}{named}</g>"
    )


def find_edges(
    chart: Waterfall, left: float, width: float, size: float, narrow: bool, words: list[str]
) -> tuple[float, float]:
    """Left and right end of the values: between names and figures, or below both on a phone."""
    if narrow:
        return left + wide(words[0], size) / 2, left + width - wide(words[-1], size) / 2
    names = min(max(wide(step.label, size, step.total) for step in chart.steps) + 16, width * 0.38)
    figures = max(steps.label_width(step, size) for step in chart.steps)
    return left + max(names, wide(words[0], size) / 2), left + width - figures - 18


def draw_axis(rows: Rows, marks: list[float], words: list[str]) -> str:
    plane = rows.plane
    lines = "".join(f"M{px(plane.x(mark))} {px(plane.top)}V{px(plane.bottom)}" for mark in marks)
    labels = "".join(
        f'<text x="{px(plane.x(mark))}" y="{px(plane.bottom + 16)}">{word}</text>'
        for mark, word in zip(marks, words, strict=True)
        if mark <= plane.last
    )
    zero = f"M{px(plane.x(0.0))} {px(plane.top)}V{px(plane.bottom)}"
    return (
        f'<path d="{lines}" stroke="{LINE}"/><path d="{zero}" stroke="{QUIET}"/>'
        f'<g text-anchor="middle" fill="{QUIET}">{labels}</g>'
    )


def draw_connectors(rows: Rows, spans: list[tuple[float, float]]) -> str:
    path = "".join(
        f"M{px(rows.plane.x(end))} {px(rows.top(place) + rows.bar)}V{px(rows.top(place + 1))}"
        for place, (_, end) in enumerate(spans[:-1])
    )
    return f'<path d="{path}" stroke="{QUIET}"/>' if path else ""


def draw_row(
    chart: Waterfall, rows: Rows, place: int, span: tuple[float, float], right: float, interactive: bool
) -> str:
    step, plane = chart.steps[place], rows.plane
    y, (low, high) = rows.top(place), sorted((plane.x(span[0]), plane.x(span[1])))
    figures = steps.label_width(step, rows.size)
    baseline = y - 6 if rows.narrow else y + rows.bar / 2 + 4
    reach = (
        f'<rect x="2" y="{px(plane.top + place * rows.row)}" width="{px(right - 2)}" height="{px(rows.row)}" '
        'fill="none" pointer-events="all"/>'
        if interactive
        else ""
    )
    bar = (
        f'<rect x="{px(low if high - low >= 2 else (low + high) / 2 - 1)}" y="{px(y)}" '
        f'width="{px(max(high - low, 2))}" height="{px(rows.bar)}" fill="{steps.colour(step)}"/>'
    )
    room = right - 2 - figures - 12 if rows.narrow else plane.left - 14
    named = draw_name(step.label, step.total, rows, (2 if rows.narrow else plane.left - 12, baseline), room)
    drawn = reach + bar + named + steps.draw_label(step, right - figures, baseline, rows.size)
    return steps.wrap_step(chart, place, span, (plane.x(span[1]), y + rows.bar / 2), drawn, interactive)


def draw_name(label: str, total: bool, rows: Rows, at: tuple[float, float], room: float) -> str:
    text = fit_text(label, rows.size * (1.07 if total else 1), room)
    weight = ' font-weight="bold"' if total else ""
    side = "" if rows.narrow else ' text-anchor="end"'
    back = draw_ground(at[0], at[1], text, rows.size, bold=total) if rows.narrow else ""
    return f'{back}<text x="{px(at[0])}" y="{px(at[1])}"{side}{weight} fill="{INK}">{escape_text(text)}</text>'
