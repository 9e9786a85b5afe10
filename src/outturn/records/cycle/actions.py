"""Bringing in is one verb: what is recorded, loaded or written takes force with its assessment and its checks, in one
transaction under one number of the sequence, or not at all.

Each action here is the one of the room below, followed through; it takes and returns the same.
"""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import Error, transaction

from outturn.core.access import Actor
from outturn.core.checks import Finding
from outturn.records.assessments.actions import Assessed, assess
from outturn.records.catalogue import actions as catalogue
from outturn.records.commentary import actions as commentary
from outturn.records.findings.actions import check
from outturn.records.observations import actions as observations
from outturn.records.observations import held, withdrawals
from outturn.records.sequence import actions as sequence
from outturn.records.sequence.models import Act

P = ParamSpec("P")
R = TypeVar("R")


class NotAssessed(Exception):
    """What was brought in could not be assessed or checked, so that nothing of it was kept. The text says so."""


def follow_through(act: Callable[P, R]) -> Callable[P, R]:
    """The action, and what follows from it. Raises NotAssessed besides what the action raises."""

    @wraps(act)
    @transaction.atomic
    def bring(*args: P.args, **words: P.kwargs) -> R:
        before = sequence.lock().last
        done = act(*args, **words)
        for made in Act.objects.filter(number__gt=before):
            take_force(made)
        return done

    return bring


def take_force(act: Act) -> None:
    """Assesses and checks what an act made known, under its number, in the name of whoever did it."""
    following = Actor.with_roles(act.by, "analyst")
    try:
        assess(by=following, act=act)
        check(by=following, act=act)
    except (Error, OSError):  # the database or the disk: whoever called knows how to say that
        raise
    except Exception as problem:
        raise NotAssessed(
            f"Nothing was kept: assessing it failed ({type(problem).__name__}: {problem}). This is a fault of the "
            "program, not of what you brought in. Tell whoever looks after this site; nothing has to be undone."
        ) from problem


@transaction.atomic
def assess_again(*, by: Actor, everything: bool = False, at: datetime | None = None) -> tuple[Assessed, list[Finding]]:
    """Mends what is not assessed (recorded by an older version, or assessed by another method), and checks again."""
    before = sequence.lock().last
    done = assess(by=by, everything=everything, at=at)
    return done, check(by=by, at=at, act=Act.objects.filter(number__gt=before).first())


bring_in = follow_through(observations.record)
settle = follow_through(held.settle)
withdraw = follow_through(withdrawals.withdraw)
load = follow_through(catalogue.load)
write = follow_through(commentary.write)
write_all = follow_through(commentary.write_all)
