"""Pages of a PDF read back as lines of words with their places, in points from the top left."""

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from outturn.core.report.document import Document, Panel, Table

HTML = "{http://www.w3.org/1999/xhtml}"
SAME_LINE = 2.0


@dataclass(frozen=True)
class Word:
    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Sheet:
    """One page: its size and its words, from the top down."""

    wide: float
    tall: float
    words: tuple[Word, ...]

    @property
    def foot(self) -> float:
        """Where the footer begins: at the first word of the line with the number of the page."""
        place = next((n for n, word in enumerate(self.words) if word.text == "Page" and self.last(n)), None)
        return self.words[place].top if place is not None else self.tall

    def last(self, place: int) -> bool:
        return self.words[place].top > self.tall * 0.9

    @property
    def body(self) -> list[Word]:
        """Words between running head and footer."""
        return [word for word in self.words if word.top > 55 and word.bottom < self.foot - SAME_LINE]

    @property
    def lines(self) -> list[str]:
        found: list[list[Word]] = []
        for word in sorted(self.body, key=lambda word: (word.bottom, word.left)):
            if not found or word.bottom - found[-1][-1].bottom > SAME_LINE:
                found.append([])
            found[-1].append(word)
        return [" ".join(word.text for word in sorted(line, key=lambda word: word.left)) for line in found]


def sheets(data: bytes) -> list[Sheet]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(data)
        read = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, check=True)
    return [sheet(page) for page in ElementTree.fromstring(read.stdout).iter(f"{HTML}page")]


def sheet(page: ElementTree.Element) -> Sheet:
    words = (
        Word(node.text or "", *(float(node.get(name)) for name in ("xMin", "yMin", "xMax", "yMax")))
        for node in page.iter(f"{HTML}word")
    )
    return Sheet(float(page.get("width")), float(page.get("height")), tuple(words))


def headings(document: Document) -> set[str]:
    """What stands over something: titles, captions, titles of panels, bands."""
    found = {page.title for page in document.pages}
    for page in document.pages:
        for block in page.blocks:
            if isinstance(block, Table):
                found |= {block.caption, *(row.band.text for row in block.rows if row.band)}
            elif isinstance(block, Panel):
                found.add(block.title)
    return {squeezed(words) for words in found}


def keys(document: Document) -> set[str]:
    """Words that explain a table: its note, and what its columns mean."""
    found = set()
    for _, table in document.tables():
        said = " ".join(f"{column.title}: {column.note}" for column in table.columns if column.note)
        found |= {squeezed(table.note), squeezed(said), squeezed(f"{table.note} {said}")}
    return found - {""}


def squeezed(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


def faults(data: bytes, document: Document) -> list[str]:
    """Pages with only a key, with a heading at their end, or with words over their footer."""
    found = []
    over, explained = headings(document), keys(document)
    for number, page in enumerate(sheets(data), 1):
        if number < 3 or not page.lines:
            continue
        lines = page.lines
        if any(squeezed(" ".join(lines[-count:])) in over for count in (1, 2)):
            found.append(f"page {number} ends with the heading {lines[-1]!r}")
        if squeezed(" ".join(lines)) in explained:
            found.append(f"page {number} holds nothing but a key")
        beside = [word for word in page.words if word.bottom > page.foot + 1 and word.top < page.foot - 1]
        if beside:
            found.append(f"page {number}: {beside[0].text!r} stands over the footer")
    return found
