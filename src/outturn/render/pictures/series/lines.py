"""Lines of a chart: limits, mean, target, trajectory, and the series itself. Each gives its drawing and its label."""

from outturn.core.report.pictures import Chart
from outturn.render.charts.ends import End
from outturn.render.charts.space import Space, px
from outturn.render.charts.words import figure
from outturn.render.look import PLAN, POINT, QUIET, SERIES, TARGET
from outturn.render.pictures.series.words import level as level_words
from outturn.render.pictures.series.words import plan_words

Drawn = tuple[str, list[End]]
Column = tuple[float | None, ...]


def groups(chart: Chart) -> list[range]:
    """Places of the points between rebases."""
    starts = [0]
    for day, _ in sorted(chart.rebases):
        place = next((i for i, point in enumerate(chart.dates) if point >= day), None)
        if place and place > starts[-1]:
            starts.append(place)
    return [range(a, b) for a, b in zip(starts, [*starts[1:], len(chart.dates)], strict=True)]


def level(chart: Chart, space: Space, column: Column, group: range, last: bool) -> str:
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


def process(chart: Chart, space: Space) -> Drawn:
    """Mean or median solid, limits (a run chart has none) dashed, one stretch for each group of limits."""
    if not chart.mean:
        return "", []
    stretches = groups(chart)
    mean, limit = "", ""
    for group in stretches:
        last = group is stretches[-1]
        mean += level(chart, space, chart.mean, group, last)
        for column in (chart.lower, chart.upper):
            limit += level(chart, space, column, group, last) if column else ""
    dashed = f'<path d="{limit}" fill="none" stroke="{QUIET}" stroke-dasharray="6 4"/>' if limit else ""
    drawing = f'{dashed}<path d="{mean}" fill="none" stroke="{QUIET}" stroke-width="1.5"/>'
    return drawing, process_ends(chart, space)


def process_ends(chart: Chart, space: Space) -> list[End]:
    named = (
        ("Upper limit", "Upper", chart.upper),
        (chart.middle, chart.middle, chart.mean),
        ("Lower limit", "Lower", chart.lower),
    )
    ends = []
    for name, short, column in named:
        value = column[-1] if column else None
        if value is not None and space.low <= value <= space.high:
            words = f"{name} {level_words(chart, value)}"
            ends.append(End(space.y(value), words, short if chart.lower else words, QUIET))
    return ends


def target(chart: Chart, space: Space) -> Drawn:
    """A flat target: dashed red across the whole chart."""
    if chart.target is None:
        return "", []
    y = space.y(chart.target)
    label = chart.target_label or "Target"
    value = figure(chart, chart.target)
    words = label if value in label else f"{label} {value}"
    path = (
        f'<path d="M{px(space.left)} {px(y)}H{px(space.right)}" '
        f'stroke="{TARGET}" stroke-width="1.5" stroke-dasharray="7 4"/>'
    )
    return path, [End(y, words, "Target" if chart.mean else words, TARGET)]


def plan(chart: Chart, space: Space) -> Drawn:
    """The trajectory: a purple step for each period that has a plan."""
    path, before, last = "", None, None
    for place, value in enumerate(chart.plan):
        if value is None:
            before = None
            continue
        x, y = space.x(chart.dates[place]), space.y(value)
        if before is None:
            path += f"M{px(max(x - space.half, space.left))} {px(y)}"
        elif value != before:
            path += f"V{px(y)}"
        path += f"H{px(x + space.half)}"
        before, last = value, place
    if last is None:
        return "", []
    end = End(
        space.y(chart.plan[last] or 0.0), f"{chart.plan_label} {plan_words(chart, last)}", chart.plan_label, PLAN,
        x=space.x(chart.dates[last]) + space.half - 5,
    )  # fmt: skip
    return f'<path d="{path}" fill="none" stroke="{PLAN}" stroke-width="2"/>', [end]


def series(chart: Chart, space: Space) -> Drawn:
    """The values: a thin grey line, broken where a value is missing and where limits start anew."""
    starts = {group[0] for group in groups(chart)}
    path, joined = "", False
    for place, value in enumerate(chart.values):
        if value is None:
            joined = joined and bridges(chart, place)
            continue
        joined = joined and place not in starts
        path += f"{'L' if joined else 'M'}{px(space.x(chart.dates[place]))} {px(space.y(value))}"
        joined = True
    last = next((place for place in range(len(chart.values) - 1, -1, -1) if chart.values[place] is not None), None)
    if last is None:
        return "", []
    text = chart.texts[last]
    end = End(space.y(chart.values[last] or 0.0), text, text, POINT, strong=True, x=space.x(chart.dates[last]))
    return f'<path d="{path}" fill="none" stroke="{SERIES}" stroke-width="1.5"/>', [end]


def bridges(chart: Chart, place: int) -> bool:
    """A period in which no value was expected does not break the line."""
    return bool(chart.states) and chart.states[place] in ("not_applicable", "not_due")
