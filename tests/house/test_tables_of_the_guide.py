"""Words that a writer of definitions may use stand in the guide, each with what it means."""

import re

import pytest
from house.project import ROOT

from outturn.core.catalogue import FrameworkKind, PartKind, TargetKind
from outturn.core.catalogue.roles import MEANT_BY, FigureRole

GUIDE = ROOT / "docs/guide"


def rows(page: str, heading: str) -> dict[str, str]:
    """The table under a heading row, `| role | ... |`: its first words, and what is said of each."""
    text = (GUIDE / page).read_text()
    table = text[text.index(f"| {heading} |") :].split("\n\n")[0].splitlines()[2:]
    cells = [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in table]
    return {word: said[0] for names, *said in cells for word in re.findall(r"`([a-z_]+)`", names)}


def test_the_roles_of_figures_are_those_of_the_program():
    assert rows("loading-data.md", "role") == {role.value: MEANT_BY[role] for role in FigureRole}


@pytest.mark.parametrize(
    ("page", "heading", "words"),
    [
        ("definitions.md", "kind", FrameworkKind),
        ("definitions.md", "target kind", TargetKind),
        ("packs.md", "part", PartKind),
    ],
)
def test_every_kind_is_told_and_no_other(page, heading, words):
    assert set(rows(page, heading)) == {word.value for word in words}
