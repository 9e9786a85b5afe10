"""The words of the site are the words of the paper: every entry of the sample, the same release, cell by cell."""

from collections.abc import Iterable, Iterator

import pytest
from django.test import Client
from lxml import html

from outturn.core.report.document import Document, Facts, Page, PageKind, Paragraph, Row, Table, from_json
from outturn.core.report.pictures import RankStrip
from outturn.core.report.tables import finance, ranks
from outturn.records.reports.queries import file

REPORT, REPORT_DAY = "llr-performance-report", "2025-01-14"
OUTCOMES, OUTCOMES_DAY = "better-care-together-outcomes", "2019-05-17"
SIDE_NOTES = ".//svg | .//span[@class='app-under' or @class='app-label' or @class='nhsuk-u-visually-hidden'] | .//abbr"
SCORECARD = {"rating": "chip", "latest": "latest", "target": "target", "gap": "gap", "movement": "move"}
OUTCOME = {"latest": "latest", "target": "target", "rating": "chip", "movement": "move", "good": "good"}


def read_document(pack: str, day: str) -> Document:
    kept = file(pack, day, "document.json")
    assert kept is not None
    return from_json(kept[0])


def read_page(reader: Client, address: str, day: str):
    response = reader.get(address, {"as-known": day}, follow=True)
    assert response.status_code == 200
    return html.fromstring(response.content.decode())


def words_of(element, without_notes: bool = True) -> str:
    """What a reader sees of a cell, without the small print under it."""
    copy = html.fromstring(html.tostring(element, encoding="unicode", with_tail=False))
    for note in copy.xpath(SIDE_NOTES) if without_notes else ():
        note.drop_tree()
    return " ".join(copy.text_content().split())


def small_print(element) -> str:
    return " ".join(" ".join(note.text_content().split()) for note in element.xpath(".//span[@class='app-under']"))


def rows_by_measure(page, row_class: str) -> dict[str, list]:
    """`indicator/area` -> the rows of it, in their order."""
    found: dict[str, list] = {}
    for row in page.xpath(f"//tr[@class='{row_class}']"):
        address = row.xpath(".//th//a/@href")[0].split("?")[0]
        found.setdefault(address.removeprefix("/indicators/"), []).append(row)
    return found


def table_of(document: Document, kind: PageKind, anchor: str = "") -> list[Table]:
    pages = [page for page in document.pages if page.kind == kind]
    return [block for page in pages for block in page.blocks
            if isinstance(block, Table) and block.anchor.startswith(anchor)]  # fmt: skip


def measure_of(document: Document, row: Row) -> str:
    """`indicator/area` of a row, from the keys of its figures; of one without figures, from its link or its anchor."""
    keys = [cell.key for cell in row.cells if cell.key]
    return "/".join(keys[0].split("/")[:2]) if keys else ""


