"""What the source published, as the CSV extracts beside the checkout hold it."""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

SOURCE = Path(__file__).parents[3] / "shared" / "llr" / "llr_priorities"


def rows(name: str) -> list[dict[str, str]]:
    with (SOURCE / f"{name}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def slug(measure: str) -> str:
    return measure.replace("_", "-")


def number(text: str) -> float | None:
    return float(text) if text else None


@dataclass(frozen=True)
class Expected:
    """A published figure: its key in a Document (without the period's kind), its value, or the mark in its place."""

    indicator: str
    role: str
    end: date
    value: float | None
    mark: str = ""


def series() -> list[Expected]:
    """All 407 points of the appendix, and the trajectory values beside them."""
    found = []
    for row in rows("series"):
        end = date.fromisoformat(row["period_end"])
        mark = "*" if row["suppressed"] == "yes" else "–" if row["placeholder"] == "yes" else ""
        found.append(Expected(slug(row["measure_id"]), "actual", end, number(row["value_num"]), mark))
        if row["trajectory_num"]:
            found.append(Expected(slug(row["measure_id"]), "plan", end, number(row["trajectory_num"])))
    return found
