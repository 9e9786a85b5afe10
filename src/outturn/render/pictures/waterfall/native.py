"""A waterfall as the columns of a spreadsheet: the plain numbers, then the stacked columns that draw them.

Office adds up columns away from zero on each side by itself: each step is a column upon one that nobody sees, and one
that crosses zero is two, above and below it.
"""

from dataclasses import replace

from outturn.core.report.pictures import Step, Waterfall
from outturn.render import look
from outturn.render.lettering import ELLIPSIS, fit_text, paragraph, width
from outturn.render.native.grid import Columns, Native, Series, Values, columns_for
from outturn.render.native.stacked import float_column
from outturn.render.pictures.waterfall.steps import colour, is_judged

NAME, CHANGE, LEVEL, SHOWN, FIGURE = range(5)
MOST, LINES = 10, 3
"""More steps than this are bars in rows; lines that a name has below its column."""
STACKED = ("base", "step", "below")
"""The roles of columns; everything else is a line."""
LINKS = 3
"""Lines from column to column: each of these series draws every third, and so leaves a gap between them."""


def make_columns(picture: Waterfall, names: list[str]) -> Native:
    """`names`: the steps as they stand on the axis."""
    spans = list(picture.spans())
    columns = columns_for(picture)
    columns.add("Step", [step.label for step in picture.steps])
    columns.add_values("Total or change", [step.value for step in picture.steps])
    columns.add_values("Running level", [end for _, end in spans])
    columns.add("On the axis", names)
    columns.add("Figure", [step.text for step in picture.steps])
    series = [
        *stack_series(picture.steps, spans, columns),
        *link_series(spans, columns),
        *figure_series(picture.steps, spans, columns),
    ]
    return Native(columns, series, picture.unit)


def name_columns(picture: Waterfall, size: float, slot: float) -> list[str]:
    """Names below columns that are `slot` wide, in three lines of `size`: none where there is too little room for them
    or for the figures.
    """
    names = [" ".join(paragraph(step.label, size, slot * 0.9, LINES)) for step in picture.steps]
    cut = sum(ELLIPSIS in name for name in names)
    figure = max((width(step.text, size, bold=True) for step in picture.steps), default=0.0)
    return [] if len(names) > MOST or cut > len(names) / 3 or figure > slot else names


def name_rows(picture: Waterfall, size: float, room: float) -> list[str]:
    """Names beside bars, with the figures, for which the bars have no room."""
    return [f"{fit_text(step.label, size, room)}  {step.text}" for step in picture.steps]


def family(step: Step) -> str:
    return "Total" if step.total else step.tone.capitalize() if is_judged(step) else "Change"


def stack_series(steps: tuple[Step, ...], spans: list[tuple[float, float]], columns: Columns) -> list[Series]:
    """What carries the columns, then a series for each kind of step, above zero and below."""
    parts = [float_column(*sorted(span)) for span in spans]
    lines = [Series("Base", "base", [part.base for part in parts], "")]
    for name in dict.fromkeys(map(family, steps)):
        paint = next(colour(step) for step in steps if family(step) == name)
        own = [part if family(step) == name else None for step, part in zip(steps, parts, strict=True)]
        above: Values = [part.above if part else None for part in own]
        below: Values = [part.below if part else None for part in own]
        lines.append(Series(name, "step", above, paint))
        under = f"{name}, below zero" if lines[-1].last is not None else name
        lines.append(Series(under, "below" if under != name else "step", below, paint))
    return add_columns(lines, columns)


def list_stacked(shown: Native) -> list[Series]:
    """What is drawn as columns."""
    return [each for each in shown.series if each.role in STACKED]


def link_series(spans: list[tuple[float, float]], columns: Columns) -> list[Series]:
    """From the end of each column to the next, on its level."""
    lines = []
    for turn in range(LINKS):
        column: Values = [None] * len(spans)
        for place in range(turn, len(spans) - 1, LINKS):
            column[place] = column[place + 1] = spans[place][1]
        lines.append(Series(f"Link {turn + 1}", "link", column, look.SERIES, width=0.5))
    return add_columns(lines, columns)


def figure_series(steps: tuple[Step, ...], spans: list[tuple[float, float]], columns: Columns) -> list[Series]:
    """Where the figure of each step stands: under what falls, over everything else."""
    falls = [end < start for start, end in spans]
    over: Values = [None if fall else max(span) for span, fall in zip(spans, falls, strict=True)]
    under: Values = [min(span) if fall else None for span, fall in zip(spans, falls, strict=True)]
    lines = []
    for name, role, column in (("Figure over", "over", over), ("Figure under", "under", under)):
        words = {place: step.text for place, step in enumerate(steps) if column[place] is not None}
        lines.append(Series(name, role, column, look.INK, "", 0, labels=words))
    return add_columns(lines, columns)


def add_columns(series: list[Series], columns: Columns) -> list[Series]:
    """Those with anything to draw, each with a column of its own."""
    return [
        replace(each, column=columns.add_values(each.name, each.values), across=SHOWN)
        for each in series
        if each.last is not None
    ]
