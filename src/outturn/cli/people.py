"""Commands about people who can sign in, and the roles they hold."""

from datetime import date, datetime
from typing import Annotated

import typer

from outturn.cli import site
from outturn.core.access import Grant
from outturn.core.subject import EVERYTHING_SAID, Subject, read_subject

app = typer.Typer()
FOR = "What it is held for: area:uhl, or several that must all hold: 'framework:nhs-priorities-2024-25 area:uhl'"
Name = Annotated[str, typer.Argument(help="User name")]
Role = Annotated[str, typer.Argument(help="The role")]
Scope = Annotated[str, typer.Option("--for", help=FOR)]


@app.command(epilog="Example: outturn add-person ada --role analyst --role publisher")
def add_person(
    name: Name,
    role: Annotated[list[str] | None, typer.Option(help="A role to give; may be repeated")] = None,
    held_for: Scope = EVERYTHING_SAID,
    password: Annotated[
        str, typer.Option(prompt=True, hide_input=True, confirmation_prompt=True, help="Asked for when left out")
    ] = "",
) -> None:
    """Add someone who can sign in, or change their password and all their roles."""
    site.ready()
    from outturn.records.accounts import actions

    grants = [Grant(each, read_scope(held_for)) for each in role or ["viewer"]]
    try:
        actions.add_person(name=name, password=password, grants=grants, by=site.OPERATOR)
    except ValueError as problem:
        raise site.wrong_use(str(problem)) from problem
    typer.echo(f"{name} can sign in as {', '.join(map(str, grants))}.")


@app.command(epilog="Example: outturn give-role ada contributor --for area:uhl --last 2026-03-31")
def give_role(
    name: Name,
    role: Role,
    held_for: Scope = EVERYTHING_SAID,
    first: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The first day it is held")] = None,
    last: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The last day it is held")] = None,
) -> None:
    """Give someone a role, besides those they hold. Without days it is held from now until it is taken."""
    site.ready()
    from outturn.records.accounts import actions

    grant = Grant(role, read_scope(held_for), day_of(first), day_of(last))
    try:
        actions.give(name=name, grant=grant, by=site.OPERATOR)
    except ValueError as problem:
        raise site.wrong_use(str(problem)) from problem
    typer.echo(f"{name} is {grant}.")


@app.command(epilog="Example: outturn take-role ada contributor --for area:uhl")
def take_role(name: Name, role: Role, held_for: Scope = EVERYTHING_SAID) -> None:
    """Take a role from someone, for the scope it was given for."""
    site.ready()
    from outturn.records.accounts import actions

    scope = read_scope(held_for)
    try:
        actions.take(name=name, role=role, scope=scope, by=site.OPERATOR)
    except ValueError as problem:
        raise site.wrong_use(str(problem)) from problem
    typer.echo(f"{name} is no longer {Grant(role, scope)}.")


def read_scope(text: str) -> Subject:
    try:
        return read_subject(" ".join(text.split()))
    except ValueError as problem:
        raise site.wrong_use(str(problem)) from problem


def day_of(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
