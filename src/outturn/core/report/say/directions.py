"""Which way is good, in a word: the same in every table and on every page."""

from outturn.core.catalogue import Direction

GOOD_IS = {Direction.HIGHER: "Higher", Direction.LOWER: "Lower", Direction.NONE: "–"}
