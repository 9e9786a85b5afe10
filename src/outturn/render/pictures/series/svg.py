"""A chart of a series over time, from its layers."""

from outturn.core.report.pictures import Chart, ChartKind
from outturn.render.charts import axes, key
from outturn.render.charts.ends import End, draw_ends, room_for
from outturn.render.charts.space import Space
from outturn.render.pictures.series import bars, compared, future, gaps, lines, points
from outturn.render.pictures.series.extent import days_between, fit_axis, horizon
from outturn.render.pictures.series.key import SIGNS, list_own_signs
from outturn.render.pictures.series.time_axis import draw_time_axis


def draw_svg(chart: Chart, top: int, width: int, height: int, interactive: bool) -> tuple[str, int]:
    return draw_layers(chart, 2, top, width - 4, height - top, interactive), height


def draw_layers(chart: Chart, left: float, top: float, width: float, height: float, interactive: bool) -> str:
    """Everything inside the frame. Layers that lie below come first."""
    ticks, step, highest = fit_axis(chart, max(3, int((height - 60) // 48)))
    first, last = horizon(chart)
    narrow = width < 480
    size = 11 if narrow else 12
    named = list_own_signs(chart, narrow)
    inset = axes.measure_ticks(chart, ticks, step, size)
    start = left + (0 if narrow else inset)
    room = left + width - start
    foot = key.measure_foot(named, size, room)

    def space(right: float) -> Space:
        return Space(
            left=left + inset, right=right, top=top + 26, bottom=top + height - foot,
            first=first, last=last, low=ticks[0], high=highest, step=days_between(chart),
        )  # fmt: skip

    trial = space(left + width - 100)
    plane = space(left + width - room_for(stack_layers(chart, trial)[1], size, trial.narrow))
    below, ends = stack_layers(chart, plane)
    parts = [
        gaps.draw_suppressed(chart, plane, interactive),
        axes.draw_value_axis(chart, plane, ticks, step), draw_time_axis(chart, plane),
        below, gaps.draw_rebases(chart, plane), draw_marks(chart, plane, interactive),
        key.draw_key(named, start, plane.bottom + 40, size, room, SIGNS), draw_ends(ends, plane),
    ]  # fmt: skip
    return f'<g font-size="{plane.size:g}" shape-rendering="geometricPrecision">{"".join(parts)}</g>'


def stack_layers(chart: Chart, space: Space) -> tuple[str, list[End]]:
    """Lines in drawing order and the labels at their ends."""
    order = [
        future.draw_fan, lines.draw_process, lines.draw_target, compared.draw_benchmark, compared.draw_whiskers,
        *([bars.label_plan] if chart.kind is ChartKind.BAR else [lines.draw_plan, lines.draw_values]),
        future.draw_flags,
    ]  # fmt: skip
    drawings, ends = "", []
    for layer in order:
        piece, labels = layer(chart, space)
        drawings += piece
        ends += labels
    return drawings, ends


def draw_marks(chart: Chart, space: Space, interactive: bool) -> str:
    if chart.kind is ChartKind.BAR:
        return bars.draw_bars(chart, space, interactive)
    later = future.draw_reach(chart, space) if interactive else ""
    return points.draw_points(chart, space, interactive) + later + points.draw_figures(chart, space)