def differences(pairs: Iterable[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    return [(what, site, paper) for what, site, paper in pairs if site != paper]


def compare_scorecard(page, table: Table, document: Document) -> Iterator[tuple[str, str, str]]:
    """(measure and column, what the site says, what the paper says)."""
    site = page.xpath("//tr[@class='app-line']")
    assert len(site) == len(table.rows) == 38
    for there, row in zip(site, table.rows, strict=True):
        name = words_of(there.xpath(".//th//a")[0])
        yield f"{name}: name", name, table.cell(row, "name").text
        chip, rating = there.xpath("./td[contains(@class,'app-line__chip')]")[0], table.cell(row, "rating")
        yield f"{name}: rating", words_of(chip), rating.text
        yield f"{name}: as printed", small_print(chip), rating.note
        if described := there.xpath("./td[contains(@class,'app-line__words')]"):
            yield f"{name}: in words", words_of(described[0]), table.cell(row, "latest").text
            continue
        for key, kind in SCORECARD.items():
            cell = there.xpath(f"./td[contains(@class,'app-line__{kind}')]")[0]
            yield f"{name}: {key}", words_of(cell).split(" no earlier")[0], table.cell(row, key).text or "–"
        period = small_print(there.xpath("./td[contains(@class,'app-line__latest')]")[0])
        yield f"{name}: period", period or "–", table.cell(row, "period").text
        target = there.xpath("./td[contains(@class,'app-line__target')]")[0]
        yield f"{name}: which period of the target", small_print(target), table.cell(row, "target").note
        trend = there.xpath("./td[contains(@class,'app-line__spark')]//svg/@aria-label")
        if trend:
            yield f"{name}: trend", trend[0], table.cell(row, "trend").text
        icons = there.xpath("./td[contains(@class,'app-line__marks')]//svg/@aria-label")
        yield f"{name}: variation and assurance", "; ".join(icons), table.cell(row, "variation").text


def test_every_priority_is_told_in_the_same_words(reader):
    document = read_document(REPORT, REPORT_DAY)
    page = read_page(reader, "/scorecard", REPORT_DAY)
    (table,) = table_of(document, PageKind.SCORECARD)
    assert differences(compare_scorecard(page, table, document)) == []


def test_every_finance_indicator_is_told_in_the_same_words(reader):
    document = read_document(REPORT, REPORT_DAY)
    page = read_page(reader, "/scorecard/finance-kpis-2024-25", REPORT_DAY)
    (table,) = table_of(document, PageKind.FINANCE)
    rows = page.xpath("//tr[@class='app-line']")
    assert len(rows) == len(table.rows) == 10
    keys = ("target", "latest", "gap", "rating", "year_target", "year_latest", None, "year_rating")
    pairs = [
        (f"{row.cells[0].text}: {key}", words_of(cell), table.cell(row, key).text)
        for there, row in zip(rows, table.rows, strict=True)
        for key, cell in zip(keys, there.xpath("./td"), strict=True)
        if key
    ]
    assert differences(pairs) == [], "\n".join(map(str, differences(pairs)))
    assert {column.key for column in table.columns} == {column.key for column in finance.COLUMNS}


def test_the_headings_of_finance_are_those_of_the_paper(reader):
    page = read_page(reader, "/scorecard/finance-kpis-2024-25", REPORT_DAY)
    halves = [words_of(each).lower() for each in page.xpath("//thead//th[@class='app-over']")]
    titles = [words_of(each).lower() for each in page.xpath("//thead/tr[2]/th")]
    site = {f"{half} {title}" for half, own in zip(halves, (titles[:4], titles[4:]), strict=True) for title in own}
    columns = {column.key: column.title.lower().replace("full-year", "full year") for column in finance.COLUMNS}
    assert site - set(columns.values()) == {"year to date gap", "full year gap", "full year forecast outturn"}
    assert {columns["gap"], columns["year_latest"]} == {"gap", "forecast outturn"}


def test_the_headings_of_ranks_are_those_of_the_paper(reader):
    page = read_page(reader, "/ranks", REPORT_DAY)
    heads = [words_of(each) for each in page.xpath("(//table[@class='app-rank-table'])[1]//thead//th")]
    assert heads[-1] == "Rating here"
    assert set(heads[:-1]) == {column.title for column in ranks.COLUMNS} - {"Code", "Quarter"}


def test_the_strips_of_ranks_are_those_of_the_paper(reader):
    page = read_page(reader, "/ranks", REPORT_DAY)
    blocks = (block for each in read_document(REPORT, REPORT_DAY).pages for block in each.blocks)
    strips = [block for block in blocks if isinstance(block, RankStrip)]
    drawn = page.xpath("//div[@class='app-chart__wide']/svg")
    assert len(strips) == len(drawn) == 2
    for strip, svg in zip(strips, drawn, strict=True):
        assert (svg.findtext("title"), svg.findtext("desc")) == (strip.title, strip.alt)


def test_every_rank_is_told_in_the_same_words(reader):
    document = read_document(REPORT, REPORT_DAY)
    page = read_page(reader, "/ranks", REPORT_DAY)
    tables = table_of(document, PageKind.RANKS, "ranks-table")
    paper = {row.cells[0].text + row.cells[2].text: (table, row) for table in tables for row in table.rows}
    keys = {column.title: column.key for column in ranks.COLUMNS}
    rows = page.xpath("//tr[@class='app-line']")
    assert len(rows) == len(paper) == 24
    pairs = []
    for there in rows:
        by_title = {
            cell.xpath(".//span[@class='app-label']")[0].text_content(): words_of(cell) for cell in there.xpath("./td")
        }
        table, row = paper[small_print(there.xpath("./th")[0]) + by_title["Measured at"]]
        assert set(by_title) - {"Rating here"} <= set(keys)
        pairs += [
            (f"{row.cells[1].text}: {title}", said.split(" no earlier")[0], table.cell(row, keys[title]).text or "–")
            for title, said in by_title.items()
            if title in keys
        ]
    assert differences(pairs) == [], "\n".join(map(str, differences(pairs)))


def test_every_figure_of_the_one_page_framework_is_told_in_the_same_words(reader):
    document = read_document(OUTCOMES, OUTCOMES_DAY)
    page = read_page(reader, f"/outcomes/{OUTCOMES}", OUTCOMES_DAY)
    table = table_of(document, PageKind.OUTCOMES, "framework-table")[0]
    rows = {row.get("id"): row for row in page.xpath("//tr[@class='app-outcome']")}
    assert len(rows) == len(table.rows) == 59
    pairs = []
    for row in table.rows:
        there = rows[row.anchor]
        for key, kind in OUTCOME.items():
            cell = there.xpath(f"./td[contains(@class,'app-outcome__{kind}')]")[0]
            said = words_of(cell).split(" no earlier")[0]
            paper = table.cell(row, key)
            if key == "latest":
                said = words_of(cell.xpath("./span[@class='app-big']")[0])
            pairs.append((f"{row.anchor}: {key}", said.removesuffix(paper.note).strip(), paper.text or "–"))
    assert differences(pairs) == [], "\n".join(map(str, differences(pairs)))


def leads(document: Document, kind: PageKind) -> list[str]:
    """The sentence at the top of each page of a kind."""
    pages = [page for page in document.pages if page.kind == kind]
    return ["".join(run.text for run in block.runs)
            for page in pages for block in page.blocks if isinstance(block, Paragraph) and block.lead]  # fmt: skip


def sentence_over(page) -> str:
    heading = page.xpath("//h1")[0]
    for caption in heading.xpath(".//span"):
        caption.drop_tree()
    return " ".join(heading.text_content().split())


@pytest.mark.parametrize(
    ("address", "pack", "day", "kind"),
    [
        ("/", REPORT, REPORT_DAY, PageKind.SUMMARY),
        ("/scorecard", REPORT, REPORT_DAY, PageKind.SCORECARD),
        ("/scorecard/finance-kpis-2024-25", REPORT, REPORT_DAY, PageKind.FINANCE),
        (f"/outcomes/{OUTCOMES}", OUTCOMES, OUTCOMES_DAY, PageKind.OUTCOMES),
    ],
)
def test_the_sentence_over_a_page_is_the_one_over_the_paper(reader, address, pack, day, kind):
    said = sentence_over(read_page(reader, address, day)).removesuffix(".")
    assert leads(read_document(pack, day), kind)[0].startswith(said)


def test_the_worst_measure_of_each_area_is_the_same(reader):
    document = read_document(REPORT, REPORT_DAY)
    (table,) = table_of(document, PageKind.SUMMARY, "by-section")
    paper = {row.cells[0].text: row.cells[-1].text for row in table.rows}
    rows = read_page(reader, "/", REPORT_DAY).xpath("//table[@class='app-area-table']/tbody/tr")
    site = {words_of(row.xpath("./th")[0]): row.xpath("./td[contains(@class,'app-area__worst')]//a") for row in rows}
    assert list(site) == list(paper), "the worst area first"
    named = {area: words_of(links[0]) for area, links in site.items() if links}
    assert len(named) >= 8
    assert {area: name for area, name in named.items() if not paper[area].startswith(f"{name}: ")} == {}
    assert {area for area in set(paper) - set(named) if ": " in paper[area]} == set(), "nothing is off plan there"


def facts_of(page: Page) -> dict[str, tuple[str, str]]:
    return {
        fact.label: (fact.cell.text, fact.detail)
        for block in page.blocks if isinstance(block, Facts) for fact in block.items
    }  # fmt: skip


def test_the_page_of_a_measure_says_its_facts_as_the_paper_does(reader):
    document = read_document(REPORT, REPORT_DAY)
    pairs, compared = [], 0
    for page in document.pages:
        if page.kind != PageKind.MEASURE:
            continue
        key = next(block.items[0].cell.key for block in page.blocks if isinstance(block, Facts))
        if not key:
            continue
        site = read_page(reader, "/indicators/" + "/".join(key.split("/")[:2]), REPORT_DAY)
        title = f"{words_of(site.xpath('//h1/span')[0]).rpartition(', ')[0]}: {sentence_over(site)}"
        pairs.append((page.title, title.lower(), page.title.lower()))
        paper = facts_of(page)
        for fact in site.xpath("//dl[@class='app-facts']/div"):
            label = words_of(fact.xpath("./dt")[0]).split(", ")[0]
            if label not in paper:
                continue
            value = fact.xpath("./dd")[0]
            small = " ".join(words_of(each, without_notes=False) for each in value.xpath("./small"))
            for each in value.xpath("./small"):
                each.drop_tree()
            said = "; ".join(value.xpath(".//svg/@aria-label")) if value.xpath(".//li") else words_of(value)
            pairs.append((f"{page.title}: {label}", said, paper[label][0]))
            if label == "Movement":
                pairs.append((f"{page.title}: since when", small, paper[label][1]))
            compared += 1
    assert compared > 120
    assert differences(pairs) == [], "\n".join(map(str, differences(pairs)))
