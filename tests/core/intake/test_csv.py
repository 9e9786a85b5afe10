"""Text files: encodings, delimiters, quotes, ragged rows, headings, and what a person is told of each."""

from dataclasses import replace

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outturn.core.intake import (
    Answers,
    Flag,
    Intake,
    Layout,
    PeriodColumns,
    UnitInfo,
    ValueColumn,
    choose_layout,
    read_file,
)
from outturn.core.intake.result import READ
from outturn.core.periods import PeriodKind
from outturn.core.units import Unit

LAYOUT = Layout(
    "long",
    indicator="Indicator",
    area="Area",
    areas={"LLR": "llr-icb"},
    period=PeriodColumns(label="Period"),
    values=(ValueColumn("Value"), ValueColumn("Plan", "plan", reads="target")),
)
UNITS = {
    "ae-4h": UnitInfo(Unit.PERCENT, period_kind=PeriodKind.MONTH),
    "waiting": UnitInfo(Unit.COUNT, period_kind=PeriodKind.MONTH),
    "response": UnitInfo(Unit.DURATION, period_kind=PeriodKind.MONTH),
    "falls": UnitInfo(Unit.RATE, period_kind=PeriodKind.QUARTER, multiplier=100_000),
}
HEADING = "Indicator,Area,Period,Value,Plan\n"


def read(text: str | bytes, layout: Layout = LAYOUT, **known: object) -> Intake:
    data = text if isinstance(text, bytes) else text.encode()
    return read_file("figures.csv", data, layout, units=UNITS, areas={"llr-icb", "uhl"}, **known)  # type: ignore[arg-type]


def sentences(intake: Intake) -> list[str]:
    return [problem.sentence for problem in intake.problems]


