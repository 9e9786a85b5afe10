"""The batch commands on a cluster: the same questions, asked of outturn.spark."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from outturn.cli.engine.files import WrongUse
from outturn.core.statistics.table.problems import BadInput, Problem

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession


CLOCK = "spark.sql.session.timeZone"
"""By which Spark hands over its instants."""


@contextmanager
def cluster(master: str | None, settings: list[str] | None, zone: str | None = None) -> "Iterator[SparkSession]":
    """A session for as long as the work takes; one that runs already goes on. `zone`: the clock of its days.

    Raises WrongUse when there is none.
    """
    try:
        from outturn.spark.session import connect, running
    except ModuleNotFoundError as missing:
        raise WrongUse(f"{missing.name} is not installed here. Install it with: pip install 'outturn[spark]'") from None
    ours = not running()
    try:
        session = connect(master, settings or [])
    except ValueError:
        raise
    except Exception as refusal:  # whatever Java says
        raise WrongUse(f"No session with the cluster {master or ''}: {refusal}") from None
    clock = str(session.conf.get(CLOCK))
    try:
        session.conf.set(CLOCK, zone or clock)
        yield session
    finally:
        session.conf.set(CLOCK, clock)
        if ours:
            session.stop()


@contextmanager
def explain_failure(find: Callable[[], list[Problem]]) -> Iterator[None]:
    """When the data stopped the work, look through all of it once more; raise BadInput with all that is wrong."""
    try:
        yield
    except BadInput:
        raise
    except Exception as broken:
        problems = find() if BadInput.__name__ in str(broken) else []
        if problems:
            raise BadInput(problems) from None
        typer.echo("The cluster stopped the work. What it said:", err=True)
        raise


def each_written(tables: "list[tuple[DataFrame, str | None]]") -> None:
    """Every table to its place; None is not wanted."""
    from outturn.spark.tables import write

    for table, where in tables:
        if where is not None:
            write(table, where)
