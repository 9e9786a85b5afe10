"""What may be shown of what is known: suppression by the policies, the area tree and the ties of the catalogue."""

import polars as pl

from outturn.core.catalogue import Catalogue
from outturn.core.suppress import newly_hidden as hidden_by
from outturn.core.suppress.declared import list_covered, policies_of, ties_of
from outturn.core.suppress.suppress import round_to_base, secret_rows, without_hidden

MAY_SHOW = ("hidden", "was_hidden")
"""Columns of a frame of what is known that say what was decided: of the figure, and of the one it replaced."""


def newly_hidden(said: pl.DataFrame, catalogue: Catalogue, since: int = 0) -> list[int]:
    """The rows of `said` (every version of every figure of the measures that `list_covered` names) that are hidden
    from now on. `since`: the release up to which all was decided by the same rules."""
    return hidden_by(said, policies_of(catalogue), ties_of(catalogue), since=since)


def with_secrets(said: pl.DataFrame, catalogue: Catalogue) -> pl.DataFrame:
    """With a column `secret`: whether a figure is hidden for its own sake, or to protect others."""
    rows = secret_rows(said, policies_of(catalogue), ties_of(catalogue))
    return said.with_columns(secret=pl.int_range(pl.len()).is_in(sorted(rows)))


def same_rules(one: Catalogue, other: Catalogue) -> bool:
    """Whether both catalogues hide by the same policies and ties."""
    return policies_of(one) == policies_of(other) and ties_of(one) == ties_of(other)


def withhold(known: pl.DataFrame, catalogue: Catalogue) -> pl.DataFrame:
    """Values as known, without what is hidden: below every output. Without the columns MAY_SHOW.

    A figure that was restated keeps what it was (column `was`) only where both may be shown. A decision outlives a
    change of the rules, but not the day on which the definitions say that nothing of a measure is secret.
    """
    counted = pl.col("indicator").is_in(sorted(list_covered(catalogue)))
    decided = known.with_columns(pl.col(name).fill_null(False) & counted for name in MAY_SHOW)
    hidden = pl.col("hidden") | pl.col("was_hidden")
    was = pl.when(hidden | (pl.col("state") == "suppressed")).then(None).otherwise("was")
    safe = without_hidden(decided.with_columns(was=was)).drop(MAY_SHOW)
    return round_to_base(safe, policies_of(catalogue))
