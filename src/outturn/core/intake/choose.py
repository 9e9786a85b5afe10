"""Which layout a file is in, told from its name and its heading; and what is missing where it is in none."""

from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import PurePath

from outturn.core.intake.heading import Nearest, heading_at
from outturn.core.intake.opened import Opened
from outturn.core.intake.sheet import Sheet
from outturn.core.intake.words import square_text
from outturn.core.layouts import Layout
from outturn.core.units.numbers import shorten

MOST_NAMED = 8


@dataclass(frozen=True)
class Chosen:
    """The layout; where there is none, the sentence that says why and what to do."""

    layout: Layout | None
    problem: str = ""


def choose_layout(file: Opened, layouts: Iterable[Layout]) -> Chosen:
    """The layout whose columns are all there; of several, the one that names the file so, then the one that knows most
    columns. None where none fits, or two fit equally well.

    A file that cannot be opened is given the first layout, so that reading it says why.
    """
    known = list(layouts)
    if file.problem:
        return Chosen(known[0]) if known else Chosen(None, file.problem.sentence)
    fitting = [layout for layout in known if any(fits_layout(sheet, layout) for sheet in file.sheets)]
    best = sorted(fitting, key=lambda layout: rank_layout(file.name, layout), reverse=True)
    if not best:
        return Chosen(None, nearest_of(file, known))
    alike = [layout.slug for layout in best if rank_layout(file.name, layout) == rank_layout(file.name, best[0])]
    if len(alike) > 1:
        return Chosen(None, f"It fits several layouts equally well: {', '.join(sorted(alike))}. Name the one it is in.")
    return Chosen(best[0])


def fits_layout(sheet: Sheet, layout: Layout) -> bool:
    return may_be(sheet, layout) and not isinstance(heading_at(sheet, layout), Nearest)


def may_be(sheet: Sheet, layout: Layout) -> bool:
    other = layout.sheet not in ("", "*") and sheet.name and square_text(sheet.name) != square_text(layout.sheet)
    return bool(layout.list_needed_columns()) and not other


def rank_layout(name: str, layout: Layout) -> tuple[bool, int]:
    plain = PurePath(name.replace("\\", "/")).name.casefold()
    return any(fnmatch(plain, pattern.casefold()) for pattern in layout.files), len(layout.list_needed_columns())


def nearest_of(file: Opened, layouts: list[Layout]) -> str:
    """`It fits no layout. The nearest is plain, but there is no column 'period'. ...`"""
    near = [
        (layout, sheet, lacking)
        for layout in layouts
        for sheet in file.sheets
        if may_be(sheet, layout) and isinstance(lacking := heading_at(sheet, layout), Nearest)
    ]
    if not near:
        return "There is no layout that it could be in. Add one to definitions/layouts."
    layout, sheet, lacking = min(near, key=lambda each: (missing_share(each[0], each[2]), len(each[2].missing)))
    if len(lacking.missing) == len(layout.list_needed_columns()):
        tops = ", ".join(f"'{shorten(cell)}'" for cell in top_of(file.sheets[0])[:MOST_NAMED]) or "nothing"
        return (
            f"It fits no layout: no column of any was found. Its heading seems to be {tops}. "
            "Add a layout for it to definitions/layouts."
        )
    on = f" on sheet '{sheet.name}'" if sheet.name and len(file.sheets) > 1 else ""
    named = ", ".join(f"'{name}'" for name in lacking.missing[:MOST_NAMED])
    more = f" and {len(lacking.missing) - MOST_NAMED} more" if len(lacking.missing) > MOST_NAMED else ""
    there = ", ".join(f"'{name}'" for name in lacking.there[:MOST_NAMED])
    others = f" and {len(lacking.there) - MOST_NAMED} more" if len(lacking.there) > MOST_NAMED else ""
    needs = f"the column{'s' if len(lacking.missing) > 1 else ''} {named}{more}"
    return (
        f"It fits no layout. The nearest is {layout.slug}, which also needs {needs}; "
        f"the heading{on} has {there}{others}. Rename or add what is missing, or add a layout to definitions/layouts."
    )


def missing_share(layout: Layout, found: Nearest) -> float:
    return len(found.missing) / len(layout.list_needed_columns())


def top_of(sheet: Sheet) -> list[str]:
    """The first row that has more than one cell; where none has, the first that holds anything."""
    rows = [cells for row in sheet.head if (cells := [cell.strip() for cell in row if cell.strip()])]
    return next((cells for cells in rows if len(cells) > 1), rows[0] if rows else [])
