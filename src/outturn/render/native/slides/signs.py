"""Signs as characters, for the key under a picture on a slide."""

from typing import NamedTuple

FULL = {"improvement": "◆", "concern": "■", "neutral": "▲", "lower": "×", "common": "●"}
HOLLOW = {"improvement": "◇", "concern": "□", "neutral": "△", "lower": "×"}


class Sign(NamedTuple):
    """An entry of a key."""

    sign: str
    colour: str
    words: str
