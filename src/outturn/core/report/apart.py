"""Pages told apart: by anchor, where links point, and by title, which bookmarks, slides and readers use."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from outturn.core.report.document import Page, Table
from outturn.core.report.pictures import Picture

NAMED = ("anchor", "link", "back", "finding")
Part = tuple[str, list[Page]]
"""What the part draws from (the title of a framework, or nothing), and its pages."""


def tell_apart(parts: list[Part]) -> tuple[Page, ...]:
    """The pages of all parts. An anchor or a title that stands already is given anew; links inside a part follow."""
    given: set[str] = set()
    found: list[tuple[str, Page]] = []
    for origin, pages in parts:
        own = {anchor for page in pages for anchor in anchors(page)}
        names = fresh(own & given, own | given)
        for page in (rename_anchors(each, names) for each in pages):
            found.append((origin, rename_anchors(page, fresh(set(anchors(page)) & given, given))))
            given |= set(anchors(found[-1][1]))
    return give_titles(found)


def anchors(page: Page) -> Iterator[str]:
    yield page.anchor
    for block in page.blocks:
        if isinstance(block, Table | Picture):
            yield block.anchor
        if isinstance(block, Table):
            yield from (row.anchor for row in block.rows if row.anchor)


def fresh(wanted: set[str], taken: set[str]) -> dict[str, str]:
    """`scorecard` -> `scorecard-2`, or the next number that is free."""
    return {
        name: next(f"{name}-{number}" for number in range(2, len(taken) + 3) if f"{name}-{number}" not in taken)
        for name in wanted
    }


def rename_anchors(value: Any, names: dict[str, str]) -> Any:
    """The same, with its anchors and the links to them under their new names."""
    if not names:
        return value
    if isinstance(value, tuple):
        return tuple(rename_anchors(each, names) for each in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {}
    for field in fields(value):
        was = getattr(value, field.name)
        now = names.get(was, was) if field.name in NAMED else rename_anchors(was, names)
        if now is not was:
            changed[field.name] = now
    return replace(value, **changed)


def give_titles(found: list[tuple[str, Page]]) -> tuple[Page, ...]:
    """Titles that stand twice say their section, then what they are drawn from, then a number."""
    for more in (lambda origin, page: page.section, lambda origin, page: origin):
        found = [(origin, page) for (origin, _), page in zip(found, distinct(found, more), strict=True)]
    seen: Counter[str] = Counter()
    made = []
    for _, page in found:
        title = page.title
        while seen[title]:
            seen[page.title] += 1
            title = f"{page.title} ({seen[page.title]})"
        seen[title] += 1
        made.append(replace(page, title=title))
    return tuple(made)


def distinct(found: list[tuple[str, Page]], more: Callable[[str, Page], str]) -> Iterator[Page]:
    times = Counter(page.title for _, page in found)
    for origin, page in found:
        words = more(origin, page)
        said = f"({words})" in page.title or words == page.title
        yield replace(page, title=f"{page.title} ({words})") if times[page.title] > 1 and words and not said else page
