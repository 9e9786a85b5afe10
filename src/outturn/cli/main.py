"""The command `outturn`: one command, one action.

Exit codes: 0 done, 1 problems in the data, 2 wrong use, 3 the machine stopped it (database, disk).
"""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from outturn.cli import batch, charts, site
from outturn.cli.sentences import Sentences

app = typer.Typer(
    cls=Sentences,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.add_typer(batch.app)
app.add_typer(charts.app)


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
    from outturn.records.cycle import actions
    from outturn.sample.files import definitions_in

    try:
        done = actions.load(files=definitions_in(folder), by=site.OPERATOR)
    except actions.NotAssessed as problem:
        raise site.list_problems([str(problem)], f"{folder} cannot be loaded:") from problem
    if done.problems:
        raise site.list_problems(done.problems, f"{len(done.problems)} problems in {folder}; nothing was loaded:")
    for warning in done.warnings:
        typer.echo(f"Look at {warning}")
    typer.echo(f"Definitions {done.number} {'loaded, assessed and checked' if done.changed else 'unchanged'}.")


@app.command(epilog="Example: outturn schema definitions/schema")
def schema(folder: Annotated[Path, typer.Argument(help="Folder to write the JSON Schema files into")]) -> None:
    """Write the JSON Schema of each kind of definition, for editors that check while you type."""
    from outturn.core.definitions import schema_files

    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schema_files().items():
        (folder / name).write_text(text)
        typer.echo(f"Wrote {folder / name}")


@app.command(epilog="Example: outturn record 2025-01/*.csv --answer restatement=replace")
def record(
    files: Annotated[list[Path], typer.Argument(help="CSV or XLSX files of one delivery")],
    answer: Annotated[
        list[str] | None, typer.Option(help="QUESTION=CHOICE, as the command printed it; may be repeated")
    ] = None,
    places: Annotated[Path | None, typer.Option(help="CSV file to write the places of all questions into")] = None,
    problems: Annotated[Path | None, typer.Option(help="CSV file to write the places of all problems into")] = None,
    layout: Annotated[str, typer.Option(help="How the files are laid out; found by itself when left out")] = "",
    note: Annotated[str, typer.Option(help="What this delivery is")] = "",
) -> None:
    """Record a delivery as one release. Nothing is recorded while there is a problem or an open question."""
    missing = [str(path) for path in files if not path.is_file()]
    if missing:
        raise site.wrong_use(f"There is no file {', '.join(missing)}.")
    site.ready()
    from outturn.cli import receipts
    from outturn.records.catalogue.queries import NothingDefined
    from outturn.records.cycle import actions

    answers = receipts.parse_answers(answer or ())
    try:
        with site.step(f"Recording {len(files)} {'file' if len(files) == 1 else 'files'}"):
            receipt = actions.bring_in(
                files=[(path.name, path.read_bytes()) for path in files],
                by=site.OPERATOR,
                answers=answers,
                layout=layout,
                note=note,
            )
    except NothingDefined as problem:
        raise site.wrong_use(str(problem)) from problem
    except actions.NotAssessed as problem:
        raise site.list_problems([str(problem)], "Nothing was recorded:") from problem
    if problems is not None:
        receipts.write_problems(problems, receipt.wrong)
    if places is not None:
        receipts.write_places(places, receipt.questions)
    receipts.tell(receipt)


@app.command(epilog="Example: outturn withdraw 7 --because 'The trust sent last year again'")
def withdraw(
    release: Annotated[int, typer.Argument(help="The number of the release")],
    because: Annotated[str, typer.Option(help="Why: it is kept and shown with the release that withdraws it")],
) -> None:
    """Take a release back: each of its figures returns to what was known before it. The history stays.

    Figures of which a later release speaks are left as that release has them.
    """
    site.ready()
    from outturn.records.cycle import actions
    from outturn.records.observations.withdrawals import CannotWithdraw

    try:
        with site.step(f"Withdrawing release {release}, assessing and checking"):
            done = actions.withdraw(release=release, because=because, by=site.OPERATOR)
    except CannotWithdraw as problem:
        raise site.wrong_use(str(problem)) from problem
    except actions.NotAssessed as problem:
        raise site.list_problems([str(problem)], "Nothing was withdrawn:") from problem
    typer.echo(f"Release {done.release} withdraws release {release}: {done.sentence}")


@app.command(epilog="Example: outturn assess")
def assess(
    everything: Annotated[bool, typer.Option("--all", help="Assess again what has not changed, too")] = False,
) -> None:
    """Assess and check again what an older version left unassessed, or with --all everything.

    Recording and loading assess and check by themselves: nothing they bring in is ever shown without.
    """
    site.ready()
    from outturn.records.catalogue.queries import NothingDefined
    from outturn.records.cycle.actions import assess_again

    try:
        with site.step("Assessing and checking"):
            done, found = assess_again(by=site.OPERATOR, everything=everything)
    except NothingDefined as problem:
        raise site.wrong_use(str(problem)) from problem
    typer.echo(f"{done.done} of {done.entries} entries assessed at release {done.release}; {len(found)} findings.")


@app.command(epilog="Example: outturn publish llr-performance-report --as-known 2025-01-14 -o papers")
def publish(
    pack: Annotated[str, typer.Argument(help="The pack's slug")],
    as_known: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="What was known on this day")] = None,
    output: Annotated[Path | None, typer.Option("-o", help="Folder to write PACK/EDITION/ into")] = None,
) -> None:
    """Publish an edition of a pack in every format. The same content again is the same edition."""
    site.ready()
    from outturn.records.reports import actions, copies, refusals

    try:
        with site.step(f"Publishing {pack}"):
            done = actions.publish(pack=pack, by=site.OPERATOR, as_known=as_known.date() if as_known else None)
    except refusals.UnknownPack as problem:
        raise site.wrong_use(str(problem)) from problem
    except refusals.CannotPublish as problem:
        raise site.list_problems(problem.sentences, f"{pack} cannot be published:") from problem
    typer.echo(f"Edition {done.edition.name} {'published' if done.created else 'is published already, unchanged'}.")
    for sentence in done.unplaced:
        typer.echo(sentence)
    if output is not None:
        where = copies.write(output, done.edition)
        typer.echo(f"Files are in {where}")


