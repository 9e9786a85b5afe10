"""One folder a kind of picture: how each format draws it. `KINDS` is the one table of them."""

from outturn.render.pictures.kinds import KINDS, is_picture, keeps_columns, kind_of, stands_beside
from outturn.render.pictures.svg import draw_svg

__all__ = ["KINDS", "draw_svg", "is_picture", "keeps_columns", "kind_of", "stands_beside"]
