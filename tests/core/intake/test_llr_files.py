"""Every file of the LLR performance report, read in its own shape: nothing is dropped because it is awkward."""

from datetime import date

import polars as pl
import pytest
from core.intake import llr_layouts as llr

from outturn.core.intake import Intake, Opened, choose_layout, read_file
from outturn.core.intake.names import slug
from outturn.workbooks.opening import open_file

pytestmark = pytest.mark.skipif(not llr.FOLDER.exists(), reason="the source figures lie beside the checkout")


def opened(name: str) -> Opened:
    return open_file(name, (llr.FOLDER / name).read_bytes())


@pytest.fixture(scope="module")
def read() -> dict[str, Intake]:
    units = llr.units()
    return {name: read_file(opened(name), layout, units=units) for name, layout in llr.ALL.items()}


def fates(intake: Intake) -> dict[str, int]:
    return dict(intake.rows.group_by("fate").len().iter_rows())


def one(intake: Intake, indicator: str, role: str = "actual", end: date | None = None) -> dict:
    rows = intake.values.filter((pl.col("indicator") == indicator) & (pl.col("role") == role))
    return rows.filter(pl.col("end") == end if end else pl.lit(True)).row(0, named=True)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("series.csv", {"values": 370, "repeat": 37}),
        ("summary.csv", {"values": 38}),
        ("measures.csv", {"values": 27}),
        ("talking_therapies.csv", {"values": 6}),
        ("finance_kpis.csv", {"values": 10}),
        ("oversight_framework.csv", {"values": 24}),
    ],
)
def test_every_row_is_a_value_or_repeats_one(read: dict[str, Intake], name: str, expected: dict[str, int]) -> None:
    intake = read[name]
    assert [problem.sentence for problem in intake.problems] == []
    assert intake.questions == ()
    assert fates(intake) == expected
    assert intake.n_rows == sum(expected.values()) == len(llr.rows(name))


@pytest.mark.parametrize("name", llr.ALL)
def test_the_layout_is_found_from_the_file(name: str) -> None:
    chosen = choose_layout(opened(name), llr.ALL.values()).layout
    assert chosen is llr.ALL[name]


NUMBERS = [
    ("series.csv", "measure_id", "value_num", "actual"),
    ("series.csv", "measure_id", "trajectory_num", "plan"),
    ("summary.csv", "measure_id", "actual_num", "actual"),
    ("measures.csv", "measure_id", "value_num", "actual"),
    ("measures.csv", "measure_id", "target_num", "plan"),
    ("talking_therapies.csv", "measure_id", "actual", "actual"),
    ("talking_therapies.csv", "measure_id", "variance_pct", "printed_variance_percent"),
    ("finance_kpis.csv", "kpi_id", "fy_fot", "forecast"),
    ("oversight_framework.csv", "code", "latest_num", "actual"),
    ("oversight_framework.csv", "code", "previous_num", "previous"),
    ("oversight_framework.csv", "code", "national_num", "national"),
    ("oversight_framework.csv", "code", "rank", "rank"),
    ("oversight_framework.csv", "code", "rank_of", "rank_of"),
]


@pytest.mark.parametrize(("name", "key", "column", "role"), NUMBERS)
def test_every_number_is_what_careful_people_read(
    read: dict[str, Intake], name: str, key: str, column: str, role: str
) -> None:
    """Against the numeric column that was made by hand beside the printed one."""
    values = read[name].values.filter((pl.col("role") == role) & pl.col("value").is_not_null())
    found = {(row["row"], row["indicator"]): row["value"] for row in values.iter_rows(named=True)}
    repeated = set(read[name].rows.filter(pl.col("fate") == "repeat")["row"])
    expected = {
        (n, slug(row[key])): float(row[column])
        for n, row in enumerate(llr.rows(name), 2)
        if row[column] and n not in repeated
    }
    assert found == expected