def test_a_plain_file_becomes_values() -> None:
    intake = read(HEADING + "AE 4h,LLR,Oct-24,56.7%,56.3%\nwaiting,UHL,Oct-24,*,\n")
    assert intake.clean
    assert intake.values.schema == READ
    assert intake.values.select("indicator", "area", "role", "value", "state", "printed", "row").rows() == [
        ("ae-4h", "llr-icb", "actual", 56.7, "known", "56.7%", 2),
        ("ae-4h", "llr-icb", "plan", 56.3, "known", "56.3%", 2),
        ("waiting", "uhl", "actual", None, "suppressed", "*", 3),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_any_usual_encoding_is_read(encoding: str) -> None:
    period = PeriodColumns(label="Période")
    layout = Layout("l", indicator="Indicator", fixed_area="uhl", period=period, values=(ValueColumn("Value"),))
    intake = read("Indicator,Période,Value\nwaiting,Oct–24,5\n".encode(encoding), layout)
    assert sentences(intake) == []
    assert intake.values["value"].to_list() == [5]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_told_from_the_rows(delimiter: str) -> None:
    text = HEADING + 'waiting,LLR,Oct-24,"1,234",\n'
    rows = text.replace('"1,234"', "QUOTED").replace(",", delimiter).replace("QUOTED", '"1,234"')
    assert read(rows).values["value"].to_list() == [1234]


def test_quoted_line_breaks_and_windows_line_ends() -> None:
    intake = read('Indicator,Area,Period,Value,Plan\r\n"ae\n4h",LLR,Oct-24,56.7%,\r\n')
    assert intake.values["indicator"].to_list() == ["ae-4h"]


def test_titles_above_the_heading_are_passed_over() -> None:
    intake = read("Performance report\n,,,,\n" + HEADING + "ae-4h,LLR,Oct-24,56.7%,\n")
    assert intake.values["row"].to_list() == [4]


def test_all_problems_are_said_at_once_each_with_place_and_cure() -> None:
    intake = read(
        HEADING
        + "ae-4h,LLR,2025-13,56.7%,\n"
        + "ae-4h,LLR,Oct-24,1_000,\n"
        + "ae-4g,LLR,Oct-24,5%,\n"
        + "ae-4h,Narnia,Oct-24,5%,\n"
        + "falls,LLR,Aug-24,2.6 per 1 000,\n"
        + ",LLR,Oct-24,5%,\n"
        + "ae-4h,LLR,2025-13,1_000,\n"
    )
    assert sentences(intake) == [
        "Row 2, column 'Period': '2025-13' is not a month. Use 2025-12. The same in row 8.",
        "Row 3, column 'Value': '1_000' is not a number. Write 1000, without underscores. The same in row 8.",
        "Row 4, column 'Indicator': 'ae-4g' is not a known indicator. Did you mean 'ae-4h'?",
        "Row 5, column 'Area': 'Narnia' is not a known area. Add it to the definitions, or map the area in the layout.",
        "Row 6, column 'Period': 'Aug-24' is Aug 2024, not a quarter. Use one such as Q2 2024/25.",
        "Row 6, column 'Value': '2.6 per 1 000' has 'per 1 000' after the number. "
        "This indicator is a rate: write a number, with 'per 1,000' if you like.",
        "Row 7, column 'Indicator': The row names no indicator. Fill the cell.",
    ]
    assert dict(intake.rows.group_by("fate").len().iter_rows()) == {"problem": 7}


def test_the_same_figure_twice_is_a_repeat_and_a_different_one_names_both_rows() -> None:
    intake = read(HEADING + "ae-4h,LLR,Oct-24,56.7%,\nae-4h,LLR,Oct-24,56.70%,\nae-4h,LLR,October 2024,56.8%,\n")
    assert sentences(intake) == [
        "Row 4, column 'Value': '56.8%' and '56.70%' in row 3 stand for the same actual of ae-4h to 31 Oct 2024. "
        "Correct or delete one of them."
    ]


def test_figures_that_agree_to_the_digits_printed_are_one_and_the_finer_is_kept() -> None:
    intake = read(HEADING + "ae-4h,LLR,Oct-24,67.5%,\nae-4h,LLR,Oct-24,67.48%,\n")
    assert intake.clean
    assert intake.values.select("value", "row").rows() == [(67.48, 3)]
    assert intake.rows["fate"].to_list() == ["repeat", "values"]


def test_a_fraction_is_asked_about_once_for_the_file_and_an_answer_settles_it() -> None:
    text = HEADING + "ae-4h,LLR,Sep-24,0.581,\nae-4h,LLR,Oct-24,0.567,\n"
    (question,) = read(text).questions
    assert question.code == "percent-scale:ae-4h:Value:figures.csv"
    assert question.sentence == (
        "figures.csv: Row 2, column 'Value': '0.581' may mean 0.581% or 58.1%. Which is it? There is 1 more such cell."
    )
    assert [(choice.code, choice.words) for choice in question.choices[:3]] == [
        ("fraction", "'0.581' is 58.1%."),
        ("percent", "'0.581' is 0.581%."),
        ("leave-out", "Leave these 2 figures out."),
    ]
    assert [(place.row, place.period, place.now) for place in question.places] == [
        (2, "Sep 2024", "0.581"),
        (3, "Oct 2024", "0.567"),
    ]
    assert read(text, answers=Answers({question.code: "fraction"})).values["value"].to_list() == [58.1, 56.7]
    assert read(text, answers=Answers({"percent-scale": "percent"})).values["value"].to_list() == [0.581, 0.567]


def test_half_a_clock_is_asked_about() -> None:
    text = HEADING + "response,LLR,Oct-24,30:06,\n"
    assert read(text).questions[0].kind == "clock-form"
    assert read(text, answers=Answers({"clock-form": "mm:ss"})).values["value"].to_list() == [1806]


def test_targets_keep_operators_and_words() -> None:
    intake = read(HEADING + "ae-4h,LLR,Sep-24,56%,>= 78%\nae-4h,LLR,Oct-24,57%,Improve on last year\n")
    plans = intake.values.filter(pl.col("role") != "actual").select("role", "value", "text").rows()
    assert plans == [("plan", 78, ">="), ("plan_text", None, "Improve on last year")]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty. Save it again from where it came."),
        (b"  \n \n", "The file is empty. Save it again from where it came."),
        (b"\xef\xbb\xbf", "The file is empty. Save it again from where it came."),
        (b"<html><table>", "This is a web page, not a table of figures. Ask for the figures as CSV or XLSX."),
        (b"%PDF-1.7", "This is a PDF, not a table of figures. Ask for the figures as CSV or XLSX."),
        (
            b"1,2\n3,4\n",
            "No heading was found in the first 60 rows. It should have the columns 'Indicator', 'Area', 'Period', "
            "'Value', 'Plan'. Add it, or choose the layout that fits the file.",
        ),
        (b"a\x00b,c\n", "The file holds bytes that are not text. Save it as CSV UTF-8 or as XLSX."),
        (b"\x81\x8d\n\x81", "The file's characters cannot be read. Save it as CSV UTF-8."),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_a_sentence(data: bytes, sentence: str) -> None:
    assert sentences(read(data)) == [sentence]


def test_missing_columns_are_all_named_with_the_near_ones() -> None:
    assert sentences(read("Indicator,Areas,Month,Value,Plan\nae-4h,LLR,Oct-24,5%,\n")) == [
        "There is no column 'Area'. The columns found are 'Indicator', 'Areas', 'Month', 'Value', 'Plan'. "
        "Is it the column 'areas'?",
        "There is no column 'Period'. The columns found are 'Indicator', 'Areas', 'Month', 'Value', 'Plan'. "
        "Add it, or choose the layout that fits the file.",
    ]


def test_a_column_that_stands_twice_is_refused() -> None:
    assert sentences(read("Indicator,Area,Period,Value,Plan,value\nae-4h,LLR,Oct-24,5%,,6%\n")) == [
        "Row 1, column 'Value': The heading 'Value' stands over columns 4 and 6. Rename or delete one of them."
    ]


def test_ragged_rows_are_refused_by_row() -> None:
    intake = read(HEADING + "waiting,LLR,Oct-24,1,234,\nwaiting,LLR\nwaiting,LLR,Nov-24,5,,\n\n")
    assert sentences(intake) == [
        "Row 2: The row has 6 cells and the heading has 5. "
        "Put text that contains the delimiter in quotes, and leave empty cells in their place. The same in row 4.",
        "Row 3: The row has 2 cells and the heading has 5. "
        "Put text that contains the delimiter in quotes, and leave empty cells in their place.",
    ]


def test_open_quotes_are_refused() -> None:
    (sentence,) = sentences(read(HEADING + 'waiting,LLR,Oct-24,"5,\n'))
    assert sentence.startswith("The file's quotes or lines cannot be followed")


def test_rows_that_are_no_data_are_counted_as_such() -> None:
    layout = Layout(
        "l", indicator="Indicator", fixed_area="uhl", period=PeriodColumns(label="Period"),
        values=(ValueColumn("Value"),), skip=(Flag("Kind", "total"),),
    )  # fmt: skip
    rows = "waiting,row,Oct-24,5\nwaiting,Total,Oct-24,9\n,,,\nwaiting,row,Nov-24,\n"
    intake = read("Indicator,Kind,Period,Value\n" + rows, layout)
    assert intake.clean
    assert intake.rows["fate"].to_list() == ["values", "skipped", "blank", "no_figures"]


def test_a_row_marked_suppressed_that_holds_a_figure_is_refused() -> None:
    layout = Layout(
        "l", indicator="Indicator", fixed_area="uhl", period=PeriodColumns(label="Period"),
        values=(ValueColumn("Value"),), flags=(Flag("Hidden", "yes", "suppressed"),),
    )  # fmt: skip
    intake = read("Indicator,Hidden,Period,Value\nwaiting,yes,Oct-24,5\n", layout)
    assert sentences(intake) == [
        "Row 2, column 'Value': The row says suppressed, but the cell holds a figure. Leave out the figure or the mark."
    ]


def test_dates_that_contradict_their_label_are_refused() -> None:
    layout = Layout(
        "l", indicator="Indicator", fixed_area="uhl",
        period=PeriodColumns(label="Period", kind="month", start="From", end="To"), values=(ValueColumn("Value"),),
    )  # fmt: skip
    intake = read("Indicator,Period,From,To,Value\nwaiting,Sep-24,2024-10-01,2024-10-31,5\n", layout)
    assert sentences(intake) == [
        "Row 2, column 'Period': The label 'Sep-24' is Sep 2024, but the dates are Oct 2024. Correct one of them."
    ]


def test_a_label_may_name_the_plans_period() -> None:
    intake = read(HEADING + "waiting,LLR,Oct 24 Q3 Plan,28,24\n")
    assert intake.values.select("role", "period_kind", "value").rows() == [
        ("actual", "month", 28),
        ("plan", "quarter", 24),
    ]


def test_a_file_that_fits_two_layouts_equally_is_left_to_the_person() -> None:
    other, named = replace(LAYOUT, slug="other"), replace(LAYOUT, slug="named", files=("figures-*.csv",))
    data = HEADING.encode()
    assert choose_layout("figures.csv", data, [LAYOUT, other]) is None
    assert choose_layout("figures-oct.csv", data, [LAYOUT, other, named]) is named
    assert choose_layout("figures.csv", b"a,b\n1,2\n", [LAYOUT]) is None


CELLS = st.one_of(
    st.sampled_from(
        ["ae-4h", "waiting", "LLR", "Oct-24", "Q2 24/25", "56.7%", "0.5", "*", "", "<5", "1_000", "n/a", "30:06"]
    ),
    st.text(max_size=12),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=5, max_size=5), max_size=8))
def test_whatever_the_cells_say_every_row_is_accounted_for(table: list[list[str]]) -> None:
    import csv
    import io

    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows([HEADING.strip().split(","), *table])
    intake = read(stream.getvalue())
    if not intake.problems or intake.n_rows:
        assert intake.rows.height == intake.n_rows
    assert all(problem.sentence for problem in intake.problems)
    recorded = set(intake.values["row"])
    assert recorded <= set(intake.rows["row"])


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_an_answer(data: bytes) -> None:
    intake = read(data)
    assert intake.problems or intake.questions or intake.n_rows == intake.rows.height


def test_a_file_with_endless_problems_says_the_first_two_hundred() -> None:
    rows = "".join(f"waiting,LLR,Oct-24,{'x' * n},\n" for n in range(1, 301))
    found = sentences(read(HEADING + rows))
    assert len(found) == 201
    assert found[-1] == "There are 100 more problems. Mend these first."
