"""What is done with a framework of a kind is asked of one table."""

from outturn.core.catalogue import Framework, FrameworkKind, sort_frameworks
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
