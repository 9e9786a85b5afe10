"""Periods: what a value is about, as kind + start + end, and every label by which people name one."""

from outturn.core.periods.pair import parse_pair
from outturn.core.periods.parse import parse, spanning
from outturn.core.periods.period import Period, PeriodKind, PeriodProblem

__all__ = ["Period", "PeriodKind", "PeriodProblem", "parse", "parse_pair", "spanning"]
