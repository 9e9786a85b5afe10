"""A catalogue of one indicator in one framework, and its values, for worked examples of what is said of an entry."""

from dataclasses import replace
from datetime import date
from typing import Any

import polars as pl

from outturn.core.assess.result import Result
from outturn.core.assess.series import assess
from outturn.core.catalogue import (
    Area,
    Band,
    Catalogue,
    Direction,
    Entry,
    Framework,
    Indicator,
    Operator,
    Scheme,
    Section,
    Target,
    TargetKind,
)
from outturn.core.periods import Period, PeriodKind
from outturn.core.units import Unit

ICB = Area("icb", "An ICB", "ICB", "icb")
WAITS = Indicator("waits", "Waits", "Waits", Unit.PERCENT, Direction.HIGHER, PeriodKind.MONTH, decimals=1)
UNRATED = [Band("grey", "Grey", "–", "dash", when) for when in ("suppressed", "not_due", "no_plan")]
GREEN = Band("green", "Green", "G", "circle", "met")
WORSE = [Band("amber", "Amber", "A", "triangle", "adverse", at_most=10), Band("red", "Red", "R", "square", "adverse")]
STRICT = Scheme("strict", "Strict", "1", (*UNRATED, GREEN, *WORSE))
TOLERANT = Scheme("tolerant", "Tolerant", "1", (*UNRATED, GREEN, replace(GREEN, when="adverse", at_most=2), *WORSE))
PLAN = Target(TargetKind.TRAJECTORY, ">=")
SCHEMA = {
    "indicator": pl.String, "area": pl.String, "role": pl.String, "period_kind": pl.String, "start": pl.Date,
    "end": pl.Date, "value": pl.Float64, "state": pl.String, "text": pl.String, "printed": pl.String,
    "release": pl.Int64, "was": pl.Float64,
}  # fmt: skip


def months(n: int, first: date = date(2023, 4, 1), kind: PeriodKind = PeriodKind.MONTH) -> list[Period]:
    found = [Period.of(kind, first)]
    while len(found) < n:
        found.append(found[-1].next())
    return found


def said(role: str, periods: list[Period], figures: list[Any], printed: str = "") -> list[tuple]:
    """Rows of one role. A figure is a number, a word (a grade), None (not available) or "*" (suppressed)."""
    rows = []
    for period, given in zip(periods, figures, strict=True):
        number = float(given) if isinstance(given, (int, float)) else None
        state = "suppressed" if given == "*" else "not_available" if given is None else "known"
        words = given if isinstance(given, str) and given != "*" else ""
        at = (period.kind.value, period.start, period.end)
        rows.append(("waits", "icb", role, *at, number, state, words, printed or words, 1, None))
    return rows


def judged(
    rows: list[tuple],
    *,
    target: Target = PLAN,
    scheme: Scheme = STRICT,
    direction: Direction = Direction.HIGHER,
    indicator: dict[str, Any] | None = None,
    framework: dict[str, Any] | None = None,
    **entry: Any,
) -> Result:
    """The Result of the one entry."""
    catalogue, made = world(target, scheme, direction, indicator or {}, framework or {}, entry)
    return assess(pl.DataFrame(rows, schema=SCHEMA, orient="row"), catalogue, [made], 1)[0]


def world(
    target: Target, scheme: Scheme, direction: Direction, indicator: dict, framework: dict, entry: dict
) -> tuple[Catalogue, Entry]:
    if target.operator:
        target = replace(target, operator=Operator(target.operator))
    measured = replace(WAITS, direction=direction, **indicator)
    made = Entry("f", "s", "waits", "icb", "1", "Waits", "Waits", direction, target, scheme.slug, **entry)
    paper = Framework("f", "A framework", "priorities", (Section("s", "Care"),), (made,), **framework)
    catalogue = Catalogue("v", {"icb": ICB}, {"waits": measured}, {"f": paper}, {scheme.slug: scheme})
    return catalogue, made
