"""Several people at once, on a database of their own connections: nobody meets a trace, and nothing is lost."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from random import Random
from threading import Barrier

import pytest
from django.db import connection

from outturn.core.commentary import Note, NoteKind
from outturn.core.report.document import to_json
from outturn.records.commentary.actions import Overtaken
from outturn.records.commentary.models import Text
from outturn.records.cycle import actions as cycle
from outturn.records.findings import actions as findings
from outturn.records.findings import queries as found
from outturn.records.findings.models import Acceptance
from outturn.records.observations import queries as observations
from outturn.records.reports import actions, rebuilding
from outturn.records.reports.models import Edition
from outturn.records.sequence.models import Act

from ..schedules import BY, FRAMEWORK, PACK, SECTION, Office

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def nothing_drawn(monkeypatch) -> None:
    monkeypatch.setattr(actions, "draw", lambda document, progress: {"document.json": to_json(document)})


@pytest.fixture
def office() -> Office:
    made = Office(Random(1))
    made.define()
    made.record()
    return made


def at_once(*works: Callable) -> list:
    """Each in a thread with a connection of its own, all let go together; what it returned or raised."""
    gate = Barrier(len(works))

    def one(work: Callable) -> object:
        try:
            gate.wait()
            return work()
        except Exception as problem:  # the test says which are right
            return problem
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(one, works))


def text(words: str, version: int = 0) -> Note:
    return Note("a", NoteKind.RISK, FRAMEWORK, SECTION, ("ae-4h",), "Beds", words, version=version)


@pytest.mark.parametrize("version", [0, 1])
def test_of_those_who_write_at_once_one_is_saved_and_the_others_are_told_by_whom(office, version):
    if version:
        cycle.write(note=text("Before."), by=BY, expected=0)
    works = [lambda n=n: cycle.write(note=text(f"Words {n}."), by=BY, expected=version) for n in range(6)]
    ended = at_once(*works)
    lost = [one for one in ended if not isinstance(one, Note)]
    assert [type(one) for one in lost] == [Overtaken] * 5
    assert {str(one) for one in lost} == {
        "'Beds' was changed by ada while you were writing. Your words are below: read theirs, then save again."
    }
    assert Text.objects.count() == version + 1


def test_of_those_who_publish_the_same_at_once_all_get_the_one_edition(office):
    ended = at_once(*[lambda: actions.publish(pack=PACK, by=BY)] * 6)
    assert sorted(one.created for one in ended) == [False] * 5 + [True]
    assert {one.edition.name for one in ended} == {Edition.objects.get().name}


def test_of_those_who_accept_at_once_each_is_heard_and_none_twice(office):
    finding = found.findings(observations.moment())[0]
    works = [lambda n=n: findings.accept(finding=finding.id, because=f"Reason {n % 2}.", by=BY) for n in range(6)]
    assert at_once(*works) == [None] * 6
    assert {row.because for row in Acceptance.objects.all()} == {"Reason 0.", "Reason 1."}
    assert found.findings(observations.moment())[0].accepted_by == "ada"


def test_what_is_published_while_others_bring_in_is_made_again_from_its_number(office):
    def live(seed: int) -> Callable:
        return lambda: Office(Random(seed), crowded=True).work()

    assert [one for one in at_once(*map(live, range(4))) if one is not None] == []
    editions = Edition.objects.count()
    assert editions > 1
    assert [rebuilding.rebuild(PACK, edition.name).same for edition in Edition.objects.all()] == [True] * editions
    acts = list(Act.objects.order_by("number").values_list("number", "at"))
    assert [number for number, _ in acts] == list(range(1, len(acts) + 1))
    assert [at for _, at in acts] == sorted(at for _, at in acts)
