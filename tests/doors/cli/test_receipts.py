"""What the terminal says of a delivery that asks."""

from outturn.cli.receipts import lines_of_places
from outturn.core.intake.questions import Place, Question


def test_more_places_than_are_listed_are_not_promised() -> None:
    places = tuple(Place(row, was="1", now="2") for row in range(2, 52))
    assert list(lines_of_places(Question("restatement", "Right?", (), places, 50)))[-1].strip() == (
        "and 30 more (--places FILE.csv writes them)"
    )
    assert list(lines_of_places(Question("restatement", "Right?", (), places, 2_565)))[-1].strip() == (
        "and 2,545 more (--places FILE.csv writes the first 50)"
    )
