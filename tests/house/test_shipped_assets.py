"""Nothing that a browser would fetch comes from another host: readers on closed networks, and nobody is counted."""

import re

import pytest
from house.project import ROOT, tracked

FETCHED = re.compile(
    r"""url\(\s*['"]?(?:https?:)?//"""
    r"""|@import\s+['"](?:https?:)?//"""
    r"""|\b(?:src|srcset|poster|action|data)\s*=\s*['"]?(?:https?:)?//"""
    r"""|<link\b[^>]*\bhref\s*=\s*['"]?(?:https?:)?//"""
    r"""|\b(?:fetch|import|open|Worker|EventSource|importScripts)\(\s*['"`](?:https?:|wss?:)?//"""
    r"""|\bfrom\s*['"](?:https?:)?//"""
    r"""|sourceMappingURL""",
    re.IGNORECASE,
)

CAUGHT = [
    "src: url(https://fonts.example.org/a.woff2)",
    '@import "//cdn.example.org/a.css"',
    '<script src="https://cdn.example.org/a.js">',
    '<link rel="stylesheet" href="https://cdn.example.org/a.css">',
    'fetch("https://api.example.org")',
    'import x from "https://cdn.example.org/x.js"',
]
LEFT = [
    '<svg xmlns="http://www.w3.org/2000/svg">',
    '<a href="https://example.org">the publication</a>',
    "url(images/a.svg)",
]


@pytest.mark.parametrize("line", CAUGHT)
def test_a_request_to_another_host_is_seen(line):
    assert FETCHED.search(line)


@pytest.mark.parametrize("line", LEFT)
def test_names_and_links_are_not_requests(line):
    assert not FETCHED.search(line)


def shipped():
    suffixes = {".css", ".js", ".mjs", ".html", ".jinja", ".svg", ".j2"}
    return [path for path in tracked("src/outturn") if path.suffix in suffixes]


@pytest.mark.parametrize("path", shipped(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_shipped_file_asks_no_other_host(path):
    text = path.read_text(encoding="utf-8")
    assert not FETCHED.search(text), f"{path.relative_to(ROOT)} fetches {FETCHED.search(text).group()!r}: vendor it"


def test_the_vendored_front_end_is_the_one_the_macros_were_made_for():
    from importlib.metadata import metadata

    script = (ROOT / "scripts/vendor").read_text()
    shipped_version = re.search(r'NHSUK, HTMX, SOURCE_SANS = "([\d.]+)"', script).group(1)
    described = metadata("nhsuk-frontend-jinja")
    row = rf"\| {re.escape(shipped_version)} \| {re.escape(described['Version'])} \|"
    assert re.search(row, described.get_payload()), (
        "scripts/vendor and nhsuk-frontend-jinja speak of different versions"
    )


@pytest.mark.parametrize(
    "folder", ["src/outturn/web/static/nhsuk", "src/outturn/web/static/htmx", "src/outturn/render/fonts"]
)
def test_what_others_made_keeps_its_licence(folder):
    names = {path.name for path in (ROOT / folder).iterdir()}
    assert names & {"LICENSE.txt", "OFL.md"}
