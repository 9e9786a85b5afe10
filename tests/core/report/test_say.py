"""Sentences that pages and papers share, each with the table of its cases."""

from collections import Counter
from datetime import date
from typing import NamedTuple

import pytest

from outturn.core.assess.result import Forecast, Latest, Movement, Points, Rating, Result, Variation
from outturn.core.catalogue import Direction, Entry, Target, TargetKind
from outturn.core.periods import Period, PeriodKind
from outturn.core.report.say.age import Newest, age
from outturn.core.report.say.counts import blocking, off_plan, say_unrated, say_updated
from outturn.core.report.say.faults import say_unassessed
from outturn.core.report.say.headline import Running, say_headline, worsening_for
from outturn.core.report.say.movement import tell_movement
from outturn.core.report.say.notes import as_sentence
from outturn.core.report.say.nothing import none_off, say_no_chart, unknown
from outturn.core.report.say.order import MOST, pick_attention
from outturn.core.report.say.outlook import METHODS as FORECAST_WORDS
from outturn.core.report.say.outlook import method_words, say_due
from outturn.core.report.say.ranks import quarters, say_span, table
from outturn.core.report.say.signals import COMMON, signal_words
from outturn.core.report.say.tally import Tally, tally
from outturn.core.statistics.forecast.kernel import METHODS as FORECAST_METHODS
from outturn.core.statistics.spc.rulesets import RULE_SETS
from outturn.core.statistics.spc.words import label_words


def count(total: int, rated: int, off: int) -> Tally:
    return Tally(Counter({"grey": total - rated, "red": off, "green": rated - off}), rated, off)


@pytest.mark.parametrize(
    ("total", "rated", "off", "words"),
    [
        (0, 0, 0, "No priorities are defined yet"),
        (1, 0, 0, "The one priority is not rated yet"),
        (38, 0, 0, "None of the 38 priorities is rated yet"),
        (1, 1, 0, "The one priority is not off plan"),
        (1, 1, 1, "The one priority is off plan"),
        (38, 1, 0, "The one rated priority is not off plan"),
        (38, 1, 1, "The one rated priority is off plan"),
        (38, 29, 0, "None of 29 rated priorities is off plan"),
        (38, 29, 1, "One of 29 rated priorities is off plan"),
        (38, 29, 16, "16 of 29 rated priorities are off plan"),
        (29, 29, 29, "All 29 priorities are off plan"),
        (38, 2, 2, "Both rated priorities are off plan"),
        (2, 0, 0, "Neither priority is rated yet"),
        (2, 2, 0, "Neither priority is off plan"),
        (2, 2, 1, "One of 2 priorities is off plan"),
        (2, 2, 2, "Both priorities are off plan"),
        (38, 2, 0, "Neither rated priority is off plan"),
        (2000, 1500, 1200, "1,200 of 1,500 rated priorities are off plan"),
    ],
)
def test_how_many_are_off_plan(total, rated, off, words):
    assert off_plan(count(total, rated, off), "priority") == words


@pytest.mark.parametrize(
    ("total", "rated", "words"),
    [(38, 29, "9 of 38 are not rated"), (38, 37, "1 of 38 is not rated"), (38, 38, ""), (38, 0, ""), (0, 0, "")],
)
def test_how_many_are_not_rated(total, rated, words):
    assert say_unrated(count(total, rated, 0)) == words


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (0, ""),
        (1, "M0 could not be assessed and is shown without a rating. "),
        (2, "2 measures could not be assessed and are shown without a rating: M0 and M1. "),
        (7, "7 measures could not be assessed and are shown without a rating: M0, M1, M2, M3, M4 and 2 more. "),
    ],
)
def test_what_could_not_be_assessed_is_named(names, words):
    assert (
        say_unassessed([f"M{number}" for number in range(min(names, 6))], names).removesuffix(
            "The findings say what to do."
        )
        == words
    )


@pytest.mark.parametrize(
    ("direction", "welcome", "chart", "said"),
    [
        ("", "", "", ("", "", "")),
        ("up", "improving", "", ("up", "improving", "Better")),
        ("down", "worsening", "", ("down", "worsening", "Worse")),
        ("same", "steady", "", ("same", "steady", "Same")),
        ("up", "no_judgement", "", ("up", "", "Higher")),
        ("down", "no_judgement", "", ("down", "", "Lower")),
        ("up", "improving", "common_cause", ("up", "steady", "Higher")),
        ("up", "worsening", "common_cause", ("up", "steady", "Higher")),
        ("down", "worsening", "common_cause", ("down", "steady", "Lower")),
        ("same", "steady", "common_cause", ("same", "steady", "Same")),
        ("down", "worsening", "special_cause_concern", ("down", "worsening", "Worse")),
        ("up", "no_judgement", "special_cause_neutral_high", ("up", "", "Higher")),
    ],
)
def test_a_step_that_is_only_chance_is_said_and_not_judged(direction, welcome, chart, said):
    did = Movement(direction=direction, welcome=welcome)
    made = tell_movement(Result("f", "i", "a", movement=did, variation=Variation(variation=chart)))
    assert (made.arrow, made.tone, made.word) == said


