"""Which figures are asked about when they are loaded: each kind of doubt, its limits, and what it lets pass."""

from datetime import date
from typing import Any

import polars as pl
import pytest

from outturn.core.catalogue import Area, Catalogue, Direction, Indicator
from outturn.core.frames import VALUES
from outturn.core.intake import Answers
from outturn.core.periods import PeriodKind
from outturn.core.sense import Background, Weighed, weigh
from outturn.core.units import Unit

ON = date(2025, 1, 14)
SEEN = {**VALUES, "column": pl.String, "sheet": pl.String, "file": pl.String}


def indicator(slug: str, unit: Unit, **more: Any) -> Indicator:
    return Indicator(slug, slug, slug, unit, Direction.NONE, PeriodKind.MONTH, **more)


KNOWN = {
    each.slug: each
    for each in (
        indicator("share", Unit.PERCENT, decimals=1),
        indicator("growth", Unit.PERCENT, decimals=1, lowest="any", highest="any"),
        indicator("capped", Unit.PERCENT, decimals=1, highest=250),
        indicator("people", Unit.COUNT),
        indicator("average", Unit.COUNT, decimals=1),
        indicator("wait", Unit.DURATION),
        indicator("spend", Unit.MONEY, scale="k"),
        indicator("score", Unit.SCORE, decimals=1),
    )
}
CATALOGUE = Catalogue("v1", areas={"here": Area("here", "Here", "Here", "icb")}, indicators=KNOWN)


