"""The engine for people who only want the numbers: `outturn spc` and `outturn stats`. No database is touched.

Exit codes: 0 done, 1 problems in the data (all of them listed), 2 wrong use. `outturn rank` and `outturn rate` are in
across. Files are read and written here; `--engine spark` hands the same question to a cluster.
"""

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from outturn.cli.engine import across
from outturn.cli.engine.files import WrongUse, check_outputs, read_table, write_pieces, write_whole_table
from outturn.cli.engine.options import Engine, Input, Master, Output, Settings, Where, Zone
from outturn.cli.engine.reference import read_reference
from outturn.cli.engine.refusals import refusals
from outturn.cli.engine.spark import cluster, each_written, explain_failure
from outturn.core.statistics.kinds import Kind
from outturn.core.statistics.table.moments import check_zone, in_zone
from outturn.core.statistics.table.problems import BadInput

if TYPE_CHECKING:
    from outturn.core.statistics.spc.rulesets import RuleSet
    from outturn.core.statistics.statistic import Ask

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, add_completion=False)
app.add_typer(across.app)


@app.command(epilog="Example: outturn spc waits.csv -o points.csv --summary series.csv --rules plot-the-dots")
@refusals
def spc(
    input: Input,
    output: Annotated[str | None, typer.Option("--output", "-o", help="Points: CSV or Parquet file to write")] = None,
    summary: Annotated[str | None, typer.Option(help="One row per series: CSV or Parquet file to write")] = None,
    options: Annotated[Path | None, typer.Option(help="Choices per series: CSV or Parquet file")] = None,
    rules: Annotated[str, typer.Option(help="making-data-count or plot-the-dots")] = "making-data-count",
    zone: Zone = None,
    engine: Where = Engine.LOCAL,
    master: Master = None,
    conf: Settings = None,
) -> None:
    """Statistical process control of every series in a file.

    INPUT has series, date, value and perhaps target, in any order; an empty value is missing. The options file has
    series and any of improvement_direction (increase, decrease, neutral), screen_outliers, fix_after_n_points,
    rebase_dates (separated by ;) and target. On a cluster, tables are folders of CSV or Parquet, or named in its
    catalogue.
    """
    from outturn.core.statistics.spc.rulesets import rule_set

    if output is None and summary is None:
        raise WrongUse("Say what to write: -o POINTS, --summary SERIES, or both.")
    chosen = rule_set(rules)
    check_zone(zone)
    if engine is Engine.SPARK:
        given = None if options is None else read_table(options)
        with cluster(master, conf, zone) as session:
            from outturn import spark
            from outturn.spark import tables
            from outturn.spark.series import spc_problems

            table = tables.read_spark_table(session, input)
            with explain_failure(lambda: spc_problems(table, given, chosen)):
                each_written(
                    [(spark.spc(table, given, chosen), output), (spark.spc_summary(table, given, chosen), summary)]
                )
    else:
        points, series = (Path(name) if name else None for name in (output, summary))
        spc_here(Path(input), points, series, options, chosen, zone)


def spc_here(
    input: Path, output: Path | None, summary: Path | None, options: Path | None, rules: "RuleSet", zone: str | None
) -> None:
    """SPC on this machine, a piece of the file at a time."""
    from outturn.cli.engine.spc import Work, chart_by_piece, load_options, remark_on_spaces, remark_on_strangers

    check_outputs(output, summary, sources=[input, options])
    work = Work(load_options(options, rules), rules, zone)
    pieces = chart_by_piece(input, work, with_points=output is not None)
    first = next(pieces, None)

    def settle_summary() -> bool:
        """Series first, so that a disk that is full leaves both files as they were."""
        if summary is not None and not work.problems:
            write_whole_table(work.summary(), summary)
        return not work.problems

    if output is not None and first is not None:
        write_pieces(chain([first], pieces), first.schema, output, keep=settle_summary)
    elif output is None:
        settle_summary()
    if work.problems:
        raise BadInput(work.problems)
    remark_on_strangers(work, options, input)
    for ends in work.ends:
        remark_on_spaces(ends.names)


@app.command(epilog="Example: outturn stats rate deaths.csv -o rates.csv --multiplier 1000")
@refusals
def stats(
    kind: Annotated[Kind, typer.Argument(help="What to work out")],
    input: Input,
    output: Output,
    multiplier: Annotated[
        float | None, typer.Option(help="Per how many; 100 for proportions, 100000 for rates")
    ] = None,
    reference: Annotated[Path | None, typer.Option(help="isr: file of band, numerator, denominator")] = None,
    as_: Annotated[str, typer.Option("--as", help="isr: ratio or rate")] = "ratio",
    k: Annotated[int, typer.Option("--k", help="quantile: how many parts", min=2)] = 10,
    invert: Annotated[bool, typer.Option("--invert", help="quantile: the highest value is in part 1")] = False,
    value_kind: Annotated[
        str | None,
        typer.Option("--kind", help="funnel: proportion, rate or ratio; inequality: proportion, rate or other"),
    ] = None,
    overdispersion: Annotated[
        bool, typer.Option("--overdispersion", help="funnel: limits allow for how much the groups differ")
    ] = False,
    method: Annotated[str | None, typer.Option(help="compare: ci95 or ci95_998; target: value, ci95 or ci998")] = None,
    age: Annotated[list[int] | None, typer.Option(help="life-expectancy: at this age; may be given again")] = None,
    zone: Zone = None,
    engine: Where = Engine.LOCAL,
    master: Master = None,
    conf: Settings = None,
) -> None:
    """Rates, intervals, comparison and trend of every group in a file; both 95 % and 99.8 % limits.

    Columns of INPUT: group, numerator, denominator (proportion, rate, funnel); group, value (mean); group, band,
    numerator, denominator (isr) and standard_population (dsr); group, area, value (quantile); series, period, kind,
    numerator, denominator, value, lower95, upper95, direction (trend); group, value, lower95, upper95, lower998,
    upper998, benchmark, direction (compare); group, value, direction, target_lower, target_upper and the limits that
    the method needs (target); group, quantile, population, value, lower95, upper95 (inequality); group, age (0, 1, 5 or
    0, 1-4, 5-9 to 80+, 85+ or 90+), deaths, population (life-expectancy). The note says why a value is missing.
    """
    from outturn.cli.engine.spc import remark_on_spaces
    from outturn.core.statistics.statistic import Ask, answer

    known = None if reference is None else read_reference(reference)
    ask = Ask(kind, multiplier, known, as_, k, invert, value_kind, overdispersion, method, tuple(age or (0,)))
    check_zone(zone)
    if engine is Engine.SPARK:
        stats_there(input, output, ask, master, conf, zone)
    else:
        check_outputs(Path(output), sources=[Path(input), reference])
        result = answer(in_zone(read_table(Path(input)), zone) if zone else read_table(Path(input)), ask)
        write_whole_table(result, Path(output))
        remark_on_spaces(result.to_series())


def stats_there(
    input: str, output: str, ask: "Ask", master: str | None, settings: list[str] | None, zone: str | None
) -> None:
    """A statistic on a cluster."""
    with cluster(master, settings, zone) as session:
        from outturn import spark
        from outturn.spark import tables
        from outturn.spark.statistics import stats_problems

        table = tables.read_spark_table(session, input)
        with explain_failure(lambda: stats_problems(table, ask)):
            each_written([(spark.stats(table, ask), output)])
