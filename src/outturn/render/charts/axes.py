"""Axes: few, pale lines; the unit once; and a word when the axis does not start at zero."""

from outturn.render.charts.space import Space, px
from outturn.render.charts.ticks import write_tick
from outturn.render.charts.words import Measured, escape_text
from outturn.render.lettering import width
from outturn.render.look import LINE, QUIET


def draw_value_axis(chart: Measured, space: Space, ticks: list[float], step: float) -> str:
    words = [write_tick(tick, step, chart.unit, chart.decimals) for tick in ticks]
    lines = "".join(f"M{px(space.left)} {px(space.y(tick))}H{px(space.right)}" for tick in ticks)
    labels = "".join(
        f'<text x="{px(space.left - 6)}" y="{px(space.y(tick) + 4)}">{word}</text>'
        for tick, word in zip(ticks, words, strict=True)
    )
    base = f'<path d="M{px(space.left)} {px(space.y(0))}H{px(space.right)}" stroke="{QUIET}"/>' if ticks[0] <= 0 else ""
    return f'<path d="{lines}" stroke="{LINE}"/>{base}<g text-anchor="end" fill="{QUIET}">{labels}</g>' + draw_caption(
        chart, space, words[0] if ticks[0] > 0 else ""
    )


def draw_caption(chart: Measured, space: Space, starts: str) -> str:
    """`%, axis starts at 45` above the axis."""
    unit = "" if chart.unit == "duration" else chart.unit_words
    parts = [part for part in (unit, f"axis starts at {starts}" if starts else "") if part]
    if not parts:
        return ""
    return f'<text x="2" y="{px(space.top - 10)}" fill="{QUIET}">{escape_text(" · ".join(parts))}</text>'


def measure_ticks(chart: Measured, ticks: list[float], step: float, size: float) -> float:
    return max(width(write_tick(tick, step, chart.unit, chart.decimals), size) for tick in ticks) + 10
