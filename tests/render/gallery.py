"""A paper of every picture: each beside facts, and all of them alone on one page."""

from dataclasses import replace

from render.paper import document, figure
from render.pictured import EMPTY, PICTURES

from outturn.core.report.document import Document, Fact, Facts, Page, PageKind

NAMED = {name: replace(picture, alt=f"{name}: {picture.alt}") for name, picture in PICTURES.items()}
"""With words of their own."""


def gallery() -> Document:
    facts = [
        Facts((Fact("Latest", figure(f"{name}/actual", 12.0)), Fact("Plan", figure(f"{name}/plan", 14.0))))
        for name in NAMED
    ]
    pages = tuple(
        Page(f"page-{name}", PageKind.MEASURE, f"A page for {name}", (picture, some))
        for (name, picture), some in zip(NAMED.items(), facts, strict=True)
    )
    every = [replace(picture, anchor=f"{picture.anchor}-alone") for picture in NAMED.values()]
    empty = [replace(picture, anchor=f"{picture.anchor}-empty") for picture in EMPTY.values()]
    return replace(document(), pages=(*pages, Page("alone", PageKind.SECTION, "Pictures alone", (*every, *empty))))
