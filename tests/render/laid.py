"""Pages that are hard to lay out: tables of any length, texts longer than a page."""

from dataclasses import replace

from render.paper import document

from outturn.core.report.document import (
    Band,
    Cell,
    Column,
    ColumnKind,
    Document,
    Page,
    Panel,
    PanelTone,
    Paragraph,
    Row,
    Run,
    Table,
)

KEY = (
    Column("measure", "Measure", ColumnKind.TEXT, 30, "Follow the link for the measure's own page"),
    Column(
        "rating",
        "Rating",
        ColumnKind.TEXT,
        10,
        "By the framework's scheme; what the source printed is shown where it differs",
    ),
    Column("actual", "Actual", ColumnKind.NUMBER, 12, "The latest figure"),
)
NOTE = "Compared with what was known on 12 December 2024."


def table(rows: int, anchor: str = "t", every: int = 7, **more) -> Table:
    """A band before every seventh row."""
    made = tuple(
        Row(
            (Cell(f"Measure {anchor} {n}"), Cell("Green"), Cell(str(n), n, "count")),
            band=Band(f"Band {n // every}") if n % every == 0 else None,
        )
        for n in range(rows)
    )
    return Table(anchor, f"Table {anchor}", KEY, made, **{"note": NOTE} | more)


def page(anchor: str, *blocks, kind: str = "scorecard") -> Page:
    lead = Paragraph((Run(f"What is said first of {anchor}."),), lead=kind != "appendix")
    return Page(anchor, kind, f"Title of {anchor}", (lead, *blocks), section="Urgent care")


def paper(*pages: Page) -> Document:
    return replace(document(), pages=pages)


SENTENCE = "People wait longer for assessment and relapse becomes more likely. "


def panels(count: int, letters: int, items: int) -> tuple[Panel, ...]:
    """Panels of so many items that have so many letters together; each item ends with its place."""
    text = SENTENCE * (letters // len(SENTENCE) // items + 1)
    return tuple(
        Panel(PanelTone.RISK, f"Panel {n}", tuple(said(text, f"End{n}x{item}") for item in range(items)))
        for n in range(count)
    )


def said(text: str, end: str) -> tuple[Run, ...]:
    return (Run("Title. ", strong=True), Run(f"{text} {end}."))


def ends(count: int, items: int) -> list[str]:
    return [f"End{n}x{item}" for n in range(count) for item in range(items)]
