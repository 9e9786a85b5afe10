"""A command that cannot go on says why in a sentence: what is wrong with the database, the disk or a setting."""

import sys
from typing import Any

import typer
from typer.core import TyperGroup

MACHINE = 3


class Sentences(TyperGroup):
    """All commands, with what stops them told. Faults of the program still end in a trace: they are to be reported."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except (typer.Exit, typer.Abort):
            raise
        except Exception as problem:
            if (ended := explain(problem)) is None:
                raise
            sentence, code = ended
            typer.echo(sentence, err=True)
            raise typer.Exit(code) from None


def explain(problem: Exception) -> tuple[str, int] | None:
    """The sentence and the exit code; None for faults of the program."""
    if "django" in sys.modules:  # the engine's commands do without it, and stay quick
        from django.core.exceptions import ImproperlyConfigured

        if isinstance(problem, ImproperlyConfigured):
            return str(problem), 2
        if ended := of_the_database(problem):
            return ended
    if isinstance(problem, OSError) and problem.filename:
        return f"The work stopped at {problem.filename}: {problem.strerror}.", MACHINE
    return None


def of_the_database(problem: Exception) -> tuple[str, int] | None:
    from django.conf import settings

    if not settings.configured:
        return None
    from outturn.records import faults

    if fault := faults.explain(problem):
        return fault.operator, 2 if fault.kind in (faults.Kind.EMPTY, faults.Kind.OTHER_VERSION) else MACHINE
    return None
