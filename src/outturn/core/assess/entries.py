"""Framework entries as a frame: one row each, with what rating, movement and SPC need to know about them."""

from collections.abc import Sequence
from datetime import date

import polars as pl

from outturn.core.assess.assured import is_cumulative
from outturn.core.catalogue import Catalogue, Entry, Target, TargetKind
from outturn.core.periods import parse
from outturn.core.suppress import possible_range

SCHEMA = {
    "entry": pl.Int64,
    "indicator": pl.String,
    "area": pl.String,
    "scheme": pl.String,
    "operator": pl.String,
    "sign": pl.Int64,
    "target_kind": pl.String,
    "target_value": pl.Float64,
    "target_state": pl.String,
    "target_text": pl.String,
    "target_from": pl.Date,
    "target_to": pl.Date,
    "target_after": pl.Date,
    "low": pl.Float64,
    "high": pl.Float64,
    "rules": pl.String,
    "cumulative": pl.Boolean,
    "rebases": pl.String,
    "figures_from": pl.Date,
    "figures_to": pl.Date,
}

VALUE_TARGETS = {"flat", "reduce", "increase"}
WITH_BASELINE = {TargetKind.REDUCE, TargetKind.INCREASE}


def frame_entries(entries: Sequence[Entry], catalogue: Catalogue) -> pl.DataFrame:
    """SCHEMA; `entry` is the position in `entries`."""
    rows = [_describe(number, entry, catalogue) for number, entry in enumerate(entries)]
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")


def find_baseline_end(target: Target) -> date | None:
    """The last day of the baseline: only what begins later can be better or worse than it."""
    return parse(target.baseline).end if target.baseline and target.kind in WITH_BASELINE else None


def _describe(number: int, entry: Entry, catalogue: Catalogue) -> tuple:
    indicator = catalogue.indicators[entry.indicator]
    target = entry.target
    valued = target.kind in VALUE_TARGETS
    framework = catalogue.frameworks.get(entry.framework)
    low, high = possible_range(indicator.suppression) if indicator.suppression else (None, None)
    return (
        number,
        entry.indicator,
        entry.area,
        entry.scheme,
        target.operator,
        entry.direction.sign,
        str(target.kind),
        target.value if valued else None,
        str(target.value_state) if valued else "not_available",
        target.text,
        target.valid_from,
        target.valid_to,
        find_baseline_end(target),
        low,
        high,
        indicator.spc_rules,
        is_cumulative(indicator),
        ";".join(day.isoformat() for day, _ in indicator.rebases),
        framework.figures_from if framework else None,
        framework.figures_to if framework else None,
    )
