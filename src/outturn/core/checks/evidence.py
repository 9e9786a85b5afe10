"""What the checks look at, gathered once."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from outturn.core.assess.result import Result
from outturn.core.catalogue import Catalogue, Entry
from outturn.core.checks.finding import Finding, Severity
from outturn.core.commentary import Note
from outturn.core.suppress.declared import policies_of, ties_of
from outturn.core.suppress.recoverable import recoverable_of
from outturn.core.tree import subject_of


def solve_hidden(said: pl.DataFrame, catalogue: Catalogue) -> pl.DataFrame:
    """The hidden figures that can be worked out of what was said, by the rules of the definitions."""
    return recoverable_of(said, policies_of(catalogue), ties_of(catalogue))


@dataclass(frozen=True)
class Evidence:
    """`values`: as known (indicator, area, role, period, value, text, printed ...); `versions`: every version of what
    small counts hang on, as it was shown, with its `release`; `solve`: who answers what can be worked out, for it takes
    long and may be remembered; the rest are core nouns."""

    catalogue: Catalogue
    results: tuple[Result, ...]
    notes: tuple[Note, ...]
    values: pl.DataFrame
    versions: pl.DataFrame | None = None
    solve: Callable[[pl.DataFrame, Catalogue], pl.DataFrame] = solve_hidden

    def __post_init__(self) -> None:
        """What is no number is no figure: checks meet numbers and nothing, never NaN or infinity."""
        for name in ("values", "versions"):
            frame = getattr(self, name)
            if frame is not None:
                object.__setattr__(self, name, drop_no_numbers(frame))

    @cached_property
    def pairs(self) -> tuple[tuple[Entry, Result], ...]:
        entries = {entry.key: entry for entry in self.catalogue.entries()}
        return tuple((entries[result.key], result) for result in self.results if result.key in entries)

    def about(self, entry: Entry, rule: str, title: str, severity: Severity, sentence: str) -> Finding:
        """A finding about an entry, placed by its framework and number."""
        framework = self.catalogue.frameworks[entry.framework]
        place = f"{framework.title}, {entry.number} {self.catalogue.name(entry)}".replace(",  ", ", ")
        return Finding(rule, title, severity, place, sentence, subject_of(entry))


def drop_no_numbers(frame: pl.DataFrame) -> pl.DataFrame:
    numbers = pl.col(pl.Float64)
    return frame.with_columns(pl.when(numbers.is_finite()).then(numbers))
