"""Whatever has states moves along its table, and nowhere else."""

import pytest

from outturn.core.access import ROLES
from outturn.core.workflow import DELIVERY, FINDING, NOT_YET, TEXT, WORKFLOWS, CannotMove


@pytest.mark.parametrize("flow", WORKFLOWS, ids=lambda flow: flow.noun)
def test_every_state_is_reached_from_nothing(flow):
    reached = {NOT_YET}
    for _ in flow.states:
        reached |= {move.after for move in flow.moves if reached & set(move.before)}
    assert reached == {NOT_YET, *flow.states}


@pytest.mark.parametrize("flow", WORKFLOWS, ids=lambda flow: flow.noun)
def test_every_move_is_made_by_some_role(flow):
    assert all(any(move.permission in allowed for allowed in ROLES.values()) for move in flow.moves)


@pytest.mark.parametrize(
    ("flow", "verb", "before", "after"),
    [
        (DELIVERY, "hold", NOT_YET, "waiting"),
        (DELIVERY, "settle", "waiting", "recorded"),
        (DELIVERY, "withdraw", "waiting", "withdrawn"),
        (FINDING, "accept", "open", "accepted"),
        (FINDING, "accept", "accepted", "accepted"),
        (FINDING, "find", "gone", "open"),
        (TEXT, "write", "withdrawn", "written"),
    ],
)
def test_a_move_leads_to_its_state(flow, verb, before, after):
    assert flow.allows(verb, before)
    assert flow.move(verb, before) == after


@pytest.mark.parametrize(
    ("flow", "verb", "state", "sentence"),
    [
        (
            DELIVERY,
            "withdraw",
            "recorded",
            "a delivery that is recorded. Nothing more is done to it.",
        ),
        (FINDING, "accept", "gone", "You cannot accept a finding that is gone. What can be done to it: find."),
        (TEXT, "withdraw", NOT_YET, "You cannot withdraw a text that is not there. What can be done to it: write."),
    ],
)
def test_another_move_is_refused_with_what_can_be_done(flow, verb, state, sentence):
    assert not flow.allows(verb, state)
    with pytest.raises(CannotMove) as refused:
        flow.move(verb, state)
    assert sentence in str(refused.value)
