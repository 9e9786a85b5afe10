"""A figure of a question, as the person who answers may see it."""

from datetime import date
from functools import lru_cache
from typing import Any

from outturn.core.catalogue import Catalogue, Indicator, in_role
from outturn.core.changes import OPERATORS
from outturn.core.periods import Period, PeriodKind
from outturn.core.suppress.policy import is_hidden
from outturn.core.units import State, as_fine, show
from outturn.core.units.kinds import MARKS

MOST_DECIMALS = 6


def show_figure(value: float | None, state: str, text: str, indicator: Indicator | None, role: str = "actual") -> str:
    """In the unit of its indicator and role, as fine as it is; a small count that is hidden shows its mark."""
    if indicator is None:
        return text or ("" if value is None else f"{value:g}")
    indicator = in_role(indicator, role)
    if value is not None and indicator.suppression and is_hidden(value, indicator.suppression):
        return MARKS[State.SUPPRESSED]
    decimals = as_fine(value, indicator.decimals, MOST_DECIMALS)
    shown = show(value, indicator.unit, decimals, state=State(state), scale=indicator.scale, text=text, table=True)
    shown = f"{text} {shown}" if text in OPERATORS else shown
    return f"{shown} (provisional)" if state == State.PROVISIONAL else shown


def period_label(row: dict[str, Any]) -> str:
    return label_period(row["period_kind"], row["start"], row["end"])


@lru_cache(maxsize=4096)
def label_period(kind: str, start: date, end: date) -> str:
    return Period(PeriodKind(kind), start, end).label


def area_name(slug: str, catalogue: Catalogue) -> str:
    return catalogue.areas[slug].short if slug in catalogue.areas else slug
