"""Figures as records: what the frames hold of an entry, read from them once. All else in here takes these."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from outturn.core.assess.result import Latest, Movement
from outturn.core.catalogue import FigureRole
from outturn.core.periods import Period, PeriodKind
from outturn.core.units import State


@dataclass(frozen=True, slots=True)
class Plan:
    """What a figure is held against, and the period that was planned for."""

    value: float | None = None
    state: State = State.NOT_AVAILABLE
    text: str = ""
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """A figure, its plan, and what `judge` made of them: `band` is the key of a band of the scheme."""

    period: Period
    value: float | None
    state: State
    plan: Plan
    band: str
    text: str = ""
    printed: str = ""
    release: int = 0
    met: bool | None = None
    gap: float | None = None
    adverse_percent: float | None = None
    movement: Movement = Movement()

    def as_latest(self, release: int) -> Latest:
        """`release`: what came with it is marked as updated."""
        return Latest(
            period=self.period,
            value=self.value,
            state=self.state,
            printed=self.printed,
            text=self.text,
            plan=self.plan.value,
            plan_state=self.plan.state,
            plan_period=self.plan.period,
            plan_text=self.plan.text,
            updated=self.release == release,
        )


@dataclass(frozen=True, slots=True)
class Published:
    """A figure in another role than the actual, as its source prints it."""

    role: FigureRole
    period: Period
    value: float | None
    text: str = ""
    release: int = 0


@dataclass(frozen=True, slots=True)
class Beside:
    """What is published beside one figure: of the same indicator and area, to the same day."""

    figures: tuple[Published, ...] = ()

    def find(self, *roles: FigureRole) -> Published | None:
        """The one that became known last: what was an average may be a target now."""
        figures = (figure for figure in self.figures if figure.role in roles)
        return max(figures, key=lambda figure: figure.release, default=None)

    def value(self, role: FigureRole) -> float | None:
        figure = self.find(role)
        return figure.value if figure else None

    def rating(self, kind: PeriodKind | None = None) -> str:
        """The rating that is printed for a period of this kind, or of any."""
        ratings = (figure for figure in self.figures if figure.role is FigureRole.PRINTED_RATING)
        return next((figure.text for figure in ratings if kind in (None, figure.period.kind)), "")


Series = tuple[str, str, date]
"""Indicator, area, and the last day of the period."""

READ = (
    FigureRole.PRINTED_RATING,
    FigureRole.PREVIOUS,
    FigureRole.RANK,
    FigureRole.RANK_OF,
    FigureRole.NATIONAL,
    FigureRole.COMPARATOR,
    FigureRole.AVERAGE,
    FigureRole.DENOMINATOR,
)
"""Roles that an assessment looks at beside the actual and its plan."""
PLACE = ["indicator", "area", "end"]


def read_beside(values: pl.DataFrame, *judged: pl.DataFrame) -> dict[Series, Beside]:
    """What is published beside the figures that were judged, by PLACE."""
    wanted = pl.concat([frame.select(PLACE) for frame in judged])
    rows = values.filter(pl.col("role").is_in([role.value for role in READ])).join(wanted, on=PLACE, how="semi")
    published: dict[Series, list[Published]] = {}
    for row in rows.iter_rows(named=True):
        figure = Published(FigureRole(row["role"]), period_of(row), row["value"], row["text"] or "", row["release"])
        published.setdefault((row["indicator"], row["area"], row["end"]), []).append(figure)
    return {place: Beside(tuple(figures)) for place, figures in published.items()}


def read_judged(points: pl.DataFrame) -> dict[int, Judged]:
    """One figure an entry, from a frame that `judge` made, with what `move` added where it did."""
    return dict(iterate_judged(points))


def iterate_judged(points: pl.DataFrame) -> Iterator[tuple[int, Judged]]:
    for row in points.iter_rows(named=True):
        plan_period = period_of(row, "plan_kind", "plan_start", "plan_end") if row["plan_kind"] else None
        state = State(row["plan_state"] or State.NOT_AVAILABLE)
        yield (
            row["entry"],
            Judged(
                period=period_of(row),
                value=row["value"],
                state=State(row["state"]),
                plan=Plan(row["plan"], state, row["plan_text"] or "", plan_period),
                band=row["rating"],
                text=row["text"] or "",
                printed=row["printed"] or "",
                release=row["release"],
                met=row["met"],
                gap=row["gap"],
                adverse_percent=row["adverse_percent"],
                movement=movement_of(row),
            ),
        )


def movement_of(row: dict[str, Any]) -> Movement:
    if row.get("since_value") is None:
        return Movement()
    since = Period(PeriodKind(row["period_kind"]), row["since_start"], row["since_end"])
    return Movement(since, row["since_value"], row["change"], row["direction"], row["welcome"])


def period_of(row: dict[str, Any], kind: str = "period_kind", start: str = "start", end: str = "end") -> Period:
    return Period(PeriodKind(row[kind]), row[start], row[end])
