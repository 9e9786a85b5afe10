"""Control and run charts: one of every series of a table."""

from collections.abc import Callable
from dataclasses import replace

import polars as pl

from outturn.core.report.charted.control_chart import draw_control_chart
from outturn.core.report.charted.measure import Drawn, Measure, decimals_in, match_written, states
from outturn.core.statistics.spc.input import check_and_sort
from outturn.core.statistics.spc.options import read_options, series_options
from outturn.core.statistics.spc.points import spc
from outturn.core.statistics.spc.primed import p_prime, u_prime
from outturn.core.statistics.spc.rare import g_chart, t_chart
from outturn.core.statistics.spc.reasons import point_reasons
from outturn.core.statistics.spc.rulesets import RuleSet, rule_set
from outturn.core.statistics.spc.runs import RUN_CHART, run_chart
from outturn.core.statistics.spc.series import spc_summary
from outturn.core.statistics.table.directions import WORDS
from outturn.core.statistics.table.problems import BadInput, Problem

Way = Callable[[pl.DataFrame, pl.DataFrame | None, RuleSet, float | None], pl.DataFrame]
WAYS: dict[str, Way] = {
    "spc": lambda frame, options, rules, _: spc(frame, options, rules),
    "run": lambda frame, options, rules, _: run_chart(frame, options, rules),
    "p": lambda frame, options, rules, times: p_prime(frame, options, rules, times or 100),
    "u": lambda frame, options, rules, times: u_prime(frame, options, rules, times or 1000),
    "t": lambda frame, options, rules, _: t_chart(frame, options, rules),
    "g": lambda frame, options, rules, _: g_chart(frame, options, rules),
}
"""XmR, run chart, P', U', days between events, cases between events."""
ENDS: dict[str, tuple[float | None, float | None]] = {"u": (0, None), "t": (0, None), "g": (0, None)}
"""Kinds whose limits end where values do; a share also ends at all."""
AS_GIVEN = ("spc", "run", "g")
"""Kinds whose points are the values of the table, shown with its decimals."""


def draw_control_charts(
    frame: pl.DataFrame,
    measure: Measure,
    kind: str = "spc",
    options: pl.DataFrame | None = None,
    rules: str | RuleSet = "making-data-count",
) -> list[Drawn]:
    """A chart per series, in the order of their names.

    `frame` and `options`: what the chart of that kind takes, perhaps with target by date. The direction of the
    measure holds where the options name none. Raises BadInput naming every wrong row.
    """
    chosen = RUN_CHART if kind == "run" else rule_set(rules)
    if measure.direction:
        chosen = replace(chosen, improvement_direction=measure.direction)
    points = WAYS[kind](frame, options, chosen, measure.multiplier)
    refuse_two_a_day(points)
    targets = join_targets(frame, points)
    natural = (0, measure.multiplier or 100) if kind == "p" else ENDS.get(kind, (None, None))
    icons = spc_summary(points, options, chosen, targets, natural)
    given = series_options(icons["series"], read_options(options, chosen), chosen)
    fine = decimals_in(points["value"]) if kind in AS_GIVEN else 1
    measure = replace(measure, decimals=max(measure.decimals, fine))
    flat = points.join(icons.select("series", flat=pl.Series(given.target)), on="series", how="left")["flat"]
    points = points.with_columns(
        reason=point_reasons(points, chosen).fill_null(""),
        aim=flat.fill_nan(None) if targets is None else targets["target"].fill_null(flat.fill_nan(None)),
        state=pl.Series(states(points["value"], match_written(frame, points)), dtype=pl.String),
    )
    parts = points.partition_by("series", maintain_order=True)
    return [
        draw_control_chart(
            part,
            icons.row(place, named=True),
            replace(measure, direction=WORDS[int(given.good[place])]),
            kind,
            given.rebases.get(place, []),
        )
        for place, part in enumerate(parts)
    ]


def refuse_two_a_day(points: pl.DataFrame) -> None:
    """A chart has one point for a day."""
    days = points.select("series", pl.col("date").cast(pl.Date))
    twice = days.filter(days.is_duplicated()).unique("series", maintain_order=True)
    if twice.height:
        raise BadInput(
            [
                Problem(f"series '{name}' has several points on {day}. A chart shows one a day.")
                for name, day in twice.rows()
            ]
        )


def join_targets(frame: pl.DataFrame, points: pl.DataFrame) -> pl.DataFrame | None:
    """series, date, value, target of every point; None without targets by date."""
    if "target" not in frame.columns:
        return None
    given = check_and_sort(frame.select("series", "date", "target", value=pl.lit(None, pl.Float64))).frame
    keys = points.select("series", "date")
    return keys.join(given, on=["series", "date"], how="left", maintain_order="left")
