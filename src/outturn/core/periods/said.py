"""What the builders of a period are told besides the words of its label."""

import re
from dataclasses import dataclass
from datetime import date

from outturn.core.periods.months import APRIL
from outturn.core.periods.period import Period, PeriodKind, PeriodProblem
from outturn.core.periods.words import read_first_year

Found = re.Match[str]


@dataclass(frozen=True)
class Said:
    """The label as typed, what kind the column holds, and the financial or calendar year that completes the label."""

    label: str
    kind: PeriodKind | None
    within: Period | None

    def year_start(self, split: str | None) -> date:
        """1 April of the year named, or of the year that the label stands in."""
        if split:
            return date(read_first_year(split, self.label), APRIL, 1)
        if self.within is None:
            raise PeriodProblem(f"'{self.label}' names no year.", "Add it, such as 2024/25.")
        if self.within.kind is PeriodKind.YEAR:
            year = self.within.start.year
            message = f"'{self.label}' in {year} does not say which year it counts from."
            raise PeriodProblem(message, f"Write the financial year, such as {year}/{(year + 1) % 100:02d}.")
        return self.within.start


def pick_split_year(found: Found) -> str | None:
    """The split year that stands before or after the number: `24-25 Q2`, `Q2 24/25`."""
    return found["after"] or found["before"]
