"""Groups beside each other: the funnel of a table."""

from dataclasses import replace

import numpy as np
import polars as pl

from outturn.core.report.charted.measure import NOTHING, Drawn, Measure, describe
from outturn.core.report.document import Cell, Column, ColumnKind, Fact, Row, Table, anchor_of
from outturn.core.report.pictures import Dot, Funnel
from outturn.core.report.wording import lower_first, spell
from outturn.core.statistics.peers.funnels import curves, funnel, spread_of
from outturn.core.units import show
from outturn.core.units.kinds import Unit

BEYOND = {"Low (0.001)": "99.8", "Low (0.025)": "95", "High (0.001)": "99.8", "High (0.025)": "95"}
FLAGS = {
    "higher": ("better", "worse"),
    "lower": ("worse", "better"),
    "none": ("higher", "lower"),
    "": ("higher", "lower"),
}
"""Direction -> what lying above and below the limits means."""
FAR = {"Low (0.001)": -2, "High (0.001)": -2, "Low (0.025)": -1, "High (0.025)": -1}
OUTER = pl.col("value").is_between("lower998", "upper998").not_()
INNER = pl.col("value").is_between("lower95", "upper95").not_()
WORD = pl.col("significance")
BEYOND_THE_LINE = (INNER & (WORD == "Not significant")) | (OUTER & WORD.str.contains("0.025", literal=True))
"""Groups that lie further out than their word says."""
BY_CHANCE = "exact probabilities decide where fewer than 5 are expected"
POINTS_ON_A_CURVE = 100
NAMED = 10
ALL_ROWS = 60
SIZE_WORDS = {"proportion": "denominator", "rate": "denominator", "ratio": "expected"}


def draw_funnel(
    frame: pl.DataFrame,
    measure: Measure,
    kind: str = "proportion",
    overdispersion: bool = False,
    names: tuple[str, ...] = (),
) -> Drawn:
    """One funnel of all groups. `frame`: as `funnel` takes it. `names`: groups that are named whatever they are."""
    compared = funnel(frame, kind, measure.multiplier, overdispersion)
    known = compared.drop_nulls("value")
    measure = replace(measure, decimals=measure.decimals or 1)
    dots = tuple(name_dots(dot_list(known, measure), names))
    wider = spread_of(compared, kind, measure.multiplier) if overdispersion else 1.0
    lines = curves(compared, grid(known), kind, measure.multiplier, wider)
    average = float(known["average"][0]) if known.height else 0.0
    title, under = finding(dots), measure.under(groups(known.height))
    facts = facts_of(dots, average, compared, measure, wider)
    picture = Funnel(
        anchor=anchor_of("funnel", measure.name), title=title, subtitle=under, alt=describe(title, under, facts),
        unit=measure.unit.value, decimals=measure.decimals, scale=measure.scale, dots=dots,
        average=average, average_label=f"Average {measure.text(average)}", sizes=tuple(lines["size"]),
        lower95=tuple(lines["lower95"]), upper95=tuple(lines["upper95"]),
        lower998=tuple(lines["lower998"]), upper998=tuple(lines["upper998"]),
        size_words=SIZE_WORDS[kind], unit_words=measure.words,
    )  # fmt: skip
    return Drawn(measure.name or "Funnel", picture, facts, funnel_table(compared, measure))


def grid(known: pl.DataFrame) -> np.ndarray:
    """Sizes at which the limits are drawn: closer where they bend."""
    if known.is_empty():
        return np.zeros(0)
    low, high = float(known["denominator"].min() or 1), float(known["denominator"].max() or 1)  # type: ignore[arg-type]
    return np.geomspace(max(low * 0.8, high / 1000), high * 1.05, POINTS_ON_A_CURVE)


def dot_list(known: pl.DataFrame, measure: Measure) -> list[Dot]:
    above, below = FLAGS[measure.direction]
    dots = []
    for row in known.iter_rows(named=True):
        beyond = BEYOND.get(row["significance"], "")
        flag = (above if row["value"] > row["average"] else below) if beyond else "similar"
        dots.append(Dot(str(row["group"]), row["denominator"], row["value"], measure.text(row["value"]), flag, beyond))
    return dots


