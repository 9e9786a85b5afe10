"""A waterfall in words and figures: its rows of CSV, the key of slides, the sentence where there is nothing to draw."""

from collections.abc import Iterator

from outturn.core.report.document import Cell
from outturn.core.report.pictures import Waterfall
from outturn.render.native.slides.signs import Sign
from outturn.render.pictures.waterfall.steps import colour, is_judged


def say_instead(waterfall: Waterfall) -> str:
    return "" if waterfall.steps else "There are no steps yet. Each will be a column here, between two totals."


def list_figures(waterfall: Waterfall) -> Iterator[tuple[str, Cell]]:
    """Every total and change, with the sign that its words may not have."""
    for step in waterfall.steps:
        key = f"{waterfall.anchor}/{step.label}"
        yield waterfall.title, Cell(step.text, step.value, waterfall.unit, scale=waterfall.scale, key=key)


def list_signs(waterfall: Waterfall) -> list[Sign]:
    tones = {step.tone: colour(step) for step in waterfall.steps if is_judged(step)}
    return [Sign("■", tones[word], word) for word in ("improving", "worsening") if word in tones]
