"""The worked examples of the manual run, and give what the manual says."""

import doctest
import re
from pathlib import Path

import pytest

PAGES = Path(__file__).parents[3] / "docs" / "method"
WITH_EXAMPLES = sorted(page for page in PAGES.glob("*.md") if ">>> " in page.read_text())


def test_every_statistic_has_a_page_with_an_example():
    assert {page.stem for page in WITH_EXAMPLES} >= {
        *["spc", "proportions", "rates", "means", "standardised-rates", "standardised-ratios", "quantiles"],
        *["funnels", "recent-trend", "comparison", "ranks", "forecast"],
    }


@pytest.mark.parametrize("page", WITH_EXAMPLES, ids=lambda page: page.stem)
def test_the_examples_of_the_page_are_true(page):
    text = re.sub(r"^```.*$", "", page.read_text(), flags=re.MULTILINE)
    examples = doctest.DocTestParser().get_doctest(text, {}, page.name, str(page), 0)
    report: list[str] = []
    result = doctest.DocTestRunner().run(examples, out=report.append)
    assert result.attempted
    assert not result.failed, "".join(report)
