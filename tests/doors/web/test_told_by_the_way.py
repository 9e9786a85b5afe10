"""What is another's is not told by the way either: by the notes of a release, a live figure in a text, or a browser
that keeps what the last person saw."""

import pytest

from outturn.core.commentary import Note, NoteKind
from outturn.core.subject import Subject
from outturn.records.commentary.models import Text
from outturn.records.cycle import actions as cycle

from .conftest import OPERATOR
from .reading import read
from .test_of_one_trust import NEW, sign_in

FRAMEWORK = "better-care-together-outcomes"
PAGE = f"/indicators/tobacco-screening/uhl?in={FRAMEWORK}"


@pytest.fixture
def ann(sample, settings):
    settings.OUTTURN_READING_IS_OPEN = False
    return sign_in("ann", Subject(area="uhl"))


def test_the_notes_of_a_release_tell_of_figures_and_are_for_those_who_see_all_of_it(ann):
    lines = ("tobacco-screening,uhl,Q2 24/25,96.7%,", "tobacco-screening,lpt,Q2 24/25,1.0%,")
    file = ("a.csv", "\n".join(("indicator,area,period,value,plan", *lines, "")).encode())
    asked = cycle.bring_in(files=[file], by=OPERATOR)
    answers = {question.code: question.choices[0].code for question in asked.questions}
    number = cycle.bring_in(files=[file], by=OPERATOR, answers=answers).release
    boss = sign_in("boss", Subject(), "viewer")
    whole, mine = (read(client.get(f"/data/releases/{number}")).words for client in (boss, ann))
    assert "Notes on this delivery" in whole and "row 3" in whole
    assert "Notes on this delivery" not in mine and "row 3" not in mine


def test_a_live_figure_of_another_is_neither_written_nor_read(ann):
    sent = {"kind": "risk", "title": "Beside us", "version": "0", "token": "abc123", "area": "uhl"}
    words = read(ann.post(NEW, sent | {"text": "{{ tobacco-screening@lpt.latest }}"})).words
    assert "a figure that is not yours to see. Leave it out." in words and not Text.objects.filter(title="Beside us")
    text = "Ours {{ tobacco-screening@uhl.latest }}, theirs {{ tobacco-screening@lpt.latest }}."
    note = Note("of-all", NoteKind.RISK, FRAMEWORK, "keep-well", ("tobacco-screening",), "Both", text)
    cycle.write(note=note, by=OPERATOR, expected=0)
    boss = sign_in("boss", Subject(), "viewer")
    whole, mine = (read(client.get(PAGE)).words for client in (boss, ann))
    theirs = whole.split(", theirs ")[1].split(".")[0]
    assert "%" in theirs
    assert "theirs (a figure that is not yours to see)." in mine and f"theirs {theirs}" not in mine
    assert mine.split("Ours ")[1].split(",")[0] == whole.split("Ours ")[1].split(",")[0]


@pytest.mark.parametrize(
    "path",
    ["/", "/data/held", "/data/bring-in", f"{NEW}?area=uhl", "/indicators/tobacco-screening/lpt", "/data/releases/99"],
)
def test_what_a_person_saw_is_kept_by_no_browser(ann, path):
    assert ann.get(path)["Cache-Control"] == "private, no-store"


def test_an_edition_read_by_a_person_is_kept_by_no_browser(sample):
    path = "/packs/llr-performance-report/2025-01-14/document.json"
    assert sign_in("boss", Subject(), "viewer").get(path)["Cache-Control"] == "private, no-store"
