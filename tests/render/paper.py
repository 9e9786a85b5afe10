"""A small paper that holds every awkward form a report can have, for the renderers to draw."""

from dataclasses import replace

from render.drawn import CHARTS, EMOJI, HOSTILE, MARKS, RIGHT_TO_LEFT, process_chart

from outturn.core.catalogue import Shape
from outturn.core.report.document import (
    Band,
    Cell,
    Chip,
    Column,
    ColumnKind,
    Document,
    Fact,
    Facts,
    Page,
    PageKind,
    Panel,
    PanelTone,
    Paragraph,
    Row,
    Run,
    Table,
)
from outturn.core.report.document_kinds import Arrow, Status, Tone
from outturn.core.report.pictures import RankStrip
from outturn.core.units import Unit, show, show_signed

GREEN, RED = Chip(Status.GREEN, "Green", "G", Shape.CIRCLE), Chip(Status.RED, "Red", "R", Shape.SQUARE)
YELLOW, GREY = Chip(Status.YELLOW, "Yellow", "Y", Shape.TRIANGLE), Chip(Status.GREY, "Not rated", "", Shape.DASH)
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2


def figure(key: str, value: float | None, unit: str = "count", decimals: int = 0, scale: str = "") -> Cell:
    text = show(value, Unit(unit), decimals, scale=scale, table=True)
    state = "known" if value is not None else "not_available"
    return Cell(text, value, unit, decimals, scale, state, key)


def scorecard() -> Table:
    columns = (
        Column("priority", "Priority", ColumnKind.LINK, 30),
        Column("rating", "Rating", ColumnKind.CHIP, 9, "By the plan 5% scheme"),
        Column("period", "Period", width=10),
        Column("actual", "Actual", ColumnKind.NUMBER, 10),
        Column("gap", "Gap", ColumnKind.NUMBER, 9),
        Column("movement", "Movement", ColumnKind.MOVEMENT, 10),
        Column("trend", "Trend", ColumnKind.TREND, 14),
        Column("variation", "Variation", ColumnKind.MARKS, 10),
        Column("rank", "Rank", ColumnKind.NUMBER, 8),
    )
    waits = Row(
        (
            Cell("Waits", link="waits", note="The whole wording of the priority"),
            Cell("Red", chip=RED, note="Printed Yellow"),
            Cell("Oct 2024"),
            figure("waits/actual", 56.7, "percent", 1),
            Cell(show_signed(-1.2, Unit.PERCENT, 1), -1.2, "percent", 1, key="waits/gap"),
            Cell("Worse", arrow=Arrow.DOWN, tone=Tone.WORSENING),
            Cell("55% to 57%", trend=(55.2, None, 56.6, 56.7), trend_target=57.0, trend_good="higher"),
            Cell("Concern; hit or miss", marks=MARKS),
            Cell("30 of 42", 30, "count", key="waits/rank"),
        ),
        anchor="row-waits",
        band=Band("Urgent care"),
    )
    hidden = Row(
        (
            Cell(HOSTILE),
            Cell("Not rated", chip=GREY),
            Cell("Q2 2024/25"),
            Cell("*", state="suppressed", key="oap/actual"),
            Cell("–"),
            Cell(),
            Cell("Too few values"),
            Cell(),
            Cell("–"),
        ),
        anchor="row-oap",
        band=Band(f"Mental health {RIGHT_TO_LEFT}"),
    )
    return Table(
        "scorecard-table", "Plan, actual and rating", columns, (waits, hidden), note="Rated by the plan 5% scheme."
    )


def long_table(rows: int) -> Table:
    columns = (
        Column("period", "Period", width=14),
        Column("value", "Value", ColumnKind.NUMBER),
        Column("value_again", "Value", ColumnKind.NUMBER),
        Column("deficit", "Deficit", ColumnKind.NUMBER),
    )
    body = tuple(
        Row(
            (
                Cell(f"Period {n}"),
                figure(f"long/actual/{n}", float(n * 1001)),
                figure(f"long/time/{n}", float(n * 97), "duration"),
                figure(f"long/money/{n}", -1000.5 * n, "money", 1, "k"),
            )
        )
        for n in range(rows)
    )
    return Table("long", "A long series", columns, body)


def measure() -> Page:
    facts = Facts(
        (
            Fact("Latest", figure("waits/actual", 56.7, "percent", 1), "Oct 2024"),
            Fact("Plan", figure("waits/plan", 58.9, "percent", 1)),
            Fact("Rating", Cell("Red", chip=RED), "56.7% misses it by 2.2 points."),
            Fact("Movement", Cell("Worse", arrow=Arrow.DOWN, tone=Tone.WORSENING)),
            Fact("Variation", Cell("Concern; hit or miss", marks=MARKS), "Explain and escalate."),
            Fact("Forecast", figure("waits/forecast", 57.2, "percent", 1), "95% interval 51.0% to 63.0%"),
        )
    )
    words = (
        Run("Discharge is slow. ", strong=True),
        Run(HOSTILE),
        Run(" See "),
        Run("the summary", link="summary"),
        Run(EMOJI),
    )
    return Page(
        "waits",
        PageKind.MEASURE,
        "Waits: off plan since June; getting worse",
        (
            Paragraph((Run("The whole wording of the priority"),), lead=True),
            process_chart(),
            facts,
            Panel(PanelTone.ARGUE, "Rating and chart differ", ((Run("Green by chance."),),)),
            Panel(PanelTone.RISK, "Risks", (words,) * 2),
            Panel(
                PanelTone.MITIGATION, "What is being done", (), empty="Off plan, and no mitigation has been written."
            ),
            long_table(19),
        ),
        "Urgent care",
        "A&E: waits/[four] hours?",
        "row-waits",
        "Back to the summary",
    )


def document() -> Document:
    summary = Page(
        "summary",
        PageKind.SUMMARY,
        "One of two is off plan",
        (
            Paragraph((Run("Waits are off plan", strong=True, link="waits"), Run("; nothing else is."))),
            Facts((Fact("Red", figure("summary/red", 1.0)), Fact("Rating", Cell("Yellow", chip=YELLOW)))),
            scorecard(),
            Table("none", "Figures restated", (Column("measure", "Measure"),), (), empty="No figure was restated."),
        ),
    )
    ranks = Page(
        "ranks",
        PageKind.RANKS,
        "Third and thirty-ninth of 42",
        (
            RankStrip(
                "strip",
                "Ranks",
                "Ranks of two measures",
                ((HOSTILE, 3, 42, "3 of 42"), ("Infection", 39, 42, "39 of 42")),
            ),
        ),
        back="summary",
    )
    charts = Page(
        "charts",
        PageKind.SECTION,
        "Charts of every kind",
        tuple(chart for name, chart in CHARTS.items() if name != "process"),
    )
    appendix = Page(
        "appendix",
        PageKind.APPENDIX,
        f"Every figure {RIGHT_TO_LEFT}",
        (replace(long_table(70), anchor="long-2"),),
        sheet="History",
    )
    odd = Page(
        "odd",
        PageKind.METHOD,
        f"{HOSTILE} {LONG_WORD}",
        (Panel(PanelTone.NOTE, HOSTILE, ((Run(LONG_WORD * 3),),) * 40),),
        sheet="history",
    )
    return Document(
        "pack",
        "A report & more <b>",
        HOSTILE,
        "LLR ICB",
        "Data to Oct 2024",
        "2025-01-14",
        "14 January 2025 (release 2)",
        2,
        "a1b2c3d4e5f60718",
        (summary, measure(), ranks, charts, appendix, odd),
        ("Published statistics",),
        "Invented for tests.",
    )
