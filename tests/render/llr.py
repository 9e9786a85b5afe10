"""A realistic Document for the renderers, made from the LLR extracts: every awkward form is in it.

The product builds its own Document; this one only has to look like it, and needs no other part of the product.
"""

import csv
import functools
from datetime import date
from pathlib import Path

from outturn.core.report.document import (
    Cell, Chart, Chip, Column, Document, Fact, Facts, Fan, Flag, Mark, Page, Panel, Paragraph, RankStrip, Row, Run, Table, anchor_of,
)  # fmt: skip
from outturn.core.units import Unit, show, show_signed

SOURCE = Path(__file__).parents[2] / ".." / "shared" / "llr" / "llr_priorities"
UNITS = {"percent": "percent", "count": "count", "duration_s": "duration", "gbp_k": "money", "rate": "rate"}
CHIPS = {
    "Green": Chip("green", "Green", "G", "circle"),
    "Yellow": Chip("yellow", "Yellow", "Y", "triangle"),
    "Amber": Chip("amber", "Amber", "A", "triangle"),
    "Red": Chip("red", "Red", "R", "square"),
    "Grey": Chip("grey", "Not rated", "", "dash"),
}
AMBITIONS = {
    "ae_4h_type1": (Flag("78% by Mar 2025", date(2025, 3, 31), 78.0),),
    "cancer_62d": (Flag("70% by Mar 2025", date(2025, 3, 31), 70.0),),
    "cancer_fds": (Flag("77% by Mar 2025", date(2025, 3, 31), 77.0), Flag("80% by Mar 2026", date(2026, 3, 31), 80.0)),
    "cvdp007hyp": (Flag("Ambition", date(2028, 3, 31), 80.0),),
}


