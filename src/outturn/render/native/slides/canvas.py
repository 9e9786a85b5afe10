"""What a picture may do on a slide."""

from typing import Protocol

from outturn.render.native.grid import Column

Box = tuple[float, float, float, float]
"""Left, top, width and height, in inches."""


class SlideCanvas(Protocol):
    """Hands out numbers of shapes, and takes their markup."""

    def next_ident(self) -> int: ...
    def add(self, markup: str) -> None: ...
    def place_chart(self, markup: str, columns: list[Column], alt: str, box: Box) -> None: ...
