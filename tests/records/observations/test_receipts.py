"""What is said of a delivery, for every number that it can be about; and what is noted of its files."""

import pytest

from outturn.records.observations.actions import Receipt
from outturn.records.observations.models import File
from outturn.records.observations.queries import releases


@pytest.mark.parametrize(
    ("receipt", "sentence"),
    [
        (Receipt(n_equal=0), "No figure is left to record. No release was made."),
        (Receipt(n_equal=1), "The one figure in it is known already. No release was made."),
        (Receipt(n_equal=1200), "All 1,200 figures in it are known already. No release was made."),
        (Receipt(release=3, n_new=1), "Release 3 is made: 1 figure recorded."),
        (Receipt(release=3, n_new=2, n_equal=1), "Release 3 is made: 2 figures recorded; 1 was known already."),
        (
            Receipt(release=3, n_new=1, n_restated=1),
            "Release 3 is made: 1 figure recorded, which restates a known one.",
        ),
        (
            Receipt(release=3, n_new=2, n_restated=2),
            "Release 3 is made: 2 figures recorded, all of which restate known ones.",
        ),
        (
            Receipt(release=3, n_new=3, n_restated=1, n_equal=5),
            "Release 3 is made: 3 figures recorded, 1 of which restates a known one; 5 were known already.",
        ),
        (
            Receipt(release=3, n_new=2500, n_restated=2),
            "Release 3 is made: 2,500 figures recorded, 2 of which restate known ones.",
        ),
    ],
)
def test_the_sentence_of_a_receipt(receipt, sentence):
    assert receipt.sentence == sentence


def test_what_a_person_left_out_is_kept_with_the_release_and_the_file(record):
    answers = {"plain-duration": "leave-out"}
    receipt = record(("cat2-response", "Oct-24", "90", ""), ("ae-4h-type1", "Oct-24", "56.7%", ""), answers=answers)
    left = "delivery.csv: 1 figure left out, as answered: column 'value', row 2 (cat2-response)."
    assert receipt.notes == (left,)
    assert releases()[0].notes == (left,)
    assert File.objects.get().accepted == ["plain-duration:cat2-response:value:delivery.csv=leave-out"]


def test_what_is_kept_of_an_answer_names_no_figure(record):
    """A note of a release is read by anyone; its figures may be hidden by then."""
    record(("oap", "Sep-24", "23", ""))
    receipt = record(("oap", "Sep-24", "3", ""), answers={"restatement": "replace"})
    assert receipt.notes == (
        "delivery.csv: asked about known figures that the file changes (1 figure, column 'value', row 2 "
        "(Out of area placements)); answered: replaced.",
    )


def test_a_hidden_count_is_not_told_by_a_question(record):
    record(("oap", "Aug-24", "3", ""), ("oap", "Sep-24", "23", ""))
    asked = record(("oap", "Aug-24", "24", ""), ("oap", "Sep-24", "4", ""))
    (question,) = asked.questions
    assert [(place.was, place.now) for place in question.places] == [("*", "24"), ("23", "*")]
    assert "3 " not in question.sentence.removeprefix("delivery.csv: Row 2")
