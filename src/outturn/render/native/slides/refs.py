"""References from a chart to the workbook inside it, each with what the cells held."""

from outturn.render.charts.words import attribute
from outturn.render.native import Native, Series
from outturn.render.native.grid import letters_of

SHEET = "Sheet1"


def cells(column: int, count: int) -> str:
    """`Sheet1!$B$2:$B$17`: what stands below the heading."""
    letters = letters_of(column)
    return f"{SHEET}!${letters}$2:${letters}${count + 1}"


def numbers(shown: Native, column: int) -> str:
    held = shown.columns[column].cells
    known = ((n, value) for n, value in enumerate(held) if value is not None)
    points = "".join(f'<c:pt idx="{n}"><c:v>{value!r}</c:v></c:pt>' for n, value in known)
    return (
        f"<c:numRef><c:f>{cells(column, len(held))}</c:f><c:numCache>"
        f"<c:formatCode>{attribute(shown.columns[column].code or 'General')}</c:formatCode>"
        f'<c:ptCount val="{len(held)}"/>{points}</c:numCache></c:numRef>'
    )


def words(shown: Native, column: int) -> str:
    held = shown.columns[column].cells
    return f"<c:strRef><c:f>{cells(column, len(held))}</c:f>{kept([str(one or '') for one in held])}</c:strRef>"


def kept(texts: list[str]) -> str:
    points = "".join(f'<c:pt idx="{n}"><c:v>{attribute(text)}</c:v></c:pt>' for n, text in enumerate(texts))
    return f'<c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache>'


def name(one: Series) -> str:
    """The heading of its column."""
    return f"<c:tx><c:strRef><c:f>{SHEET}!${letters_of(one.column)}$1</c:f>{kept([one.name])}</c:strRef></c:tx>"
