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
from outturn.workbooks.opening import open_file

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
    return read_file(open_file("figures.csv", data), layout, units=UNITS, areas={"llr-icb", "uhl"}, **known)  # type: ignore[arg-type]


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
        (
            b"a,b\nc\x00,d\ne,f\n\x00,g\n",
            "Row 2: The row holds characters that are not text (NUL). Save the file again as CSV UTF-8 or as XLSX. "
            "The same in row 4.",
        ),
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
    cure = "Double the quotation marks that stand inside a cell, or save the file again as CSV from a spreadsheet."
    row = "waiting,LLR,Oct-24,5,\n"
    assert sentences(read(HEADING + row + 'waiting,LLR,Oct-24,"5,\n' + row)) == [
        f"Row 3: A quotation mark is opened and never closed. {cure}"
    ]
    assert sentences(read(HEADING + row + 'waiting,LLR,Oct-24,"5"6,\n' + row)) == [
        f"Row 3: A quotation mark is closed in the middle of a cell. {cure}"
    ]


@pytest.mark.parametrize("rows_before", [1, 200])
def test_a_cell_too_long_for_a_spreadsheet_is_refused_by_row(rows_before: int) -> None:
    row = "waiting,LLR,Oct-24,5,\n"
    assert sentences(read(HEADING + row * rows_before + f"waiting,LLR,Oct-24,{'5' * 40_000},\n")) == [
        f"Row {rows_before + 2}: A cell holds more than 32,767 characters, or a quotation mark in it is not closed. "
        "Shorten or close it, and save the file again."
    ]


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
    assert choose_layout(open_file("figures.csv", data), [LAYOUT, other]).layout is None
    assert choose_layout(open_file("figures-oct.csv", data), [LAYOUT, other, named]).layout is named
    assert choose_layout(open_file("figures.csv", b"a,b\n1,2\n"), [LAYOUT]).layout is None


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


def test_cells_with_one_fault_are_one_problem_and_all_of_them_are_counted_and_listed() -> None:
    rows = "".join(f"waiting,LLR,Oct-24,abc{n},\n" for n in range(230))
    intake = read(HEADING + rows)
    assert sentences(intake) == [
        "Row 2, column 'Value': 'abc0' is not a number. Write it as 1234 or 1,234.5, or * for suppressed, or n/a for "
        "not available. The same fault in rows 3, 4, 5, 6, 7, 8 and 223 more."
    ]
    assert intake.n_problems == intake.listed.height == 230
    assert intake.listed.row(229) == (
        "", 231, "Value", "abc229", "'abc229' is not a number.",
        "Write it as 1234 or 1,234.5, or * for suppressed, or n/a for not available.",
    )  # fmt: skip


def test_a_file_with_endless_faults_says_the_first_two_hundred_and_how_many_more() -> None:
    rows = "".join(f"waiting,LLR,Oct-24,{n}_000,\n" for n in range(1, 301))
    intake = read(HEADING + rows)
    assert len(intake.problems) == 201
    assert sentences(intake)[-1] == "There are 100 more problems. Correct these first."
    assert intake.n_problems == intake.listed.height == 300


def test_a_heading_alone_is_said_to_have_no_rows_below_it() -> None:
    sentence = "Row 1: There are no rows below the heading. Check what was saved."
    assert sentences(read(HEADING)) == sentences(read(HEADING + "\n ,,\n\n")) == [sentence]


def test_blank_lines_between_rows_are_no_problem() -> None:
    intake = read(HEADING + "\nwaiting,LLR,Oct-24,5,\n\n   \nwaiting,LLR,Nov-24,6,\n\n")
    assert sentences(intake) == []
    assert intake.values["row"].to_list() == [3, 6]
    assert intake.rows["fate"].to_list() == ["blank", "values", "blank", "blank", "values"]


