"""`outturn rank` and `outturn rate`: where areas stand among peers, and values against their plans."""

from pathlib import Path
from typing import Annotated

import typer

from outturn.cli.engine.files import WrongUse, check_outputs, read_table, write_whole_table
from outturn.cli.engine.options import Engine, Input, Master, Output, Settings, Where
from outturn.cli.engine.refusals import refusals
from outturn.cli.engine.spark import cluster, each_written, explain_failure
from outturn.core.catalogue import Scheme

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(epilog="Example: outturn rank waits.parquet -o ranks.parquet")
@refusals
def rank(
    input: Input, output: Output, engine: Where = Engine.LOCAL, master: Master = None, conf: Settings = None
) -> None:
    """Where each area stands among all that report the same indicator and period.

    INPUT has indicator, period, area and value; perhaps direction (higher, lower or none is better; without one the
    highest is first), lower95 and upper95. Adds rank, of, quartile, rank_best and rank_worst.
    """
    if engine is Engine.SPARK:
        with cluster(master, conf) as session:
            from outturn import spark
            from outturn.spark import across, tables

            table = tables.read_spark_table(session, str(input))
            with explain_failure(lambda: across.rank_problems(table)):
                each_written([(spark.rank(table), str(output))])
        return
    from outturn.core.statistics.peers import rank

    check_outputs(Path(output), sources=[Path(input)])
    write_whole_table(rank(read_table(Path(input))), Path(output))


@app.command(epilog="Example: outturn rate values.csv -o ratings.csv --schemes definitions/schemes/plan-5.yaml")
@refusals
def rate(
    input: Input,
    output: Output,
    schemes: Annotated[Path, typer.Option(help="YAML file of a rating scheme, or a folder of them")],
    engine: Where = Engine.LOCAL,
    master: Master = None,
    conf: Settings = None,
) -> None:
    """Rate every value against its plan, by the bands of a scheme.

    INPUT has value, plan and operator (>=, >, <=, <, =); scheme where there are several; perhaps state and plan_state
    (known, suppressed, not_available, not_due, not_applicable, provisional), low and high (where a suppressed value
    lies). Adds met, gap, adverse_percent and rating.
    """
    known = read_schemes(schemes)
    if engine is Engine.SPARK:
        with cluster(master, conf) as session:
            from outturn import spark
            from outturn.spark import across, tables

            table = tables.read_spark_table(session, str(input))
            with explain_failure(lambda: across.rate_problems(table, known)):
                each_written([(spark.rate(table, known), str(output))])
        return
    from outturn.core.assess.judge_table import judge_table

    check_outputs(Path(output), sources=[Path(input)])
    write_whole_table(judge_table(read_table(Path(input)), known), Path(output))


def read_schemes(where: Path) -> list[Scheme]:
    """The schemes of a file or folder. Raises WrongUse with everything that is wrong in them."""
    from outturn.core.definitions import load

    files = sorted(where.glob("*.yaml")) if where.is_dir() else [where] if where.suffix == ".yaml" else []
    if not files or not all(file.is_file() for file in files):
        raise WrongUse(f"There is no scheme at {where}. Name a YAML file, or a folder of them.")
    loaded = load({f"schemes/{file.name}": file.read_bytes() for file in files})
    if loaded.catalogue is None:
        raise WrongUse("\n".join(str(problem) for problem in loaded.problems))
    return list(loaded.catalogue.schemes.values())
