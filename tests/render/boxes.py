"""Where the words of a drawing stand, as boxes."""

from dataclasses import dataclass
from itertools import combinations
from xml.etree import ElementTree

from outturn.render.lettering import width

SVG = "{http://www.w3.org/2000/svg}"
SHARE = {"start": 0.0, "middle": 0.5, "end": 1.0}


@dataclass(frozen=True)
class Box:
    words: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box", slack: float = 1.5) -> bool:
        return (
            min(self.right, other.right) - max(self.left, other.left) > slack
            and min(self.bottom, other.bottom) - max(self.top, other.top) > slack
        )


def words_of(svg: str) -> list[Box]:
    """Every text, at the size, weight and anchor it inherits."""
    return list(within(ElementTree.fromstring(svg), {"font-size": "16", "text-anchor": "start", "font-weight": ""}))


def within(node: ElementTree.Element, style: dict[str, str]):
    style = {name: node.get(name, value) for name, value in style.items()}
    if node.tag == f"{SVG}text":
        yield box(node, style)
    for child in node:
        yield from within(child, style)


def box(node: ElementTree.Element, style: dict[str, str]) -> Box:
    size, words = float(style["font-size"]), node.text or ""
    wide = width(words, size, style["font-weight"] == "bold")
    left = float(node.get("x", "0")) - wide * SHARE[style["text-anchor"]]
    baseline = float(node.get("y", "0"))
    return Box(words, left, baseline - 0.72 * size, left + wide, baseline + 0.1 * size)


def collisions(svg: str) -> list[tuple[str, str]]:
    return [(one.words, other.words) for one, other in combinations(words_of(svg), 2) if one.overlaps(other)]