def rows(name: str) -> list[dict[str, str]]:
    with (SOURCE / f"{name}.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def number(text: str) -> float | None:
    return float(text) if text else None


def month(row: dict[str, str]) -> str:
    return date.fromisoformat(row["period_end"]).strftime("%b %Y") if row["period_end"] else "–"


def decimals_of(row: dict[str, str], printed: str) -> int:
    text = row[printed].strip("%()")
    return min(len(text.split(".")[1].split()[0]), 2) if "." in text else 0


def figure(key: str, value: float | None, unit: str, decimals: int, printed: str = "") -> Cell:
    state = "suppressed" if printed.strip().endswith("*") else "known" if value is not None else "not_available"
    scale = "k" if unit == "money" else ""
    if unit not in UNITS.values():
        return Cell(text=printed or "n/a", key=key)
    shown = "*" if state == "suppressed" else show(value, Unit(unit), decimals, scale=scale, table=True)
    return Cell(text=shown, value=value, unit=unit, decimals=decimals, scale=scale, state=state, key=key)


def limits(values: tuple[float | None, ...]) -> tuple[float, float, float] | None:
    known = [v for v in values if v is not None]
    if len(known) < 13:
        return None
    mean = sum(known) / len(known)
    moves = [abs(b - a) for a, b in zip(values, values[1:], strict=False) if a is not None and b is not None]
    return mean, mean - 2.66 * sum(moves) / len(moves), mean + 2.66 * sum(moves) / len(moves)


def chip_of(row: dict[str, str]) -> Chip:
    plan, actual = number(row["plan_num"]), number(row["actual_num"])
    if row["rag_printed"] in CHIPS:
        return CHIPS[row["rag_printed"]]
    if plan is None or actual is None:
        return CHIPS["Grey"]
    worse = (plan - actual) if row["better"] == "higher" else (actual - plan)
    return CHIPS["Green"] if worse <= 0 else CHIPS["Yellow"] if plan and worse / plan <= 0.05 else CHIPS["Red"]


@functools.cache
def series() -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for row in rows("series"):
        if row["copy"] == "1" and row["placeholder"] == "no":
            found.setdefault(row["measure_id"], []).append(row)
    return found


def chart(measure: str, title: str, name: str, higher: bool) -> Chart:
    points = series()[measure]
    unit = UNITS.get(next((p["value_unit"] for p in points if p["value_unit"] in UNITS), "count"), "count")
    decimals = max((decimals_of(p, "value_printed") for p in points), default=0)
    values = tuple(number(p["value_num"]) for p in points)
    spc = limits(values)
    n = len(points)
    flags, reasons = ["common_cause"] * n, [""] * n
    for i, v in enumerate(values):
        if spc and v is not None and not spc[1] <= v <= spc[2]:
            good = (v > spc[2]) == higher
            flags[i] = "special_cause_improvement" if good else "special_cause_concern"
            reasons[i] = "Above the upper limit" if v > spc[2] else "Below the lower limit"
    states = tuple(
        "suppressed" if p["suppressed"] == "yes" else "known" if v is not None else "not_available"
        for p, v in zip(points, values, strict=True)
    )
    texts = tuple(
        "*" if s == "suppressed" else show(v, Unit(unit), decimals) for v, s in zip(values, states, strict=True)
    )
    dates = tuple(date.fromisoformat(p["period_end"]) for p in points)
    plan = tuple(number(p["trajectory_num"]) for p in points)
    last = values[-1]
    forecast = ()
    if spc and last is not None and measure in ("ae_4h_type1", "cancer_62d", "rtt_65w", "cat2_response"):
        ends = [date(2024, 11, 30), date(2024, 12, 31), date(2025, 1, 31), date(2025, 2, 28), date(2025, 3, 31)]
        w = (spc[2] - spc[0]) * 0.5
        forecast = tuple(
            Fan(d.strftime("%b %Y"), d, last, last - w * (k + 1) ** 0.5, last + w * (k + 1) ** 0.5)
            for k, d in enumerate(ends)
        )
    target_label, target = "", None
    if measure == "cat2_response":
        target, target_label, plan = 1800.0, "Target 30m 00s", ()
    return Chart(
        anchor=f"chart-{anchor_of(measure)}", kind="spc" if spc else "line" if n >= 3 else "bar", title=title,
        subtitle=f"{name}, LLR ICB, {'month' if n > 6 else 'quarter'}", alt=f"{title}. Latest {texts[-1]} in {dates[-1]:%b %Y}.",
        unit=unit, decimals=decimals, scale="", direction="higher" if higher else "lower",
        labels=tuple(d.strftime("%b %Y") for d in dates), dates=dates, values=values, texts=texts, states=states,
        flags=tuple(flags), reasons=tuple(reasons), restated=tuple(measure == "ae_4h_type1" and i == n - 3 for i in range(n)),
        mean=(spc[0],) * n if spc else (), lower=(spc[1],) * n if spc else (), upper=(spc[2],) * n if spc else (),
        plan=plan, plan_texts=tuple("" if v is None else show(v, Unit(unit), decimals) for v in plan), target=target, target_label=target_label,
        ambitions=AMBITIONS.get(measure, ()), forecast=forecast,
        rebases=((date(2024, 4, 1), "new triage model at the front door"),) if measure == "gp_2w" else (),
        marks=marks(spc, last, higher) if spc else (), unit_words={"percent": "%", "duration": "hh:mm:ss", "rate": "per 1,000"}.get(unit, ""),
    )  # fmt: skip


def marks(spc, last, higher: bool) -> tuple[Mark, ...]:
    kind = "common_cause"
    if last is not None and not spc[1] <= last <= spc[2]:
        kind = ("improvement" if (last > spc[2]) == higher else "concern") + ("_high" if last > spc[2] else "_low")
    return (
        Mark("variation", kind, kind.replace("_", " ").capitalize()),
        Mark("assurance", "inconsistent", "Hit or miss: may or may not meet the target"),
    )


def points_table(measure: str, row: dict[str, str]) -> Table:
    body = []
    for p in series()[measure]:
        unit, when = UNITS.get(p["value_unit"], "count"), month(p)
        key = f"{measure}/llr-icb/{{}}/month:{p['period_end']}"
        places = decimals_of(p, "value_printed")
        plan = figure(key.format("plan"), number(p["trajectory_num"]), unit, places)
        actual = figure(
            key.format("actual"), number(p["value_num"]), unit, places, "*" if p["suppressed"] == "yes" else ""
        )
        body.append(Row((Cell(when), actual, plan if plan.value is not None else Cell("–"), Cell("Common cause"))))
    columns = (
        Column("Period", width=12),
        Column("Actual", "number"),
        Column("Plan", "number"),
        Column("Chart says", width=20),
    )
    return Table(
        f"points-{anchor_of(measure)}",
        f"{row['priority_text'][:60]}: every value",
        columns,
        tuple(body),
        empty="No values yet.",
    )


def scorecard(entries: list[dict[str, str]], anchor: str) -> Table:
    columns = (
        Column("Priority", "link", 34), Column("Period", width=9), Column("Rating", "chip", 10, "Plan 5% scheme"), Column("Latest", "number", 9),
        Column("Plan", "number", 9), Column("Gap", "number", 9, "Latest minus plan, in the unit"), Column("Movement", "movement", 12),
        Column("24 months", "trend", 13), Column("Variation", "marks", 9), Column("Rank", "number", 7),
    )  # fmt: skip
    body, area = [], ""
    for r in entries:
        unit = UNITS.get(r["actual_unit"], "text")
        key = f"{r['measure_id']}/llr-icb/{{}}/{r['period_kind']}:{r['period_end']}"
        places = max(decimals_of(r, "actual_printed"), decimals_of(r, "plan_printed"))
        actual = figure(key.format("actual"), number(r["actual_num"]), unit, places, r["actual_printed"])
        plan = figure(
            key.format("plan"), number(r["plan_num"]), UNITS.get(r["plan_unit"], "text"), places, r["plan_printed"]
        )
        gap = Cell("–")
        if actual.value is not None and plan.value is not None:
            g = actual.value - plan.value
            gap = Cell(
                show_signed(g, Unit(unit), places, scale=actual.scale, table=True),
                g,
                unit,
                places,
                actual.scale,
                key=key.format("gap"),
            )
        trend = tuple(number(p["value_num"]) for p in series().get(r["measure_id"], []))[-24:]
        has_page = r["measure_id"] in series()
        body.append(Row(
            (
                Cell(r["priority_text"][:90], link=f"m-{anchor_of(r['measure_id'])}" if has_page else ""), Cell(month(r)), Cell(chip_of(r).word, chip=chip_of(r)),
                actual, plan, gap, Cell("Better", arrow="up", tone="improving") if has_page else Cell("–"),
                Cell(f"{len(trend)} months" if trend else "–", trend=trend, trend_target=plan.value),
                Cell("Common cause", marks=(Mark("variation", "common_cause", "Common cause"), Mark("assurance", "inconsistent", "Hit or miss"))) if has_page else Cell("–"),
                Cell("12 of 42", 12, "count", key=key.format("rank")) if r["measure_id"] == "gp_2w" else Cell("–"),
            ),
            anchor=f"row-{anchor_of(r['measure_id'])}", heading=r["area"] if r["area"] != area else "",
        ))  # fmt: skip
        area = r["area"]
    return Table(
        anchor,
        "Priorities: latest against plan",
        columns,
        tuple(body),
        note="Rated with the plan 5% scheme, version 1.",
    )


def measure_page(r: dict[str, str]) -> Page:
    name = r["measure_id"]
    unit, places = UNITS.get(r["actual_unit"], "text"), decimals_of(r, "actual_printed")
    chip = chip_of(r)
    title = {
        "red": "Off plan; no sign yet of getting better",
        "green": "On plan and steady",
        "yellow": "Close to plan; watch",
    }.get(chip.key, "Not rated: no plan for this period")
    risk = next((x for x in rows("risks_mitigations") if name in x["measure_id"].split(";")), None)
    items = lambda text: tuple((Run(part.strip().capitalize()),) for part in text.split(";") if part.strip())  # noqa: E731
    key = f"{name}/llr-icb/{{}}/{r['period_kind']}:{r['period_end']}"
    facts = Facts((
        Fact(f"Latest, {month(r)}", figure(key.format("actual"), number(r["actual_num"]), unit, places, r["actual_printed"]), "Higher is better" if r["better"] == "higher" else "Lower is better"),
        Fact("Plan", figure(key.format("plan"), number(r["plan_num"]), UNITS.get(r["plan_unit"], "text"), places, r["plan_printed"]), "Operational plan 2024/25"),
        Fact("Rating", Cell(chip.word, chip=chip, note="Adverse by 13.2% of plan; Red is more than 5%")),
    ))  # fmt: skip
    blocks = (
        chart(name, title, r["priority_text"][:70], r["better"] != "lower"), facts,
        Panel("argue", "The rating and the chart disagree", ((Run("Green this month, but the limits reach below the plan: about one month in four will miss by chance."),),)) if name == "ae_4h_type1" else Paragraph((Run("Steady.", strong=True),)),
        Panel("risks", "Risks", items(risk["risk_titles"]) if risk else (), empty="No risk has been written for this measure."),
        Panel("mitigations", "Mitigations", items(risk["mitigation_titles"]) if risk else (), empty="No mitigation has been written for this measure."),
        points_table(name, r),
        Paragraph((Run("Why this rating. ", strong=True), Run(f"Latest {r['actual_printed']} against plan {r['plan_printed'] or 'none'}, plan 5% scheme."))),
        Paragraph((Run("Source. ", strong=True), Run("Published monthly statistics; see "), Run("method", link="method"), Run("."))),
    )  # fmt: skip
    short = {"ae_4h_type1": "A&E 4 hours"}.get(name, name.replace("_", " ")[:25])
    return Page(
        f"m-{anchor_of(name)}",
        "measure",
        f"{short.capitalize()}: {title.lower()}",
        blocks,
        r["area"],
        short,
        "scorecard",
        "Back to the priorities",
    )


def finance() -> Page:
    columns = (
        Column("Indicator", width=40),
        Column("YTD plan", "number"),
        Column("YTD actual", "number"),
        Column("Rating", "chip"),
        Column("Year plan", "number"),
        Column("Forecast", "number"),
        Column("Rating", "chip"),
    )
    body = []
    for r in rows("finance_kpis"):
        unit = UNITS[r["unit"]]
        cell = lambda role, col: (
            figure(f"{r['kpi_id']}/llr-icb/{role}", number(r[col]), unit, 0) if r[col] else Cell("–")
        )  # noqa: E731, B023
        chip = lambda col: Cell(r[col], chip=CHIPS[r[col]]) if r[col] else Cell("–")  # noqa: E731, B023
        body.append(
            Row(
                (
                    Cell(r["kpi"]),
                    cell("ytd-plan", "ytd_target"),
                    cell("ytd-actual", "ytd_actual"),
                    chip("ytd_rating"),
                    cell("year-plan", "fy_target"),
                    cell("forecast", "fy_fot"),
                    chip("fy_rating"),
                )
            )
        )
    return Page("finance", "finance", "Seven of ten finance indicators are amber at month 7", (
        Paragraph((Run("The deficit is £15.8m worse than planned at month 7; the forecast still holds the plan."),), lead=True),
        Table("finance-table", "Finance indicators, year to date and full year (£k unless %)", columns, tuple(body)),
    ), "Finance", "Finance", "summary", "Back to the summary")  # fmt: skip


def ranks() -> Page:
    blocks: list = [
        Paragraph((Run("First quarter of 42 systems for nine measures; last quarter for ten."),), lead=True)
    ]
    for table, title in (("highest25", "Best quarter"), ("lowest25", "Worst quarter")):
        found = [r for r in rows("oversight_framework") if r["table"] == table]
        ranked = [r for r in found if r["rank"]]
        blocks.append(
            RankStrip(
                f"strip-{table}",
                title,
                f"{title}: ranks of {len(ranked)} measures",
                tuple(
                    (r["indicator"], int(r["rank"]), int(r["rank_of"]), f"{r['rank']} of {r['rank_of']}")
                    for r in ranked
                ),
            )
        )
        columns = (
            Column("Code", width=7),
            Column("Indicator", width=40),
            Column("Level", width=9),
            Column("Period", width=9),
            Column("Previous", "number"),
            Column("Latest", "number"),
            Column("National", "number"),
            Column("Rank", "number"),
        )
        body = []
        for r in found:
            unit = UNITS[r["unit"]]
            key = f"{r['code']}/{r['aggregation_source']}/{{}}/{r['period_end']}"
            cells = [
                figure(key.format(role), number(r[col]), unit, min(decimals_of(r, "latest_printed"), 2))
                if r[col]
                else Cell("–")
                for role, col in (("previous", "previous_num"), ("actual", "latest_num"), ("national", "national_num"))
            ]
            body.append(
                Row(
                    (
                        Cell(r["code"]),
                        Cell(r["indicator"]),
                        Cell(r["aggregation_source"]),
                        Cell(r["period_label"]),
                        *cells,
                        Cell(
                            f"{r['rank']} of {r['rank_of']}" if r["rank"] else "not ranked",
                            number(r["rank"]),
                            "count",
                            key=key.format("rank"),
                        ),
                    )
                )
            )
        blocks.append(Table(f"ranks-{table}", f"{title}: oversight indicators", columns, tuple(body)))
    return Page(
        "ranks",
        "ranks",
        "Among the best for waits, among the last for infection and screening",
        tuple(blocks),
        "Ranks",
        "Ranks",
        "summary",
        "Back to the summary",
    )


def appendix(entries: list[dict[str, str]]) -> Page:
    by = {r["measure_id"]: r for r in entries}
    tables = []
    for name in series():
        row = by.get(name, {"priority_text": "Rare events, untitled in the source"})
        table = points_table(name, row)
        tables.append(Table("appendix-" + table.anchor, table.caption, table.columns, table.rows))
    tables.append(
        Table(
            "appendix-empty",
            "Community waits over 52 weeks: every value",
            tables[0].columns,
            (),
            empty="No values have been loaded for this measure. Load them under Load data.",
        )
    )
    return Page(
        "appendix",
        "appendix",
        "Every series and its trajectory",
        tuple(tables),
        "Appendix",
        "Appendix",
        "summary",
        "Back to the summary",
    )


@functools.cache
def paper() -> Document:
    entries = rows("summary")
    seen: set[str] = set()
    pages = [
        summary(entries),
        Page(
            "scorecard",
            "scorecard",
            "Ten of 38 priorities are off plan; diagnostics furthest",
            (scorecard(entries, "priorities"),),
            "Priorities",
            "Priorities",
            "summary",
            "Back to the summary",
        ),
    ]
    for area in dict.fromkeys(r["area"] for r in entries):
        mine = [r for r in entries if r["area"] == area]
        pages.append(section(area, mine))
        for r in mine:
            if r["measure_id"] in series() and r["measure_id"] not in seen:
                pages.append(measure_page(r))
                seen.add(r["measure_id"])
    method = Page("method", "method", "How to read this report", (
        Paragraph((Run("A rating compares the latest value with the plan for the same period. "), Run("Yellow", strong=True), Run(" is adverse by up to 5% of the plan."))),
        Panel("note", "Marks", ((Run("* is a suppressed small number: neither zero nor missing."),), (Run("r is a figure restated in a later release."),))),
    ), "Method", "Method", "summary", "Back to the summary")  # fmt: skip
    pages += [finance(), ranks(), appendix(entries), method]
    return Document(
        "llr-performance", "LLR performance report", "National priorities, ratings and what is being done", "Leicester, Leicestershire and Rutland ICB",
        "Data to Oct 2024", "2025-01-14", "2025-01-14 (release 3)", 3, "a1b2c3d4e5f6", tuple(pages), ("NHS England published statistics", "LLR priorities report, December 2024"),
        "Commentary in this sample was written for demonstration.",
    )  # fmt: skip


def section(area: str, mine: list[dict[str, str]]) -> Page:
    anchor = f"s-{anchor_of(area)}"
    off = [r for r in mine if chip_of(r).key == "red"]
    return Page(anchor, "section", f"{area}: {len(off)} of {len(mine)} off plan", (
        Paragraph((Run(f"{len(off)} of {len(mine)} priorities are off plan."), Run(" Most pressure is at the front door and in diagnostics.")), lead=True),
        scorecard(mine, f"table-{anchor}"),
        Panel("good news", "Good news", ((Run("A new community diagnostic centre opened and is seeing 400 patients a week."),),)),
        Panel("outcomes", "What it means for patients", ((Run("Shorter waits for a first appointment."),), (Run("Fewer journeys to hospital."),))),
        Panel("story", "A story", (), empty="No story has been written for this month."),
    ), area, area[:28], "summary", "Back to the summary")  # fmt: skip


def summary(entries: list[dict[str, str]]) -> Page:
    words = {key: sum(chip_of(r).key == key for r in entries) for key in ("red", "yellow", "green", "grey")}
    facts = Facts(
        tuple(
            Fact(
                CHIPS[name].word,
                Cell(str(words[key]), words[key], "count", key=f"summary/{key}", chip=CHIPS[name]),
                "priorities",
            )
            for name, key in (("Red", "red"), ("Yellow", "yellow"), ("Green", "green"), ("Grey", "grey"))
        )
    )
    blocks: list = [
        Paragraph(
            (
                Run("Four of eleven urgent-care measures are off plan", strong=True),
                Run("; ambulance response worsened for the third month and stands at "),
                Run("1h 05m", key="cat2_response/llr-icb/actual/month:2024-10-31", link="m-cat2-response"),
                Run(" against 30 minutes."),
            ),
            lead=True,
        ),
        facts,
    ]
    for area in dict.fromkeys(r["area"] for r in entries):
        off = [r for r in entries if r["area"] == area and chip_of(r).key in ("red", "yellow")]
        items = tuple(
            (
                Run(
                    r["priority_text"][:60],
                    link=f"m-{anchor_of(r['measure_id'])}" if r["measure_id"] in series() else "",
                ),
                Run(f": {r['actual_printed']} against {r['plan_printed']}"),
            )
            for r in off
        )
        blocks.append(Panel("note", area, items, empty="Nothing is off plan."))
    return Page(
        "summary",
        "summary",
        "Ambulance response, diagnostics and dental activity are furthest from plan",
        tuple(blocks),
        "Summary",
        "Summary",
    )
