"""What may stand after the name of a period and says how final its figures are: `Mar-25p`, `March 2025 (revised)`."""

import re

PROVISIONAL = r"\s*(?:\((?:p|provisional)\)|\[p\]|\bprovisional)|(?<=[0-9])\s?p"
FINAL = r"\s*(?:\((?:r|revised|f|final)\)|\[r\]|\b(?:revised|final))|(?<=[0-9])\s?r"
MARK = re.compile(rf"(?:(?P<provisional>{PROVISIONAL})|{FINAL})$", re.I)


def without_mark(label: str) -> str:
    """The label alone."""
    return MARK.sub("", label)


def is_provisional(label: str) -> bool:
    """Whether the label says that the figures of its period may still change."""
    match = MARK.search(label.rstrip())
    return bool(match and match["provisional"])
