"""The data and the commentary of the sample: every figure equals the source, and what is invented is declared."""

import csv
from datetime import date
from pathlib import Path

import polars as pl
import pytest
import yaml

from outturn.core.catalogue import Catalogue
from outturn.core.commentary import NoteKind
from outturn.core.intake import Intake, UnitInfo, choose_layout, read_file
from outturn.core.intake.names import slug
from outturn.core.live import FIGURE, NAMES
from outturn.workbooks.opening import open_file

ROOT = Path(__file__).parents[3]
SOURCE = ROOT / ".." / "shared" / "llr" / "llr_priorities"
SAMPLE = ROOT / "src" / "outturn" / "sample"
JANUARY, DECEMBER = SAMPLE / "data" / "2025-01", SAMPLE / "data" / "2024-12"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def taken_in(path: Path, catalogue: Catalogue) -> Intake:
    data = path.read_bytes()
    file = open_file(path.name, data)
    layout = choose_layout(file, catalogue.layouts.values()).layout
    assert layout is not None, f"{path.name} fits no layout"
    units = {name: UnitInfo.of(indicator) for name, indicator in catalogue.indicators.items()}
    return read_file(file, layout, units=units, areas=set(catalogue.areas))


@pytest.fixture(scope="module")
def january(catalogue: Catalogue) -> dict[str, Intake]:
    return {path.name: taken_in(path, catalogue) for path in sorted(JANUARY.glob("*.csv"))}


@pytest.fixture(scope="module")
def values(january: dict[str, Intake]) -> pl.DataFrame:
    return pl.concat([intake.values.with_columns(file=pl.lit(name)) for name, intake in january.items()])


def found(
    values: pl.DataFrame, file: str, indicator: str, role: str, area: str = "llr-icb", **when: date
) -> list[float | None]:
    same = values.filter(file=file, indicator=slug(indicator), role=role, area=area, **when)
    return same["value"].to_list()


@pytest.mark.parametrize("folder", [DECEMBER, JANUARY], ids=lambda path: path.name)
def test_both_deliveries_are_read_without_a_problem_or_a_question(folder: Path, catalogue: Catalogue) -> None:
    for path in folder.glob("*.csv"):
        intake = taken_in(path, catalogue)
        assert intake.clean, [problem.sentence for problem in intake.problems] + list(intake.questions)


def test_no_row_is_dropped(january: dict[str, Intake]) -> None:
    counts = {name: intake.n_rows for name, intake in january.items()}
    assert counts == {
        "finance_kpis.csv": 10,
        "measures.csv": 27,
        "oversight_framework.csv": 24,
        "series.csv": 407,
        "summary.csv": 38,
        "summary_repeats.csv": 26,
        "talking_therapies.csv": 6,
    }
    fates = january["series.csv"].rows["fate"].value_counts()
    assert dict(fates.iter_rows()) == {"values": 327, "repeat": 37, "skipped": 43}
    skipped = january["series.csv"].rows.filter(fate="skipped")["row"].to_list()
    assert all(rows(JANUARY / "series.csv")[row - 2]["placeholder"] == "yes" for row in skipped)


def test_the_files_are_the_published_ones_but_for_what_the_readme_names() -> None:
    for path in JANUARY.glob("*.csv"):
        for ours, theirs in zip(rows(path), rows(SOURCE / path.name), strict=True):
            different = {name for name, cell in ours.items() if theirs[name] != cell}
            moved = {"plan_printed", "actual_printed"} if path.name == "summary.csv" else set()
            if ours.get("measure_id") in ("cvdp002hyp", "cvdp003hyp", "womens_hub"):
                assert different <= moved, (path.name, ours)
            else:
                assert different == ({"period_label"} if ours.get("measure_id") == "core20plus5" else set())


