"""What may come: the forecast as a fan, ambitions as flags at their date."""

from outturn.core.report.pictures import Chart, Flag
from outturn.render.charts.ends import End
from outturn.render.charts.extent import beyond
from outturn.render.charts.lines import Drawn
from outturn.render.charts.space import Space, px
from outturn.render.charts.words import figure
from outturn.render.look import ACCENT, AMBITION, FORECAST, FORECAST_PALE, QUIET


def fan(chart: Chart, space: Space) -> Drawn:
    """Forecast mean dashed, its interval as a pale fan that opens from the last value."""
    last = next((place for place in range(len(chart.values) - 1, -1, -1) if chart.values[place] is not None), None)
    if not chart.forecast or last is None:
        return "", []
    start = (space.x(chart.dates[last]), space.y(chart.values[last] or 0.0))
    across = [space.x(point.date) for point in chart.forecast]

    def path(heights: list[float]) -> list[tuple[float, float]]:
        return [start, *((x, space.y(space.held(height))) for x, height in zip(across, heights, strict=True))]

    upper, lower = path([point.upper for point in chart.forecast]), path([point.lower for point in chart.forecast])
    middle = path([point.mean for point in chart.forecast])
    drawing = (
        f'<path d="M{joined(upper + lower[::-1])}Z" fill="{FORECAST_PALE}"/>'
        f'<path d="M{joined(middle)}" fill="none" stroke="{FORECAST}" stroke-width="1.5" stroke-dasharray="2 3"/>'
    )
    end = chart.forecast[-1]
    span = f"{figure(chart, end.lower)} to {figure(chart, end.upper)}"
    text = f"Forecast {figure(chart, end.mean)}"
    label = End(middle[-1][1], text, "Forecast", ACCENT, x=middle[-1][0])
    return drawing.replace("/>", f"><title>Forecast {end.label}: {span}</title></path>", 1), [label]


def joined(points: list[tuple[float, float]]) -> str:
    return "L".join(f"{px(x)} {px(y)}" for x, y in points)


def flags(chart: Chart, space: Space) -> Drawn:
    drawings, ends = "", []
    for flag in chart.ambitions:
        x = space.right - 8 if beyond(chart, flag) else min(space.x(flag.date), space.right - 8)
        y = space.y(space.held(flag.value))
        drawings += pennant(x, y) + edge_arrow(space, flag, x, y)
        later = " \u2192" if beyond(chart, flag) else ""
        ends.append(End(y - 8, flag_words(chart, flag) + later, short_words(chart, flag) + later, AMBITION, x=x + 6))
    return drawings, ends


def flag_words(chart: Chart, flag: Flag) -> str:
    return flag.label if any(letter.isdigit() for letter in flag.label) else f"{flag.label} {figure(chart, flag.value)}"


def short_words(chart: Chart, flag: Flag) -> str:
    return figure(chart, flag.value)


def pennant(x: float, y: float) -> str:
    """A flag whose foot stands on the value."""
    return (
        f'<path d="M{px(x)} {px(y)}v-18" stroke="{AMBITION}" stroke-width="1.5"/>'
        f'<path d="M{px(x)} {px(y - 18)}l11 4.5l-11 4.5z" fill="{AMBITION}"/>'
        f'<circle cx="{px(x)}" cy="{px(y)}" r="2.2" fill="{AMBITION}"/>'
    )


def edge_arrow(space: Space, flag: Flag, x: float, y: float) -> str:
    """A small arrow when the value lies outside the axis."""
    if space.low <= flag.value <= space.high:
        return ""
    turn = -1 if flag.value > space.high else 1
    return f'<path d="M{px(x - 8)} {px(y)}l-4 {6 * -turn}h8z" transform="translate(-2 {6 * turn})" fill="{QUIET}"/>'
