"""Reading a cell as printed, by example: what arrives, what is asked, what is refused."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from outturn.core.units import Reading, State, Unit, read_cell, show

VALUES = [
    ("56.7%", Unit.PERCENT, 56.7),
    ("12 %", Unit.PERCENT, 12),
    ("129.0%", Unit.PERCENT, 129),
    ("0.5%", Unit.PERCENT, 0.5),
    ("0", Unit.PERCENT, 0),
    ("56.7", Unit.PERCENT, 56.7),
    ("99% / 99%", Unit.PERCENT, 99),
    ("25 of 25", Unit.COUNT, 25),
    ("25 of 25", Unit.PERCENT, 100),
    ("1,234", Unit.COUNT, 1234),
    ("1234", Unit.COUNT, 1234),
    ("2000+", Unit.COUNT, 2000),
    ("+5", Unit.COUNT, 5),
    ("\u22125", Unit.COUNT, -5),
    ("2.6 per 1,000", Unit.RATE, 2.6),
    ("FOT 894.44", Unit.RATE, 894.44),
    ("18.9 days", Unit.DAYS, 18.9),
    ("553.7", Unit.FTE, 553.7),
    ("00:30:06", Unit.DURATION, 1806),
    ("01:05:37", Unit.DURATION, 3937),
    ("1h 05m", Unit.DURATION, 3900),
    ("90 minutes", Unit.DURATION, 5400),
    ("Yes", Unit.YES_NO, 1),
    ("31/10/2024", Unit.DATE, 739190),
]
MONEY_IN_THOUSANDS = [
    ("67,490", 67490),
    ("(67,490)", -67490),
    ("£1.43m", 1430),
    ("(£1.43m)", -1430),
    ("£(1.43)m", -1430),
    ("-£5k", -5),
    ("£-997", -997),
    ("1.64million", 1640),
]
STATES = [
    ("*", State.SUPPRESSED),
    ("~", State.SUPPRESSED),
    ("<5", State.SUPPRESSED),
    ("fewer than 5", State.SUPPRESSED),
    (">95%", State.SUPPRESSED),
    ("[c]", State.SUPPRESSED),
    ("-", State.NOT_APPLICABLE),
    ("–", State.NOT_APPLICABLE),
    ("n/a", State.NOT_AVAILABLE),
    ("N / A", State.NOT_AVAILABLE),
    ("TBC", State.NOT_AVAILABLE),
    ("..", State.NOT_AVAILABLE),
    ("", State.NOT_AVAILABLE),
    ("not yet due", State.NOT_DUE),
]
REFUSED = [
    ("1_000", "'1_000' is not a number. Write 1000, without underscores."),
    ("[p]", "'[p]' is not a number. Write it as 1234 or 1,234.5, or * for suppressed, or n/a for not available."),
    ("nan", "'nan' is not a number. Write n/a where there is no figure."),
    ("inf", "'inf' is not a number. Write n/a where there is no figure."),
    ("-Infinity", "'-Infinity' is not a number. Write n/a where there is no figure."),
    ("５６", "'５６' is not a number. Type it with the plain digits 0 to 9."),
    ("٣", "'٣' is not a number. Type it with the plain digits 0 to 9."),
    (
        "1e5",
        "'1e5' is not a number. The scientific form may have lost digits. "
        "Format the cell as a number and save it again.",
    ),
    (
        "12,34",
        "'12,34' is not a number. Use a comma every three digits and a full stop before decimals, such as 1,234.5.",
    ),
    ("67 490", "'67 490' is not a number. Write the thousands with commas or without gaps."),
    ("#REF!", "'#REF!' is a formula that failed. Correct it in the workbook and save it again."),
    ("12%", "'12%' has '%' after the number. This indicator is a count: write the number alone."),
    ("£5", "'£5' is money, but this indicator is not. Leave out the £ or correct the unit."),
    ("-(5)", "'-(5)' is not a number. Write it as 1234 or 1,234.5, or * for suppressed, or n/a for not available."),
    ("99 / 98", "'99 / 98' holds two figures that differ. Leave the one that is the value."),
    ("9" * 20, f"'{'9' * 20}' is too large to hold exactly. Use a larger scale, such as £m."),
    ("5\x00", "'5?' holds characters that cannot be printed. Type the cell again."),
]


@pytest.mark.parametrize(("printed", "unit", "value"), VALUES)
def test_a_cell_as_printed_is_this_value(printed: str, unit: Unit, value: float) -> None:
    reading = read_cell(printed, unit)
    assert (reading.value, reading.state, reading.problem, reading.question) == (value, State.KNOWN, None, None)


@pytest.mark.parametrize(("printed", "value"), MONEY_IN_THOUSANDS)
def test_money_is_read_in_the_scale_it_is_held_in(printed: str, value: float) -> None:
    assert read_cell(printed, Unit.MONEY, scale="k").value == value


@pytest.mark.parametrize(("printed", "state"), STATES)
def test_a_mark_is_a_state_and_never_nought(printed: str, state: State) -> None:
    reading = read_cell(printed, Unit.COUNT)
    assert (reading.value, reading.state, reading.problem) == (None, state, None)


@pytest.mark.parametrize(("printed", "sentence"), REFUSED)
def test_what_people_do_not_write_is_refused_with_its_cure(printed: str, sentence: str) -> None:
    reading = read_cell(printed, Unit.COUNT)
    assert (reading.value, reading.problem) == (None, sentence)
    assert reading.problem is not None and reading.problem.endswith(reading.cure)


def test_a_provisional_figure_says_so() -> None:
    assert read_cell("56.7% [p]", Unit.PERCENT) == Reading(56.7, State.PROVISIONAL, places=1)


def test_a_fraction_without_a_percent_sign_is_asked_about_until_somebody_answers() -> None:
    asked = read_cell("0.567", Unit.PERCENT)
    assert (asked.value, asked.code) == (None, "percent-scale")
    assert asked.question == "'0.567' may mean 0.567% or 56.7%. Which is it?"
    assert read_cell("0.567", Unit.PERCENT, percent_as="fraction").value == 56.7
    assert read_cell("0.567", Unit.PERCENT, percent_as="percent").value == 0.567
    assert read_cell("1", Unit.PERCENT).question is not None


def test_half_a_clock_is_asked_about_until_somebody_answers() -> None:
    assert read_cell("30:06", Unit.DURATION).question == "'30:06' may be mm:ss or hh:mm. Which is it?"
    assert read_cell("30:06", Unit.DURATION, duration_as="mm:ss").value == 1806
    assert read_cell("30:06", Unit.DURATION, duration_as="hh:mm").value == 108360
    assert read_cell("90", Unit.DURATION, duration_as="minutes").value == 5400
    assert read_cell("90", Unit.DURATION).code == "plain-duration"


@pytest.mark.parametrize(
    ("printed", "unit", "reading"),
    [
        (">= 50%", Unit.PERCENT, Reading(50, operator=">=")),
        ("<5", Unit.COUNT, Reading(5, operator="<")),
        ("≤ 7%", Unit.PERCENT, Reading(7, operator="<=")),
        ("Reduce 2021 2.4", Unit.RATE, Reading(2.4, text="Reduce 2021", places=1)),
        ("Reduce 21/22 *", Unit.COUNT, Reading(state=State.SUPPRESSED, text="Reduce 21/22")),
        ("2028 75%", Unit.PERCENT, Reading(75, text="2028")),
        ("Reduction", Unit.RATE, Reading(text="Reduction")),
    ],
)
def test_a_target_may_have_an_operator_a_baseline_or_only_words(printed: str, unit: Unit, reading: Reading) -> None:
    assert read_cell(printed, unit, target=True) == reading


def test_a_slip_of_the_pen_in_a_target_is_still_refused() -> None:
    assert read_cell("5o%", Unit.PERCENT, target=True).problem is not None


@given(st.text(max_size=60), st.sampled_from(list(Unit)), st.booleans())
@example("(" * 40, Unit.MONEY, False)
@example("1" + "a" * 5000 + "1(", Unit.COUNT, False)
def test_whatever_is_typed_gives_a_reading_and_never_both_a_value_and_a_problem(
    printed: str, unit: Unit, target: bool
) -> None:
    reading = read_cell(printed, unit, target=target)
    said = [reading.value is not None, reading.problem is not None, reading.question is not None]
    assert sum(said) <= 1
    assert reading.value is None or reading.value == reading.value


@given(
    st.decimals(-10_000_000, 10_000_000, places=2),
    st.sampled_from([Unit.COUNT, Unit.MONEY, Unit.RATE, Unit.SCORE]),
)
def test_what_is_shown_is_read_back_as_itself(number: object, unit: Unit) -> None:
    value = float(str(number))
    assert read_cell(show(value, unit, 2, scale="k"), unit, scale="k").value == pytest.approx(value, abs=1e-9)


@given(st.integers(0, 500_000))
def test_a_duration_in_a_table_is_read_back_as_itself(seconds: int) -> None:
    assert read_cell(show(seconds, Unit.DURATION, table=True), Unit.DURATION).value == seconds


def test_a_mark_beside_a_figure_is_asked_about_unless_somebody_said_what_it_means() -> None:
    asked = read_cell("534.9*", Unit.COUNT)
    assert (asked.code, asked.value) == ("marked-figure", None)
    assert asked.question == "'534.9*' has the mark '*' beside the figure. What does it mean?"
    for cell, mark in (("534.9*", "*"), ("534.9 †", "†"), ("534.9**", "**")):
        known = read_cell(cell, Unit.COUNT, marks={mark: "known"})
        assert (known.value, known.state, known.text) == (534.9, State.KNOWN, mark)
    assert read_cell("57.1%*", Unit.PERCENT, mark_as="provisional").state is State.PROVISIONAL
    assert read_cell("<5*", Unit.COUNT).state is State.SUPPRESSED
    assert read_cell("Green*", Unit.GRADE).text == "Green*"