def name_dots(dots: list[Dot], names: tuple[str, ...]) -> list[Dot]:
    """Those beyond the outer limits carry their names, unless they are many."""
    outside = {dot.label for dot in dots if dot.beyond == "99.8"}
    wanted = set(names) | (outside if len(outside) <= NAMED else set())
    return [replace(dot, named=True) if dot.label in wanted else dot for dot in dots]


def groups(count: int) -> str:
    return "1 group" if count == 1 else f"{count:,} groups"


def finding(dots: tuple[Dot, ...]) -> str:
    """`Three of 42 are worse than chance explains, one is better`."""
    outside = [dot.flag for dot in dots if dot.beyond == "99.8"]
    flags = [flag for flag in ("worse", "better", "higher", "lower") if flag in outside]
    if len(dots) < 2:
        return "One group alone: there is nothing to compare it with" if dots else "No group has a value"
    if not flags:
        return f"{'Both' if len(dots) == 2 else f'All {len(dots):,}'} lie where chance alone would put them"
    said = [f"{spell(outside.count(flag))} {'is' if outside.count(flag) == 1 else 'are'} {flag}" for flag in flags]
    first = said[0].replace(" ", f" of {len(dots):,} ", 1) + " than chance explains"
    return ", ".join([first, *map(lower_first, said[1:])])


def facts_of(
    dots: tuple[Dot, ...], average: float, compared: pl.DataFrame, measure: Measure, wider: float
) -> tuple[Fact, ...]:
    beyond = [dot.beyond for dot in dots]
    outer, inner, usual = beyond.count("99.8"), beyond.count("99.8") + beyond.count("95"), 0.05 * len(dots)
    facts = [
        Fact(
            "Average of all",
            measure.cell(average if dots else None, "known" if dots else "not_available"),
            groups(len(dots)),
        ),
        Fact("Outside 99.8% limits", Cell(f"{outer:,}", outer, "count"), "2 in 1,000 by chance"),
        Fact("Outside 95% limits", Cell(f"{inner:,}", inner, "count"), f"about {show(usual, Unit.COUNT)} by chance"),
    ]
    if without := compared["value"].null_count():
        facts.append(Fact("Without a value", Cell(f"{without:,}", without, "count"), "the table says why"))
    if rescued := compared.filter(BEYOND_THE_LINE).height:
        facts.append(Fact("Beyond a line, yet by chance", Cell(f"{rescued:,}", rescued, "count"), BY_CHANCE))
    if wider > 1:
        facts.append(Fact("Over-dispersion", Cell(f"{wider:.2f}"), "limits widened by its root"))
    return tuple(facts)


def funnel_table(compared: pl.DataFrame, measure: Measure) -> Table:
    """Every group, those furthest outside first; of very many only those outside the limits or without a value."""
    compared = compared.sort(pl.col("significance").replace_strict(FAR, default=0), maintain_order=True)
    shown = (
        compared
        if compared.height <= ALL_ROWS
        else compared.filter(pl.col("significance").fill_null("") != "Not significant")
    )
    figures = {
        "denominator": "Denominator", "value": "Value", "lower95": "95% lower", "upper95": "95% upper",
        "lower998": "99.8% lower", "upper998": "99.8% upper",
    }  # fmt: skip
    columns = (
        Column("group", "Group", width=20),
        *(Column(key, title, ColumnKind.NUMBER, 8) for key, title in figures.items()),
        Column("significance", "Significance", width=14),
    )
    rows = [
        Row((
            Cell(str(row["group"])),
            NOTHING if row["denominator"] is None else Cell(f"{row['denominator']:,.0f}", row["denominator"], "count"),
            *(measure.cell(row[name], "known" if row[name] is not None else "not_available")
              for name in ("value", "lower95", "upper95", "lower998", "upper998")),
            Cell(row["significance"] or "", note=row["note"] or ""),
        ))
        for row in shown.iter_rows(named=True)
    ]  # fmt: skip
    hidden = compared.height - shown.height
    note = (
        f"{groups(hidden)} inside {'its limits is' if hidden == 1 else 'their limits are'} not listed."
        if hidden
        else ""
    )
    return Table(anchor_of("numbers", measure.name), "Groups", columns, tuple(rows), note=note, empty="No groups.")
