"""The engine for people who only want the numbers: `outturn spc` and `outturn stats`. No database is touched.

Exit codes: 0 done, 1 problems in the data (all of them listed), 2 wrong use.
"""

from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from itertools import chain
from pathlib import Path
from typing import Annotated, Any

import polars as pl
import typer

from outturn.cli.batch_files import WrongUse, check_outputs, read, tell, write, write_pieces
from outturn.core.assess.problems import BadInput

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, add_completion=False)

Input = Annotated[Path, typer.Argument(help="CSV or Parquet file", metavar="INPUT")]
Output = Annotated[Path, typer.Option("--output", "-o", help="CSV or Parquet file to write")]


class Kind(StrEnum):
    """What `outturn stats` can work out."""

    PROPORTION = "proportion"
    RATE = "rate"
    MEAN = "mean"
    DSR = "dsr"
    ISR = "isr"
    QUANTILE = "quantile"
    FUNNEL = "funnel"
    TREND = "trend"
    COMPARE = "compare"


def refusals(command: Callable[..., None]) -> Callable[..., None]:
    """Turn what the engine refuses into sentences and exit codes."""

    @wraps(command)
    def run(*args: Any, **given: Any) -> None:
        try:
            command(*args, **given)
        except BadInput as bad:
            raise tell(bad.problems, given["input"]) from None
        except (WrongUse, ValueError) as refusal:
            typer.echo(str(refusal), err=True)
            raise typer.Exit(2) from None
        except pl.exceptions.PolarsError as broken:
            typer.echo(f"{given['input']} cannot be read: {broken}", err=True)
            raise typer.Exit(1) from None

    return run


@app.command(epilog="Example: outturn spc waits.csv -o points.csv --summary series.csv --rules plot-the-dots")
@refusals
def spc(
    input: Input,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Points: CSV or Parquet file to write")] = None,
    summary: Annotated[Path | None, typer.Option(help="One row per series: CSV or Parquet file to write")] = None,
    options: Annotated[Path | None, typer.Option(help="Choices per series: CSV or Parquet file")] = None,
    rules: Annotated[str, typer.Option(help="making-data-count or plot-the-dots")] = "making-data-count",
) -> None:
    """Statistical process control of every series in a file.

    INPUT has series, date, value and perhaps target, in any order; an empty value is missing. The options file has
    series and any of improvement_direction (increase, decrease, neutral), screen_outliers, fix_after_n_points,
    rebase_dates (separated by ;) and target.
    """
    from outturn.cli.batch_spc import Work, assessed, chosen_options
    from outturn.core.assess.rulesets import rule_set

    if output is None and summary is None:
        raise WrongUse("Say what to write: -o POINTS, --summary SERIES, or both.")
    check_outputs(output, summary)
    chosen = rule_set(rules)
    work = Work(chosen_options(options, chosen), chosen)
    pieces = assessed(input, work, with_points=output is not None)
    first = next(pieces, None)
    if output is not None and first is not None:
        write_pieces(chain([first], pieces), first.schema, output, keep=lambda: not work.problems)
    for _ in pieces:
        pass
    if work.problems:
        raise BadInput(work.problems)
    if summary is not None:
        write(pl.concat(work.summaries), summary)


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
    funnel_kind: Annotated[str, typer.Option("--kind", help="funnel: proportion, rate or ratio")] = "proportion",
    method: Annotated[str, typer.Option(help="compare: ci95 or ci95_998")] = "ci95",
) -> None:
    """Rates, intervals, comparison and trend of every group in a file; both 95 % and 99.8 % limits.

    Columns of INPUT: group, numerator, denominator (proportion, rate, funnel); group, value (mean); group, band,
    numerator, denominator (isr) and standard_population (dsr); group, area, value (quantile); series, period, kind,
    numerator, denominator, value, lower95, upper95, direction (trend); group, value, lower95, upper95, lower998,
    upper998, benchmark, direction (compare). The note says why a value is missing.
    """
    from outturn.core import assess

    check_outputs(output)
    times = {} if multiplier is None else {"multiplier": multiplier}
    frame = read(input)
    if kind is Kind.ISR:
        if reference is None:
            raise WrongUse("Indirect standardisation needs --reference FILE with band, numerator, denominator.")
        result = assess.isr(frame, read(reference), as_, **times)
    else:
        ways: dict[Kind, Callable[[], pl.DataFrame]] = {
            Kind.PROPORTION: lambda: assess.proportion(frame, **times),
            Kind.RATE: lambda: assess.rate(frame, **times),
            Kind.MEAN: lambda: assess.mean(frame),
            Kind.DSR: lambda: assess.dsr(frame, **times),
            Kind.QUANTILE: lambda: assess.quantile(frame, k, invert),
            Kind.FUNNEL: lambda: assess.funnel(frame, funnel_kind, **times),
            Kind.TREND: lambda: assess.trend(frame),
            Kind.COMPARE: lambda: assess.compare(frame, method),
        }
        result = ways[kind]()
    write(result, output)
