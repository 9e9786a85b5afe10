"""Labels that name two periods, the value's and the plan's: `Sep-24 Q2 Plan`."""

import re
from datetime import date

from outturn.core.periods.parse import LONGEST, parse
from outturn.core.periods.period import Period, PeriodKind, PeriodProblem

PAIR = re.compile(
    r"(?P<value>.+?)[\s-]+(?P<plan>(?:q[1-4]|h[12]|m[0-9]{1,2}|annual|year)(?:[\s-]+[0-9/-]+)?)\s+plan", re.I
)
WHOLE_YEAR = ("annual", "year")


def parse_pair(
    label: str, *, kind: PeriodKind | None = None, within: Period | date | None = None
) -> tuple[Period, Period | None]:
    """(period of the value, period of the plan or None): `Oct 24 Q3 Plan` is October 2024 and Q3 2024/25.

    A plan that names no year is of the financial year that the value is in. Raises PeriodProblem.
    """
    match = PAIR.fullmatch(" ".join(label.split())[: 2 * LONGEST])
    if match is None:
        return parse(label, kind=kind, within=within), None
    try:
        value = parse(match["value"], kind=kind, within=within)
    except PeriodProblem as problem:
        raise PeriodProblem(f"In '{label}': {problem.message}", problem.cure) from None
    if match["plan"].casefold() in WHOLE_YEAR:
        return value, value.financial_year()
    return value, parse(match["plan"], within=value.financial_year())
