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
from outturn.core.report.wording import lower_first, spell

SUMMARY = "summary"


def make_book(drawn: list[Drawn], *, title: str, subtitle: str, organisation: str, made: str, source: str) -> Document:
    """`made`: the day, as 2025-01-14. `source`: the file that the figures come from."""
    ordered = [
        number_anchors(each, place) for place, each in enumerate(sorted(drawn, key=lambda each: each.priority), 1)
    ]
    pages = tuple(page(each, len(drawn) > 1) for each in ordered)
    return Document(
        pack="charts", title=title, subtitle=subtitle, organisation=organisation, period=period(drawn), edition=made,
        as_known=made, release=0, definitions="none", pages=((summary(ordered), *pages) if len(drawn) > 1 else pages),
        sources=(source,),
    )  # fmt: skip


def number_anchors(drawn: Drawn, place: int) -> Drawn:
    """Its anchors with a number: names that differ by a space or a sign would share one."""
    picture = replace(drawn.picture, anchor=f"{drawn.picture.anchor}-{place}")
    return replace(drawn, picture=picture, table=replace(drawn.table, anchor=f"{drawn.table.anchor}-{place}"))


def anchor(drawn: Drawn) -> str:
    """Of the page; the picture has a number already."""
    return anchor_of("page", drawn.picture.anchor)


def period(drawn: list[Drawn]) -> str:
    """`Data to Oct 2024`: the newest period that most series with a value have."""
    newest = reach(each.until for each in drawn if each.until is not None)
    return f"Data to {newest[1]}" if newest else "As in the file"


def summary(drawn: list[Drawn]) -> Page:
    """Every series, what needs a look first on top."""
    needing, first = sum(each.priority < LAST for each in drawn), drawn[0]
    lead = f"None of {len(drawn):,} series stands out."
    if needing:
        verb = "needs" if needing == 1 else "need"
        lead = f"{spell(needing)} of {len(drawn):,} series {verb} a look. "
        lead += f"First: {first.name}, {lower_first(first.picture.title)}."
    advised = any(each.advice for each in drawn)
    columns = (
        Column("name", "Series", width=22),
        Column("latest", "Latest", ColumnKind.NUMBER, 8),
        Column("period", "Period", width=9),
        Column("finding", "Finding", width=34),
        *([Column("advice", "What to do", width=34)] if advised else []),
    )
    table = Table(anchor_of("all"), "All series", columns, tuple(row(each, advised) for each in drawn))
    return Page(
        SUMMARY,
        PageKind.SUMMARY,
        "What needs a look first",
        (Paragraph((Run(lead),), lead=True), table),
        sheet="Summary",
    )


def row(drawn: Drawn, advised: bool) -> Row:
    cells = [Cell(drawn.name, link=anchor(drawn)), drawn.latest, Cell(drawn.period or "–"), Cell(drawn.picture.title)]
    return Row((*cells, Cell(drawn.advice)) if advised else tuple(cells))


def page(drawn: Drawn, several: bool) -> Page:
    blocks: list[Block] = [Paragraph((Run(drawn.advice),), lead=True)] if drawn.advice else []
    blocks += [drawn.picture, *([Facts(drawn.facts)] if drawn.facts else []), drawn.table]
    finding = drawn.picture.title
    title = finding if finding.startswith(drawn.name) else f"{drawn.name}: {lower_first(finding)}"
    return Page(
        anchor(drawn), PageKind.MEASURE, title, tuple(blocks), section=drawn.name, sheet=drawn.name,
        back=SUMMARY if several else "", back_words="Back to all series" if several else "",
        finding=drawn.picture.anchor,
    )  # fmt: skip