@app.command(epilog="Example: outturn rebuild llr-performance-report 2025-01-14")
def rebuild(
    pack: Annotated[str, typer.Argument(help="The pack's slug")],
    edition: Annotated[str, typer.Argument(help="The edition's name, such as 2025-01-14")],
) -> None:
    """Make an edition's document again from what was known at its number, and say whether it is the same."""
    site.ready()
    from outturn.records.reports import rebuilding
    from outturn.records.reports.actions import CODE

    try:
        with site.step(f"Rebuilding {pack} {edition}"):
            made = rebuilding.rebuild(pack, edition)
    except rebuilding.NoSuchEdition as problem:
        raise site.wrong_use(str(problem)) from problem
    if made.same:
        typer.echo(f"The same document: sha256 {made.sha256}")
        return
    hashes = [f"published: sha256 {made.edition.document_sha256}", f"made again: sha256 {made.sha256}"]
    why = f"it was published by {made.edition.code}, and this is {CODE}"
    if made.edition.code == CODE:
        why = f"though {CODE} made both. That is a fault of the program: tell those who look after it"
    raise site.list_problems(hashes, f"Another document: {why}.")


@app.command(epilog="Example: outturn verify")
def verify() -> None:
    """Hold every kept file against its hash: those of editions, and those received."""
    site.ready()
    from outturn.records.reports import verifying

    with site.step("Reading every kept file"):
        done = verifying.verify()
    if done.problems:
        raise site.list_problems(done.problems, "Not everything is as it was kept:")
    typer.echo(f"As they were kept: files of editions {done.n_published:,}, files received {done.n_received:,}.")


@app.command(epilog="Example: outturn status")
def status() -> None:
    """What is loaded, recorded, assessed and published."""
    site.ready()
    from outturn.cli.state import lines

    for line in lines():
        typer.echo(line)


@app.command(epilog="Example: outturn add-person ada --role analyst --role publisher")
def add_person(
    name: Annotated[str, typer.Argument(help="User name")],
    role: Annotated[list[str] | None, typer.Option(help="A role to give; may be repeated")] = None,
    password: Annotated[
        str, typer.Option(prompt=True, hide_input=True, confirmation_prompt=True, help="Asked for when left out")
    ] = "",
) -> None:
    """Add someone who can sign in, or change their password and roles."""
    site.ready()
    from outturn.records.accounts import actions

    try:
        actions.add_person(name=name, password=password, roles=role or ["viewer"], by=site.OPERATOR)
    except ValueError as problem:
        raise site.wrong_use(str(problem)) from problem
    typer.echo(f"{name} can sign in as {', '.join(role or ['viewer'])}.")


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
        from outturn.cli.serving import run

        run(port)


@app.command(epilog="Example: outturn serve --port 8000")
def serve(
    port: Annotated[int, typer.Option(help="Port to listen on", min=1, max=65535)] = 8000,
    host: Annotated[str, typer.Option(help="Address to listen on")] = "127.0.0.1",
) -> None:
    """Serve the site."""
    site.ready()
    from outturn.cli.serving import run

    run(port, host)
