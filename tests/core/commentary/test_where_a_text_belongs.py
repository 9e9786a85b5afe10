"""A text belongs to its framework, its measures and its area; its live figures are those of where it stands."""

from dataclasses import replace
from datetime import date

import pytest

from outturn.core.access import Sight
from outturn.core.assess.result import Latest, Result
from outturn.core.catalogue import Catalogue, Direction, Entry, Indicator, Target, TargetKind
from outturn.core.commentary import Note, NoteKind
from outturn.core.live import Figures, Home, problems, resolve
from outturn.core.periods import Period, PeriodKind
from outturn.core.subject import Subject
from outturn.core.units import Unit

BEDS = Indicator("beds", "Beds occupied", "Beds", Unit.COUNT, Direction.LOWER, PeriodKind.MONTH)
ENTRY = Entry("plan", "urgent", "beds", "north", "1", "Beds", "Beds", Direction.LOWER, Target(TargetKind.NONE), "s")
RISK = Note("r", NoteKind.RISK, "plan", "urgent", ("beds",), "Full", "{{ beds.latest }} beds.")
OCTOBER = Period.of(PeriodKind.MONTH, date(2024, 10, 1))


@pytest.mark.parametrize(
    ("changed", "entry", "belongs"),
    [
        ({}, {}, True),
        ({}, {"area": "south"}, True),
        ({"area": "north"}, {}, True),
        ({"area": "north"}, {"area": "south"}, False),
        ({"framework": "last-year"}, {}, False),
        ({"indicators": ("waits",)}, {}, False),
        ({"indicators": ()}, {}, False),
        ({"indicators": ("waits", "beds")}, {}, True),
    ],
)
def test_a_text_is_about_a_measure_only_where_it_belongs(changed, entry, belongs):
    assert replace(RISK, **changed).about(replace(ENTRY, **entry)) is belongs


def result(framework: str, area: str, value: float) -> Result:
    return Result(framework, "beds", area, latest=Latest(OCTOBER, value, "known"))


@pytest.mark.parametrize(
    ("text", "home", "said"),
    [
        ("{{ beds.latest }}", Home(), "10"),
        ("{{ beds.latest }}", Home("plan", "south"), "20"),
        ("{{ beds.latest }}", Home("other", "south"), "30"),
        ("{{ beds.latest }}", Home("other"), "30"),
        ("{{ beds.latest }}", Home("other", "north"), "10"),  # held there by another framework only
        ("{{ beds.latest }}", Home("plan", "elsewhere"), "10"),
        ("{{ beds@south.latest }}", Home("plan", "north"), "20"),
    ],
)
def test_a_live_figure_is_that_of_the_place_of_its_text(text, home, said):
    rows = [result("plan", "north", 10), result("plan", "south", 20), result("other", "south", 30)]
    figures = Figures.of(Catalogue("v", indicators={"beds": BEDS}), rows)
    assert resolve(text, figures, home) == said
    assert problems(text, figures, home) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ beds.latest }}", "(a figure that is not yours to see)"),  # of the north, as for everybody
        ("{{ beds@south.latest }}", "20"),
        ("{{ beds@north.gap }} and {{ beds@north.rating }}", 2 * "(a figure that is not yours to see)"),
    ],
)
def test_a_live_figure_is_the_same_for_everybody_and_told_to_those_who_may_see_it(text, said):
    rows = [result("plan", "north", 10), result("plan", "south", 20)]
    figures = Figures.of(Catalogue("v", indicators={"beds": BEDS}), rows, Sight(frozenset({Subject(area="south")})))
    assert resolve(text, figures).replace(" and ", "") == said
    assert bool(problems(text, figures)) is ("not yours" in said)