def test_a_column_may_be_left_out_where_the_layout_says_so() -> None:
    text = "Indicator,Area,Period,Value\nwaiting,LLR,Oct-24,5\n"
    assert sentences(read(text))[0].startswith("There is no column 'Plan'.")
    layout = replace(LAYOUT, optional=("Plan",))
    assert read(text, layout).values["value"].to_list() == [5]
    assert read(HEADING + "waiting,LLR,Oct-24,5,6\n", layout).values["value"].to_list() == [5, 6]


def test_a_failed_look_up_is_a_problem_in_a_text_file_too() -> None:
    assert sentences(read(HEADING + "waiting,LLR,Oct-24,#N/A,\n")) == [
        "Row 2, column 'Value': '#N/A' is a formula that failed. Correct it in the workbook and save it again."
    ]


def test_a_mark_beside_a_figure_is_asked_about_unless_the_layout_declares_it() -> None:
    text = HEADING + "waiting,LLR,Oct-24,5*,\n"
    (question,) = read(text).questions
    assert question.sentence == (
        "figures.csv: Row 2, column 'Value': '5*' has the mark '*' beside the figure. What does it mean?"
    )
    assert [choice.code for choice in question.choices] == ["known", "provisional", "leave-out", "correct"]
    told = {answer: read(text, answers=Answers({"marked-figure": answer})) for answer in ("known", "provisional")}
    assert told["known"].values.select("value", "state", "text", "printed").rows() == [(5, "known", "*", "5*")]
    assert told["provisional"].values["state"].to_list() == ["provisional"]
    declared = replace(LAYOUT, values=(ValueColumn("Value", marks={"*": "provisional"}), LAYOUT.values[1]))
    assert read(text, declared).values.select("value", "state").rows() == [(5, "provisional")]


def test_a_file_that_fits_no_layout_is_told_the_nearest_and_what_is_missing() -> None:
    file = open_file("figures.csv", b"Indicator,Area,Month,Value,Plan\nwaiting,LLR,Oct-24,5,\n")
    assert choose_layout(file, [LAYOUT]).problem == (
        "It fits no layout. The nearest is long, which also needs the column 'Period'; the heading has 'Indicator', "
        "'Area', 'Month', 'Value', 'Plan'. Rename or add what is missing, or add a layout to definitions/layouts."
    )
    other = open_file("figures.csv", b"Title\na,b\n1,2\n")
    assert choose_layout(other, [LAYOUT]).problem == (
        "It fits no layout: no column of any was found. Its heading seems to be 'a', 'b'. "
        "Add a layout for it to definitions/layouts."
    )


@pytest.mark.parametrize("quoted", [False, True])
def test_only_the_columns_that_a_layout_names_are_read(quoted: bool) -> None:
    extra = [f"c{n}" for n in range(4_000)]
    cells = ['"a, ""b"""' if quoted else "1"] * 4_000
    intake = read(f"{HEADING.strip()},{','.join(extra)}\nwaiting,LLR,Oct-24,5,6,{','.join(cells)}\n")
    assert intake.values["value"].to_list() == [5, 6]


def test_a_file_with_more_columns_than_anybody_reads_is_refused_in_a_sentence() -> None:
    assert sentences(read("a," * 100_000 + "b\n")) == [
        "The file has 100,001 columns. At most 5,000 are read. "
        "Keep the columns with names, periods and figures, and save it again."
    ]


LINES = st.lists(
    st.sampled_from(["a", "b", ",", ",", '"', '"', "\n", "\r\n", " ", '""', "1", "é", ";", "\x02"]), max_size=24
).map("".join)


@settings(max_examples=400, deadline=None)
@given(LINES)
def test_a_file_read_at_once_gives_what_it_gives_row_by_row(body: str) -> None:
    from outturn.core.intake.limits import Unreadable
    from outturn.core.intake.text_columns import read_columns, row_by_row

    data = f"x,y,z\n{body}".encode()
    try:
        slow = row_by_row(data, ",", 1, 3, [0, 2])
    except Unreadable:
        with pytest.raises(Unreadable):
            read_columns(data, ",", 1, 1, 3, [0, 2])
        return
    fast = read_columns(data, ",", 1, 1, 3, [0, 2])
    assert fast.ragged == slow.ragged
    if not slow.ragged:
        assert fast.printed.equals(slow.printed)


