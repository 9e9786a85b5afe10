"""The shipped definitions of Leicester, Leicestershire and Rutland: complete, and true to the report."""

import csv
import os
from datetime import date
from pathlib import Path

import pytest

from outturn.core.catalogue import Catalogue, EntryKind, TargetKind
from outturn.core.definitions import load
from outturn.core.intake.names import slug
from outturn.core.units import State, Unit

SOURCE = Path(__file__).parents[3] / ".." / "shared" / "llr" / "llr_priorities"
UNITS = {
    "percent": Unit.PERCENT,
    "count": Unit.COUNT,
    "duration_s": Unit.DURATION,
    "gbp_k": Unit.MONEY,
    "rate": Unit.RATE,
}


def rows(name: str) -> list[dict[str, str]]:
    with (SOURCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_shipped_definitions_load_without_a_warning(shipped: dict[str, bytes]) -> None:
    assert [str(problem) for problem in load(shipped).problems] == []


def test_the_38_priorities_stand_in_printed_order_and_sections(catalogue: Catalogue) -> None:
    entries = catalogue.frameworks["nhs-priorities-2024-25"].entries
    printed = rows("summary.csv")
    assert [entry.indicator for entry in entries] == [slug(row["measure_id"]) for row in printed]
    assert [entry.number for entry in entries] == [str(number) for number in range(1, 39)]
    places = list(dict.fromkeys((entry.section, row["area"]) for entry, row in zip(entries, printed, strict=True)))
    assert len(places) == 12  # each printed area is one section, and the other way round


def test_all_28_series_and_all_measures_of_every_table_have_a_place(catalogue: Catalogue) -> None:
    used = {entry.indicator for entry in catalogue.entries()}
    for name, column in (
        ("series.csv", "measure_id"),
        ("measures.csv", "measure_id"),
        ("talking_therapies.csv", "measure_id"),
        ("finance_kpis.csv", "kpi_id"),
        ("oversight_framework.csv", "code"),
    ):
        assert {slug(row[column]) for row in rows(name)} <= used, name
    assert len({row["block"] for row in rows("series.csv")}) == 28


def test_measures_with_a_block_in_the_report_have_a_page(catalogue: Catalogue) -> None:
    entries = catalogue.frameworks["nhs-priorities-2024-25"].entries
    with_page = {entry.indicator for entry in entries if entry.page}
    assert with_page == {slug(row["measure_id"]) for row in rows("measures.csv")} | {"tt-complete"}


def test_the_ten_finance_lines_and_the_24_ranks_stand_in_printed_order(catalogue: Catalogue) -> None:
    finance = catalogue.frameworks["finance-kpis-2024-25"].entries
    assert [entry.indicator for entry in finance] == [slug(row["kpi_id"]) for row in rows("finance_kpis.csv")]
    areas = {"ICB": "llr-icb", "Provider": "uhl", "SubICB": "llr-sub-icbs"}
    ranks = catalogue.frameworks["oversight-2024-25"].entries
    assert [(entry.indicator, entry.area) for entry in ranks] == [
        (slug(row["code"]), areas[row["aggregation_source"]]) for row in rows("oversight_framework.csv")
    ]
    for entry, row in zip(ranks, rows("oversight_framework.csv"), strict=True):
        assert entry.target.kind is (TargetKind.COMPARATOR if row["target_or_natave_printed"] else TargetKind.NONE)


def test_directions_are_those_printed(catalogue: Catalogue) -> None:
    for row in rows("measures.csv"):
        assert (
            row["desired_direction"].lower().startswith(catalogue.indicators[slug(row["measure_id"])].direction.value)
        )
    for row in rows("finance_kpis.csv"):
        assert row["better"] == catalogue.indicators[slug(row["kpi_id"])].direction.value
    good = {"High": "higher", "Low": "lower"}
    ranks = catalogue.frameworks["oversight-2024-25"].entries
    for entry, row in zip(ranks, rows("oversight_framework.csv"), strict=True):
        printed = (entry.good_is_printed or entry.direction).value
        assert good.get(row["good_is_printed"], printed) == printed, entry.indicator


def test_units_are_those_of_the_figures_and_decimals_show_every_digit_printed(catalogue: Catalogue) -> None:
    tables = (
        ("summary.csv", "measure_id", "actual_unit", "actual_printed"),
        ("measures.csv", "measure_id", "value_unit", "value_printed"),
        ("series.csv", "measure_id", "value_unit", "value_printed"),
        ("finance_kpis.csv", "kpi_id", "unit", "ytd_actual_printed"),
        ("oversight_framework.csv", "code", "unit", "latest_printed"),
    )
    for name, key, unit, printed in tables:
        for row in rows(name):
            indicator = catalogue.indicators[slug(row[key])]
            if row[unit] in UNITS and indicator.unit is not Unit.SCORE and row[key] != "S029a":
                assert indicator.unit is UNITS[row[unit]], row[key]
            digits = row[printed].split("%")[0].split(" ")[0].partition(".")[2]
            assert len(digits) <= indicator.decimals, f"{row[key]} prints {row[printed]}"


def test_hidden_figures_have_a_suppression_policy(catalogue: Catalogue) -> None:
    hidden = {row["measure_id"] for row in rows("series.csv") if row["suppressed"] == "yes"}
    hidden |= {
        row["measure_id"] for row in rows("summary.csv") if "suppressed" in (row["plan_unit"], row["actual_unit"])
    }
    assert hidden == {"oap", "ld_cyp_inpt", "maternal_mort", "unlabelled_rare_events"}
    for measure in hidden:
        policy = catalogue.indicators[slug(measure)].suppression
        assert policy and (policy.low, policy.high) == (1, 7)


def test_awkward_targets_are_what_they_are(catalogue: Catalogue) -> None:
    entry = {entry.indicator: entry for entry in catalogue.frameworks["nhs-priorities-2024-25"].entries}
    ae = entry["ae-4h-type1"]
    assert ae.target.kind is TargetKind.TRAJECTORY and ae.target.value is None
    assert [(goal.value, goal.by) for goal in ae.ambitions] == [(78, date(2025, 3, 31))]
    assert [goal.value for goal in entry["cancer-fds"].ambitions] == [77, 80]
    assert (entry["stillbirth"].target.kind, entry["stillbirth"].target.value) == (TargetKind.REDUCE, 4)
    assert (entry["neonatal-mort"].target.baseline, entry["neonatal-mort"].target.value) == ("2021", 2.4)
    maternal = entry["maternal-mort"].target
    assert (maternal.value, maternal.value_state, maternal.operator) == (None, State.SUPPRESSED, "<")
    assert entry["cancer-stage12"].target.kind is TargetKind.NONE and entry["cancer-stage12"].ambitions
    assert (entry["womens-hub"].kind, entry["core20plus5"].kind) == (EntryKind.MILESTONE, EntryKind.NARRATIVE)
    assert entry["agency-pct"].target.kind is entry["people-promise"].target.kind is TargetKind.TBC


def test_every_measure_is_explained_and_answered_for(catalogue: Catalogue) -> None:
    for indicator in catalogue.indicators.values():
        for field in ("definition", "source", "producer", "owner", "written_by", "checked_by", "next_review"):
            assert getattr(indicator, field), f"{indicator.slug} has no {field}"
        if indicator.unit is Unit.PERCENT and "against threshold" not in indicator.short:
            known = indicator.numerator and indicator.denominator
            assert known or indicator.slug in ("s007c", "s041a", "s042a"), (
                f"{indicator.slug}: of what is it a percentage?"
            )
        assert "(sample)" in indicator.owner, f"{indicator.slug}: an invented owner is marked as such"


def test_the_areas_of_the_system_have_their_codes_and_dates(catalogue: Catalogue) -> None:
    areas = catalogue.areas
    assert (areas["llr-icb"].ods, areas["llr-icb"].ons) == ("QK1", "E54000015")
    assert [areas[place].ons for place in ("leicester", "leicestershire", "rutland")] == [
        "E06000016",
        "E10000018",
        "E06000017",
    ]
    assert [areas[trust].ods for trust in ("uhl", "lpt", "emas")] == ["RWE", "RT5", "RX9"]
    legacy = [area for area in areas.values() if area.kind == "ccg"]
    assert {area.ods for area in legacy} == {"04V", "03W", "04C"}
    for area in legacy:
        assert area.valid_to == date(2022, 6, 30) and "llr-icb" in area.successors
        same = [areas[successor] for successor in area.successors if areas[successor].kind == "sub_icb"]
        assert [(one.ods, one.ons, one.valid_from) for one in same] == [(area.ods, area.ons, date(2022, 7, 1))]


def test_every_scheme_answers_every_case(catalogue: Catalogue) -> None:
    for scheme in catalogue.schemes.values():
        assert {band.when for band in scheme.bands} == {"met", "adverse", "no_plan", "not_due", "suppressed"}
        assert all(band.meaning for band in scheme.bands), scheme.slug
        greys = [band.meaning for band in scheme.bands if band.key == "grey"]
        assert len(set(greys)) == len(greys), f"{scheme.slug}: the reasons for not rating must be told apart"
    bounds = [(band.key, band.at_most) for band in catalogue.schemes["plan-5"].bands if band.when == "adverse"]
    assert bounds == [("yellow", 5), ("red", None)]


def test_the_pack_has_every_part_of_the_report(catalogue: Catalogue) -> None:
    kinds = [part.kind for part in catalogue.packs["llr-performance-report"].parts]
    assert kinds == ["summary", "scorecard", "sections", "finance", "ranks", "changes", "appendix", "method"]


def test_loading_everything_costs_no_more_than_a_page(shipped: dict[str, bytes]) -> None:
    before = os.times()
    load(shipped)
    after = os.times()
    assert after.user + after.system - before.user - before.system < 1.0


@pytest.mark.parametrize("word", ["http", "@nhs", "0116 "])
def test_no_addresses_or_phone_numbers_stand_in_the_definitions(shipped: dict[str, bytes], word: str) -> None:
    assert not [path for path, text in shipped.items() if path.endswith(".yaml") and word in text.decode()]
