"""A small paper that holds every awkward form a report can have, for the renderers to draw."""

from dataclasses import replace

from render.drawn import CHARTS, EMOJI, HOSTILE, MARKS, RIGHT_TO_LEFT, process_chart

from outturn.core.report.document import (
    Cell,
    Chip,
    Column,
    Document,
    Fact,
    Facts,
    Page,
    Panel,
    Paragraph,
    Row,
    Run,
    Table,
)
from outturn.core.report.pictures import RankStrip
from outturn.core.units import Unit, show, show_signed

GREEN, RED = Chip("green", "Green", "G", "circle"), Chip("red", "Red", "R", "square")
YELLOW, GREY = Chip("yellow", "Yellow", "Y", "triangle"), Chip("grey", "Not rated", "", "dash")
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2


def figure(key: str, value: float | None, unit: str = "count", decimals: int = 0, scale: str = "") -> Cell:
    text = show(value, Unit(unit), decimals, scale=scale, table=True)
    state = "known" if value is not None else "not_available"
    return Cell(text, value, unit, decimals, scale, state, key)


def scorecard() -> Table:
    columns = (
        Column("Priority", "link", 30),
        Column("Rating", "chip", 9, "By the plan 5% scheme"),
        Column("Period", width=10),
        Column("Actual", "number", 10),
        Column("Gap", "number", 9),
        Column("Movement", "movement", 10),
        Column("Trend", "trend", 14),
        Column("Variation", "marks", 10),
        Column("Rank", "number", 8),
    )
    waits = Row(
        (
            Cell("Waits", link="waits", note="The whole wording of the priority"),
            Cell("Red", chip=RED, note="Printed Yellow"),
            Cell("Oct 2024"),
            figure("waits/actual", 56.7, "percent", 1),
            Cell(show_signed(-1.2, Unit.PERCENT, 1), -1.2, "percent", 1, key="waits/gap"),
            Cell("Worse", arrow="down", tone="worsening"),
            Cell("55% to 57%", trend=(55.2, None, 56.6, 56.7), trend_target=57.0),
            Cell("Concern; hit or miss", marks=MARKS),
            Cell("30 of 42", 30, "count", key="waits/rank"),
        ),
        anchor="row-waits",
        heading="Urgent care",
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
        heading=f"Mental health {RIGHT_TO_LEFT}",
    )
    return Table(
        "scorecard-table", "Plan, actual and rating", columns, (waits, hidden), note="Rated by the plan 5% scheme."
    )


def long_table(rows: int) -> Table:
    columns = (
        Column("Period", width=14),
        Column("Value", "number"),
        Column("Value", "number"),
        Column("Deficit", "number"),
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
            Fact("Movement", Cell("Worse", arrow="down", tone="worsening")),
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
        "measure",
        "Waits: off plan since June; getting worse",
        (
            Paragraph((Run("The whole wording of the priority"),), lead=True),
            process_chart(),
            facts,
            Panel("argue", "Rating and chart differ", ((Run("Green by chance."),),)),
            Panel("risk", "Risks", (words,) * 2),
            Panel("mitigation", "What is being done", (), empty="Off plan, and no mitigation has been written."),
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
        "summary",
        "One of two is off plan",
        (
            Paragraph((Run("Waits are off plan", strong=True, link="waits"), Run("; nothing else is."))),
            Facts((Fact("Red", figure("summary/red", 1.0)), Fact("Rating", Cell("Yellow", chip=YELLOW)))),
            scorecard(),
            Table("none", "Figures restated", (Column("Measure"),), (), empty="No figure was restated."),
        ),
    )
    ranks = Page(
        "ranks",
        "ranks",
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
        "charts", "section", "Charts of every kind", tuple(chart for name, chart in CHARTS.items() if name != "process")
    )
    appendix = Page(
        "appendix",
        "appendix",
        f"Every figure {RIGHT_TO_LEFT}",
        (replace(long_table(70), anchor="long-2"),),
        sheet="History",
    )
    odd = Page(
        "odd",
        "method",
        f"{HOSTILE} {LONG_WORD}",
        (Panel("note", HOSTILE, ((Run(LONG_WORD * 3),),) * 40),),
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
