"""How people write a number: sign, pound, thousands commas, brackets for negatives, and what follows it."""

import re
from dataclasses import dataclass
from decimal import Decimal

SIGNS = {"-": -1, "\u2212": -1, "–": -1, "+": 1, "": 1}
LONGEST = 100
"""Longer cells are not numbers, and patterns take long to say so."""
LARGEST = Decimal(9_007_199_254_740_991)
DIGITS = r"(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|\.[0-9]+)"
SIGN = "[-\u2212–+]"
NUMBER = re.compile(
    rf"(?P<open>\()?\s*(?P<sign>{SIGN})?\s*(?P<pound>£)?\s*(?P<late_sign>{SIGN})?\s*(?P<late_open>\()?\s*"
    rf"{DIGITS}(?P<tail>[^()]*?)(?P<closing>\)*)\s*(?P<after>[^0-9()]*)"
)
MALFORMED = re.compile(r"[,._0-9]|e[-+]?[0-9]|\s+[0-9]", re.I)
"""What follows the digits of something that only begins like a number: 12,34 or 1_000 or 1e5 or 67 490."""


@dataclass(frozen=True)
class Number:
    """A number as written: its exact value, what came after it, and how many decimals were printed."""

    value: Decimal
    tail: str
    pound: bool
    places: int


class NotANumber(ValueError):
    """The text is the sentence for the person who typed it; `message` is what is wrong and `cure` what to do."""

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(f"{message} {cure}")
        self.message, self.cure = message, cure


def parse_number(printed: str) -> Number:
    """`(67,490)` is -67490, `£1.43m` is 1.43 with the tail `m`. Raises NotANumber."""
    match = NUMBER.fullmatch(printed) if len(printed) <= LONGEST else None
    if match is None or not brackets_agree(match) or (match["sign"] and match["late_sign"]):
        raise not_a_number(printed)
    digits = match["digits"].replace(",", "")
    value = Decimal(digits)
    if value > LARGEST:
        raise NotANumber(f"'{shorten(printed)}' is too large to hold exactly.", "Use a larger scale, such as £m.")
    if MALFORMED.match(match["tail"]):
        raise not_a_number(printed)
    negative = match["closing"] or SIGNS[match["sign"] or match["late_sign"] or ""] < 0
    tail = f"{match['tail'].strip()} {match['after'].strip()}".strip()
    return Number(-value if negative and value else value, tail, bool(match["pound"]), len(digits.partition(".")[2]))


def brackets_agree(found: re.Match[str]) -> bool:
    opened = bool(found["open"]) + bool(found["late_open"])
    signed = bool(found["sign"] or found["late_sign"])
    return opened == len(found["closing"]) and opened <= 1 and not (opened and signed)


def not_a_number(printed: str) -> NotANumber:
    return NotANumber(f"'{shorten(printed)}' is not a number.", cure_for(printed))


def cure_for(printed: str) -> str:
    """What to do about something that is not a number."""
    word = printed.strip().casefold()
    if any(ch.isdigit() and not ch.isascii() for ch in printed):
        return "Type it with the plain digits 0 to 9."
    if UNDERSCORES.fullmatch(word):
        return f"Write {word.replace('_', '')}, without underscores."
    return next((cure for form, cure in CURES if form.fullmatch(word)), USUAL_CURE)


UNDERSCORES = re.compile(r"[-+]?[0-9]+(_[0-9]+)+(\.[0-9]+)?")
CURES = (
    (re.compile(r"[-+]*(nan|inf|infinity|null|none)"), "Write n/a where there is no figure."),
    (
        re.compile(r"[-+]?[0-9.]+e[-+]?[0-9]+"),
        "The scientific form may have lost digits. Format the cell as a number and save it again.",
    ),
    (
        re.compile(r"[-+£(]*[0-9][0-9.,]*[0-9.,]\)?[a-z]{0,2}%?"),
        "Use a comma every three digits and a full stop before decimals, such as 1,234.5.",
    ),
    (re.compile(r"[-+£]?[0-9]{1,3}(\s[0-9]{3})+(\.[0-9]+)?%?"), "Write the thousands with commas or without gaps."),
)
USUAL_CURE = "Write it as 1234 or 1,234.5, or * for suppressed, or n/a for not available."


def shorten(printed: str, most: int = 40) -> str:
    """What was typed, cut so that a sentence stays a sentence."""
    shown = "".join(ch if ch.isprintable() else "?" for ch in printed)
    return shown if len(shown) <= most else shown[: most - 1] + "…"
