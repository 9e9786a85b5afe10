"""Which layout a file is in, told from its name and its heading."""

from collections.abc import Iterable
from fnmatch import fnmatch
from pathlib import PurePath

from outturn.core.intake.delimited import Unreadable
from outturn.core.intake.read_file import opened
from outturn.core.intake.sheet import Sheet, heading_at, squared
from outturn.core.layouts import Layout


def choose_layout(name: str, data: bytes, layouts: Iterable[Layout]) -> Layout | None:
    """The layout whose columns are all there; of several, the one that names the file so, then the one that
    knows most columns. None where none fits, or two fit equally well.

    A file that cannot be opened is given the first layout, so that reading it says why.
    """
    known = list(layouts)
    try:
        sheets, _ = opened(data)
    except Unreadable:
        return known[0] if known else None
    fitting = [layout for layout in known if any(fits(sheet, layout) for sheet in sheets)]
    best = sorted(fitting, key=lambda layout: rank(name, layout), reverse=True)
    if len(best) > 1 and rank(name, best[0]) == rank(name, best[1]):
        return None
    return best[0] if best else None


def fits(sheet: Sheet, layout: Layout) -> bool:
    if layout.sheet not in ("", "*") and sheet.name and squared(sheet.name) != squared(layout.sheet):
        return False
    return bool(layout.needed()) and heading_at(sheet, layout)[0] is not None


def rank(name: str, layout: Layout) -> tuple[bool, int]:
    plain = PurePath(name.replace("\\", "/")).name.casefold()
    return any(fnmatch(plain, pattern.casefold()) for pattern in layout.files), len(layout.needed())
