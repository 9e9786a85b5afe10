"""Text on its way into a spreadsheet: what could be run as a formula is kept from it. One rule for every CSV."""

import re

STARTS = ("=", "+", "-", "@", "\t", "\r")
SIGNED = re.compile(r"[+-]£?\d[\d,.:]*(k|m|bn|%| pp)?( since [\w /()]+)?", re.ASCII)


def guard_formula(text: str) -> str:
    """An apostrophe leads what a spreadsheet could run; a figure with its sign is none.

    >>> guard_formula("=1+1"), guard_formula("-1.3%")
    ("'=1+1", '-1.3%')
    """
    return f"'{text}" if text.startswith(STARTS) and not SIGNED.fullmatch(text) else text
