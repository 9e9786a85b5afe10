"""Everything readable in a file: of a workbook, slides or a PDF, too, and of what is embedded in them."""

import re
import subprocess
import zipfile
from collections.abc import Iterable
from io import BytesIO


def words_of(data: bytes) -> Iterable[str]:
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(BytesIO(data)) as packed:
            for name in packed.namelist():
                yield from words_of(packed.read(name))
    elif data[:5] == b"%PDF-":
        yield subprocess.run(
            ["pdftotext", "-layout", "-", "-"], input=data, capture_output=True, check=True
        ).stdout.decode()
        yield PLACES_IN_FILE.sub(b"", data).decode("latin-1")
    else:
        yield data.decode("utf-8", "replace")


PLACES_IN_FILE = re.compile(rb"startxref\s+\d+|/(?:Length\d?|Size|First|Prev|N) \d+|\d+ \d+ (?:R|obj)\b")
"""Where things stand in a PDF, and how long they are: such a number may happen to be a hidden one."""

NUMBER = re.compile(
    r"(?<![0-9A-Za-z.,])\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?(?![0-9A-Za-z])"
    r"|(?<![0-9A-Za-z.])\d+(?:\.\d+)?(?![0-9A-Za-z])"
)


def numbers_in(text: str) -> set[str]:
    """Every number, without thousands' marks and trailing noughts: 3,617 and 3617.0 are one."""
    found = set()
    for match in NUMBER.finditer(text):
        plain = re.sub(r"[,\u00a0\u202f]", "", match[0])
        found.add(plain.rstrip("0").rstrip(".") if "." in plain else plain)
    return found
