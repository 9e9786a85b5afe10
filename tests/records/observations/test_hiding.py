"""What was hidden stays hidden, what was shown is known: on the pages of every day, and whoever decides when."""

import pytest

from outturn.core.suppress.declared import policies_of
from outturn.records.catalogue import queries as catalogue
from outturn.records.findings.actions import find
from outturn.records.observations import actions, hiding, queries
from outturn.records.observations.known import standing
from outturn.records.observations.models import Decided, Hidden
from outturn.records.observations.withdrawals import withdraw

from ..conftest import ANALYST

PLACES = ("leicester", "leicestershire", "rutland", "llr-icb")


def say(**figures: int) -> None:
    """Out of area placements of September by area, in a release of its own."""
    rows = [f"oap,{area.replace('_', '-')},Sep-24,{figure}," for area, figure in figures.items()]
    data = ("\n".join(["indicator,area,period,value,plan", *rows]) + "\n").encode()
    asked = actions.ask(files=[("oap.csv", data)], by=ANALYST)
    answers = {question.code: question.choices[0].code for question in asked.questions}
    receipt = actions.record(files=[("oap.csv", data)], by=ANALYST, answers=answers)
    assert receipt.release, receipt


def page(release: int | None = None) -> list[float | None]:
    moment = queries.moment()
    known = queries.load_shown(moment) if release is None else queries.load_shown_in(release, moment)
    by_area = {row["area"]: row["value"] for row in known.iter_rows(named=True) if row["role"] == "actual"}
    return [by_area.get(area) for area in PLACES]


def test_places_hide_a_part_with_the_small_one_and_go_on_hiding_it(loaded):
    say(leicester=20, leicestershire=25, rutland=3, llr_icb=48)
    assert page() == [None, 25, None, 48]
    say(leicester=60, llr_icb=88)
    assert page(1) == [None, 25, None, 48]
    assert page() in ([None, 25, None, 88], [60, 25, None, None])


def test_what_was_shown_before_does_not_serve_to_hide(loaded):
    say(leicester=20, leicestershire=25)
    say(rutland=3, llr_icb=48)
    assert page() == [20, 25, None, None]
    assert page(1) == [20, 25, None, None]


def test_what_cannot_be_helped_is_a_finding_and_hides_nothing_in_vain(loaded):
    say(leicester=20, leicestershire=25, llr_icb=48)
    assert not [found for found in find(queries.moment()) if found.rule == "hidden-recoverable"]
    say(rutland=3)
    assert page() == [20, 25, None, 48]
    found = [one for one in find(queries.moment()) if one.rule == "hidden-recoverable"]
    assert [one.severity for one in found] == ["blocking"]
    assert "3" not in found[0].sentence.replace("2024", "")


def test_before_it_is_decided_the_same_is_hidden_as_after(loaded, monkeypatch):
    """A database from before decisions were kept: nothing shows meanwhile."""
    with monkeypatch.context() as patch:
        patch.setattr(actions, "decide", lambda: None)
        say(leicester=20, leicestershire=25, rutland=3, llr_icb=48)
        say(leicester=60, llr_icb=88)
    assert not Hidden.objects.exists()
    before = page(), page(1), [row["printed"] for row in queries.history(queries.moment(), "oap", "rutland")]
    assert before == ([None, 25, None, 88], [None, 25, None, 48], ["*"])
    hiding.decide()
    assert Hidden.objects.exists()
    assert (page(), page(1)) == before[:2]


def test_a_withdrawn_release_brings_back_nothing_that_was_hidden(loaded):
    say(leicester=20, leicestershire=25, rutland=3, llr_icb=48)
    assert page() == [None, 25, None, 48]
    say(leicester=60, llr_icb=88)
    withdraw(release=2, because="The wrong file.", by=ANALYST)
    assert page() == [None, 25, None, 48]


def test_deciding_again_decides_nothing(loaded):
    say(rutland=3)
    before = Hidden.objects.count()
    hiding.decide()
    assert (Hidden.objects.count(), hiding.list_undecided()) == (before, [])


def test_nothing_is_hidden_by_what_comes_later(loaded):
    """A page of an earlier day is what it was on that day."""
    say(leicester=20, leicestershire=25, llr_icb=45)
    before = queries.load_shown(queries.moment())
    say(rutland=3, llr_icb=48)
    first = queries.moment_at(1 + next(iter(Decided.objects.order_by("act").values_list("act", flat=True))))
    assert queries.load_shown(first).equals(before)
    assert page(1) == [20, 25, None, 45]


def test_definitions_without_a_policy_ask_nothing_of_the_figures(loaded, monkeypatch):
    monkeypatch.setattr(hiding, "list_covered", lambda definitions: frozenset())
    monkeypatch.setattr(hiding, "versions", lambda *asked: pytest.fail("read although nothing is secret"))
    say(rutland=3)
    assert policies_of(catalogue.current())
    assert standing(1).height == 1


def test_a_figure_that_is_hidden_later_keeps_its_history_covered(loaded):
    say(rutland=12)
    say(rutland=3)
    rows = queries.history(queries.moment(), "oap", "rutland")
    assert [row["printed"] for row in rows] == ["*", "*"]
    assert [row["release__number"] for row in rows] == [1, 2]
