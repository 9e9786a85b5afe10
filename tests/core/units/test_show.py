"""The one formatter, by example."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outturn.core.units import State, Unit, round_half_away, show, show_signed, unit_words

EXAMPLES = [
    ((56.7, Unit.PERCENT, 1), {}, "56.7%"),
    ((85.0, Unit.PERCENT, 0), {}, "85%"),
    ((356536.0, Unit.COUNT), {}, "356,536"),
    ((-67490.0, Unit.MONEY), {"scale": "k"}, "−£67,490k"),
    ((1.43, Unit.MONEY, 2), {"scale": "m"}, "£1.43m"),
    ((67490.0, Unit.MONEY), {"scale": "k", "bare": True}, "67,490"),
    ((56.7, Unit.PERCENT, 1), {"bare": True}, "56.7"),
    ((3937.0, Unit.DURATION), {}, "1h 05m"),
    ((3937.0, Unit.DURATION), {"table": True}, "01:05:37"),
    ((1806.0, Unit.DURATION), {}, "30m 06s"),
    ((45.0, Unit.DURATION), {}, "0m 45s"),
    ((3599.6, Unit.DURATION), {}, "1h 00m"),
    ((366_000.0, Unit.DURATION), {"table": True}, "101:40:00"),
    ((2.6, Unit.RATE, 1), {}, "2.6"),
    ((1.0, Unit.YES_NO), {}, "Yes"),
    ((0.0, Unit.YES_NO), {}, "No"),
    ((739190.0, Unit.DATE), {}, "31 Oct 2024"),
    ((None, Unit.GRADE), {"text": "Good"}, "Good"),
    ((None, Unit.PERCENT), {"text": "Reduction"}, "Reduction"),
    ((None, Unit.COUNT), {}, "n/a"),
    ((float("nan"), Unit.COUNT), {}, "n/a"),
    ((float("inf"), Unit.COUNT), {}, "n/a"),
    ((2.675, Unit.COUNT, 2), {}, "2.68"),
    ((0.5, Unit.COUNT), {}, "1"),
    ((-0.5, Unit.COUNT), {}, "−1"),
    ((-0.4, Unit.COUNT), {}, "0"),
    ((1e22, Unit.COUNT), {}, "10,000,000,000,000,000,000,000"),
]


@pytest.mark.parametrize(("figure", "how", "words"), EXAMPLES)
def test_a_figure_is_shown_so(figure: tuple, how: dict, words: str) -> None:
    assert show(*figure, **how) == words


@pytest.mark.parametrize(
    ("state", "mark"),
    [
        (State.SUPPRESSED, "*"),
        (State.NOT_AVAILABLE, "n/a"),
        (State.NOT_DUE, "not yet due"),
        (State.NOT_APPLICABLE, "–"),
        (State.PROVISIONAL, "3"),
    ],
)
def test_a_state_stands_in_place_of_the_figure(state: State, mark: str) -> None:
    assert show(3.0, Unit.COUNT, state=state) == mark


@pytest.mark.parametrize(
    ("figure", "how", "words"),
    [
        ((0.4, Unit.PERCENT, 1), {}, "+0.4 pp"),
        ((-16.4, Unit.PERCENT, 1), {}, "−16.4 pp"),
        ((-0.04, Unit.PERCENT, 1), {}, "0.0 pp"),
        ((0.4, Unit.PERCENT, 1), {"bare": True}, "+0.4"),
        ((1043.0, Unit.COUNT), {}, "+1,043"),
        ((2137.0, Unit.DURATION), {}, "+35m 37s"),
        ((-15811.0, Unit.MONEY), {"scale": "k"}, "−£15,811k"),
        ((None, Unit.COUNT), {}, "n/a"),
        ((3.0, Unit.COUNT), {"state": State.SUPPRESSED}, "*"),
    ],
)
def test_a_gap_carries_its_sign_and_its_unit(figure: tuple, how: dict, words: str) -> None:
    assert show_signed(*figure, **how) == words


def test_headings_say_the_unit_once() -> None:
    assert unit_words(Unit.PERCENT) == "%"
    assert unit_words(Unit.MONEY, "k") == "£k"
    assert unit_words(Unit.RATE, multiplier=100_000) == "per 100,000"
    assert unit_words(Unit.DURATION) == "hh:mm:ss"
    assert unit_words(Unit.COUNT) == ""


@given(st.floats(allow_nan=False, allow_infinity=False), st.integers(0, 6))
def test_rounding_is_what_paper_gives_on_the_digits_that_people_see(value: float, decimals: int) -> None:
    from decimal import localcontext

    with localcontext() as paper:
        paper.prec = 400
        expected = Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    assert round_half_away(value, decimals) == expected
    assert not round_half_away(value, decimals).is_signed() or round_half_away(value, decimals) != 0


@given(st.floats(0, 1e12), st.integers(0, 4), st.sampled_from([Unit.COUNT, Unit.PERCENT, Unit.MONEY, Unit.DURATION]))
def test_a_figure_and_its_negative_differ_by_the_minus_sign_alone(value: float, decimals: int, unit: Unit) -> None:
    plus, minus = show(value, unit, decimals), show(-value, unit, decimals)
    assert minus in (plus, "\u2212" + plus)
    assert "-" not in minus