def test_every_value_and_trajectory_of_the_series_is_recorded(values: pl.DataFrame) -> None:
    compared = 0
    for row in rows(SOURCE / "series.csv"):
        for role, number in (("actual", row["value_num"]), ("plan", row["trajectory_num"])):
            if number:
                got = found(values, "series.csv", row["measure_id"], role, end=date.fromisoformat(row["period_end"]))
                assert got == [float(number)], (row, role)
                compared += 1
    assert compared > 500
    hidden = values.filter(file="series.csv", state="suppressed")
    assert hidden["end"].to_list() == [date(2023, 2, 28), date(2023, 3, 31)]


def test_every_figure_of_the_summary_is_recorded(values: pl.DataFrame) -> None:
    for row in rows(SOURCE / "summary.csv"):
        name, ends = row["measure_id"], row["period_end"]
        if row["actual_num"]:
            role = "rounded" if name.startswith("cvdp") else "actual"
            assert found(values, "summary.csv", name, role, end=date.fromisoformat(ends)) == [float(row["actual_num"])]
        if row["plan_num"]:
            long_term = row["target_kind"].startswith("long_term")
            role = "ambition" if long_term else "plan"
            due = date(2028, 12, 31) if long_term else date.fromisoformat(row["plan_period_end"] or ends)
            assert found(values, "summary.csv", name, role, end=due) == [float(row["plan_num"])]
    assert set(values.filter(file="summary.csv", state="suppressed")["indicator"]) == {
        "oap",
        "ld-cyp-inpt",
        "maternal-mort",
    }
    assert set(values.filter(file="summary.csv", text="TBC")["indicator"]) == {"agency-pct", "people-promise"}


def test_every_figure_of_the_measure_blocks_is_recorded(values: pl.DataFrame) -> None:
    for row in rows(SOURCE / "measures.csv"):
        end = date.fromisoformat(row["period_end"])
        assert found(values, "measures.csv", row["measure_id"], "actual", end=end) == [float(row["value_num"])]
        if row["target_num"]:
            assert found(values, "measures.csv", row["measure_id"], "plan", end=end) == [float(row["target_num"])]


def test_every_figure_of_talking_therapies_is_recorded(values: pl.DataFrame) -> None:
    for row in rows(SOURCE / "talking_therapies.csv"):
        end = date.fromisoformat(row["period_end"])
        for role, column in (("actual", "actual"), ("plan", "target"), ("variance", "variance")):
            assert found(values, "talking_therapies.csv", "tt_complete", role, end=end) == [float(row[column])]


def test_every_figure_and_rating_of_finance_is_recorded(values: pl.DataFrame) -> None:
    year = {"ytd": date(2024, 10, 31), "fy": date(2025, 3, 31)}
    for row in rows(SOURCE / "finance_kpis.csv"):
        for column, role in (
            ("ytd_actual", "actual"),
            ("ytd_target", "plan"),
            ("fy_fot", "forecast"),
            ("fy_target", "plan"),
        ):
            expected = [float(row[column])] if row[column] else []
            assert found(values, "finance_kpis.csv", row["kpi_id"], role, end=year[column.split("_")[0]]) == expected
        for part in ("ytd", "fy"):
            words = values.filter(
                file="finance_kpis.csv", indicator=slug(row["kpi_id"]), role="printed_rating", end=year[part]
            )
            assert words["text"].to_list() == ([row[f"{part}_rating"]] if row[f"{part}_rating"] else [])


def test_every_figure_and_rank_of_the_oversight_tables_is_recorded(values: pl.DataFrame) -> None:
    areas = {"ICB": "llr-icb", "Provider": "uhl", "SubICB": "llr-sub-icbs"}
    columns = {
        "latest_num": "actual",
        "previous_num": "previous",
        "national_num": "national",
        "rank": "rank",
        "rank_of": "rank_of",
    }
    for row in rows(SOURCE / "oversight_framework.csv"):
        area, end = areas[row["aggregation_source"]], date.fromisoformat(row["period_end"])
        for column, role in columns.items():
            expected = [float(row[column])] if row[column] else []
            assert found(values, "oversight_framework.csv", row["code"], role, area, end=end) == expected, (row, role)
        average = row["target_is_national_average"] == "yes"
        for role, meant in (("average", average), ("comparator", not average)):
            expected = [float(row["target_num"])] if meant and row["target_num"] else []
            assert found(values, "oversight_framework.csv", row["code"], role, area, end=end) == expected, (row, role)


