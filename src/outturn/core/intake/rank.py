"""Ranks as printed: `1/42`, `24th of 42`, `24`."""

import re
from collections.abc import Iterator

from outturn.core.units import Reading
from outturn.core.units.marks import state_of
from outturn.core.units.numbers import shorten

RANK = re.compile(r"=?\s*([0-9]{1,6})(?:st|nd|rd|th)?\s*(?:(?:/|of|out of)\s*([0-9]{1,6}))?", re.I)


def read_rank(printed: str, role: str) -> Iterator[tuple[str, Reading]]:
    """(role, rank) and, where it is said, (role_of, how many were ranked)."""
    if state := state_of(printed):
        yield role, Reading(state=state)
        return
    match = RANK.fullmatch(printed)
    if match is None or (match[2] and not 1 <= int(match[1]) <= int(match[2])):
        cure = "Write it as 24/42 or 24."
        yield role, Reading(problem=f"'{shorten(printed)}' is not a rank. {cure}", cure=cure)
        return
    yield role, Reading(float(match[1]))
    if match[2]:
        yield f"{role}_of", Reading(float(match[2]))
