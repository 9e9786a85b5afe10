"""A funnel in words and figures: its rows of CSV, the key of slides, the sentence where there is nothing to draw."""

from collections.abc import Iterator

from outturn.core.report.document import Cell
from outturn.core.report.pictures import Funnel
from outturn.core.report.wording import lower_first
from outturn.core.units import Unit, show
from outturn.render import look
from outturn.render.native.slides.signs import FULL, HOLLOW, Sign
from outturn.render.pictures.funnel.native import list_judgements


def say_instead(funnel: Funnel) -> str:
    return "" if funnel.dots else "No group has a value yet. Each will be a dot here, by its size and its value."


def list_figures(funnel: Funnel) -> Iterator[tuple[str, Cell]]:
    """The value of each group, and its size."""
    for dot in funnel.dots:
        key = f"{funnel.anchor}/{dot.label}"
        yield funnel.title, Cell(dot.text, dot.value, funnel.unit, scale=funnel.scale, key=key)
        decimals = 0 if dot.size == round(dot.size) else 1
        size = Cell(show(dot.size, Unit.COUNT, decimals), dot.size, Unit.COUNT.value, key=f"{key}/size")
        yield f"{funnel.title}: {funnel.size_words or 'size'}", size


def list_signs(funnel: Funnel) -> list[Sign]:
    """What lies furthest out first."""
    signs = []
    for each in reversed(list_judgements(funnel)):
        words = lower_first(each.words)
        signs.append(Sign((FULL if each.full else HOLLOW)[each.side], look.sign_colour(each.side), words))
    return signs
