"""The paper of drawn series: what needs a look first, then a page for each."""

from dataclasses import replace

from outturn.core.report.charted.measure import LAST, Drawn
from outturn.core.report.document import (
    Block,
    Cell,
    Column,
    ColumnKind,
    Document,
    Facts,
    Page,
    PageKind,
    Paragraph,
    Row,
    Run,
    Table,
    anchor_of,
)
from outturn.core.report.reach import reach
from outturn.core.report.wording import counted

SUMMARY = "summary"


def make_book(drawn: list[Drawn], *, title: str, subtitle: str, organisation: str, made: str, source: str) -> Document:
    """`made`: the day, as 2025-01-14. `source`: the file that the figures come from."""
    ordered = [number_anchors(one, place) for place, one in enumerate(sorted(drawn, key=lambda one: one.priority), 1)]
    pages = tuple(page(one, len(drawn) > 1) for one in ordered)
    return Document(
        pack="charts", title=title, subtitle=subtitle, organisation=organisation, period=period(drawn), edition=made,
        as_known=made, release=0, definitions="none", pages=((summary(ordered), *pages) if len(drawn) > 1 else pages),
        sources=(source,),
    )  # fmt: skip


def number_anchors(one: Drawn, place: int) -> Drawn:
    """Its anchors with a number: names that differ by a space or a sign would share one."""
    picture = replace(one.picture, anchor=f"{one.picture.anchor}-{place}")
    return replace(one, picture=picture, table=replace(one.table, anchor=f"{one.table.anchor}-{place}"))


def anchor(one: Drawn) -> str:
    """Of the page; the picture has a number already."""
    return anchor_of("page", one.picture.anchor)


def period(drawn: list[Drawn]) -> str:
    """`Data to Oct 2024`: the newest period that most series with a value have."""
    newest = reach(one.until for one in drawn if one.until is not None)
    return f"Data to {newest[1]}" if newest else "As in the file"


def summary(drawn: list[Drawn]) -> Page:
    """Every series, what needs a look first on top."""
    needing, first = sum(one.priority < LAST for one in drawn), drawn[0]
    lead = f"None of {len(drawn):,} series stands out."
    if needing:
        verb = "needs" if needing == 1 else "need"
        lead = f"{counted(needing)} of {len(drawn):,} series {verb} a look. "
        lead += f"First: {first.name}, {lower(first.picture.title)}."
    advised = any(one.advice for one in drawn)
    columns = (
        Column("name", "Series", width=22),
        Column("latest", "Latest", ColumnKind.NUMBER, 8),
        Column("period", "Period", width=9),
        Column("finding", "Finding", width=34),
        *([Column("advice", "What to do", width=34)] if advised else []),
    )
    table = Table(anchor_of("all"), "All series", columns, tuple(row(one, advised) for one in drawn))
    return Page(
        SUMMARY,
        PageKind.SUMMARY,
        "What needs a look first",
        (Paragraph((Run(lead),), lead=True), table),
        sheet="Summary",
    )


def row(one: Drawn, advised: bool) -> Row:
    cells = [Cell(one.name, link=anchor(one)), one.latest, Cell(one.period or "–"), Cell(one.picture.title)]
    return Row((*cells, Cell(one.advice)) if advised else tuple(cells))


def page(one: Drawn, several: bool) -> Page:
    blocks: list[Block] = [Paragraph((Run(one.advice),), lead=True)] if one.advice else []
    blocks += [one.picture, *([Facts(one.facts)] if one.facts else []), one.table]
    found = one.picture.title
    title = found if found.startswith(one.name) else f"{one.name}: {lower(found)}"
    return Page(
        anchor(one), PageKind.MEASURE, title, tuple(blocks), section=one.name, sheet=one.name,
        back=SUMMARY if several else "", back_words="Back to all series" if several else "",
        finding=one.picture.anchor,
    )  # fmt: skip


def lower(finding: str) -> str:
    """As it stands after a colon."""
    return finding[:1].lower() + finding[1:]
