"""References from a chart to the workbook inside it, each with what the cells held."""

from outturn.render.charts.words import escape_text
from outturn.render.native import Native, Series
from outturn.render.native.grid import letters_of

SHEET = "Sheet1"


def write_cells(column: int, count: int) -> str:
    """`Sheet1!$B$2:$B$17`: what stands below the heading."""
    letters = letters_of(column)
    return f"{SHEET}!${letters}$2:${letters}${count + 1}"


def write_numbers(shown: Native, column: int) -> str:
    held = shown.columns[column].cells
    known = ((n, value) for n, value in enumerate(held) if value is not None)
    points = "".join(f'<c:pt idx="{n}"><c:v>{value!r}</c:v></c:pt>' for n, value in known)
    return (
        f"<c:numRef><c:f>{write_cells(column, len(held))}</c:f><c:numCache>"
        f"<c:formatCode>{escape_text(shown.columns[column].code or 'General')}</c:formatCode>"
        f'<c:ptCount val="{len(held)}"/>{points}</c:numCache></c:numRef>'
    )


def write_words(shown: Native, column: int) -> str:
    held = shown.columns[column].cells
    cache = write_cache([str(cell or "") for cell in held])
    return f"<c:strRef><c:f>{write_cells(column, len(held))}</c:f>{cache}</c:strRef>"


def write_cache(texts: list[str]) -> str:
    points = "".join(f'<c:pt idx="{n}"><c:v>{escape_text(text)}</c:v></c:pt>' for n, text in enumerate(texts))
    return f'<c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache>'


def write_name(series: Series) -> str:
    """The heading of its column."""
    place = f"{SHEET}!${letters_of(series.column)}$1"
    return f"<c:tx><c:strRef><c:f>{place}</c:f>{write_cache([series.name])}</c:strRef></c:tx>"
