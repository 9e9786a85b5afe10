"""Commands about papers: publishing an edition, making it again, holding kept files against their hash."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from outturn.cli import site

app = typer.Typer()


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
        fault = "Unless its code was changed in between, that is a fault of it: tell whoever looks after it"
        why = f"though {CODE} made both. {fault}"
    raise site.list_problems([*hashes, *_compare(made.differing)], f"Another document: {why}.")


def _compare(differing: Sequence[str] | None) -> Sequence[str]:
    if differing is None:
        return ["The document that was published cannot be read by this version, so its figures are not compared."]
    return differing or ["Every figure of it is the same; words, or how the document holds them, are not."]


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
