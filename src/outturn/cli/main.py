"""The command `outturn`: one command, one action.

Exit codes: 0 done, 1 problems in the data, 2 wrong use, 3 the machine stopped it (database, disk).
"""

from pathlib import Path
from typing import Annotated

import typer

from outturn.cli import definitions, figures, papers, people, site
from outturn.cli.engine import charts, spc_and_stats
from outturn.cli.sentences import Sentences

app = typer.Typer(
    cls=Sentences,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
)
for room in (people, definitions, figures, papers, spc_and_stats, charts):
    app.add_typer(room.app)


def tell_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"outturn {version('outturn')}")
        raise typer.Exit


@app.callback()
def outturn(
    version: Annotated[bool, typer.Option("--version", callback=tell_version, is_eager=True, help="Say which")] = False,
) -> None:
    """The performance office of a health and care system."""


@app.command(epilog="Example: outturn status")
def status() -> None:
    """What is loaded, recorded, assessed and published."""
    site.ready()
    from outturn.cli.state import list_state

    for line in list_state():
        typer.echo(line)


@app.command(epilog="Example: outturn sample --home var --no-serve")
def sample(
    home: Annotated[Path | None, typer.Option(help="Where the sample lives; OUTTURN_HOME or ./var by default")] = None,
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help="Start the site when it is ready")] = True,
    port: Annotated[int, typer.Option(help="Port of the site", min=1, max=65535)] = 8000,
) -> None:
    """Make the sample system (Leicester, Leicestershire and Rutland) and publish its editions."""
    site.ready(home)
    from outturn.sample import build

    build.everything(site.step, typer.echo)
    if serve:
        from outturn.cli.serving import run_site

        run_site(port)


@app.command(epilog="Example: outturn serve --port 8000")
def serve(
    port: Annotated[int, typer.Option(help="Port to listen on", min=1, max=65535)] = 8000,
    host: Annotated[str, typer.Option(help="Address to listen on")] = "127.0.0.1",
) -> None:
    """Serve the site."""
    site.ready()
    from outturn.cli.serving import run_site

    run_site(port, host)
