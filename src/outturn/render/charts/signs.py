"""What an icon says besides its colour: an outline, a sign in it, filled or not. SVG and slides draw the same."""

from dataclasses import dataclass

from outturn.core.report.pictures import Mark, MarkKind
from outturn.render.look import variation

HEXAGON, WAVE = "hexagon", "~"
UP, DOWN, LEVEL, UNKNOWN = "↑", "↓", "→", "–"


@dataclass(frozen=True)
class Icon:
    family: str  # of `look.VARIATION`: its colours, and its outline where that is not the hexagon of assurance
    outline: str
    sign: str  # a letter, "?", a wave, or the arrow of a trend
    filled: bool


def read_mark(mark: Mark) -> Icon:
    return READERS[mark.kind](mark.key)


def read_variation(key: str) -> Icon:
    """`common_cause`, `improvement_high`, `concern_low`: H or L says high or low."""
    family = variation(key)
    if family == "common":
        return Icon(family, family, WAVE, filled=False)
    sign = next((sign for way, sign in (("high", "H"), ("low", "L")) if way in key), family[0].upper())
    return Icon(family, family, sign, filled=True)


def read_assurance(key: str) -> Icon:
    """`pass`, `fail`, `inconsistent`: P the target will be met, F it will be missed, ? hit or miss."""
    family, sign = next((found for word, found in PROMISES.items() if word in key), ("common", "?"))
    return Icon(family, HEXAGON, sign, filled=False)


def read_trend(key: str) -> Icon:
    """`increasing_better`, `decreasing_worse`, `increasing` (not judged), `none`, `not_calculated`."""
    family = variation(key)
    return Icon(family, family, ARROWS.get(key.split("_")[0], UNKNOWN), filled=False)


PROMISES = {"pass": ("improvement", "P"), "fail": ("concern", "F")}
ARROWS = {"increasing": UP, "decreasing": DOWN, "none": LEVEL}
READERS = {
    MarkKind.VARIATION: read_variation,
    MarkKind.ASSURANCE: read_assurance,
    MarkKind.TREND: read_trend,
}
