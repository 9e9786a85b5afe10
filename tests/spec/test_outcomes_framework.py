"""The one-page outcomes framework: every figure, target, marker, direction and tick is the one that was printed."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest
from spec.outcomes_editions import catalogues, editions, found

from outturn.core.report.document import Cell, Document, Row, Table
from outturn.core.units import Unit, read_cell

SOURCE = Path(__file__).parents[3] / "shared" / "llr" / "bct" / "indicators.csv"
THEME, NUMBER, WORDS, SUB, LATEST, TARGET, CHIP, MOVE, GOOD, TREND, LEAD, UPDATED = range(12)
PAIR = ("2e", "LPT")
"""Printed met for LPT and UHL together; LPT's 73% misses 80%."""
NEW = "34"
"""Printed with an arrow, though nothing came before it."""


def printed() -> list[dict[str, str]]:
    with SOURCE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def both() -> tuple[Document, Document]:
    return editions()


def table(document: Document, anchor: str, page: int = 0) -> Table:
    return next(block for block in document.pages[page].blocks if getattr(block, "anchor", "") == anchor)


@pytest.fixture(scope="module")
def pairs(both) -> list[tuple[dict[str, str], Row]]:
    rows = table(both[1], "framework-table").rows
    return list(zip(printed(), rows, strict=True))


def test_59_figures_stand_under_39_numbers_in_printed_order(pairs):
    assert len(pairs) == 59
    assert len({row["number"] for row, _ in pairs}) == 39
    for row, shown in pairs:
        cells = shown.cells
        assert (cells[NUMBER].text, cells[THEME].text, cells[LEAD].text) == (
            row["number"], row["theme"], row["workstream"],
        )  # fmt: skip
        assert row["description"].startswith(cells[WORDS].text)
        assert cells[SUB].text.casefold() == row["sub_label"].casefold()


def test_every_latest_figure_is_the_printed_one(pairs):
    for row, shown in pairs:
        cell = shown.cells[LATEST]
        if row["latest_num"]:
            assert cell.value == float(row["latest_num"]), row["number"]
            assert cell.text.removesuffix("%") == row["latest_printed"].removesuffix("%")
        else:
            assert (cell.value, cell.text) == (None, row["latest_printed"])


def test_every_target_has_its_figure_and_operator_and_says_when_the_operator_was_inferred(pairs):
    signs = {">=": "≥", "<=": "≤", ">": ">", "<": "<"}
    for row, shown in pairs:
        cell = shown.cells[TARGET]
        if not row["target_num"]:
            assert cell.text == row["target_printed"]
            continue
        assert cell.value == float(row["target_num"])
        sign, figure = cell.text.split(" ")
        assert sign == signs[row["target_op"]]
        assert figure.endswith("†") is (row["target_op_inferred"] == "yes")
        assert read_cell(figure.rstrip("†"), Unit(cell.unit)).value == cell.value, (
            "a target is shown as finely as it was set"
        )


def test_markers_follow_the_strict_rule_and_are_the_printed_ones_but_for_one_pair(pairs):
    shapes = {"●": "circle", "■": "square"}
    differing = [
        (row["number"], row["sub_label"])
        for row, shown in pairs
        if shown.cells[CHIP].chip.shape != shapes[row["marker"]]
    ]
    assert differing == [PAIR]
    (score,) = [shown for row, shown in pairs if row["number"] == "33"]
    assert score.cells[LATEST].text == "66.6" and score.cells[TARGET].text == "> 66.6"
    assert score.cells[CHIP].chip.word == "Not met"


def test_directions_are_worked_out_and_are_the_printed_ones(pairs):
    arrows = {"↑": "up", "↓": "down", "↔": "same", "": ""}
    for row, shown in pairs:
        if row["number"] == NEW:
            assert shown.cells[MOVE] == Cell()
            continue
        assert shown.cells[MOVE].arrow == arrows[row["direction"]], row["number"]
        assert shown.cells[MOVE].tone == row["movement"], row["number"]


def test_good_is_as_resolved_with_a_mark_where_the_page_prints_otherwise(pairs):
    good = {"↑": "Higher", "↓": "Lower"}
    marked = [row["number"] for row, shown in pairs if shown.cells[GOOD].text.endswith("‡")]
    assert Counter(marked) == {"5": 1, "6": 1, "12": 3, "16": 1}
    for row, shown in pairs:
        if row["good_is_resolved"] in good:
            assert shown.cells[GOOD].text.rstrip("‡") == good[row["good_is_resolved"]]


def test_ticks_come_from_comparing_the_editions_and_are_the_printed_ones(both, pairs):
    for row, shown in pairs:
        if row["updated"] != "lost":
            assert (shown.cells[UPDATED].text == "✓") is (row["updated"] == "✓"), row["number"]
    assert not any(row.cells[UPDATED].text for row in table(both[0], "framework-table").rows), "nothing came before"


def test_the_finance_grade_has_its_twelve_letters_oldest_first(pairs):
    (finance,) = [shown.cells[TREND] for row, shown in pairs if row["number"] == "30"]
    assert finance.text.replace(" ", "") == "AGAGAAARAAAG"
    assert [chip.letter for chip in finance.letters] == list("AGAGAAARAAAG")


