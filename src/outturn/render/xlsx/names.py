"""Names of sheets: legal, unique, at most 31 letters."""

import re

LONGEST = 31
FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
RESERVED = {"history"}


def sheet_names(wanted: list[str], taken: tuple[str, ...]) -> list[str]:
    """One name for each wish, in order; a wish that is taken gets a number."""
    used = {name.casefold() for name in taken} | RESERVED
    found = []
    for wish in wanted:
        name = free(legal(wish), used)
        used.add(name.casefold())
        found.append(name)
    return found


def legal(wish: str) -> str:
    text = " ".join(FORBIDDEN.sub(" ", wish).split()).strip("' ")
    return cut(text, LONGEST) or "Sheet"


def cut(text: str, letters: int) -> str:
    """Cut to length as spreadsheets count: letters beyond the basic plane count twice."""
    while len(text.encode("utf-16-le")) // 2 > letters:
        text = text[:-1]
    return text.rstrip("' ")


def free(name: str, used: set[str]) -> str:
    if name.casefold() not in used:
        return name
    number = 2
    while (tried := f"{cut(name, LONGEST - len(str(number)) - 1)} {number}").casefold() in used:
        number += 1
    return tried


def link_to(sheet: str, cell: str = "A1") -> str:
    quoted = sheet.replace("'", "''")
    return f"internal:'{quoted}'!{cell}"