def month(n: int) -> dict[str, Any]:
    """The nth month of 2024; 13 is January 2025."""
    year, of_year = 2024 + (n - 1) // 12, (n - 1) % 12 + 1
    start = date(year, of_year, 1)
    after = date(year + of_year // 12, of_year % 12 + 1, 1)
    return {"period_kind": "month", "start": start, "end": date.fromordinal(after.toordinal() - 1)}


def cell(slug: str, n: int, value: float | None, role: str = "actual", **more: Any) -> dict[str, Any]:
    said = {"state": "known" if value is not None else "not_available", "text": "", "printed": str(value), "row": n}
    where = {"column": "Value", "sheet": "", "file": "f.csv"}
    return {"indicator": slug, "area": "here", "role": role, **month(n), "value": value, **said, **where, **more}


def frame(*cells: dict[str, Any]) -> pl.DataFrame:
    return pl.DataFrame(cells, schema=SEEN)


def ask(*new: dict[str, Any], past: tuple[dict[str, Any], ...] = (), answers: dict[str, str] | None = None) -> Weighed:
    known = frame(*past)
    return weigh(frame(*new), Background(known, known, CATALOGUE, ON), Answers(answers or {}))


def kinds(*new: dict[str, Any], past: tuple[dict[str, Any], ...] = ()) -> list[str]:
    return [question.kind for question in ask(*new, past=past).questions]


def year(slug: str, *values: float) -> tuple[dict[str, Any], ...]:
    """Known figures from January 2024 on."""
    return tuple(cell(slug, n, value) for n, value in enumerate(values, 1))


@pytest.mark.parametrize(
    ("slug", "value", "kind"),
    [
        ("share", 100.0, None),
        ("share", 100.1, "out-of-range"),
        ("share", 7850.0, "out-of-range"),
        ("share", 0.0, None),
        ("share", -0.1, "out-of-range"),
        ("growth", -12.0, None),
        ("growth", 400.0, None),
        ("capped", 250.0, None),
        ("capped", 250.1, "out-of-range"),
        ("capped", -1.0, "out-of-range"),
        ("people", 0.0, None),
        ("people", -3.0, "impossible-figure"),
        ("people", 12.5, "fraction-of-a-count"),
        ("average", 12.5, None),
        ("wait", 0.0, None),
        ("wait", -1.0, "out-of-range"),
        ("spend", -67490.5, None),
        ("score", -1.5, None),
    ],
)
def test_a_figure_outside_its_range_is_asked_about(slug: str, value: float, kind: str | None) -> None:
    assert kinds(cell(slug, 6, value)) == ([kind] if kind else [])


def test_what_is_asked_names_the_limit_and_what_is_usual() -> None:
    (question,) = ask(cell("share", 6, 7850.0), past=year("share", 56, 57, 58, 59)).questions
    assert question.sentence == (
        "f.csv: Row 6, column 'Value': share of Here, actual for Jun 2024, is 7,850.0%, above 100.0%. "
        "The median of the 4 figures before it is 57.5%. Is it right?"
    )
    assert [choice.code for choice in question.choices] == ["keep", "leave-out", "correct"]


def test_a_count_below_nought_cannot_be_recorded_as_it_is() -> None:
    (question,) = ask(cell("people", 6, -3.0)).questions
    assert "is −3. A count is never below nought: leave it out, correct it, or allow it" in question.sentence
    assert [choice.code for choice in question.choices] == ["leave-out", "correct"]
    assert ask(cell("people", 6, -3.0), answers={"impossible-figure": "keep"}).questions


@pytest.mark.parametrize(
    "more",
    [
        (cell("share", 6, 105.0, text="21 of 20"),),
        (cell("share", 6, 105.0), cell("share", 6, 21.0, "numerator"), cell("share", 6, 20.0, "denominator")),
    ],
)
def test_a_part_above_its_whole_cannot_be_recorded_as_it_is(more: tuple[dict[str, Any], ...]) -> None:
    (question,) = ask(*more).questions
    assert question.kind == "impossible-figure"
    assert question.sentence.endswith(
        "is 105.0%. A part is never more than the whole: leave it out, correct it, or allow it in the definition "
        "of the indicator (highest)."
    )


def test_a_period_that_has_not_ended_is_asked_about_unless_it_is_planned() -> None:
    (question,) = ask(cell("share", 13, 50.0)).questions
    assert question.sentence.endswith(
        "is 50.0%. That period ends on 31 Jan 2025, after the day of this delivery, 14 Jan 2025. Is the period right?"
    )
    for role in ("plan", "forecast", "ambition", "plan_text"):
        assert kinds(cell("share", 60, 50.0, role)) == []
    assert kinds(cell("share", 12, 50.0)) == []


def test_a_mark_for_a_month_to_come_is_usual_within_a_year_and_asked_about_beyond() -> None:
    assert kinds(cell("share", 20, None)) == []
    assert kinds(cell("share", 200, None)) == ["period-not-ended"]


@pytest.mark.parametrize(
    ("slug", "usual", "value", "asked"),
    [
        ("people", 50, 500, True),
        ("people", 50, 549, True),
        ("people", 50, 560, False),
        ("people", 50, 5, True),
        ("people", 50, 5_000, True),
        ("people", 5_000, 50, True),
        ("people", 50, 50_000, True),
        ("people", 50, 250, False),
        ("people", 50, 400_000, True),
        ("people", 50, 0, False),
        ("share", 57, 0.57, True),
        ("share", 57, 5.7, True),
        ("wait", 1_740, 104_400, True),
        ("wait", 1_740, 29, True),
        ("people", 1_740, 104_400, False),
        ("spend", -350, -350_000, True),
        ("spend", -350, 3_500, False),
        ("score", 0, 10, False),
    ],
)
def test_a_slip_of_the_point_or_of_the_unit_is_asked_about(slug: str, usual: float, value: float, asked: bool) -> None:
    past = year(slug, *[usual] * 6)
    assert kinds(cell(slug, 7, value), past=past) == (["jump"] if asked else [])


def test_fewer_than_four_figures_cannot_decide() -> None:
    assert kinds(cell("people", 4, 500), past=year("people", 50, 50, 50)) == []
    assert kinds(cell("people", 5, 500), past=year("people", 50, 50, 50, 50)) == ["jump"]


def test_the_jump_says_how_large_it_is_and_against_what() -> None:
    (larger,) = ask(cell("people", 7, 500), past=year("people", *[50] * 6)).questions
    assert larger.sentence.endswith(
        "is 500: about 10 times the usual 50, the median of the 6 figures before it. Is it right?"
    )
    (smaller,) = ask(cell("people", 7, 5), past=year("people", *[50] * 6)).questions
    assert "is 5: about 1/10 of the usual 50" in smaller.sentence


def test_a_return_to_the_level_is_no_jump_and_a_level_once_recorded_is_not_asked_about_again() -> None:
    past = year("people", 50, 50, 50, 50, 500)
    assert kinds(cell("people", 6, 51), past=past) == []
    assert kinds(cell("people", 6, 510), past=past) == []


def test_a_plan_may_fall_to_a_tenth() -> None:
    past = tuple(cell("people", n, 1000, "plan") for n in range(1, 7))
    assert kinds(cell("people", 7, 100, "plan"), past=past) == []


def test_the_series_of_the_delivery_itself_counts() -> None:
    new = [cell("people", n, value) for n, value in enumerate((50, 51, 52, 53, 520), 1)]
    (question,) = ask(*new).questions
    assert (question.kind, question.rows) == ("jump", [5])


def test_one_doubt_a_cell_and_one_question_an_indicator() -> None:
    new = [cell("share", 5, 5700.0), cell("share", 6, 5800.0), cell("people", 6, 12.5)]
    questions = ask(*new, past=year("share", 57, 57, 57, 57)).questions
    assert [(each.kind, each.indicator, each.n_places) for each in questions] == [
        ("out-of-range", "share", 2),
        ("fraction-of-a-count", "people", 1),
    ]
    assert "The same is asked of 1 more figure." in questions[0].sentence


def test_an_answer_of_one_indicator_does_not_serve_another() -> None:
    new = [cell("share", 6, 165.0), cell("capped", 6, 300.0)]
    done = ask(*new, answers={"out-of-range:share": "keep"})
    assert [each.indicator for each in done.questions] == ["capped"]
    assert ask(*new, answers={"out-of-range": "keep"}).questions == ()


def test_what_is_left_out_is_not_recorded_is_said_and_asks_nothing_more() -> None:
    past = year("share", 57, 57, 57, 57, 57)
    done = ask(cell("share", 5, 570.0), cell("share", 6, 58.0), past=past, answers={"out-of-range": "leave-out"})
    assert done.questions == ()
    assert done.change.new["value"].to_list() == [58.0]
    assert [each.code for each in done.answered] == ["out-of-range:share:f.csv=leave-out"]


def test_a_known_figure_that_becomes_a_mark_is_asked_about() -> None:
    done = ask(cell("share", 5, None), past=year("share", 57, 57, 57, 57, 57))
    (question,) = done.questions
    assert question.sentence.endswith(
        "share of Here, actual for May 2024, is known as 57.0% and the file says n/a. Is that right?"
    )
    assert [(place.was, place.now) for place in question.places] == [("57.0%", "n/a")]


def test_a_mark_that_becomes_a_figure_and_a_figure_that_stays_are_not_asked_about() -> None:
    past = (cell("share", 5, None), cell("share", 6, 57.0))
    assert kinds(cell("share", 5, 58.0), cell("share", 6, 57.0), past=past) == []


def test_a_final_figure_that_becomes_provisional_is_asked_about() -> None:
    (question,) = ask(cell("share", 5, 57.0, state="provisional"), past=(cell("share", 5, 57.0),)).questions
    assert question.kind == "restatement"
    assert "is known as 57.0% and the file says 57.0% (provisional)." in question.sentence


def test_words_and_the_operator_of_a_plan_are_restated_like_figures() -> None:
    past = (
        cell("share", 5, None, "printed_rating", state="known", text="Amber"),
        cell("share", 5, 78.0, "plan", text=">="),
        cell("share", 6, 78.0, "plan"),
    )
    new = [
        cell("share", 5, None, "printed_rating", state="known", text="Green"),
        cell("share", 5, 78.0, "plan", text="<="),
        cell("share", 6, 78.0, "plan", text="*"),
    ]
    (question,) = ask(*new, past=past).questions
    assert [(place.role, place.was, place.now) for place in question.places] == [
        ("printed rating", "Amber", "Green"),
        ("plan", ">= 78.0%", "<= 78.0%"),
    ]


def test_what_looks_odd_only_without_the_figures_left_out_is_left_out_with_them():
    """A hundred times the level, six months long: of the last two nothing is asked while the four before them stand."""
    months = [cell("people", n, 100.0 if n < 5 else 10_000.0) for n in range(1, 11)]
    (question,) = ask(*months).questions
    assert question.rows == [5, 6, 7, 8]
    left = ask(*months, answers={"jump": "leave-out"})
    assert left.questions == ()
    assert [each.question.rows for each in left.answered] == [[5, 6, 7, 8], [9, 10]]
    assert left.change.new["row"].to_list() == [1, 2, 3, 4]


def test_a_part_or_a_whole_below_nought_is_asked_about_as_a_count():
    (question,) = ask(
        cell("share", 1, 78.0), cell("share", 1, -780.0, "numerator"), cell("share", 1, 5.0, "denominator")
    ).questions
    assert question.kind == "out-of-range"
    assert question.message == "share of Here, numerator for Jan 2024, is −780, below 0. Is it right?"


def test_the_part_and_the_whole_of_a_percent_are_shown_as_counts():
    """`780.0%` of 1,000."""
    past = (cell("share", 1, 780.0, "numerator"), cell("share", 1, 12.0, "rank"))
    questions = ask(cell("share", 1, 790.5, "numerator"), cell("share", 1, 13.0, "rank"), past=past).questions
    assert [(place.was, place.now) for each in questions for place in each.places] == [("780", "790.5"), ("12", "13")]
