"""What may not be shown is decided once, with the act that makes it known, and written down: nothing is ever shown
again that was hidden, and what was shown is counted as known.

Definitions decide too: with a rule that comes or changes. What an act hides depends on nothing later than the act.
"""

from collections.abc import Collection
from dataclasses import dataclass

import polars as pl
from django.db.models import Q

from outturn.core.catalogue import Catalogue
from outturn.core.frames import PLACE
from outturn.core.showing import newly_hidden, same_rules
from outturn.core.suppress.declared import list_covered
from outturn.records.catalogue import queries as catalogue
from outturn.records.catalogue.models import Version
from outturn.records.sequence import actions as sequence
from outturn.records.sequence.models import Act

from .known import versions
from .models import Decided, Hidden, Release


@dataclass(frozen=True)
class Step:
    """An act after which something else may be shown: a release, or definitions."""

    number: int
    release: int
    catalogue: Catalogue | None

    @staticmethod
    def at(number: int) -> "Step":
        release = Release.objects.filter(act__lte=number).order_by("-number").values_list("number", flat=True).first()
        definitions = catalogue.number_at(number)
        return Step(number, release or 0, catalogue.at(definitions) if definitions else None)

    @property
    def covered(self) -> frozenset[str]:
        return list_covered(self.catalogue) if self.catalogue else frozenset()


def decide() -> None:
    """Decides and keeps what no act so far has decided. Inside the transaction of the act."""
    sequence.lock()
    for number in list_undecided():
        rows = newly_hidden_at(number)
        Hidden.objects.bulk_create((Hidden(observation_id=row, act_id=number) for row in rows), batch_size=1000)
        Decided.objects.create(act_id=number)


def find_hidden_undecided(number: int) -> set[int]:
    """Rows that are hidden at a number by acts whose decision is not kept yet: of a database from before decisions were
    kept, until somebody brings something in."""
    hidden: set[int] = set()
    for act in list_undecided(number):
        hidden.update(newly_hidden_at(act, hidden))
    return hidden


def list_undecided(number: int | None = None) -> list[int]:
    """Acts up to a number that may have changed what is hidden, and of which it is not decided; oldest first."""
    done = Decided.objects.values("act")
    figures, words = Release.objects.values("act"), Version.objects.values("act")
    acts = Act.objects.filter(Q(number__in=figures) | Q(number__in=words)).exclude(number__in=done)
    acts = acts if number is None else acts.filter(number__lte=number)
    return list(acts.order_by("number").values_list("number", flat=True))


def newly_hidden_at(number: int, before: Collection[int] = ()) -> list[int]:
    """The rows that an act hides, besides those that were hidden `before` without being written down."""
    now, last = Step.at(number), Step.at(number - 1)
    if not now.release or now.catalogue is None or not now.covered:
        return []
    known_versions = versions(now.release, number, now.covered, withdrawn=True)
    hidden = pl.col("hidden") | pl.col("id").is_in(list(before))
    was_open = pl.col("indicator").is_in(sorted(last.covered)) & (pl.col("release") <= last.release)
    asked = restore_hidden(known_versions.with_columns(hidden=hidden, known=~hidden & was_open))
    same = last.catalogue is not None and same_rules(last.catalogue, now.catalogue)
    again = asked["again"]
    ready = asked.with_columns(hidden=pl.col("hidden") | pl.col("again"), known=pl.col("known") & ~pl.col("again"))
    rows = newly_hidden(ready, now.catalogue, last.release if same else 0)
    return [*known_versions["id"].filter(again).to_list(), *known_versions["id"].gather(rows).to_list()]


def restore_hidden(said: pl.DataFrame) -> pl.DataFrame:
    """A figure that comes back, when a release is withdrawn or a correction undone, is the one that it was: hidden if
    that was hidden, and known if that was shown."""
    same = [*PLACE, "value"]
    figure = pl.col("value").is_not_null()
    return said.with_columns(
        known=pl.col("known") | (figure & ~pl.col("hidden") & pl.col("known").any().over(same)),
        again=figure & ~pl.col("hidden") & ~pl.col("known") & pl.col("hidden").any().over(same),
    )
