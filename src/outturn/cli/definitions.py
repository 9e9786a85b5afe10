"""Commands about definitions: a place to start from, loading them, help for editors."""

from pathlib import Path
from typing import Annotated

import typer

from outturn.cli import site
from outturn.core.report.wording import count_of

app = typer.Typer()


@app.command(epilog="Example: outturn init our-office")
def init(
    folder: Annotated[Path | None, typer.Argument(help="A new folder for definitions to start from")] = None,
) -> None:
    """Make or bring up to date the database in OUTTURN_HOME (or at DATABASE_URL).

    With FOLDER, also write a small set of definitions and invented figures there, to change into your own.
    """
    site.ready()
    from django.core.management import call_command

    from outturn.sample.files import start

    if folder is not None:
        try:
            start(folder)
        except OSError as problem:
            raise site.wrong_use(str(problem)) from problem
    with site.step("Preparing the database"):
        call_command("migrate", verbosity=0)
    if folder is not None:
        typer.echo(f"Definitions to start from are in {folder}. Next:")
        typer.echo(f"  outturn load {folder}")
        typer.echo(f"  outturn record {folder}/data/invented-figures.csv")
        typer.echo("  outturn serve")


@app.command(epilog="Example: outturn load definitions")
def load(folder: Annotated[Path, typer.Argument(help="Folder of YAML definitions")]) -> None:
    """Load definitions: areas, indicators, frameworks, schemes, packs, layouts.

    All problems are listed at once; while there is one, nothing is loaded.
    """
    if not folder.is_dir():
        raise site.wrong_use(f"{folder} is not a folder. Name the folder that holds the definitions.")
    site.ready()
    from outturn.records.catalogue.folders import collect_definitions
    from outturn.records.cycle import actions

    try:
        done = actions.load(files=collect_definitions(folder), by=site.OPERATOR)
    except actions.NotAssessed as problem:
        raise site.list_problems([str(problem)], f"{folder} cannot be loaded:") from problem
    if done.problems:
        raise site.list_problems(
            done.problems, f"Nothing was loaded; {count_of(len(done.problems), 'problem')} in {folder}:"
        )
    for warning in done.warnings:
        typer.echo(f"Warning: {warning}")
    typer.echo(f"Definitions {done.number} {'loaded, assessed and checked' if done.changed else 'unchanged'}.")


@app.command(epilog="Example: outturn schema definitions/schema")
def schema(folder: Annotated[Path, typer.Argument(help="Folder to write the JSON Schema files into")]) -> None:
    """Write the JSON Schema of each kind of definition, for editors that check while you type."""
    from outturn.core.definitions import schema_files

    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schema_files().items():
        (folder / name).write_text(text)
        typer.echo(f"Wrote {folder / name}")
