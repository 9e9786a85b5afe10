"""What a report of this kind must say: the worst first, disagreements named, reasons given, what changed."""

from outturn.core.report.document import Document, Facts, Page, Panel, Paragraph, Table


def pages(document: Document, kind: str) -> list[Page]:
    return [page for page in document.pages if page.kind == kind]


def panels(page: Page, tone: str) -> list[str]:
    found = [block for block in page.blocks if isinstance(block, Panel) and block.tone == tone]
    return ["".join(run.text for run in item) for block in found for item in block.items]


def measure(document: Document, indicator: str) -> Page:
    return next(page for page in pages(document, "measure") if f"-{indicator}-" in page.anchor)


def lead(page: Page) -> str:
    return "".join(run.text for block in page.blocks if isinstance(block, Paragraph) for run in block.runs)


def test_the_executive_summary_leads_with_the_worst(document):
    summary = pages(document, "summary")[0]
    assert "off plan" in lead(summary)
    table = next(block for block in summary.blocks if isinstance(block, Table))
    reds = [int(row.cells[1].text) for row in table.rows]
    assert reds == sorted(reds, reverse=True)
    assert reds[0] > 0


def test_where_rating_and_chart_disagree_the_page_says_so(document):
    assert any("getting better" in words for words in panels(measure(document, "rtt-65w"), "argue"))
    assert any("by chance" in words for words in panels(measure(document, "cancer-62d"), "argue"))


def test_where_the_source_printed_another_rating_both_are_shown(document):
    said = panels(measure(document, "cyp-52w"), "argue")
    assert any("The source printed Red" in words for words in said)


def test_every_rating_gives_its_reason(document):
    for page in pages(document, "measure"):
        facts = [fact for block in page.blocks if isinstance(block, Facts) for fact in block.items]
        rating = next(fact for fact in facts if fact.label == "Rating")
        assert len(rating.detail) > 20, page.anchor


def test_off_plan_with_nothing_written_says_so(document):
    empty = [block.empty for block in measure(document, "cancer-fds").blocks if isinstance(block, Panel)]
    assert any("no risk has been written" in words for words in empty)


def test_the_restated_figure_shows_what_it_was(document):
    table = next(
        block for page in pages(document, "changes") for block in page.blocks
        if isinstance(block, Table) and block.anchor == "restated"
    )  # fmt: skip
    assert [[cell.value for cell in row.cells[2:]] for row in table.rows] == [[12102, 12212]]


def test_no_live_figure_is_left_unresolved(edition):
    assert "{{" not in (edition / "document.json").read_text()


def test_a_plan_that_is_not_due_is_not_rated(document):
    page = measure(document, "ld-adult-inpt")
    assert "not due yet" in page.title
