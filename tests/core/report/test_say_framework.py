"""How a framework on one page stands, in a sentence that is true of none, one and all, with and without an edition."""

from collections import Counter
from datetime import date

import pytest

from outturn.core.catalogue import FrameworkKind
from outturn.core.report.say.framework import say_standing, say_total
from outturn.core.report.say.tally import Tally

BEFORE = date(2019, 2, 15)


@pytest.mark.parametrize(
    ("count", "changed", "before", "sentence"),
    [
        (Tally(Counter(red=20, green=39), 59, 20), 40, BEFORE,
         "20 of 59 figures are off target; 40 changed since the edition of 15 February 2019."),
        (Tally(Counter(green=5), 5, 0), 0, BEFORE,
         "None of 5 figures is off target; none changed since the edition of 15 February 2019."),
        (Tally(Counter(red=1), 1, 1), 0, None,
         "The one figure is off target. There is no edition of an earlier day to compare this one with."),
        (Tally(Counter(grey=3), 0, 0), 3, BEFORE, "None of the 3 figures is rated yet."),
        (Tally(Counter(), 0, 0), 0, None, "No figures are defined yet."),
    ],
)  # fmt: skip
def test_the_sentence_over_the_page(count, changed, before, sentence):
    assert say_standing(FrameworkKind.OUTCOMES, count, changed, before) == sentence


def test_a_total_counts_what_is_rated():
    assert say_total(Tally(Counter(red=2, green=5, grey=1), 7, 2)) == "5 of 7 on target"