def test_suppressed_and_placeholder_points_keep_apart_from_nought(read: dict[str, Intake]) -> None:
    states = dict(read["series.csv"].values.filter(pl.col("role") == "actual").group_by("state").len().iter_rows())
    assert states == {"known": 325, "not_applicable": 43, "suppressed": 2}
    rare = read["series.csv"].values.filter(pl.col("indicator") == "unlabelled-rare-events")
    actual = rare.filter(pl.col("role") == "actual").sort("end")
    assert actual["state"].to_list() == ["suppressed", "suppressed", "known"]
    assert actual["value"].to_list() == [None, None, 0]
    assert set(rare.filter(pl.col("role") == "plan_text")["text"]) == {"Reduction"}


def test_a_value_and_its_plan_may_be_about_different_periods(read: dict[str, Intake]) -> None:
    actual, plan = one(read["summary.csv"], "ld-adult-inpt"), one(read["summary.csv"], "ld-adult-inpt", "plan")
    assert (actual["period_kind"], actual["end"]) == ("month", date(2024, 10, 31))
    assert (plan["period_kind"], plan["end"], plan["value"]) == ("quarter", date(2024, 12, 31), 24)


def test_an_ambition_stands_in_its_own_year_and_is_no_plan(read: dict[str, Intake]) -> None:
    ambition = one(read["summary.csv"], "cancer-stage12", "ambition")
    assert (ambition["value"], ambition["period_kind"], ambition["end"]) == (75, "year", date(2028, 12, 31))
    plans = read["summary.csv"].values.filter((pl.col("indicator") == "cancer-stage12") & (pl.col("role") == "plan"))
    assert plans.is_empty()


def test_baselines_keep_their_words_beside_the_figure(read: dict[str, Intake]) -> None:
    still, maternal = (one(read["summary.csv"], name, "plan") for name in ("stillbirth", "maternal-mort"))
    assert (still["value"], still["text"]) == (4, "Reduction 2023")
    assert (maternal["value"], maternal["state"], maternal["text"]) == (None, "suppressed", "Reduce 21/22")


def test_shifted_cells_words_and_what_is_still_to_come_are_values_too(read: dict[str, Intake]) -> None:
    summary = read["summary.csv"]
    assert one(summary, "cvdp002hyp")["value"] == 64.5
    printed = {row["measure_id"]: row for row in llr.rows("summary.csv")}
    assert one(summary, "womens-hub")["text"] == printed["womens_hub"]["plan_printed"]
    assert one(summary, "core20plus5")["text"] == printed["core20plus5"]["period_label"]
    assert one(summary, "agency-pct")["state"] == "not_available"
    assert (one(summary, "people-promise")["printed"], one(summary, "people-promise")["end"]) == (
        "TBC",
        date(2024, 10, 31),
    )


def test_money_in_brackets_and_the_year_to_date(read: dict[str, Intake]) -> None:
    deficit = one(read["summary.csv"], "fin-deficit")
    assert (deficit["value"], deficit["period_kind"], deficit["printed"]) == (-67490, "ytd", "(67,490)")
    forecast = one(read["finance_kpis.csv"], "deficit-gross", "forecast")
    assert (forecast["value"], forecast["period_kind"], forecast["end"]) == (80000, "financial_year", date(2025, 3, 31))


def test_the_same_code_for_two_organisations_is_two_series(read: dict[str, Intake]) -> None:
    infections = read["oversight_framework.csv"].values.filter(
        (pl.col("indicator") == "s041a") & (pl.col("role") == "actual")
    )
    assert dict(infections.select("area", "value").iter_rows()) == {"uhl": 182.6, "llr-sub-icbs": 169.1}
    assert one(read["oversight_framework.csv"], "s067a", "average")["printed"] == "7.1%*"


def test_a_block_printed_twice_must_say_the_same_both_times() -> None:
    data = (llr.FOLDER / "series.csv").read_text(encoding="utf-8")
    start = data.index("\n", data.index("830,9,")) + 1
    wrong = data[:start] + data[start:].replace(
        ",2,Jul-23,month,2023-07-01,2023-07-31,47%", ",2,Jul-23,month,2023-07-01,2023-07-31,49%", 1
    )
    assert wrong != data
    intake = read_file(open_file("series.csv", wrong.encode()), llr.SERIES, units=llr.units())
    (problem,) = intake.problems
    assert problem.message == "'49%' and '47%' in row 131 stand for the same actual of op-first-proc to 31 Jul 2023."
