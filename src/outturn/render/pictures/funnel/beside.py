"""Where the names of a funnel's groups stand: by the rule that screen and paper follow, told from each dot."""

from dataclasses import dataclass

from outturn.core.report.pictures import Funnel
from outturn.render.charts.space import Space
from outturn.render.pictures.funnel.names import place_names
from outturn.render.pictures.funnel.placing import Box

ASIDE, OVER = 9, 7
"""Pixels from a dot to words that stand beside it, or over or under it, by themselves."""
NEAR = 4
"""Pixels that are not worth moving words for."""


@dataclass(frozen=True)
class Beside:
    """`side`: right, left, top or bottom, by its first letter; `right`, `down`: pixels further than it is by itself."""

    text: str
    side: str
    right: float
    down: float


def stand_beside(picture: Funnel, plane: Space) -> dict[str, Beside]:
    """For each named group that has room, by its name. `plane` is in pixels of which type is 12."""
    return {name.whole: measure_side(name.text, name.box) for name in place_names(picture, plane)}


def measure_side(text: str, box: Box) -> Beside:
    aside, down = (box.left + box.right) / 2 - box.at[0], (box.top + box.bottom) / 2 - box.at[1]
    half, tall = (box.right - box.left) / 2, (box.bottom - box.top) / 2
    if abs(aside) > half / 2:
        side, aside = ("r", aside - half - ASIDE) if aside > 0 else ("l", aside + half + ASIDE)
    else:
        side, down = ("b", down - tall - OVER) if down > 0 else ("t", down + tall + OVER)
    moved = max(abs(aside), abs(down)) > NEAR
    return Beside(text, side, aside if moved else 0.0, down if moved else 0.0)
