"""Findings in words: worked cases of the sentence over a chart."""

from dataclasses import replace
from datetime import date

import pytest

from outturn.core.assess.result import Forecast, Latest, Movement, Points, Rating, Result, Standing, Variation
from outturn.core.catalogue import Direction, Entry, Indicator, Target, TargetKind
from outturn.core.live import Figures, pieces, problems, resolve
from outturn.core.periods import Period, PeriodKind
from outturn.core.report.wording import all_of, amount, headline, join_in_words, spell, spell_count, spell_inside
from outturn.core.units import Unit

AE = Indicator("ae", "A&E", "A&E", Unit.PERCENT, Direction.HIGHER, PeriodKind.MONTH, decimals=1)
DENTAL = Indicator("dental", "Dental", "Dental", Unit.COUNT, Direction.HIGHER, PeriodKind.QUARTER)
OCTOBER = Period.of(PeriodKind.MONTH, date(2024, 10, 1))


def entry(kind: TargetKind = TargetKind.TRAJECTORY) -> Entry:
    target = Target(kind, ">=")
    return Entry("f", "s", "ae", "icb", "1", "A&E", "A&E", Direction.HIGHER, target, "plan-5")


def result(*, met: bool | None, gap: float | None = None, variation: str = "", welcome: str = "", **more) -> Result:
    key = "green" if met else "red" if met is False else "grey"
    rating = Rating(key, "plan-5", met=met, operator=">=", gap=gap)
    return Result(
        "f",
        "ae",
        "icb",
        latest=more.get("latest", Latest(OCTOBER, 56.7, "known", plan=56.3, plan_state="known")),
        rating=replace(rating, **more.get("rating", {})),
        movement=Movement(welcome=welcome),
        variation=Variation(variation=variation),
        points=more.get("points", Points()),
        standing=more.get("standing", Standing()),
        forecast=more.get("forecast", Forecast()),
        fault=more.get("fault", ""),
    )


SEPTEMBER = Period.of(PeriodKind.MONTH, date(2024, 9, 1))
ROLLING = Period.of(PeriodKind.ROLLING12, date(2018, 4, 1))
WAIT = Indicator("wait", "Wait", "Wait", Unit.DURATION, Direction.LOWER, PeriodKind.MONTH)
HIDDEN = Latest(OCTOBER, None, "suppressed", plan=0.0, plan_state="known")
TOLERATED = {"key": "green", "means": "met"}
UNTOLD = {"key": "grey", "means": "unrated"}


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
        (AE, result(met=None, latest=HIDDEN, variation="special_cause_improvement"),
         "Suppressed: too small to show or to rate"),
        (AE, result(met=False, gap=-0.04), "Off plan by less than 0.1 points"),
        (AE, result(met=False, gap=0.0, rating={"operator": ">"}), "Exactly on the plan, which asks for more"),
        (AE, result(met=False, gap=0.0, rating={"operator": "<"}), "Exactly on the plan, which asks for less"),
        (WAIT, result(met=False, gap=2137.0, rating={"since": SEPTEMBER}), "Off plan since Sep 2024, now by 35m 37s"),
        (WAIT, result(met=False, gap=2137.0, rating={"since": OCTOBER}), "Off plan by 35m 37s"),
        (WAIT, result(met=False, gap=0.2), "Off plan by less than a second"),
        (AE, result(met=False, gap=-3.0, rating={"since": ROLLING}),
         "Off plan since Apr 2018, now by 3.0 points"),
        (AE, result(met=False, gap=None, latest=HIDDEN), "Off plan"),
        (AE, result(met=False, gap=None, latest=HIDDEN, rating=UNTOLD), "Misses the plan; by how much is hidden"),
        (AE, result(met=False, gap=-0.4, rating=TOLERATED), "Within the tolerance of the plan, 0.4 points away"),
        (AE, result(met=True, gap=0.4, rating={"means": "adverse", "key": "amber"}), "Off plan by 0.4 points"),
        (AE, result(met=None, latest=Latest(OCTOBER, 3.0, plan_state="suppressed")),
         "Not rated: what it is compared with is suppressed"),
        (AE, result(met=None, latest=Latest()), "No figure available"),
        (AE, result(met=None, latest=Latest(state="not_due")), "No figure available"),
        (AE, result(met=None, latest=Latest(text="Three hubs open")), "Not measured by a figure"),
        (AE, result(met=None, fault="Not assessed: why"), "Not assessed"),
    ],
)  # fmt: skip
def test_the_headline_says_where_it_stands_and_where_it_goes(indicator, found, words):
    assert headline(entry(), indicator, found) == words