def months(n: int, kind: PeriodKind = PeriodKind.MONTH) -> tuple[Period, ...]:
    found = [Period.of(kind, date(2024, 1, 1))]
    while len(found) < n:
        found.append(found[-1].next())
    return tuple(found)


class Measure(NamedTuple):
    name: str
    entry: Entry
    result: Result


def headline(measures: list[Measure]) -> str:
    """As a page says it: of those that need attention first, in the order of their framework."""
    first = {result.key for result in pick_attention([each.result for each in measures])}
    running = [
        Running(each.name, each.result.latest.period.kind, worsening_for(each.entry, each.result))
        for each in measures
        if each.result.key in first
    ]
    return say_headline(tally([each.result for each in measures]), running)


def measure(name: str, values: list, *, key: str = "red", share: float = 10.0, **more) -> Measure:
    periods = more.get("periods", months(len(values)))
    states = more.get("states", tuple("known" if value is not None else "not_available" for value in values))
    points = Points(period=periods, value=tuple(values), state=states)
    means = {"red": "adverse", "yellow": "adverse", "green": "met", "grey": "unrated"}[key]
    result = Result(
        "f", name, "a",
        latest=Latest(periods[-1], values[-1], "known"),
        rating=Rating(key, "s", means=means, adverse_percent=share),
        variation=Variation(variation=more.get("chart", "")),
        points=points,
    )  # fmt: skip
    target = Target(TargetKind.TRAJECTORY, ">=")
    return Measure(
        name, Entry("f", "s", name, "a", "", "", name, more.get("good", Direction.HIGHER), target, "s"), result
    )


FALLS = [9, 8, 7, 6]


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (measure("Ambulance", FALLS), "; worse for three months running: ambulance"),
        (measure("A&E", list(range(20, 9, -1))), "; worse for ten months running: A&E"),
        (measure("A&E", list(range(20, 8, -1))), "; worse for 11 months running: A&E"),
        (measure("A&E", [9, 9, 8, 7]), "; worse for two months running: A&E"),
        (measure("A&E", [9, 9, 9, 8]), ""),
        (measure("A&E", FALLS, good=Direction.LOWER), ""),
        (measure("A&E", FALLS, good=Direction.NONE), ""),
        (measure("A&E", FALLS, chart="common_cause"), ""),
        (measure("A&E", FALLS, chart="special_cause_concern"), "; worse for three months running: A&E"),
        (measure("A&E", [9, 8, None, 6]), ""),
        (measure("A&E", [9, None, 7, 6]), ""),
        (measure("A&E", FALLS, periods=months(4, PeriodKind.QUARTER)), "; worse for three quarters running: A&E"),
        (measure("A&E", FALLS, periods=months(4, PeriodKind.FINANCIAL_YEAR)), "; worse for three years running: A&E"),
        (measure("A&E", FALLS, periods=months(4, PeriodKind.YTD)), ""),
        (measure("A&E", FALLS, key="green"), ""),
    ],
)  # fmt: skip
def test_what_got_worse_for_longest(found, words):
    other = measure("Other", [1, 2], key="green")
    assert headline([found, other]).partition("off plan")[2] == words


def test_quarters_on_a_grid_of_months_follow_one_another():
    quarters = months(3, PeriodKind.QUARTER)
    grid = (quarters[0], quarters[1], months(6)[5], quarters[2])
    states = ("known", "known", "not_applicable", "known")
    found = measure("A&E", [9, 8, None, 7], periods=grid, states=states)
    assert headline([found]).endswith("worse for two quarters running: A&E")


def test_the_measure_of_the_headline_is_among_those_that_need_attention():
    """Six are worse by a larger share of plan; the one that fell for longest is not named before them."""
    urgent = [measure(f"Urgent {n}", [9, 8], share=50 - n) for n in range(MOST + 1)]
    slow = measure("Slow", [9, 8, 7, 6, 5], key="yellow", share=1)
    first = pick_attention([each.result for each in [slow, *urgent]])
    assert [result.indicator for result in first] == [f"Urgent {n}" for n in range(MOST)]
    assert headline([slow, *urgent]) == "All 7 measures are off plan"
    named = measure("Urgent 0", [9, 8, 7], share=99)
    assert headline([slow, named, *urgent[1:]]).endswith("worse for two months running: urgent 0")


def test_what_is_not_off_plan_needs_no_attention():
    assert pick_attention([measure("A", [1, 2], key=key).result for key in ("green", "grey")]) == []


