"""Lengths of time as people write them, in seconds."""

import re
from decimal import Decimal

from outturn.core.units.numbers import NotANumber, shorten

CLOCK = re.compile(r"(?P<sign>[-\u2212–])?\s*(?P<h>[0-9]{1,6}):(?P<m>[0-9]{2}):(?P<s>[0-9]{2}(?:\.[0-9]+)?)")
HALF_CLOCK = re.compile(r"(?P<sign>[-\u2212–])?\s*(?P<left>[0-9]{1,6}):(?P<right>[0-9]{2})")
PART = r"(?:(?P<{0}>[0-9]+(?:\.[0-9]+)?)\s*(?:{1}))?"
WORDED = re.compile(
    r"(?P<sign>[-\u2212–])?\s*"
    + PART.format("d", "days|day|d")
    + r"[\s,]*" + PART.format("h", "hours|hour|hrs|hr|h")
    + r"[\s,]*" + PART.format("m", "minutes|minute|mins|min|m")
    + r"[\s,]*" + PART.format("s", "seconds|second|secs|sec|s"),
    re.I,
)  # fmt: skip
SECONDS = {"d": 86_400, "h": 3_600, "m": 60, "s": 1}
PLAIN = {"seconds": 1, "minutes": 60, "hours": 3_600, "days": 86_400}
HALVES = {"mm:ss": (60, 1), "hh:mm": (3_600, 60)}


def parse_duration(printed: str) -> Decimal | None:
    """`00:30:06` and `30m 06s` are 1806; None where the form is not one that can be read alone."""
    if match := CLOCK.fullmatch(printed):
        if int(match["m"]) > 59 or Decimal(match["s"]) >= 60:
            raise NotANumber(f"'{shorten(printed)}' is not a time.", "Minutes and seconds go from 00 to 59.")
        return apply_sign(match, Decimal(match["h"]) * 3600 + Decimal(match["m"]) * 60 + Decimal(match["s"]))
    match = WORDED.fullmatch(printed)
    if match and any(match[part] for part in SECONDS):
        return apply_sign(match, sum((Decimal(match[part] or 0) * size for part, size in SECONDS.items()), Decimal(0)))
    return None


def half_clock(printed: str, form: str) -> Decimal:
    """`30:06` read as `mm:ss` or `hh:mm`, as the person said."""
    match = HALF_CLOCK.fullmatch(printed)
    if match is None or int(match["right"]) > 59:
        raise not_a_time(printed)
    left, right = HALVES[form]
    return apply_sign(match, Decimal(match["left"]) * left + Decimal(match["right"]) * right)


def not_a_time(printed: str) -> NotANumber:
    return NotANumber(f"'{shorten(printed)}' is not a time.", "Write it as hh:mm:ss, such as 00:30:06.")


def apply_sign(found: re.Match[str], size: Decimal) -> Decimal:
    return -size if found["sign"] else size
