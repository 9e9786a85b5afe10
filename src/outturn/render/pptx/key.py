"""The key below a picture: signs a reader may not know, and what the picture leaves out."""

from outturn.render import look
from outturn.render.lettering import lines
from outturn.render.native.slides.geometry import POINT, line_height
from outturn.render.native.slides.signs import Sign
from outturn.render.native.slides.xml import run

SIZE = 10.0
SPACE = "    "


def key_runs(signs: list[Sign]) -> str:
    return "".join(
        (run(f"{each.sign}\u00a0", SIZE, True, each.colour) if each.sign else "")
        + run(each.words + SPACE, SIZE, False, look.QUIET)
        for each in signs
    )


def key_height(signs: list[Sign], wide: float) -> float:
    """Inches, for as many lines as the words take."""
    words = SPACE.join(f"{each.sign} {each.words}" for each in signs)
    return lines(words, SIZE, wide / POINT / 1.05) * line_height(SIZE) + 0.04 if signs else 0.0
