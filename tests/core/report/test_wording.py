"""Findings in words: worked cases of the sentence over a chart."""

from datetime import date

import pytest

from outturn.core.assess.result import Latest, Movement, Points, Rating, Result, Variation
from outturn.core.catalogue import Direction, Entry, Indicator, Target, TargetKind
from outturn.core.live import Figures, pieces, problems, resolve
from outturn.core.periods import Period, PeriodKind
from outturn.core.report.wording import counted, headline, spoken_list
from outturn.core.units import Unit

AE = Indicator("ae", "A&E", "A&E", Unit.PERCENT, Direction.HIGHER, PeriodKind.MONTH, decimals=1)
DENTAL = Indicator("dental", "Dental", "Dental", Unit.COUNT, Direction.HIGHER, PeriodKind.QUARTER)
OCTOBER = Period.of(PeriodKind.MONTH, date(2024, 10, 1))


def entry(kind: TargetKind = TargetKind.TRAJECTORY) -> Entry:
    target = Target(kind, ">=")
    return Entry("f", "s", "ae", "icb", "1", "A&E", "A&E", Direction.HIGHER, target, "plan-5")


def result(*, met: bool | None, gap: float | None = None, variation: str = "", welcome: str = "", **more) -> Result:
    return Result(
        "f",
        "ae",
        "icb",
        latest=more.get("latest", Latest(OCTOBER, 56.7, "known", plan=56.3, plan_state="known")),
        rating=Rating("green" if met else "red" if met is False else "grey", "plan-5", met, ">=", gap=gap),
        movement=Movement(welcome=welcome),
        variation=Variation(variation=variation),
        points=more.get("points", Points()),
    )


@pytest.mark.parametrize(
    ("indicator", "found", "words"),
    [
        (AE, result(met=True, gap=0.4, variation="special_cause_improvement"), "On plan; getting better"),
        (AE, result(met=True, gap=0.0), "Exactly on plan"),
        (AE, result(met=False, gap=-1.2, variation="common_cause"), "Off plan by 1.2 points; no real change"),
        (DENTAL, result(met=False, gap=-54418.0, welcome="improving"), "Off plan by 54,418; better than before"),
        (AE, result(met=False, gap=-1.2, variation="special_cause_concern"), "Off plan by 1.2 points; getting worse"),
        (AE, result(met=None, latest=Latest(OCTOBER, 56.7)), "No plan for the period"),
        (AE, result(met=None, latest=Latest(OCTOBER, None, "suppressed")), "Suppressed: too small to show or to rate"),
    ],
)
def test_the_headline_says_where_it_stands_and_where_it_goes(indicator, found, words):
    assert headline(entry(), indicator, found) == words


def test_a_plan_that_is_not_due_is_named():
    quarter = Period.of(PeriodKind.QUARTER, date(2024, 10, 1))
    latest = Latest(OCTOBER, 28, plan=24, plan_state="not_due", plan_period=quarter)
    assert headline(entry(), AE, result(met=None, latest=latest)) == "Plan for Q3 2024/25 not due yet"


def test_the_run_of_adverse_ratings_is_counted_from_the_last():
    months = tuple(Period.of(PeriodKind.MONTH, date(2024, number, 1)) for number in range(6, 11))
    points = Points(
        period=months, value=(1.0,) * 5, state=("known",) * 5, rating=("red", "green", "yellow", "red", "red")
    )
    assert headline(entry(), AE, result(met=False, gap=-1.0, points=points)) == "Off plan by 1.0 points since Aug 2024"


def test_lists_and_numbers_as_people_say_them():
    assert spoken_list(["a", "b", "c"]) == "a, b and c"
    assert [counted(number) for number in (0, 3, 11, 1200)] == ["None", "Three", "11", "1,200"]


@pytest.fixture
def figures() -> Figures:
    from outturn.core.catalogue import Catalogue

    known = Catalogue("v", indicators={"ae": AE})
    return Figures.of(known, [result(met=True, gap=0.4)])


def test_live_figures_take_their_words_and_their_key_from_the_result(figures):
    text = "It was {{ ae.latest }} against {{ ae.plan }}, {{ ae.gap }} above; {{ ae.rating }} for {{ ae.period }}."
    assert resolve(text, figures) == "It was 56.7% against 56.3%, 0.4 pp above; Green for Oct 2024."
    assert ("56.7%", "ae/icb/actual/month:2024-10-31") in pieces(text, figures)
    assert problems(text, figures) == []


@pytest.mark.parametrize("text", ["{{ no.latest }}", "{{ ae.best }}", "{{ ae@uhl.latest }}", "{{ ae latest }}"])
def test_a_live_figure_that_cannot_be_resolved_stays_as_written_and_is_said(figures, text):
    assert resolve(text, figures) == text
    assert len(problems(text, figures)) == 1
