"""Layouts and units for the figures of the LLR performance report, as a person would write them in YAML."""

import csv
from pathlib import Path

from outturn.core.intake import Flag, Layout, PeriodColumns, UnitInfo, ValueColumn
from outturn.core.intake.names import slug
from outturn.core.periods import PeriodKind
from outturn.core.units import Unit

FOLDER = Path(__file__).parents[4] / "shared" / "llr" / "llr_priorities"
LLR = "llr-icb"
DATES = PeriodColumns(label="period_label", kind_column="period_kind", start="period_start", end="period_end")

SERIES = Layout(
    "llr-series",
    files=("series*.csv",),
    indicator="measure_id",
    fixed_area=LLR,
    period=DATES,
    values=(ValueColumn("value_printed"), ValueColumn("trajectory_printed", "plan", reads="target")),
    flags=(Flag("placeholder", "yes", "not_applicable"), Flag("suppressed", "yes", "suppressed")),
)
SUMMARY = Layout(
    "llr-summary",
    files=("summary.csv",),
    indicator="measure_id",
    fixed_area=LLR,
    period=DATES,
    values=(
        ValueColumn("actual_printed"),
        ValueColumn(
            "plan_printed",
            "plan",
            reads="target",
            period=PeriodColumns(start="plan_period_start", end="plan_period_end"),
            role_column="target_kind",
            roles={"none": "actual", "long_term_ambition": "ambition"},
        ),
        ValueColumn("rag_printed", "printed_rating", reads="words"),
    ),
    unperioded="actual",
    reporting="Oct 2024",
)
MEASURES = Layout(
    "llr-measures",
    files=("measures.csv",),
    indicator="measure_id",
    fixed_area=LLR,
    period=DATES,
    values=(
        ValueColumn("value_printed"),
        ValueColumn("target_printed", "plan", reads="target", words={"N/A": "not_applicable"}),
    ),
)
TALKING_THERAPIES = Layout(
    "llr-talking-therapies",
    files=("talking_therapies.csv",),
    indicator="measure_id",
    fixed_area=LLR,
    period=DATES,
    values=(
        ValueColumn("actual_printed"),
        ValueColumn("target_printed", "plan"),
        ValueColumn("variance", "printed_variance"),
        ValueColumn("variance_pct", "printed_variance_percent", unit="percent", percent_as="percent"),
    ),
)
YEAR_TO_DATE = PeriodColumns(kind="ytd", start="ytd_period_start", end="ytd_period_end")
FULL_YEAR = PeriodColumns(kind="financial_year", start="fy_period_start", end="fy_period_end")
FINANCE = Layout(
    "llr-finance",
    files=("finance_kpis.csv",),
    indicator="kpi_id",
    fixed_area=LLR,
    period=YEAR_TO_DATE,
    values=(
        ValueColumn("ytd_target_printed", "plan"),
        ValueColumn("ytd_actual_printed"),
        ValueColumn("ytd_rating", "printed_rating", reads="words"),
        ValueColumn("fy_target_printed", "plan", period=FULL_YEAR),
        ValueColumn("fy_fot_printed", "forecast", period=FULL_YEAR),
        ValueColumn("fy_rating", "printed_rating", reads="words", period=FULL_YEAR),
    ),
)
OVERSIGHT = Layout(
    "llr-oversight",
    files=("oversight*.csv",),
    indicator="code",
    area="aggregation_source",
    areas={"ICB": LLR, "Provider": "uhl", "SubICB": "llr-sub-icbs"},
    period=DATES,
    values=(
        ValueColumn("latest_printed"),
        ValueColumn("previous_printed", "previous"),
        ValueColumn(
            "target_or_natave_printed",
            "comparator",
            marks={"*": "known"},
            mark_roles={"*": "average"},
        ),
        ValueColumn("national_value_printed", "national"),
        ValueColumn("rank_printed", "rank", reads="rank"),
        ValueColumn("arrow_printed", "printed_movement", reads="words"),
        ValueColumn("good_is_printed", "printed_good_is", reads="words"),
    ),
)
ALL = {
    "series.csv": SERIES,
    "summary.csv": SUMMARY,
    "measures.csv": MEASURES,
    "talking_therapies.csv": TALKING_THERAPIES,
    "finance_kpis.csv": FINANCE,
    "oversight_framework.csv": OVERSIGHT,
}
UNIT_WORDS = {
    "duration_s": UnitInfo(Unit.DURATION),
    "gbp_k": UnitInfo(Unit.MONEY, "k"),
    "narrative": UnitInfo(Unit.TEXT),
    "rate": UnitInfo(Unit.RATE, multiplier=1000),
}


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def units() -> dict[str, UnitInfo]:
    """Every indicator of the report with its unit, told from the columns that say it."""
    found: dict[str, UnitInfo] = {}
    columns = (
        ("summary.csv", "measure_id", "actual_unit"),
        ("series.csv", "measure_id", "value_unit"),
        ("measures.csv", "measure_id", "value_unit"),
        ("summary.csv", "measure_id", "plan_unit"),
        ("finance_kpis.csv", "kpi_id", "unit"),
        ("oversight_framework.csv", "code", "unit"),
    )
    for name, key, column in columns:
        for row in rows(name):
            word = row[column]
            if word and word != "suppressed":
                found.setdefault(slug(row[key]), UNIT_WORDS.get(word) or UnitInfo(Unit(word)))
    found["agency-pct"] = UnitInfo(Unit.PERCENT, period_kind=PeriodKind.MONTH)
    found["people-promise"] = UnitInfo(Unit.TEXT)
    found["core20plus5"] = UnitInfo(Unit.TEXT)
    return found
