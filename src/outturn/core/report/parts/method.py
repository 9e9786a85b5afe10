"""How to read the paper: ratings, charts, sources."""

from outturn.core.report.cells import chip_of
from outturn.core.report.document import (
    Block,
    Cell,
    Column,
    ColumnKind,
    Page,
    PageKind,
    Panel,
    PanelTone,
    Row,
    Run,
    Table,
)
from outturn.core.report.paper import Paper
from outturn.core.report.pictures import Mark, MarkKind
from outturn.core.report.say.icons import ASSURANCE_WORDS, VARIATION_WORDS


def page(paper: Paper, title: str) -> Page:
    used = sorted({result.rating.scheme for result in paper.results if result.rating.scheme})
    blocks: list[Block] = [scheme_table(paper, slug) for slug in used]
    blocks.append(icons())
    blocks.append(Panel(PanelTone.NOTE, "How figures are held", tuple((Run(words),) for words in HELD)))
    if paper.pack.sources:
        blocks.append(Panel(PanelTone.NOTE, "Sources", tuple((Run(source),) for source in paper.pack.sources)))
    return Page("method", PageKind.METHOD, title, tuple(blocks), sheet="How to read")


HELD = (
    "Every figure is kept with the period it is about and the release in which it became known. This paper shows what "
    "was known on its date; later corrections do not change it.",
    "A small number that could identify a person is suppressed and shown as *. It is neither zero nor missing, is not "
    "plotted, and is rated only when every number it could be would be rated the same.",
    "An ambition is a goal for a later date. It is never compared with the figure of a month.",
    "Charts use statistical process control from 13 points on: limits show the range that the process produces by "
    "itself. A point is called a change only when a rule says it is unlikely to be chance.",
)


def scheme_table(paper: Paper, slug: str) -> Table:
    scheme = paper.catalogue.schemes[slug]
    columns = (Column("rating", "Rating", ColumnKind.CHIP, 12), Column("meaning", "Meaning", ColumnKind.TEXT, 60))
    rows = tuple(Row((Cell(band.word, chip=chip_of(band)), Cell(band.meaning))) for band in scheme.bands)
    return Table(
        f"scheme-{slug}", f"Ratings: {scheme.title} (version {scheme.version})", columns, rows, note=scheme.note
    )


def icons() -> Table:
    columns = (Column("icon", "Icon", ColumnKind.MARKS, 10), Column("meaning", "Meaning", ColumnKind.TEXT, 60))
    marks = [Mark(MarkKind.VARIATION, key, words) for key, words in VARIATION_WORDS.items()]
    marks += [Mark(MarkKind.ASSURANCE, key, words) for key, words in ASSURANCE_WORDS.items()]
    rows = tuple(Row((Cell(mark.word, marks=(mark,)), Cell(mark.word))) for mark in marks)
    return Table("icons", "Variation and assurance icons", columns, rows)
