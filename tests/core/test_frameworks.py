"""What is done with a framework of a kind is asked of one table."""

import pytest

from outturn.core.catalogue import Framework, FrameworkKind, shorten_titles, sort_frameworks
from outturn.core.catalogue.frameworks import SHOWS


def framework(slug: str, kind: FrameworkKind) -> Framework:
    return Framework(slug, slug.capitalize(), kind, (), ())


def test_every_kind_has_its_row() -> None:
    assert SHOWS.keys() == set(FrameworkKind)


def test_priorities_come_first_and_those_of_a_kind_keep_their_order() -> None:
    defined = [
        framework("ranks", FrameworkKind.RANKS),
        framework("outcomes-b", FrameworkKind.OUTCOMES),
        framework("money", FrameworkKind.FINANCE),
        framework("outcomes-a", FrameworkKind.OUTCOMES),
        framework("priorities", FrameworkKind.PRIORITIES),
    ]
    in_order = [each.slug for each in sort_frameworks(defined)]
    assert in_order == ["priorities", "money", "outcomes-b", "outcomes-a", "ranks"]


@pytest.mark.parametrize(
    ("title", "year", "full"),
    [
        ("NHS priorities 2024/25", "2024/25", "NHS priorities 2024/25"),
        ("NHS priorities", "2024/25", "NHS priorities, 2024/25"),
        ("NHS priorities", "", "NHS priorities"),
    ],
)
def test_a_full_title_has_its_year_once(title: str, year: str, full: str) -> None:
    assert Framework("f", title, FrameworkKind.PRIORITIES, (), (), year=year).full_title == full


def test_short_titles_are_those_of_the_definitions_and_never_the_same() -> None:
    def titled(slug: str, title: str, short: str = "", year: str = "") -> Framework:
        return Framework(slug, title, FrameworkKind.RANKS, (), (), short=short, year=year)

    assert shorten_titles([titled("a", "Oversight, ranks of systems", "Oversight"), titled("b", "Hull, East")]) == {
        "a": "Oversight",
        "b": "Hull, East",
    }
    assert shorten_titles([titled("a", "Ranks of systems", "Ranks", "2023"), titled("b", "Ranks", "", "2024")]) == {
        "a": "Ranks of systems, 2023",
        "b": "Ranks, 2024",
    }
