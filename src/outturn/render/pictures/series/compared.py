"""Values beside a benchmark: their intervals as whiskers, the benchmark as a dashed line."""

from outturn.core.report.pictures import Chart
from outturn.render.charts.ends import End
from outturn.render.charts.space import Space, px
from outturn.render.charts.words import write_figure
from outturn.render.lettering import fit_text
from outturn.render.look import QUIET, SERIES
from outturn.render.pictures.series.lines import Drawn

STUB = 9


def draw_whiskers(chart: Chart, space: Space) -> Drawn:
    """The 95 % interval of every value."""
    half = min(4.0, space.half * 0.5)
    path = "".join(
        draw_whisker(space.x(point.date), space.y(point.interval[1]), space.y(point.interval[0]), half)
        for point in chart.points
        if point.interval
    )
    return (f'<path d="{path}" fill="none" stroke="{SERIES}" stroke-width="1.2"/>' if path else ""), []


def draw_whisker(x: float, top: float, bottom: float, half: float = 3.5) -> str:
    """An error bar as a path."""
    return f"M{px(x - half)} {px(top)}h{px(2 * half)}M{px(x)} {px(top)}V{px(bottom)}m{px(-half)} 0h{px(2 * half)}"


def draw_benchmark(chart: Chart, space: Space) -> Drawn:
    """From point to point, broken where it is not known (a stub where its neighbours are not); named at its end."""
    path, last = "", None
    figures = [None, *(point.benchmark for point in chart.points), None]
    for point, before, after in zip(chart.points, figures, figures[2:], strict=False):
        if point.benchmark is None:
            continue
        path += f"{'M' if before is None else 'L'}{px(space.x(point.date))} {px(space.y(point.benchmark))}"
        if before is None and after is None:
            path += f"m{px(-STUB)} 0h{px(2 * STUB)}"
        last = point
    if last is None or last.benchmark is None:
        return "", []
    name = fit_text(chart.benchmark_label or "Benchmark", 12, 84 if space.narrow else 150)
    words = f"{name} {write_figure(chart, last.benchmark)}"
    end = End(space.y(last.benchmark), words, words, QUIET, x=space.x(last.date))
    return f'<path d="{path}" fill="none" stroke="{QUIET}" stroke-width="1.5" stroke-dasharray="4 3"/>', [end]
