"""Which roles count people: whoever adds a role decides it here, and what nobody decided is taken to count them."""

from outturn.core.catalogue import FigureRole
from outturn.core.suppress.policy import ECHOES, NOBODY, TOLD_BY, counts_people

COUNT_PEOPLE = {
    FigureRole.ACTUAL, FigureRole.PREVIOUS, FigureRole.NUMERATOR, FigureRole.DENOMINATOR, FigureRole.ROUNDED,
    FigureRole.REPEAT,
}  # fmt: skip


def test_every_role_is_decided():
    assert {role for role in FigureRole if counts_people(role)} == COUNT_PEOPLE


def test_what_is_exempt_is_a_role_of_today():
    assert set(NOBODY) <= set(FigureRole) and set(ECHOES) <= COUNT_PEOPLE
    assert {FigureRole.VARIANCE, FigureRole.VARIANCE_PERCENT} <= set(TOLD_BY)


def test_a_role_that_nobody_knows_counts_people():
    assert counts_people("kept-before-there-was-a-list")