def test_the_files_of_a_delivery_agree_with_each_other(values: pl.DataFrame) -> None:
    place = ["indicator", "area", "role", "period_kind", "start", "end"]
    ways = values.filter(pl.col("role").is_in(["actual", "plan"])).group_by(place).agg(pl.col("value").n_unique())
    assert ways.filter(pl.col("value") > 1).is_empty()


def test_the_second_figure_for_early_stage_cancer_is_kept_as_a_repeat(values: pl.DataFrame) -> None:
    july = date(2024, 7, 31)
    assert found(values, "summary.csv", "cancer_stage12", "actual", end=july) == [51.4]
    assert found(values, "summary_repeats.csv", "cancer_stage12", "repeat", end=july) == [38.1]


def test_december_is_january_one_month_earlier_but_for_one_declared_figure() -> None:
    later = {(row["block"], row["period_label"]): row for row in rows(JANUARY / "series.csv")}
    differing = []
    for row in rows(DECEMBER / "series.csv"):
        differing += (
            [(row, later[row["block"], row["period_label"]])] if row != later[row["block"], row["period_label"]] else []
        )
    ((before, after),) = differing
    assert (before["measure_id"], before["period_label"]) == ("elective_activity", "Sep-24")
    assert (before["value_printed"], after["value_printed"]) == ("12102", "12212")
    assert "12,102" in (SAMPLE / "data" / "README.md").read_text(encoding="utf-8")
    new = [row for row in rows(JANUARY / "series.csv") if row["period_end"] == "2024-10-31" and row["value_printed"]]
    known = {row["period_end"] for row in rows(DECEMBER / "series.csv") if row["value_printed"]}
    assert new and max(known) == "2024-09-30"


def notes() -> list[dict]:
    return yaml.safe_load((SAMPLE / "commentary.yaml").read_text(encoding="utf-8"))["notes"]


def test_every_note_has_its_place_and_speaks_of_measures_in_it(catalogue: Catalogue) -> None:
    framework = catalogue.frameworks["nhs-priorities-2024-25"]
    entries = {entry.indicator for entry in framework.entries}
    sections = {section.slug for section in framework.sections}
    for note in notes():
        assert set(note) - {"earlier", "since"} == {"kind", "section", "indicators", "title", "text"}, note
        assert set(note.get("earlier", {})) <= {"title", "text"} and note.get("since", "2025-01") == "2025-01"
        assert NoteKind(note["kind"]) and note["section"] in sections and note["title"] and note["text"]
        assert set(note["indicators"]) <= entries


def test_every_live_figure_is_one_that_exists(catalogue: Catalogue) -> None:
    for note in notes():
        for text in (note["title"], note["text"], *note.get("earlier", {}).values()):
            assert "{{" not in FIGURE.sub("", text), text
            for indicator, area, name in FIGURE.findall(text):
                assert (indicator, area or "llr-icb") in {
                    (e.indicator, e.area) for e in catalogue.entries()
                } and name in NAMES


def test_risks_and_mitigations_stand_where_the_report_has_them() -> None:
    """28 rows; where the source is silent the sample is too, so that the check on silence has something to say."""
    for kind, count in (("risk", "risk_count"), ("mitigation", "mitigation_count")):
        expected = {
            tuple(map(slug, filter(None, row["measure_id"].split(";"))))
            for row in rows(SOURCE / "risks_mitigations.csv")
            if row[count] != "0"
        }
        assert {tuple(note["indicators"]) for note in notes() if note["kind"] == kind} == expected


def test_no_commentary_is_taken_from_the_source() -> None:
    """No run of eight words is the same as in the published report."""
    (text,) = (ROOT / ".." / "shared" / "sources").glob("004*.txt")
    printed = " ".join(text.read_text(encoding="utf-8").lower().replace("*", " ").split())
    for note in notes():
        words = note["text"].lower().split()
        for start in range(len(words) - 7):
            assert " ".join(words[start : start + 8]) not in printed, note["title"]
