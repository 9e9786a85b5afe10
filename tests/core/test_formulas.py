"""What a spreadsheet could run is kept from it; figures keep their sign."""

import pytest

from outturn.core.formulas import guard_formula


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+4+A1", "-2+3", "@cmd", "\t=1", "\r=1", "-", "+cmd|' /C calc'!A0", "-1.3% since =1", "+\u0664", "-1\n=2"],
)
def test_what_could_run_is_led_by_an_apostrophe(text):
    assert guard_formula(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["", "4", "-2", "+4", "-£1k", "+0.4 pp", "-1.3%", "-01:05:37", "+1,043 since Oct 2024", "a=1", "−2", " =1"]
)
def test_figures_and_words_stay_as_they_are(text):
    assert guard_formula(text) == text
