"""An attacker with pencil and paper: every sum that a reader could do is done, and no hidden count comes out.

The product's own attack is linear programming over small unknowns; this one shares no code with it. It tries every
table of whole numbers that fits what is shown (small tables), and eliminates in exact fractions (larger ones).
"""

from fractions import Fraction
from itertools import product

import polars as pl
from core.suppress.worked import figures
from hypothesis import given, settings
from hypothesis import strategies as st

from outturn.core.suppress import Suppression, Total, suppress

POLICY = Suppression(low=1, high=4)
PARTS = ("leicester", "leicestershire", "rutland")
COUNTS = st.integers(min_value=0, max_value=12)
MONTHS = ("Apr 2024", "May 2024", "Jun 2024")
TO_DATE = ("M1 24/25", "M2 24/25", "M3 24/25")


def published(frame: pl.DataFrame) -> list[float | None]:
    return frame["value"].to_list()


@settings(max_examples=60, deadline=None)
@given(st.tuples(COUNTS, COUNTS, COUNTS))
def test_every_small_count_that_could_be_hidden_fits_what_is_shown(counts: tuple[int, int, int]) -> None:
    rows = [("falls", area, "actual", "Apr 2024", float(n)) for area, n in zip(PARTS, counts, strict=True)]
    frame = figures(*rows, ("falls", "llr-icb", "actual", "Apr 2024", float(sum(counts))))
    *parts, total = published(suppress(frame, {"falls": POLICY}, [Total("area", "llr-icb", PARTS)]))
    fitting = [
        guess
        for guess in product(range(sum(counts) + 5), repeat=3)
        if all(shown is None or shown == guess[n] for n, shown in enumerate(parts)) and total in (None, sum(guess))
    ]
    for n, count in enumerate(counts):
        if 1 <= count <= 4:
            assert {1, 2, 3, 4} <= {guess[n] for guess in fitting}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(COUNTS, min_size=3, max_size=3), min_size=3, max_size=3))
def test_no_hidden_count_follows_from_totals_quarters_and_years_to_date(table: list[list[int]]) -> None:
    names, cells, true = [], [], []
    for area, counts in [
        *zip(PARTS, table, strict=True),
        ("llr-icb", [sum(column) for column in zip(*table, strict=True)]),
    ]:
        labels = [*MONTHS, *TO_DATE, "Q1 24/25"]
        values = [*counts, *(sum(counts[: n + 1]) for n in range(3)), sum(counts)]
        for label, value in zip(labels, values, strict=True):
            names.append((area, label))
            true.append(value)
            cells.append(("falls", area, "actual", label, float(value)))
    safe = published(suppress(figures(*cells), {"falls": POLICY}, [Total("area", "llr-icb", PARTS)], flows={"falls"}))
    solved = eliminated(names, safe)
    for name, value, shown in zip(names, true, safe, strict=True):
        if 1 <= value <= 4:
            assert shown is None
            assert name not in solved, f"{name} follows from what is shown"


def eliminated(names: list[tuple[str, str]], shown: list[float | None]) -> set[tuple[str, str]]:
    """The hidden figures that follow exactly, by elimination over months by area: every figure is a sum of those."""
    base = [(area, month) for area in PARTS for month in range(3)]
    rows, hidden = [], {}
    for (area, label), value in zip(names, shown, strict=True):
        months = {**{m: {n} for n, m in enumerate(MONTHS)}, **{t: set(range(n + 1)) for n, t in enumerate(TO_DATE)}}
        within = months.get(label, {0, 1, 2})
        row = [Fraction(int((area in ("llr-icb", at)) and month in within)) for at, month in base]
        if value is None:
            hidden[area, label] = row
        else:
            rows.append(row)
    reduced = echelon(rows)
    return {name for name, row in hidden.items() if not any(remainder(row, reduced))}


def echelon(rows: list[list[Fraction]]) -> list[list[Fraction]]:
    done: list[list[Fraction]] = []
    for row in rows:
        rest = remainder(row, done)
        if any(rest):
            lead = next(value for value in rest if value)
            done.append([value / lead for value in rest])
            done.sort(key=lambda one: next(n for n, value in enumerate(one) if value))
    return done


def remainder(row: list[Fraction], reduced: list[list[Fraction]]) -> list[Fraction]:
    """What is left of a row after taking away what the reduced rows can make of it."""
    rest = list(row)
    for one in reduced:
        lead = next(n for n, value in enumerate(one) if value)
        factor = rest[lead]
        rest = [a - factor * b for a, b in zip(rest, one, strict=True)]
    return rest