@pytest.mark.parametrize(
    ("met", "gap", "what", "words"),
    [
        (True, 0.4, "national average", "Better than the national average by 0.4 points"),
        (True, -2.3, "national average", "Better than the national average by 2.3 points"),
        (True, 0.0, "national average", "Equal to the national average"),
        (True, None, "national average", "No worse than the national average"),
        (False, -3.4, "national average", "Worse than the national average by 3.4 points"),
        (True, 29.0, "target", "On target"),
        (True, None, "target", "On target"),
        (True, 0.0, "target", "Exactly on target"),
        (False, -6.4, "target", "Off target by 6.4 points"),
        (False, -6.4, "", "Off comparator by 6.4 points"),
        (None, None, "", "No target for the period"),
    ],
)
def test_a_comparator_is_named_for_what_it_is(met, gap, what, words):
    found = result(met=met, gap=gap, standing=Standing(comparator=1.0, comparator_text=what))
    assert headline(entry(TargetKind.COMPARATOR), AE, found) == words


@pytest.mark.parametrize(
    ("size", "decimals", "words"),
    [
        (1.0, 0, "1 point"), (0.2, 0, "less than 1 point"), (2.0, 0, "2 points"), (1.0, 1, "1.0 points"),
        (0.02, 1, "less than 0.1 points"),
    ],
)  # fmt: skip
def test_a_size_in_points(size, decimals, words):
    assert amount(size, replace(AE, decimals=decimals)) == words


@pytest.mark.parametrize("kind", [TargetKind.FLAT, TargetKind.REDUCE, TargetKind.INCREASE])
def test_what_is_no_plan_is_called_a_target(kind):
    assert headline(entry(kind), AE, result(met=True, gap=1.0)) == "On target"
    assert headline(entry(kind), AE, result(met=False, gap=-1.0)) == "Off target by 1.0 points"
    assert headline(entry(kind), AE, result(met=None, latest=Latest(OCTOBER, 5.0))) == "No target for the period"


@pytest.mark.parametrize(
    ("met", "chance", "words"),
    [
        (True, 0.001, "On plan; getting better, but less than 1% likely to meet the ambition for March 2025"),
        (True, 0.02, "On plan; getting better, but only 2% likely to meet the ambition for March 2025"),
        (True, 0.1, "On plan; getting better"),
        (True, None, "On plan; getting better"),
        (False, 0.001, "Off plan by 1.0 points; getting better"),
    ],
)
def test_a_good_standing_does_not_stand_over_a_slim_chance(met, chance, words):
    ahead = Forecast(chance=chance, aim="the ambition for March 2025")
    found = result(met=met, gap=1.0, variation="special_cause_improvement", forecast=ahead)
    assert headline(entry(), AE, found) == words


def test_a_plan_that_is_not_due_is_named():
    quarter = Period.of(PeriodKind.QUARTER, date(2024, 10, 1))
    latest = Latest(OCTOBER, 28, plan=24, plan_state="not_due", plan_period=quarter)
    assert headline(entry(), AE, result(met=None, latest=latest)) == "Plan for Q3 2024/25 not due yet"


def test_lists_and_numbers_as_people_say_them():
    assert join_in_words(["a", "b", "c"]) == "a, b and c"
    assert [spell(number) for number in (0, 3, 11, 1200)] == ["None", "Three", "11", "1,200"]
    assert [spell_inside(number) for number in (0, 10, 11)] == ["none", "ten", "11"]
    assert [spell_count(number, "cat", "cats") for number in (0, 1, 2)] == ["No cats", "One cat", "Two cats"]


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


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "No entries"), (1, "The one entry"), (2, "Both entries"), (3, "All 3 entries"), (1200, "All 1,200 entries")],
)
def test_all_of_them(number, words):
    assert all_of(number, "entry", "entries") == words
