"""Releases one after another, and what was shown on each day: the examples tell a history with it."""

from collections.abc import Mapping, Sequence

import polars as pl
from core.suppress.worked import figures

from outturn.core.suppress import Suppression, Ties, newly_hidden
from outturn.core.suppress.suppress import MARK

CELL = ["indicator", "area", "role", "period_kind", "start", "end"]
Row = tuple[str, str, str, str, float | None]


class Days:
    """What was said, release by release, and from which release on each version of it was hidden."""

    def __init__(self, policies: Mapping[str, Suppression], ties: Ties) -> None:
        self.policies, self.ties = policies, ties
        self.said = pl.DataFrame()
        self.last = 0

    def release(self, *rows: Row) -> "Days":
        """A release of what is new among the rows, and what is hidden from then on."""
        self.last += 1
        hidden = pl.lit(None, dtype=pl.Int64).alias("hidden_at")
        new = figures(*rows).with_columns(pl.lit(self.last).alias("release"), hidden)
        if self.said.height:
            same = self.newest().select(*CELL, "value", "state")
            new = new.join(same, on=[*CELL, "value", "state"], how="anti", nulls_equal=True)
            self.said = pl.concat([self.said, new])
        else:
            self.said = new
        before = pl.col("hidden_at").is_not_null()
        asked = self.said.with_columns(hidden=before, known=~before & (pl.col("release") < self.last))
        rows_hidden = newly_hidden(asked, self.policies, self.ties, since=self.last - 1)
        now = pl.int_range(pl.len()).is_in(rows_hidden)
        self.said = self.said.with_columns(hidden_at=pl.when(now).then(self.last).otherwise("hidden_at"))
        return self

    def newest(self, day: int | None = None) -> pl.DataFrame:
        known = self.said.filter(pl.col("release") <= (day or self.last))
        return known.sort("release", maintain_order=True).unique(CELL, keep="last", maintain_order=True)

    def shown(self, day: int, *wanted: tuple[str, str, str]) -> list[float | str]:
        """What the page of a day shows of each (indicator, area, period)."""
        seen = self.newest(day).with_columns(hide=pl.col("hidden_at") <= day)
        return [self.one(seen, *each) for each in wanted]

    def one(self, seen: pl.DataFrame, indicator: str, area: str, label: str) -> float | str:
        place = figures((indicator, area, "actual", label, 0.0)).select(CELL)
        row = seen.join(place, on=CELL, how="semi").row(0, named=True)
        return MARK if row["hide"] or row["state"] == "suppressed" else row["value"]


def actuals(label: str, said: Mapping[tuple[str, str], float | None]) -> Sequence[Row]:
    return [(indicator, area, "actual", label, value) for (indicator, area), value in said.items()]