@pytest.mark.parametrize(
    ("ranked", "best", "worst", "words"),
    [
        (0, 0, 0, "No ranks are published yet"),
        (1, 1, 0, "The one rank stands in the best quarter"),
        (1, 0, 1, "The one rank stands in the worst quarter"),
        (1, 0, 0, "The one rank stands in neither the best quarter nor the worst"),
        (22, 0, 0, "Of 22 ranks, none stand in the best quarter and none in the worst"),
        (22, 1, 3, "Of 22 ranks, one stands in the best quarter and three in the worst"),
        (22, 10, 12, "Of 22 ranks, ten stand in the best quarter and 12 in the worst"),
    ],
)
def test_how_ranks_stand(ranked, best, worst, words):
    assert quarters(ranked, best, worst) == words


@pytest.mark.parametrize(
    ("ranks", "words"),
    [
        ([(3, "3 of 42", "Waits")], "Lowest: one indicator, rank 3 of 42 (Waits)."),
        (
            [(9, "9 of 42", "A"), (2, "2 of 42", "B")],
            "Lowest: 2 indicators, from rank 2 of 42 (B) to rank 9 of 42 (A).",
        ),
        ([(2, "2 of 42", "A"), (2, "2 of 42", "B")], "Lowest: 2 indicators, each at rank 2 of 42."),
    ],
)
def test_what_a_strip_of_ranks_shows(ranks, words):
    assert say_span("Lowest", ranks) == words


def test_a_past_day_does_not_say_what_is_published_now():
    assert quarters(0, 0, 0, "1 Mar 2019") == "No ranks were known on 1 Mar 2019"
    assert quarters(1, 1, 0, "1 Mar 2019") == quarters(1, 1, 0)


@pytest.mark.parametrize(
    ("number", "total", "words"),
    [
        (0, 0, "No measure has a new figure"),
        (0, 1, "The one measure has no new figure"),
        (1, 1, "The one measure has a new figure"),
        (0, 38, "No measure has a new figure"),
        (1, 38, "1 of 38 measures has a new figure"),
        (32, 38, "32 of 38 measures have a new figure"),
        (2, 2, "Both measures have a new figure"),
        (38, 38, "All 38 measures have a new figure"),
    ],
)
def test_how_many_have_a_new_figure(number, total, words):
    assert say_updated(number, total) == words


@pytest.mark.parametrize(
    ("number", "total", "words"),
    [
        (0, 0, ""),
        (0, 3, ""),
        (1, 1, ", which stops publication"),
        (1, 3, ", 1 of which stops publication"),
        (2, 3, ", 2 of which stop publication"),
        (2, 2, ", both of which stop publication"),
        (3, 3, ", all of which stop publication"),
    ],
)
def test_how_many_findings_stop_publication(number, total, words):
    assert blocking(number, total) == words


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("", ""),
        ("no forecast: 2 values, and 12 are needed", "No forecast: 2 values, and 12 are needed."),
        ("No plan is known.", "No plan is known."),
    ],
)
def test_a_note_of_the_engine_is_a_sentence_to_a_reader(note, words):
    assert as_sentence(note) == words


@pytest.mark.parametrize(
    ("ranked", "worse", "outside", "words"),
    [
        (0, 0, 0, "No ranks have been recorded yet."),
        (1, 0, 0, "One rank, which did not move the wrong way."),
        (1, 1, 1, "One rank, which moved the wrong way. It does not belong in this quarter."),
        (2, 1, 2, "Two ranks; one moved the wrong way. Neither of them, by its rank, belongs in this quarter."),
        (3, 0, 3, "Three ranks; none moved the wrong way. None of them, by its rank, belongs in this quarter."),
        (12, 1, 1, "12 ranks; one moved the wrong way. "
                   "One of them, by its rank, does not belong in this quarter."),
        (12, 3, 7, "12 ranks; three moved the wrong way. "
                   "Seven of them, by their rank, do not belong in this quarter."),
    ],
)  # fmt: skip
def test_what_stands_over_a_table_of_ranks(ranked, worse, outside, words):
    assert table(ranked, worse, outside) == words


TODAY = date(2025, 2, 10)


