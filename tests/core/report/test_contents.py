"""A part is called the same where its pages are and where the contents are listed."""

import pytest

from outturn.core.catalogue import Catalogue, Framework, FrameworkKind, PackPart, PartKind
from outturn.core.report.say.contents import title_part

FRAMEWORK = Framework("money", "Finance 2025/26", FrameworkKind.FINANCE, (), ())
CATALOGUE = Catalogue("1", frameworks={"money": FRAMEWORK})


@pytest.mark.parametrize(
    ("part", "title"),
    [
        (PackPart(PartKind.FINANCE, "money", "Money"), "Money"),
        (PackPart(PartKind.FINANCE, "money"), "Finance 2025/26"),
        (PackPart(PartKind.CHANGES, "money"), "What changed"),
        (PackPart(PartKind.METHOD), "How to read this report"),
        (PackPart(PartKind.RANKS, "gone"), "Ranks"),
    ],
)
def test_what_a_part_is_called(part: PackPart, title: str) -> None:
    assert title_part(part, CATALOGUE) == title
