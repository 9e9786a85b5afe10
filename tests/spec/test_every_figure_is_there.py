"""Each priority, measure block, point, finance indicator and rank row of the source stands in the paper, equal."""

from datetime import date

import pytest
from spec import source

from outturn.core.report.document import Cell, Document, Fact, Facts, Page, Row, Table
from outturn.core.units.exact import round_half_away


def page_of(document: Document, indicator: str) -> Page:
    """The page that holds the series of an indicator: its measure page, else its page in the appendix."""
    ends = (f"-{indicator}-llr-icb",)
    found = [page for page in document.pages if page.kind in ("measure", "appendix") and page.anchor.endswith(ends)]
    assert len(found) == 1, f"{indicator} has {len(found)} pages"
    return found[0]


def series_cells(page: Page) -> dict[tuple[str, date], Cell]:
    """(role, end of period) -> cell, of the table of the series."""
    table = next(block for block in page.blocks if isinstance(block, Table) and "series" in block.caption)
    found = {}
    for row in table.rows:
        for cell in row.cells:
            if cell.key:
                _, _, role, period = cell.key.split("/")
                found[role, date.fromisoformat(period.split(":")[1])] = cell
    return found


def table(document: Document, anchor: str) -> Table:
    return next(
        block for page in document.pages for block in page.blocks if isinstance(block, Table) and block.anchor == anchor
    )


def test_all_407_points_stand_in_the_tables_of_their_series(document):
    assert len(source.rows("series")) == 407
    missing = []
    for expected in source.series():
        cells = series_cells(page_of(document, expected.indicator))
        if expected.mark == "–":
            covered = any(role == "actual" and end > expected.end for role, end in cells)
            missing += [] if covered else [expected]
            continue
        cell = cells.get((expected.role, expected.end))
        if cell is None or cell.value != expected.value or (expected.mark and cell.text != expected.mark):
            missing.append((expected, cell))
    assert not missing


def test_the_43_empty_months_of_the_source_belong_to_quarterly_measures():
    """The source prints quarterly measures on a monthly grid; its empty months hold no figure to find."""
    empty = [row for row in source.rows("series") if row["placeholder"] == "yes"]
    assert len(empty) == 43
    assert {row["value_printed"] + row["trajectory_printed"] for row in empty} == {""}


@pytest.fixture(scope="module")
def summary(document) -> list[Row]:
    return list(table(document, "scorecard-table").rows)


def test_all_38_priorities_stand_in_the_summary_with_plan_actual_and_rating(summary):
    printed = source.rows("summary")
    assert len(printed) == len(summary) == 38
    wrong = []
    for row, line in zip(summary, printed, strict=True):
        plan, actual = row.cells[4], row.cells[5]
        rating = row.cells[2]
        ambition = line["target_kind"].startswith("long_term_ambition")
        wanted = None if ambition else source.number(line["plan_num"])
        if plan.value != wanted or not agrees(actual.value, line["actual_num"]):
            wrong.append((line["measure_id"], plan, actual))
        if line["actual_unit"] == "suppressed" and actual.text != "*":
            wrong.append((line["measure_id"], "suppressed", actual))
        if (said := line["rag_printed"]) not in ("", "N/A", rating.text) and said not in rating.note:
            wrong.append((line["measure_id"], said, rating))
    assert not wrong


def agrees(value: float | None, printed: str) -> bool:
    """Equal to the precision that was printed: the summary prints 64.5 where the series has 64.46."""
    if value is None or not printed:
        return value is None and not printed
    decimals = len(printed.rstrip("0").partition(".")[2])
    return float(round_half_away(value, decimals)) == float(printed)


def test_an_ambition_is_never_the_plan(summary):
    early_cancer = summary[11]
    assert early_cancer.cells[4].text == "No target"
    assert "75% by 2028" in early_cancer.cells[4].note


def test_all_27_measure_blocks_have_a_page_with_value_target_and_direction(document):
    blocks = source.rows("measures")
    assert len(blocks) == 27
    wrong = []
    for block in blocks:
        page = page_of(document, source.slug(block["measure_id"]))
        cells = series_cells(page)
        end = date.fromisoformat(block["period_end"])
        value, target = source.number(block["value_num"]), source.number(block["target_num"])
        if page.kind != "measure" or cells["actual", end].value != value:
            wrong.append((block["measure_id"], cells.get(("actual", end))))
        plans = [cell.value for (role, at), cell in cells.items() if role == "plan" and at >= end]
        if target is not None and target not in plans:
            wrong.append((block["measure_id"], target, plans))
        good = {fact.label: fact.cell.text for fact in facts(page)}["Good is"]
        if not block["desired_direction"].startswith(good):
            wrong.append((block["measure_id"], good))
    assert not wrong


def facts(page: Page) -> list[Fact]:
    return [fact for block in page.blocks if isinstance(block, Facts) for fact in block.items]


def test_all_10_finance_indicators_stand_with_both_ratings(document):
    printed = source.rows("finance_kpis")
    found = table(document, "finance-table").rows
    assert len(printed) == len(found) == 10
    for row, line in zip(found, printed, strict=True):
        plan, actual, rating = row.cells[2], row.cells[3], row.cells[5]
        year_plan, outturn, year_rating = row.cells[6], row.cells[7], row.cells[8]
        assert (plan.value, actual.value) == (source.number(line["ytd_target"]), source.number(line["ytd_actual"]))
        assert (year_plan.value, outturn.value) == (source.number(line["fy_target"]), source.number(line["fy_fot"]))
        for cell, said in ((rating, line["ytd_rating"]), (year_rating, line["fy_rating"])):
            assert said in (cell.text, "") or said in cell.note, (line["kpi_id"], said, cell)


def test_all_24_rank_rows_stand_in_their_tables(document):
    printed = source.rows("oversight_framework")
    found = [row for name in ("highest", "lowest") for row in table(document, f"ranks-table-{name}-quarter").rows]
    assert len(printed) == len(found) == 24
    for row, line in zip(found, printed, strict=True):
        previous, latest, compared, national, rank = (row.cells[at] for at in (4, 5, 8, 9, 10))
        wanted = [line["previous_num"], line["latest_num"], line["target_num"], line["national_num"], line["rank"]]
        assert [cell.value for cell in (previous, latest, compared, national, rank)] == [
            source.number(text) for text in wanted
        ], line["code"]
        averaged = {"yes": "national average", "no": "target", "": ""}[line["target_is_national_average"]]
        assert compared.note == averaged, line["code"]
        if line["rank"]:
            assert rank.text == f"{line['rank']} of {line['rank_of']}"


def test_talking_therapies_stand_month_by_month(document):
    cells = series_cells(page_of(document, "tt-complete"))
    for line in source.rows("talking_therapies"):
        end = date.fromisoformat(line["period_end"])
        assert cells["actual", end].value == source.number(line["actual"])
        assert cells["plan", end].value == source.number(line["target"])
