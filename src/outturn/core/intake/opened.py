"""A file that was opened: its sheets, and what a person should know of them. Who opens it stands on a floor above."""

from dataclasses import dataclass, field

from outturn.core.intake.result import Problem
from outturn.core.intake.sheet import Sheet


@dataclass(frozen=True)
class Opened:
    """`problem` is set where the file as a whole cannot be read; then there are no sheets."""

    name: str
    sheets: tuple[Sheet, ...] = ()
    notes: tuple[str, ...] = ()
    problem: Problem | None = field(default=None)
