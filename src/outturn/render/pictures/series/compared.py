"""Values beside a benchmark: their intervals as whiskers, the benchmark as a dashed line."""

from outturn.core.report.pictures import Chart
from outturn.render.charts.ends import End
from outturn.render.charts.key import whisker
from outturn.render.charts.space import Space, px
from outturn.render.charts.words import figure
from outturn.render.lettering import fitted
from outturn.render.look import QUIET, SERIES
from outturn.render.pictures.series.lines import Drawn
from outturn.render.pictures.series.words import at, interval_at

STUB = 9


def whiskers(chart: Chart, space: Space) -> Drawn:
    """The 95 % interval of every value."""
    half = min(4.0, space.half * 0.5)
    path = "".join(
        whisker(space.x(chart.dates[place]), space.y(interval[1]), space.y(interval[0]), half)
        for place in range(len(chart.values))
        if (interval := interval_at(chart, place))
    )
    return (f'<path d="{path}" fill="none" stroke="{SERIES}" stroke-width="1.2"/>' if path else ""), []


def benchmark(chart: Chart, space: Space) -> Drawn:
    """From point to point, broken where it is not known (a stub where its neighbours are not); named at its end."""
    path, last = "", None
    for place, day in enumerate(chart.dates):
        value = at(chart.benchmark, place)
        if value is None:
            continue
        joined = place > 0 and at(chart.benchmark, place - 1) is not None
        x, y, last = space.x(day), space.y(value), place
        path += f"{'L' if joined else 'M'}{px(x)} {px(y)}"
        if not joined and at(chart.benchmark, place + 1) is None:
            path += f"m{px(-STUB)} 0h{px(2 * STUB)}"
    if last is None:
        return "", []
    value = chart.benchmark[last] or 0.0
    words = f"{fitted(chart.benchmark_label or 'Benchmark', 12, 84 if space.narrow else 150)} {figure(chart, value)}"
    end = End(space.y(value), words, words, QUIET, x=space.x(chart.dates[last]))
    return f'<path d="{path}" fill="none" stroke="{QUIET}" stroke-width="1.5" stroke-dasharray="4 3"/>', [end]
