"""Every page that a reader can reach by following links from the front page, without a browser."""

from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.request import urlopen

LONG_ENOUGH = 400


class Parts(HTMLParser):
    """The links and the anchors of one page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a" and given.get("href"):
            self.links.append(given["href"] or "")
        if given.get("id"):
            self.anchors.add(given["id"] or "")


@dataclass(frozen=True)
class Found:
    """One address as answered: its status, what kind it is, and its text when it is a page."""

    status: int
    kind: str
    html: str = ""

    @property
    def is_page(self) -> bool:
        return self.kind == "text/html"


def fetch(url: str) -> Found:
    try:
        with urlopen(url, timeout=60) as answer:
            kind = answer.headers.get_content_type()
            return Found(answer.status, kind, answer.read().decode() if kind == "text/html" else "")
    except HTTPError as refusal:
        return Found(refusal.code, refusal.headers.get_content_type(), refusal.read().decode(errors="replace"))


def wander(site: str) -> tuple[dict[str, Found], list[str]]:
    """All pages and files linked from the front page on, by path with query; and what is wrong with the links.

    Orders and filters of one table are the same page to us: of each path we read the plain one and one with a query.
    """
    found: dict[str, Found] = {}
    wanted: list[tuple[str, str]] = [("/", "")]
    asked_anchors: list[tuple[str, str, str]] = []
    queried: set[str] = set()
    while wanted:
        path, origin = wanted.pop(0)
        plain, _, query = path.partition("?")
        if path in found or (query and plain in queried):
            continue
        assert len(found) < LONG_ENOUGH, f"more than {LONG_ENOUGH} pages: is there a link that never ends?"
        if query:
            queried.add(plain)
        found[path] = fetch(site + path)
        if found[path].status != 200 or not found[path].is_page:
            continue
        for link in Parts(found[path].html).links:
            target, anchor = urldefrag(urljoin(site + path, link))
            if target.startswith(site + "/"):
                parts = urlsplit(target)
                address = parts.path + (f"?{parts.query}" if parts.query else "")
                wanted.append((address, path))
                if anchor:
                    asked_anchors.append((address, anchor, path))
    wrong = [f"{path} answers {answer.status}" for path, answer in found.items() if answer.status != 200]
    anchors = {path: Parts(answer.html).anchors for path, answer in found.items() if answer.is_page}
    wrong += [
        f"{origin} links to {address}#{anchor}, which is not there"
        for address, anchor, origin in asked_anchors
        if address in anchors and anchor not in anchors[address]
    ]
    return found, wrong
