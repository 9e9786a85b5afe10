"""What is wrong in a definition, where, and what to do about it."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    ERROR = "error"  # nothing is loaded until it is put right
    WARNING = "warning"  # loaded, and said


@dataclass(frozen=True, order=True)
class DefinitionProblem:
    """One thing to put right. `line` counts from 1; `field` is the path inside the file ("indicators.oap.unit")."""

    file: str
    line: int
    field: str
    wrong: str
    cure: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        where = f"{self.file}, line {self.line}" + (f", {self.field}" if self.field else "")
        return f"{where}: {self.wrong}" + (f" {self.cure}" if self.cure else "")


def suggest_nearest(word: str, known: Iterable[str]) -> str:
    """The closest known name as a cure ("Did you mean 'short'?"), else the known names when they are few."""
    names = sorted(set(known))
    close = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    if close:
        return f"Did you mean '{close[0]}'?"
    if not names:
        return "None is defined yet."
    return f"Known: {', '.join(names)}." if len(names) <= 12 else f"None of the {len(names)} known names is close."
