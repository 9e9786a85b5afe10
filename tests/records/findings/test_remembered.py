"""What can be worked out is worked out anew only when the figures or the definitions are other ones."""

from types import SimpleNamespace

import polars as pl
import pytest

from outturn.records.findings import remembered
from outturn.records.findings.remembered import solve_once


@pytest.fixture
def solved(monkeypatch) -> list[pl.DataFrame]:
    calls: list[pl.DataFrame] = []

    def solve(said: pl.DataFrame, catalogue: SimpleNamespace) -> pl.DataFrame:
        calls.append(said)
        return said.with_columns(version=pl.lit(catalogue.version))

    monkeypatch.setattr(remembered, "solve_hidden", solve)
    monkeypatch.setattr(remembered, "_last", {})
    return calls


def test_the_same_figures_are_solved_once(solved) -> None:
    said, catalogue = pl.DataFrame({"value": [1.0, None]}), SimpleNamespace(version="a")
    first = solve_once(said, catalogue)
    assert solve_once(said.clone(), catalogue).equals(first)
    assert len(solved) == 1


def test_other_figures_and_other_definitions_are_solved_anew(solved) -> None:
    one, two = pl.DataFrame({"value": [1.0]}), pl.DataFrame({"value": [2.0]})
    old, new = SimpleNamespace(version="a"), SimpleNamespace(version="b")
    answers = [solve_once(*each) for each in ((one, old), (two, old), (two, new), (one, old))]
    assert [answer.row(0) for answer in answers] == [(1.0, "a"), (2.0, "a"), (2.0, "b"), (1.0, "a")]
    assert len(solved) == 4
