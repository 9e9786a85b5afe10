"""Options that the batch commands share."""

from enum import StrEnum
from typing import Annotated

import typer

Input = Annotated[str, typer.Argument(help="CSV or Parquet file", metavar="INPUT")]
Output = Annotated[str, typer.Option("--output", "-o", help="CSV or Parquet file to write")]


Zone = Annotated[
    str | None,
    typer.Option(
        "--zone", help="By whose clock instants are days, such as Europe/London; other dates stay as they are"
    ),
]


class Engine(StrEnum):
    """Where the work is done."""

    LOCAL = "local"
    SPARK = "spark"


Where = Annotated[Engine, typer.Option("--engine", help="local: this machine; spark: a cluster")]
Master = Annotated[str | None, typer.Option(help="spark: the cluster, such as spark://host:7077 or yarn")]
Settings = Annotated[
    list[str] | None, typer.Option("--conf", help="spark: a setting of the session, KEY=VALUE; may be given again")
]
