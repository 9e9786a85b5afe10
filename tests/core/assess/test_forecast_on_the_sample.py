"""The intervals of forecasts hold what docs/method/forecast.md says they held on the sample's own history."""

from pathlib import Path

import polars as pl
import pytest
from core.statistics.held_intervals import history, rolling, share

PAGE = Path(__file__).parents[3] / "docs/method/forecast.md"


@pytest.fixture(scope="module")
def made() -> pl.DataFrame:
    return rolling(history(), known=12, ahead=6)


def test_the_page_tells_how_often_the_interval_held(made):
    told = PAGE.read_text()
    for step in range(1, 7):
        assert f"| {step} | {share(made.filter(step=step))} |" in told
    assert f"| all | {share(made)} |" in told


def test_on_real_series_the_interval_holds_about_as_often_as_it_says(made):
    assert made.height > 300
    assert 0.9 <= made["inside"].mean() <= 0.985
