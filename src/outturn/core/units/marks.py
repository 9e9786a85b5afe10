"""Words and signs that stand in a cell where a figure would be, and the state that each one means."""

import re

from outturn.core.units.kinds import State

WORDS_OF_STATE: dict[State, tuple[str, ...]] = {
    State.SUPPRESSED: ("*", "**", "~", "[c]", "suppressed", "redacted"),
    State.NOT_AVAILABLE: (
        "n/a", "na", "n.a.", "not available", "no data", "..", "...", ":", "[x]",
        "tbc", "tba", "tbd", "to be confirmed", "to be advised", "awaited", "not yet available", "unknown",
    ),
    State.NOT_DUE: ("not due", "not yet due", "not due yet"),
    State.NOT_APPLICABLE: ("-", "–", "—", "−", "--", "[z]", "not applicable", "no national target"),
}  # fmt: skip
"""`[c]`, `[x]` and `[z]` are the shorthand of the Government Statistical Service."""

STATE_OF_WORD = {word: state for state, words in WORDS_OF_STATE.items() for word in words}

SMALL_NUMBER = re.compile(r"(?:<|less than|fewer than|under)\s*=?\s*\d+(?:\.\d+)?\s*%?|[<>]\s*\d+(?:\.\d+)?\s*%", re.I)
"""`<5`, `fewer than 5`, `>95%`: the source hid the figure."""

BROKEN_FORMULA = re.compile(r"#(N/A|REF|DIV/0|VALUE|NAME|NUM|NULL|SPILL|CALC)[!?]?", re.I)

MARKED = re.compile(r"(?P<figure>[^*†‡#^]*[0-9%)][^*†‡#^]*?)\s*(?P<mark>[*†‡#^]+)")
"""A figure with a mark that a note explains."""

PROVISIONAL = re.compile(r"\s*(\[p\]|\(p\)|\(provisional\)|provisional)$", re.I)
REVISED = re.compile(r"\s*(\[r\]|\(r\)|\(revised\))$", re.I)


def state_of(printed: str) -> State | None:
    """The state a mark means, or None where the cell is not a mark."""
    word = " ".join(printed.casefold().split()).replace(" / ", "/")
    if word in STATE_OF_WORD:
        return STATE_OF_WORD[word]
    return State.SUPPRESSED if SMALL_NUMBER.fullmatch(word) else None
