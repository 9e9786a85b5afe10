"""Periods: what a value is about, as kind + start + end, and every label by which people name one."""

from outturn.core.periods.fit import fit_window
from outturn.core.periods.marks import is_provisional
from outturn.core.periods.pair import parse_pair
from outturn.core.periods.parse import find_period_around, parse, span_dates, spanning, whole_day
from outturn.core.periods.period import Period, PeriodKind, PeriodProblem

__all__ = [
    "Period",
    "PeriodKind",
    "PeriodProblem",
    "find_period_around",
    "fit_window",
    "is_provisional",
    "parse",
    "parse_pair",
    "span_dates",
    "spanning",
    "whole_day",
]
