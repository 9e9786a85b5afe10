"""The axis of periods of a series: the latest is always named."""

from outturn.core.report.pictures import Chart
from outturn.render.charts.space import Space, px
from outturn.render.charts.words import escape_text
from outturn.render.lettering import width
from outturn.render.look import INK, QUIET

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
SHORT = len("24 Sep 2024")


def shorten_periods(chart: Chart) -> list[str]:
    """The periods' own labels when all are short, else the months they end in."""
    if all(len(point.label) <= SHORT for point in chart.points):
        return [point.label for point in chart.points]
    return [f"{MONTHS[day.month - 1]} {day.year}" for day in chart.dates]


def draw_time_axis(chart: Chart, space: Space) -> str:
    """Period labels counted back from the last point, so that the latest is always named."""
    size = space.size
    names = shorten_periods(chart)
    room = max(width(name, size) for name in names) + 14
    shown: list[tuple[float, str, bool]] = []
    edge = float("inf")
    for place in range(len(names) - 1, -1, -1):
        x = space.x(chart.dates[place])
        half = width(names[place], size) / 2
        if x + half <= edge and x - half >= 0:
            shown.append((x, names[place], place == len(names) - 1))
            edge = x + half - room
    shown += name_future(chart, space, size, shown[0] if shown else (space.left, "", True))
    texts = "".join(
        f'<text x="{px(x)}" y="{px(space.bottom + 17)}"{draw_latest(last)}>{escape_text(name)}</text>'
        for x, name, last in shown
    )
    marks = "".join(f"M{px(x)} {px(space.bottom)}v4" for x, _, _ in shown)
    return f'<path d="{marks}" stroke="{QUIET}"/><g text-anchor="middle" fill="{QUIET}">{texts}</g>'


def draw_latest(last: bool) -> str:
    return f' font-weight="bold" fill="{INK}"' if last else ""


def name_future(
    chart: Chart, space: Space, size: float, latest: tuple[float, str, bool]
) -> list[tuple[float, str, bool]]:
    """The end of the forecast or the last ambition, when there is room to name it."""
    days = [fan.date for fan in chart.forecast] + [f.date for f in chart.ambitions if space.x(f.date) <= space.right]
    if not days:
        return []
    day = max(days)
    name = f"{MONTHS[day.month - 1]} {day.year}"
    x = space.x(day)
    clear = x - width(name, size) / 2 > latest[0] + width(latest[1], size, bold=True) / 2 + 8
    return [(x, name, False)] if clear else []