def test_a_single_figure_makes_no_trend_and_says_so(pairs):
    short = [row["number"] for row, shown in pairs if shown.cells[TREND].text == "Too few values"]
    assert short == ["24", NEW]
    assert all(len(shown.cells[TREND].trend) >= 2 for row, shown in pairs if row["number"] not in (*short, "30"))


def test_totals_count_the_rows_of_each_section(both, pairs):
    rows = table(both[1], "framework-totals").rows
    for row in rows:
        name = row.cells[0].text
        here = [shown for source, shown in pairs if name == f"{source['section_letter']} - {source['section']}"]
        met = sum(shown.cells[CHIP].chip.word == "Met" for shown in here)
        ticks = sum(bool(shown.cells[UPDATED].text) for shown in here)
        assert [cell.value for cell in row.cells[1:]] == [len(here), met, len(here) - met, 0, ticks]
    bands = [row.band.text for row in table(both[1], "framework-table").rows if row.band]
    assert bands == [f"{row.cells[0].text}: {row.cells[2].text} of {row.cells[1].text} on target" for row in rows]


def test_the_title_block_is_that_of_the_source_with_a_role_for_a_name(both):
    facts = {fact.label: fact.cell.text for fact in both[1].pages[0].blocks[1].items}
    with (SOURCE.parent / "metadata.csv").open(encoding="utf-8", newline="") as file:
        said = {row["field"]: row["value"] for row in csv.DictReader(file)}
    assert facts["Report"] == said["Report ID"] and facts["Client"] == said["Client(s)"]
    assert facts["Version"] == said["Version"] and facts["Data sources"].startswith(said["Data Source(s)"])
    assert facts["Date"] == "17 May 2019"
    assert "@" not in facts["Contact"] and not re.search(r"\d", facts["Contact"])


def test_what_changed_names_figures_ratings_targets_restatements_and_measures(both):
    def rows(anchor: str) -> list[list[str]]:
        return [[cell.text for cell in row.cells] for row in table(both[1], anchor, page=1).rows]

    assert rows("changed-targets") == [["23", "Smoking at the time of delivery", "≤ 10.6%", "≤ 10.32%"]]
    assert rows("restated") == [["9", "Emergency readmissions within 30 days", "Nov 2018", "1,671", "1,698", "Late"]]
    assert [row[:2] for row in rows("added")] == [[NEW, "Rating of the estates workbook"]]
    assert [row[:2] for row in rows("retired")] == [[NEW, "High-risk maintenance backlog"]]
    assert rows("retired")[0][2] == "< £20.0m"
    assert ["21", "Talking therapies, recovery", "Met", "Not met", "50.4%", "48.9%"] in rows("changed-ratings")
    ticks = sum(bool(row.cells[UPDATED].text) for row in table(both[1], "framework-table").rows)
    assert len(rows("changed-figures")) + len(rows("added")) == ticks


def test_every_row_has_a_page_that_leads_back_to_it(both):
    document = both[1]
    pages = {page.anchor: page for page in document.pages}
    for row in table(document, "framework-table").rows:
        page = pages[row.cells[WORDS].link]
        assert page.back == row.anchor
        assert any(getattr(block, "title", "") == "What it is" for block in page.blocks)
    assert len(document.pages) == 2 + 59


def test_findings_argue_with_the_page_where_it_argues_with_itself():
    said = found()
    good = [
        (finding.place.split(", ", 1)[1].split(" ")[0], finding.rule) for finding in said if "good-is" in finding.rule
    ]
    assert sorted(good) == [
        ("12", "good-is-printed"), ("12", "good-is-printed"), ("12", "good-is-printed"),
        ("16", "good-is-printed"), ("5", "good-is-undecided"), ("6", "good-is-printed"),
    ]  # fmt: skip
    (pair,) = [finding for finding in said if finding.rule == "printed-rating"]
    assert "Alcohol brief advice, LPT" in pair.place and "Printed Met; the rule gives Not met" in pair.sentence


def test_the_dementia_rate_is_one_indicator_in_both_papers_and_each_shows_its_own_years(both):
    _, now = catalogues()
    uses = now.find_uses("dementia")
    assert [entry.framework for entry in uses] == ["nhs-priorities-2024-25", "better-care-together-outcomes"]
    ends = {slug: now.frameworks[slug] for slug in (entry.framework for entry in uses)}
    assert ends["better-care-together-outcomes"].figures_to < ends["nhs-priorities-2024-25"].figures_from


def test_what_was_invented_is_marked_in_the_data():
    data = Path(__file__).parents[2] / "src" / "outturn" / "sample" / "data" / "2019-05" / "outcomes.csv"
    with data.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    source = [row["latest_printed"] for row in printed()]
    stated = Counter(row["number"] for row in rows if row["from"] == "printed")
    assert sum(stated.values()) == len(source) + 11  # finance: twelve printed letters, the last of them the figure
    assert stated["30"] == 12
