"""Shapes packs and editions for their pages."""

from collections.abc import Mapping
from dataclasses import dataclass

from outturn.core.catalogue import Pack
from outturn.core.report.say.contents import list_contents
from outturn.records.reports.models import Edition
from outturn.records.reports.queries import EditionRow, FileRow, describe_editions
from outturn.render.formats import FORMATS
from outturn.web.listing.showing import Listed
from outturn.web.seen import Seen


@dataclass(frozen=True)
class Download:
    title: str
    what: str
    href: str
    size: str
    sha256: str
    name: str


@dataclass(frozen=True)
class PackShown:
    slug: str
    title: str
    subtitle: str
    href: str
    newest: EditionRow | None
    newest_href: str
    count: int


@dataclass(frozen=True)
class PackPage:
    pack: Pack | None
    slug: str
    title: str
    contents: tuple[str, ...]
    listed: Listed[Edition]
    editions: tuple[tuple[EditionRow, str], ...]


@dataclass(frozen=True)
class EditionPage:
    edition: EditionRow
    pack_title: str
    pack_href: str
    contents: tuple[str, ...]
    downloads: tuple[Download, ...]
    manifest: Download | None
    as_known_href: str
    sample: str


def packs_page(seen: Seen, newest: Mapping[str, tuple[EditionRow, int]]) -> tuple[PackShown, ...]:
    return tuple(show_pack(seen, pack, *newest.get(pack.slug, (None, 0))) for pack in seen.definitions.packs.values())


def show_pack(seen: Seen, pack: Pack, newest: EditionRow | None, count: int) -> PackShown:
    href = seen.to("edition", pack.slug, newest.name) if newest else ""
    return PackShown(pack.slug, pack.title, pack.subtitle, seen.to("pack", pack.slug), newest, href, count)


def pack_page(seen: Seen, slug: str, title: str, listed: Listed[Edition]) -> PackPage:
    """`title`: of a pack that the definitions no longer hold."""
    pack = seen.definitions.packs.get(slug)
    rows = tuple((row, seen.to("edition", slug, row.name)) for row in describe_editions(listed.rows))
    return PackPage(
        pack, slug, pack.title if pack else title, list_contents(pack, seen.definitions) if pack else (), listed, rows
    )


def edition_page(seen: Seen, edition: EditionRow) -> EditionPage:
    pack = seen.definitions.packs.get(edition.pack)
    downloads = [download(seen, edition, row) for row in edition.files]
    shown = sorted((each for each in downloads if each.name != "MANIFEST.json"), key=lambda each: place(each.name))
    return EditionPage(
        edition=edition,
        pack_title=pack.title if pack else edition.title,
        pack_href=seen.to("pack", edition.pack),
        contents=list_contents(pack, seen.definitions) if pack else (),
        downloads=tuple(shown),
        manifest=next((each for each in downloads if each.name == "MANIFEST.json"), None),
        as_known_href=f"{seen.to('scorecard').split('?')[0]}?as-known={edition.as_known}",
        sample=pack.sample if pack else "",
    )


def download(seen: Seen, edition: EditionRow, row: FileRow) -> Download:
    """What a file is called; one that an earlier version made in a format of its own is named as it is."""
    known = FORMATS.get(row.name)
    title, what = (known.title, known.what) if known else (row.name, "A file of this edition")
    href = seen.to("edition-file", edition.pack, edition.name, row.name).split("?")[0]
    return Download(title, what, href, size_words(row.size), row.sha256, row.name)


def place(name: str) -> int:
    """Files stand in the order of the formats, others after them."""
    return list(FORMATS).index(name) if name in FORMATS else len(FORMATS)


def size_words(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000)):,d} KB"
