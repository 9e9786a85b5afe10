"""Reading a page as a person would: words, links and tables of its HTML."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

SILENT = {"script", "style", "svg"}
BLOCKS = {"p", "li", "dt", "dd", "td", "th", "tr", "h1", "h2", "h3", "div", "option", "label"}
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Read:
    words: str = ""
    links: list[tuple[str, str]] = field(default_factory=list)  # address, words
    ids: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)  # tag, name, value
    tags: list[str] = field(default_factory=list)

    def link(self, words: str) -> str:
        """The address behind these words."""
        return next(address for address, said in self.links if said == words)


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page, self.open, self.link = Read(), [], None

    def handle_starttag(self, tag, attrs) -> None:
        self.page.tags.append(tag)
        self.page.words += " " if tag in BLOCKS else ""
        self.page.attributes += [(tag, name, value or "") for name, value in attrs]
        self.page.ids += [value for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)
        if tag == "a":
            self.link = (dict(attrs).get("href") or "", "")

    def handle_endtag(self, tag) -> None:
        while self.open and self.open.pop() != tag:
            pass
        if tag == "a" and self.link:
            self.page.links.append((self.link[0], " ".join(self.link[1].split())))
            self.link = None

    def handle_data(self, data) -> None:
        if not SILENT & set(self.open):
            self.page.words += data
            if self.link:
                self.link = (self.link[0], self.link[1] + data)


def read(response) -> Read:
    reader = Reader()
    reader.feed(response.content.decode())
    reader.page.words = " ".join(reader.page.words.split())
    return reader.page
