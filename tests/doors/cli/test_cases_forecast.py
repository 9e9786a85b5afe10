"""Forecasts of files in which the plan goes on after the values end."""

import polars as pl
import pytest
from doors.cli.trial import CASES, described

LOWER = ("--direction", "lower", "--unit", "percent")


def only(folder, case, *words):
    (said,) = described(folder, "forecast", case, *words)
    return said


@pytest.mark.parametrize("case", ["03b-forecast-plan.csv", "03c-forecast-plan-short.csv"])
def test_the_chance_is_that_of_the_plan_of_the_month_forecast(tmp_path, case):
    said = only(tmp_path, case, *LOWER)
    assert "Chance of meeting the plan: 98% (Plan 66% for Jun 2023)." in said
    assert said.startswith("61% expected in Jun 2023;")


def test_a_plan_that_ends_before_the_forecast_does_is_held_against_its_own_last_month(tmp_path):
    assert "(Plan 66% for Jun 2023)" in only(tmp_path, "03c-forecast-plan-short.csv", *LOWER, "--periods", 9)
    assert "less than 1% (Plan 50% for Sep 2023)" in only(tmp_path, "03b-forecast-plan.csv", *LOWER, "--periods", 9)


def test_a_plan_out_of_reach_is_never_quite_impossible(tmp_path):
    assert "less than 1% (Plan 45% for Jun 2023)" in only(tmp_path, "03-future-plan.csv", *LOWER)


def test_labels_stay_months_although_rows_for_the_same_months_are_empty(tmp_path):
    said = only(tmp_path, "03-future-plan.csv", *LOWER)
    assert "Jan 2021 to Dec 2022." in said
    assert "Latest: 63% (Dec 2022)." in said


def test_the_options_say_what_is_better(tmp_path):
    said = only(tmp_path, "03-future-plan.csv", "--options", CASES / "03-options.csv")
    assert "Chance of meeting the plan: less than 1%" in said
    without = only(tmp_path, "03-future-plan.csv")
    assert "Chance" not in without


def test_a_plan_that_ends_with_the_values_gives_no_chance_and_says_so(tmp_path):
    past = pl.read_csv(CASES / "03b-forecast-plan.csv").drop_nulls("value")
    past.with_columns(target=pl.Series([75] * 12 + [50] * 12)).write_csv(tmp_path / "past.csv")
    said = only(tmp_path, tmp_path / "past.csv", *LOWER)
    assert "Chance of meeting the plan: – (no plan is given for Jan 2023 or later)." in said


def test_a_target_that_has_stood_on_every_row_goes_on(tmp_path):
    past = pl.read_csv(CASES / "03b-forecast-plan.csv").drop_nulls("value")
    past.with_columns(target=66).write_csv(tmp_path / "flat.csv")
    said = only(tmp_path, tmp_path / "flat.csv", *LOWER)
    assert "Chance of meeting the target: 98% (Target 66% for Jun 2023)." in said
