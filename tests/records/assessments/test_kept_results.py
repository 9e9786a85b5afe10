"""A result that cannot be kept, or not be read, holds up nothing: the others stand, the page says which."""

import math
from dataclasses import replace
from pathlib import Path

import pytest
from django.test import Client

from outturn.core.assess.result import Latest
from outturn.records.assessments import actions, queries
from outturn.records.assessments.models import Assessment
from outturn.records.cycle import actions as cycle
from outturn.records.findings import actions as findings
from outturn.records.observations import queries as observations

from ..conftest import ANALYST

AE, CAT2 = "ae-4h-type1", "cat2-response"
CASES = Path(__file__).parent / "cases"
PAGES = (
    "/",
    "/scorecard",
    "/indicators/ae-4h-type1",
    "/indicators/cat2-response",
    "/indicators/diag-6w",
    "/data/findings",
)


@pytest.fixture
def recorded(record):
    record((AE, "Oct-24", "56.7%", "56.3%"), (CAT2, "Oct-24", "01:05:37", "00:30:00"))


def kept(indicator: str):
    return queries.of_indicator(observations.moment(), indicator)[0]


def test_a_season_with_a_missing_month_leaves_every_page_standing(loaded):
    """30 clean rows: November and December are missing in each of three years."""
    data = (CASES / "gap.csv").read_bytes()
    assert cycle.bring_in(files=[("gap.csv", data)], by=ANALYST).release == 1
    assert not kept("diag-6w").fault
    assert [Client().get(page).status_code for page in PAGES] == [200] * len(PAGES)


def test_a_result_without_a_number_is_kept_as_a_fault_and_the_others_as_they_are(recorded, monkeypatch):
    made = actions.assess_series

    def broken(*given):
        return [replace(r, latest=Latest(value=math.nan)) if r.indicator == AE else r for r in made(*given)]

    monkeypatch.setattr(actions, "assess_series", broken)
    actions.assess(by=ANALYST, everything=True)
    assert "latest.value" in kept(AE).fault
    assert kept(CAT2).rating.key == "red"
    for page in ("/", "/scorecard"):
        assert "could not be assessed and is shown without a rating." in Client().get(page).content.decode()
    assert [one.rule for one in findings.check(by=ANALYST) if one.severity == "blocking"] == ["not-assessed"]


@pytest.mark.parametrize("rest", ["", "null", '{"latest": 1}'])
def test_a_row_that_cannot_be_read_is_said_on_the_page_and_in_the_findings(unguarded, recorded, rest):
    Assessment.objects.filter(entry__indicator=AE).update(rest=rest)
    findings.check(by=ANALYST)
    answers = {page: Client().get(page) for page in PAGES}
    assert {answer.status_code for answer in answers.values()} == {200}
    unassessed = "could not be assessed and is shown without a rating."
    assert unassessed in answers["/scorecard"].content.decode()
    assert "outturn assess --all" in answers["/indicators/ae-4h-type1"].content.decode()
    assert "outturn assess --all" in answers["/data/findings"].content.decode()
    actions.assess(by=ANALYST, everything=True)
    assert not kept(AE).fault
