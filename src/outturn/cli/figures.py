"""Commands about figures: recording a delivery, taking a release back, assessing again."""

from pathlib import Path
from typing import Annotated

import typer

from outturn.cli import site
from outturn.core.report.wording import count_of

app = typer.Typer()


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
        with site.step(f"Recording {count_of(len(files), 'file')}"):
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
    receipts.tell_receipt(receipt)


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
            done, findings = assess_again(by=site.OPERATOR, everything=everything)
    except NothingDefined as problem:
        raise site.wrong_use(str(problem)) from problem
    assessed = f"{done.done:,} of {count_of(done.entries, 'entry', 'entries')} assessed at release {done.release}"
    typer.echo(f"{assessed}; {count_of(len(findings), 'finding')}.")
