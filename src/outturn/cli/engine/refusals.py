"""What the engine refuses, as sentences and exit codes: 1 problems in the data (all of them listed), 2 wrong use."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import polars as pl
import typer

from outturn.cli.engine.files import WrongUse, tell_problems
from outturn.cli.engine.unreadable import Unreadable, why_unreadable
from outturn.core.statistics.table.problems import BadInput


def refusals(command: Callable[..., None]) -> Callable[..., None]:
    """A command that tells what was refused instead of raising it."""

    @wraps(command)
    def run(*args: Any, **given: Any) -> None:
        try:
            command(*args, **given)
        except BadInput as bad:
            raise tell_problems(bad.problems, given["input"]) from None
        except (WrongUse, ValueError) as refusal:
            typer.echo(str(refusal), err=True)
            raise typer.Exit(2) from None
        except (pl.exceptions.PolarsError, OSError) as broken:
            # A full disk, say: Polars makes an error of its own of it when the file is Parquet.
            by_system = isinstance(broken, OSError) or "os error" in str(broken)
            stopped = f"The work stopped, and nothing was written: {broken}"
            typer.echo(stopped if by_system else why_unreadable(given["input"], broken), err=True)
            raise typer.Exit(1) from None
        except Unreadable as refusal:
            typer.echo(str(refusal), err=True)
            raise typer.Exit(1) from None

    return run
