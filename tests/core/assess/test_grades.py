"""Measures whose value is a word: met by the word that is asked for, moved along a scale of words."""

from datetime import date

import polars as pl
import pytest
from core.assess.graded import frame

from outturn.core.assess.grades import move_on_scale, place_on_scale
from outturn.core.assess.judge import judge


def rated(value: str, plan: str) -> bool | None:
    row = {
        "value": None, "state": "known", "plan": None, "plan_state": "known", "operator": "=", "scheme": "none",
        "low": None, "high": None, "text": value, "plan_text": plan,
    }  # fmt: skip
    numbers = ("value", "plan", "low", "high")
    made = pl.DataFrame([row]).with_columns(pl.col(name).cast(pl.Float64) for name in numbers)
    return judge(made, [])["met"][0]


@pytest.mark.parametrize(
    ("value", "plan", "met"),
    [
        ("Green", "Green", True),
        ("green ", "Green", True),
        ("Amber", "Green", False),
        ("", "Green", None),
        ("Good", "", None),
    ],
)
def test_a_grade_meets_its_target_by_its_word(value, plan, met):
    assert rated(value, plan) is met


def test_a_number_is_never_compared_by_its_words():
    made = pl.DataFrame(
        {"value": [5.0], "state": ["known"], "plan": [6.0], "plan_state": ["known"], "operator": ["="], "scheme": [""],
         "low": [None], "high": [None], "text": ["Green"], "plan_text": ["Green"]},
        schema_overrides={"low": pl.Float64, "high": pl.Float64},
    )  # fmt: skip
    assert judge(made, [])["met"][0] is False


def test_grades_have_an_order():
    assert place_on_scale("Red") < place_on_scale("amber") < place_on_scale("GREEN")
    assert place_on_scale("Inadequate") < place_on_scale("Good") < place_on_scale("Outstanding")
    assert place_on_scale("Purple") is None


@pytest.mark.parametrize(
    ("words", "direction", "welcome"),
    [
        (["Amber", "Green"], "up", "improving"),
        (["Green", "Red"], "down", "worsening"),
        (["Good", "Good"], "same", "steady"),
    ],
)
def test_a_better_grade_is_up_and_improving(words, direction, welcome):
    moved = move_on_scale(frame(words))
    assert (moved.direction, moved.welcome) == (direction, welcome)
    assert moved.since.end == date(2019, 1, 31)


@pytest.mark.parametrize("words", [["Good"], ["Purple", "Green"], ["Red", "Good"], []])
def test_words_without_a_common_scale_did_not_move(words):
    assert move_on_scale(frame(words)) is None