def test_a_file_read_a_few_rows_at_a_time_gives_what_it_gives_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from outturn.core.intake import sheet

    rows = [f"waiting,LLR,{2000 + n // 12}-{n % 12 + 1:02},{n},{n + 1}" for n in range(40)]
    rows += [
        "waiting,LLR,2000-01,0,",
        "waiting,LLR,2000-02,7,",
        ",,,,",
        "ae-4g,LLR,Oct-24,5%,",
        "ae-4h,LLR,Oct-24,0.5,",
    ]
    rows += ["ae-4h,LLR,Nov-24,x,", "ae-4h,LLR,2025-13,5%,", "ae-4h,LLR,Sep-24,0.4,", "response,UHL,Oct-24,00:30:06,"]
    text = HEADING + "\n".join(rows) + "\n"
    whole = read(text)
    monkeypatch.setattr(sheet, "PART", 3)
    parts = read(text)
    assert parts.values.equals(whole.values)
    assert parts.rows.equals(whole.rows)
    assert parts.listed.equals(whole.listed)
    assert (sentences(parts), parts.questions, parts.n_problems) == (
        sentences(whole),
        whole.questions,
        whole.n_problems,
    )
    assert len(whole.questions[0].places) == 2


def test_a_cell_that_asks_twice_is_asked_one_question_after_the_other() -> None:
    text = HEADING + "ae-4h,LLR,Oct-24,0.5*,\n"
    (first,) = read(text).questions
    assert first.kind == "percent-scale"
    assert first.choices[0].words == "Read it as fraction; what is then still open is asked next."
    one = read(text, answers=Answers({"percent-scale": "fraction"}))
    assert [each.kind for each in one.questions] == ["marked-figure"]
    assert [each.code for each in one.questions[0].choices[:2]] == ["known", "provisional"]
    assert one.values.is_empty()
    both = read(text, answers=Answers({"percent-scale": "fraction", "marked-figure": "provisional"}))
    assert both.clean
    assert both.values.select("value", "state", "text").rows() == [(50, "provisional", "*")]


def test_a_name_with_a_character_that_cannot_be_seen_is_called_that() -> None:
    """`Did you mean 'ae-4h'?` of what looks the same would help nobody."""
    assert sentences(read(HEADING + "ae-4h\u200b,LLR,Oct-24,56.7%,\n")) == [
        "Row 2, column 'Indicator': 'ae-4h?' is not a known indicator. It holds a character that cannot be seen: type "
        "the name again."
    ]


def test_a_file_of_one_column_is_told_what_its_heading_seems_to_be() -> None:
    problem = choose_layout(open_file("f.csv", b"Indicator^Area^Period\na^b^c\n"), [LAYOUT]).problem
    assert problem.startswith("It fits no layout: no column of any was found. Its heading seems to be 'Indicator^Area^")


def test_a_period_that_is_wrong_is_one_problem_however_many_figures_the_row_holds() -> None:
    intake = read(HEADING + "ae-4h,LLR,Q2 24/25,56.7%,60%\n" + "ae-4h,LLR,Q2 24/25,56.7%,60%\n")
    assert intake.n_problems == 2
    assert sentences(intake) == [
        "Row 2, column 'Period': 'Q2 24/25' is Q2 2024/25, not a month. Use one such as Sep 2024. The same in row 3."
    ]


@pytest.mark.parametrize("cell", ["-0", "-0.0%", "(0)", "0"])
def test_nought_has_no_sign(cell: str) -> None:
    """PostgreSQL kept -0.0 and SQLite 0.0."""
    (value,) = read(HEADING + f"ae-4h,LLR,Oct-24,{cell},\n").values["value"]
    assert str(value) == "0.0"
