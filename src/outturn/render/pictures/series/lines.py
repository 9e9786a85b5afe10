"""Lines of a chart: limits, mean, target, trajectory, and the series itself. Each gives its drawing and its label."""

from outturn.core.report.over_time import Figures
from outturn.core.report.pictures import Chart
from outturn.render.charts.ends import End
from outturn.render.charts.space import Space, px
from outturn.render.charts.words import write_figure
from outturn.render.look import PLAN, POINT, QUIET, SERIES, TARGET
from outturn.render.pictures.series.words import write_level, write_plan

Drawn = tuple[str, list[End]]
EXPECTED_NONE = ("not_applicable", "not_due")
"""States of a period in which no value was expected: it does not break the line."""


def split_at_rebases(chart: Chart) -> list[range]:
    """Places of the points between rebases."""
    starts = [0]
    for day, _ in sorted(chart.rebases):
        place = next((i for i, point in enumerate(chart.dates) if point >= day), None)
        if place and place > starts[-1]:
            starts.append(place)
    return [range(a, b) for a, b in zip(starts, [*starts[1:], len(chart.dates)], strict=True)]


def draw_level(chart: Chart, space: Space, column: Figures, group: range, last: bool) -> str:
    """A line through one group: flat where the value stays, stepped where it moves with each point."""
    path, before = "", None
    for place in group:
        value = column[place]
        if value is None or not space.low <= value <= space.high:
            before = None
            continue
        x, y = space.x(chart.dates[place]), space.y(value)
        if before is None:
            path += f"M{px(max(x - space.half, space.left))} {px(y)}"
        elif value != before:
            path += f"H{px(x - space.half)}V{px(y)}"
        before = value
        if place == group[-1] or column[place + 1] is None:
            path += f"H{px(space.right if last and place == group[-1] else x + space.half - 3)}"
    return path


def draw_process(chart: Chart, space: Space) -> Drawn:
    """Mean or median solid, limits (a run chart has none) dashed, one stretch for each group of limits."""
    if not chart.mean:
        return "", []
    stretches = split_at_rebases(chart)
    mean, limit = "", ""
    for group in stretches:
        last = group is stretches[-1]
        mean += draw_level(chart, space, chart.mean, group, last)
        for column in (chart.lower, chart.upper):
            limit += draw_level(chart, space, column, group, last) if column else ""
    dashed = f'<path d="{limit}" fill="none" stroke="{QUIET}" stroke-dasharray="6 4"/>' if limit else ""
    drawing = f'{dashed}<path d="{mean}" fill="none" stroke="{QUIET}" stroke-width="1.5"/>'
    return drawing, label_process(chart, space)


def label_process(chart: Chart, space: Space) -> list[End]:
    named = (
        ("Upper limit", "Upper", chart.upper),
        (chart.middle, chart.middle, chart.mean),
        ("Lower limit", "Lower", chart.lower),
    )
    ends = []
    for name, short, column in named:
        value = column[-1] if column else None
        if value is not None and space.low <= value <= space.high:
            words = f"{name} {write_level(chart, value)}"
            ends.append(End(space.y(value), words, short if chart.lower else words, QUIET))
    return ends


def draw_target(chart: Chart, space: Space) -> Drawn:
    """A flat target: dashed red across the whole chart."""
    if chart.target is None:
        return "", []
    y = space.y(chart.target)
    label = chart.target_label or "Target"
    value = write_figure(chart, chart.target)
    words = label if value in label else f"{label} {value}"
    path = (
        f'<path d="M{px(space.left)} {px(y)}H{px(space.right)}" '
        f'stroke="{TARGET}" stroke-width="1.5" stroke-dasharray="7 4"/>'
    )
    return path, [End(y, words, "Target" if chart.mean else words, TARGET)]


def draw_plan(chart: Chart, space: Space) -> Drawn:
    """The trajectory: a purple step for each period that has a plan."""
    path, before, last = "", None, None
    for point in chart.points:
        if point.plan is not None:
            x, y = space.x(point.date), space.y(point.plan)
            if before is None:
                path += f"M{px(max(x - space.half, space.left))} {px(y)}"
            elif point.plan != before:
                path += f"V{px(y)}"
            path += f"H{px(x + space.half)}"
            last = point
        before = point.plan
    if last is None or last.plan is None:
        return "", []
    words, x = f"{chart.plan_label} {write_plan(chart, last)}", space.x(last.date) + space.half - 5
    end = End(space.y(last.plan), words, chart.plan_label, PLAN, x=x)
    return f'<path d="{path}" fill="none" stroke="{PLAN}" stroke-width="2"/>', [end]


def draw_values(chart: Chart, space: Space) -> Drawn:
    """A thin grey line, broken where a value is missing and where limits start anew."""
    starts = {group[0] for group in split_at_rebases(chart)}
    path, joined = "", False
    for place, point in enumerate(chart.points):
        if point.value is None:
            joined = joined and point.state in EXPECTED_NONE
            continue
        joined = joined and place not in starts
        path += f"{'L' if joined else 'M'}{px(space.x(point.date))} {px(space.y(point.value))}"
        joined = True
    last = chart.last_known
    if last is None or last.value is None:
        return "", []
    end = End(space.y(last.value), last.text, last.text, POINT, strong=True, x=space.x(last.date))
    return f'<path d="{path}" fill="none" stroke="{SERIES}" stroke-width="1.5"/>', [end]