def newest(year: int, month: int, kind: PeriodKind = PeriodKind.MONTH, lag: int = 1) -> Newest:
    return Newest(Period.of(kind, date(year, month, 1)), lag)


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ([], ""),
        ([newest(2025, 1)], ""),
        ([newest(2024, 11)], ""),
        ([newest(2025, 3)], ""),
        ([newest(2024, 10)], "The figure is old: it is for Oct 2024, 4 months ago."),
        ([newest(2024, 10, lag=4)], ""),
        ([newest(2024, 7, PeriodKind.QUARTER)], ""),
        ([newest(2024, 4, PeriodKind.QUARTER)], "The figure is old: it is for Q1 2024/25, 8 months ago."),
        ([newest(2024, 10), newest(2024, 9)], "The figures are old: most are for Oct 2024 or earlier, 4 months ago."),
        ([newest(2024, 10), newest(2024, 12)], ""),
        ([newest(2024, 10), newest(2024, 9), newest(2025, 1)],
         "2 of 3 figures are old: most are for Oct 2024 or earlier, 4 months ago."),
        ([newest(2024, 10), newest(2024, 9), newest(2024, 8), newest(2024, 7)],
         "The figures are old: most are for Sep 2024 or earlier, 5 months ago."),
    ],
)  # fmt: skip
def test_old_figures_say_how_old(figures, words):
    assert age(figures, TODAY) == words
    assert age(Counter(figures), TODAY) == words


def test_old_figures_seen_from_an_earlier_day_and_of_a_framework_that_is_over():
    old = [newest(2024, 10)]
    assert age(old, TODAY, past=True) == "The figure is old: it is for Oct 2024, 4 months before 10 Feb 2025."
    assert age(old, TODAY, over=True) == "The years of this framework are over. Its newest figure is for Oct 2024."


@pytest.mark.parametrize(
    ("total", "rated", "known", "day", "words"),
    [
        (5, 5, True, "", "Nothing is off plan."),
        (5, 4, True, "", "Nothing that is rated is off plan."),
        (5, 4, True, "12 Feb 2019", "Nothing that is rated is off plan."),
        (5, 0, True, "", "Nothing is rated yet, so nothing can be said to be off plan."),
        (5, 0, False, "", "Nothing is known yet, so nothing can be said to be off plan."),
        (5, 0, True, "12 Feb 2019", "Nothing was rated on 12 Feb 2019, so nothing can be said to be off plan."),
        (5, 0, False, "12 Feb 2019", "Nothing was known on 12 Feb 2019, so nothing can be said to be off plan."),
        (0, 0, False, "", "Nothing is known yet, so nothing can be said to be off plan."),
    ],
)
def test_nothing_off_plan_is_not_said_of_nothing_known(total, rated, known, day, words):
    assert none_off(count(total, rated, 0), known, day) == words


def test_a_day_of_which_nothing_is_known():
    assert unknown(38, "priority", "12 Feb 2019") == "Nothing was known of any of the 38 priorities on 12 Feb 2019"
    assert unknown(1, "measure", "12 Feb 2019") == "Nothing was known of the one measure on 12 Feb 2019"


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("", ""),
        ("Common Cause", ""),
        ("Above UCL", "above the upper limit"),
        ("Below LCL", "below the lower limit"),
        ("7 Point Trend (Increasing)", "7 or more in a row that rise"),
        ("6 Point Trend (Decreasing)", "6 or more in a row that fall"),
        ("2 in 3 Above CL", "2 in 3 near or beyond the upper limit"),
        ("2 in 3 Below CL", "2 in 3 near or beyond the lower limit"),
        ("6 Points Above CL", "6 or more in a row above the mean"),
        ("7 Points Below CL", "7 or more in a row below the mean"),
    ],
)
def test_a_signal_is_said_as_people_say_it(label, words):
    assert signal_words(label) == words


@pytest.mark.parametrize("rules", RULE_SETS.values(), ids=RULE_SETS)
def test_every_label_of_the_rules_has_words(rules):
    assert not [label for label in label_words(rules) if signal_words(label) == label and label not in COMMON]


@pytest.mark.parametrize(
    ("states", "words"),
    [
        ((), "No values yet."),
        (("not_due", "not_available"), "No values yet."),
        (("not_due", "suppressed"), "Every value is suppressed, so there is nothing to draw."),
    ],
)
def test_why_there_is_no_chart(states, words):
    assert say_no_chart(states) == words


@pytest.mark.parametrize(
    ("total", "rated", "off", "words"),
    [
        (1, 1, 1, "A&E: the ambition falls due"),
        (2, 0, 0, "2 ambitions fall due; none of these measures is rated now"),
        (7, 5, 0, "7 ambitions fall due; none of these measures is off plan now"),
        (7, 5, 1, "7 ambitions fall due; 1 of these measures is off plan now"),
        (7, 7, 7, "7 ambitions fall due; 7 of these measures are off plan now"),
    ],
)
def test_what_falls_due_on_a_day(total, rated, off, words):
    assert say_due(total, rated, off, "A&E") == words


def test_every_way_to_forecast_is_said_as_people_say_it():
    assert list(FORECAST_WORDS) == FORECAST_METHODS
    assert method_words(Forecast(method="naive")) == "from the last figure"
    assert method_words(Forecast(method="a new one")) == "by a new one"
