"""Getting Django ready for a command, and saying things on the terminal."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from outturn.core.access import Actor

OPERATOR = Actor.with_roles("operator", "administrator")
"""Who acts at the command line: whoever can run it can read the database anyway."""


def ready(home: Path | None = None) -> None:
    """Sets Django up for the home folder (OUTTURN_HOME, else ./var). Ends with exit code 2 where it is not installed:
    the numbers and charts of a file do without."""
    if home is not None:
        os.environ["OUTTURN_HOME"] = str(home)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "outturn.config.settings")
    try:
        import django

        django.setup()
    except ModuleNotFoundError as missing:
        if (missing.name or "outturn").split(".")[0] == "outturn":  # a fault of ours
            raise
        raise wrong_use(
            f"This is a command of the site, which is not installed here: {missing.name} is missing. "
            "Install it with: pip install 'outturn[site]'"
        ) from None


def wrong_use(sentence: str) -> typer.Exit:
    typer.echo(sentence, err=True)
    return typer.Exit(2)


def list_problems(problems: tuple[str, ...] | list[str], heading: str) -> typer.Exit:
    """All of them, then exit code 1."""
    typer.echo(heading, err=True)
    for problem in problems:
        typer.echo(f"  - {problem}", err=True)
    return typer.Exit(1)


@contextmanager
def step(words: str) -> Iterator[None]:
    """`Recording December 2024 ... 0.4 s`"""
    typer.echo(f"{words} ... ", nl=False)
    sys.stdout.flush()
    started = time.perf_counter()
    try:
        yield
    except BaseException:
        typer.echo("failed")
        raise
    typer.echo(f"{time.perf_counter() - started:.1f} s")
