"""What may come: the forecast as a fan, ambitions as flags at their date."""

from itertools import pairwise

from outturn.core.report.pictures import Chart, Fan, Flag
from outturn.render.charts.ends import End
from outturn.render.charts.readout import make_reachable
from outturn.render.charts.space import Space, px
from outturn.render.charts.words import escape_text, write_figure
from outturn.render.look import ACCENT, AMBITION, FORECAST, FORECAST_PALE, QUIET
from outturn.render.pictures.series.extent import is_beyond
from outturn.render.pictures.series.lines import Drawn


def draw_fan(chart: Chart, space: Space) -> Drawn:
    """Forecast mean dashed, its interval as a pale fan that opens from the last value."""
    last = chart.last_known
    if not chart.forecast or last is None or last.value is None:
        return "", []
    start = (space.x(last.date), space.y(last.value))
    across = [space.x(point.date) for point in chart.forecast]

    def path(heights: list[float]) -> list[tuple[float, float]]:
        return cut_at_frame([start, *((x, space.y(height)) for x, height in zip(across, heights, strict=True))], space)

    upper, lower = path([point.upper for point in chart.forecast]), path([point.lower for point in chart.forecast])
    middle = path([point.mean for point in chart.forecast])
    drawing = (
        f'<path d="M{join_points(upper + lower[::-1])}Z" fill="{FORECAST_PALE}"/>'
        f'<path d="M{join_points(middle)}" fill="none" stroke="{FORECAST}" stroke-width="1.5" stroke-dasharray="2 3"/>'
    )
    said = escape_text(describe_fan(chart, chart.forecast[-1]))
    ends = label_fan(chart, middle[-1], upper[-1][1], lower[-1][1], space)
    return drawing.replace("/>", f"><title>{said}</title></path>", 1), ends


def cut_at_frame(points: list[tuple[float, float]], space: Space) -> list[tuple[float, float]]:
    """The line, kept inside the frame: where it would leave it, it goes on along its edge."""
    line = points[:1]
    for (x1, y1), (x2, y2) in pairwise(points):
        edges = [edge for edge in (space.top, space.bottom) if min(y1, y2) < edge < max(y1, y2)]
        line += sorted((x1 + (x2 - x1) * (edge - y1) / (y2 - y1), edge) for edge in edges)
        line.append((x2, y2))
    return [(x, min(max(y, space.top), space.bottom)) for x, y in line]


def label_fan(chart: Chart, middle: tuple[float, float], upper: float, lower: float, space: Space) -> list[End]:
    """The mean at the end of the fan; its edges too, where no limits compete for the room."""
    end = chart.forecast[-1]
    words = f"Forecast {write_figure(chart, end.mean)}"
    ends = [End(middle[1], words, "Forecast" if chart.mean else words, ACCENT, x=middle[0])]
    if not chart.mean and lower - upper > 2 * (space.size + 3):
        edges = ((upper, write_figure(chart, end.upper)), (lower, write_figure(chart, end.lower)))
        ends += [End(y, edge, edge, QUIET, x=middle[0]) for y, edge in edges]
    return ends


def describe_fan(chart: Chart, fan: Fan) -> str:
    span = f"{write_figure(chart, fan.lower)} to {write_figure(chart, fan.upper)}"
    return f"Forecast {fan.label}: {write_figure(chart, fan.mean)}, 95% interval {span}"


def draw_reach(chart: Chart, space: Space) -> str:
    """What keys and pointer read out of the forecast."""
    return "".join(
        make_reachable(
            escape_text(describe_fan(chart, fan)),
            {
                "label": f"Forecast {fan.label}",
                "text": write_figure(chart, fan.mean),
                "more": f"95% interval {write_figure(chart, fan.lower)} to {write_figure(chart, fan.upper)}",
                "x": px(space.x(fan.date)),
                "y": px(space.y(space.clamp(fan.mean))),
            },
            f'<circle cx="{px(space.x(fan.date))}" cy="{px(space.y(space.clamp(fan.mean)))}" r="2" fill="{FORECAST}"/>',
            first=False,
        )
        for fan in chart.forecast
    )


def join_points(points: list[tuple[float, float]]) -> str:
    return "L".join(f"{px(x)} {px(y)}" for x, y in points)


def draw_flags(chart: Chart, space: Space) -> Drawn:
    drawings, ends = "", []
    for flag in chart.ambitions:
        x = space.right - 8 if is_beyond(chart, flag) else min(space.x(flag.date), space.right - 8)
        y = space.y(space.clamp(flag.value))
        drawings += draw_pennant(x, y) + draw_edge_arrow(space, flag, x, y)
        later = " \u2192" if is_beyond(chart, flag) else ""
        ends.append(
            End(y - 8, describe_flag(chart, flag) + later, shorten_flag(chart, flag) + later, AMBITION, x=x + 6)
        )
    return drawings, ends


def describe_flag(chart: Chart, flag: Flag) -> str:
    return (
        flag.label
        if any(letter.isdigit() for letter in flag.label)
        else f"{flag.label} {write_figure(chart, flag.value)}"
    )


def shorten_flag(chart: Chart, flag: Flag) -> str:
    return write_figure(chart, flag.value)


def draw_pennant(x: float, y: float) -> str:
    """A flag whose foot stands on the value."""
    return (
        f'<path d="M{px(x)} {px(y)}v-18" stroke="{AMBITION}" stroke-width="1.5"/>'
        f'<path d="M{px(x)} {px(y - 18)}l11 4.5l-11 4.5z" fill="{AMBITION}"/>'
        f'<circle cx="{px(x)}" cy="{px(y)}" r="2.2" fill="{AMBITION}"/>'
    )


def draw_edge_arrow(space: Space, flag: Flag, x: float, y: float) -> str:
    """A small arrow when the value lies outside the axis."""
    if space.low <= flag.value <= space.high:
        return ""
    turn = -1 if flag.value > space.high else 1
    return f'<path d="M{px(x - 8)} {px(y)}l-4 {6 * -turn}h8z" transform="translate(-2 {6 * turn})" fill="{QUIET}"/>'
