"""Who may do what, on what, as a table: the manual of grants.

Two trusts report to one board. Trust A has a site below it. Framework `f` holds waits of both trusts in section
`urgent`, and staff of trust B in section `people`; framework `g` holds staff of trust B alone.
"""

from datetime import date

import pytest

from outturn.core.access import ANYTHING, NOBODY, READER, ROLES, Actor, Grant, NotAllowed, Permission, wrong_with
from outturn.core.subject import EVERYTHING, Subject
from outturn.core.tree import Tree

ENTRIES = (("f", "urgent", "waits", "a"), ("f", "urgent", "waits", "b"), ("f", "people", "staff", "b"))
ENTRIES += (("g", "people", "staff", "b"), ("f", "urgent", "beds", "a"))


def tree_of(*entries: tuple[str, str, str, str]) -> Tree:
    placed: dict[tuple[str, str], tuple[Subject, ...]] = {}
    for framework, section, indicator, area in entries:
        subject = Subject(framework=framework, section=section, indicator=indicator, area=area)
        placed[indicator, area] = (*placed.get((indicator, area), ()), subject)
    above = {("area", "a"): "board", ("area", "b"): "board", ("area", "site"): "a", ("item", "milestone"): "programme"}
    names = {
        ("area", "a"): "Trust A",
        ("area", "b"): "Trust B",
        ("indicator", "waits"): "Waits",
        ("area", "board"): "Board",
    }
    return Tree(above, placed, {"of-f": frozenset({"f"}), "of-both": frozenset({"f", "g"})}, names)


TREE = tree_of(*ENTRIES)
A, B, BOARD, F = (Subject(area="a"), Subject(area="b"), Subject(area="board"), Subject(framework="f"))
WAITS_A, WAITS_B = (Subject(indicator="waits", area=area) for area in "ab")
STAFF_B = Subject(indicator="staff", area="b")
PEOPLE = Subject(framework="f", section="people")
F_OF_A = Subject(framework="f", area="a")


def actor(role: str, scope: Subject) -> Actor:
    return Actor("ann", (Grant(role, scope),), TREE)


READ, COMMENT, RECORD = Permission.READ, Permission.COMMENT, Permission.RECORD
ACCEPT, PUBLISH, DEFINE, ADMINISTER = Permission.ACCEPT, Permission.PUBLISH, Permission.DEFINE, Permission.ADMINISTER


@pytest.mark.parametrize(
    ("role", "scope", "permission", "subject", "may"),
    [
        # An area covers what is about it, and about all below it.
        ("contributor", A, RECORD, WAITS_A, True),
        ("contributor", A, RECORD, Subject(indicator="waits", area="site"), True),
        ("contributor", A, RECORD, WAITS_B, False),
        ("contributor", A, RECORD, Subject(indicator="waits", area="board"), False),
        ("contributor", BOARD, RECORD, WAITS_B, True),
        ("contributor", A, COMMENT, Subject(framework="f", section="urgent", indicator="waits", area="a"), True),
        ("contributor", A, COMMENT, Subject(framework="f", section="urgent", indicator="waits", area="b"), False),
        # What names no area is about all areas: covered where each of its entries is.
        ("contributor", A, COMMENT, Subject(framework="f", section="urgent", indicator="waits"), False),
        ("contributor", A, COMMENT, Subject(framework="f", section="urgent", indicator="beds"), True),
        ("contributor", A, COMMENT, Subject(framework="f", section="urgent"), False),
        ("contributor", A, RECORD, EVERYTHING, False),
        # A framework covers its entries, their figures, and the packs that print it alone.
        ("contributor", F, RECORD, WAITS_B, True),
        ("contributor", F, RECORD, STAFF_B, True),
        ("contributor", Subject(framework="g"), RECORD, WAITS_B, False),
        ("contributor", Subject(framework="g"), RECORD, STAFF_B, True),
        (
            "contributor",
            Subject(framework="g"),
            COMMENT,
            Subject(framework="f", section="people", indicator="staff"),
            False,
        ),
        ("publisher", F, PUBLISH, Subject(pack="of-f"), True),
        ("publisher", F, PUBLISH, Subject(pack="of-both"), False),
        ("publisher", F, PUBLISH, Subject(pack="unknown"), False),
        ("publisher", BOARD, PUBLISH, Subject(pack="of-f"), False),
        # Sections, and scopes of several parts, which must all hold.
        (
            "owner",
            Subject(framework="f", section="people"),
            ACCEPT,
            Subject(framework="f", indicator="staff", area="b"),
            True,
        ),
        (
            "owner",
            Subject(framework="f", section="people"),
            ACCEPT,
            Subject(framework="f", indicator="waits", area="b"),
            False,
        ),
        ("owner", F_OF_A, ACCEPT, Subject(framework="f", indicator="waits", area="a"), True),
        ("owner", F_OF_A, ACCEPT, Subject(framework="f", indicator="waits", area="b"), False),
        ("owner", F_OF_A, ACCEPT, Subject(framework="g", indicator="waits", area="a"), False),
        ("owner", Subject(indicator="waits"), ACCEPT, WAITS_B, True),
        ("owner", Subject(indicator="waits"), ACCEPT, STAFF_B, False),
        # Items of a plan lie below one another; a plan covers its items.
        ("owner", Subject(plan="p", item="programme"), COMMENT, Subject(plan="p", item="milestone"), True),
        ("owner", Subject(plan="p", item="milestone"), COMMENT, Subject(plan="p", item="programme"), False),
        ("owner", Subject(plan="p"), COMMENT, Subject(plan="p", item="milestone"), True),
        ("owner", Subject(plan="p"), COMMENT, Subject(plan="q", item="milestone"), False),
        # What the role does not give, the scope does not either.
        ("viewer", EVERYTHING, COMMENT, WAITS_A, False),
        ("analyst", EVERYTHING, DEFINE, EVERYTHING, True),
        ("analyst", A, DEFINE, EVERYTHING, False),
        ("administrator", A, ADMINISTER, A, True),
        ("administrator", A, ADMINISTER, BOARD, False),
        ("administrator", A, ADMINISTER, Subject(person="bob"), False),
        # Reading begins with whatever has something to show; what is kept whole is seen whole or not at all.
        ("viewer", A, READ, EVERYTHING, True),
        ("viewer", A, READ, F, True),
        ("viewer", A, READ, Subject(framework="g"), False),
        ("viewer", A, READ, Subject(indicator="waits"), True),
        ("viewer", A, READ, STAFF_B, False),
        ("viewer", F, READ, Subject(framework="g"), False),
        ("viewer", F, READ, STAFF_B, True),
        ("viewer", F, READ, Subject(pack="of-f", edition="2025-01-14"), True),
        ("viewer", F, READ, Subject(pack="of-both", edition="2025-01-14"), False),
        ("viewer", A, READ, Subject(pack="of-f"), False),
        ("viewer", A, READ, Subject(release="1"), False),
        ("viewer", EVERYTHING, READ, Subject(release="1"), True),
    ],
)
def test_who_may_do_what_on_what(role, scope, permission, subject, may):
    assert actor(role, scope).may(permission, on=subject) is may


def test_a_refusal_says_who_what_on_what_and_whom_to_ask():
    with pytest.raises(NotAllowed) as refused:
        actor("contributor", A).check(RECORD, on=(WAITS_A, WAITS_B, STAFF_B))
    assert str(refused.value) == (
        "ann may record data for Trust A, but not for Waits for Trust B and staff for Trust B. "
        "Ask for one of the roles there: contributor, analyst, administrator."
    )


def test_who_holds_no_such_role_is_told_which():
    with pytest.raises(NotAllowed, match="^Nobody signed in may not publish. Ask for one of the roles: publisher"):
        READER.check(PUBLISH)
    with pytest.raises(NotAllowed, match="^Nobody signed in may not read"):
        NOBODY.check(READ, on=ANYTHING)


def test_long_lists_are_cut_short():
    many = [Subject(indicator=f"i{number:02}", area="b") for number in range(14)]
    with pytest.raises(NotAllowed, match="i09 for Trust B and 4 more. Ask"):
        actor("contributor", A).check(RECORD, on=many)


def test_whether_anything_may_be_done_is_asked_before_it_is_known_on_what():
    actor("contributor", A).check(RECORD, on=ANYTHING)
    with pytest.raises(NotAllowed):
        actor("viewer", A).check(RECORD, on=ANYTHING)


@pytest.mark.parametrize(
    ("first", "last", "days"), [(None, None, (0, 1, 2)), (1, None, (1, 2)), (None, 1, (0, 1)), (1, 1, (1,))]
)
def test_a_grant_holds_from_its_first_day_to_its_last(first, last, days):
    on = [date(2025, 1, 1), date(2025, 1, 2), date(2025, 1, 3)]
    grant = Grant("viewer", EVERYTHING, None if first is None else on[first], None if last is None else on[last])
    assert [day for day in range(3) if grant.holds_on(on[day])] == list(days)


@pytest.mark.parametrize(
    ("grant", "sentence"),
    [
        (Grant("king"), "No such role: king. Roles are viewer, contributor"),
        (Grant("viewer", Subject(area="aa")), "There is no area 'aa'"),
        (Grant("viewer", Subject(release="1")), "not for release"),
        (Grant("viewer", A, date(2025, 1, 2), date(2025, 1, 1)), "would end on 2025-01-01, before it begins"),
    ],
)
def test_a_grant_that_cannot_be_given_is_refused_in_words(grant, sentence):
    assert sentence in " ".join(wrong_with(grant, TREE))
    assert not wrong_with(Grant("viewer", A), TREE)


def test_a_tree_whose_areas_run_in_a_circle_ends():
    circle = Tree({("area", "a"): "b", ("area", "b"): "a"})
    assert circle.covers(A, B) and circle.below("area", "a") == {"a", "b"}


def test_every_role_is_held_by_somebody_who_may_read():
    assert all(Permission.READ in allowed for allowed in ROLES.values())


@pytest.mark.parametrize(
    ("held", "given", "may"),
    [
        (EVERYTHING, EVERYTHING, True),
        (BOARD, A, True),
        (A, BOARD, False),
        (A, Subject(area="a", indicator="waits"), True),
        (F, F_OF_A, True),
        (F, PEOPLE, True),
        (PEOPLE, F, False),
        (F, STAFF_B, False),  # which stands in another framework too
        (A, Subject(indicator="beds"), False),  # of trust A alone, until another trust has it
        (F, Subject(pack="of-f"), False),  # of one framework alone, until it prints another
    ],
)
def test_nobody_gives_a_role_for_more_than_they_administer(held, given, may):
    giver = actor("administrator", held)
    if may:
        giver.check_scope(ADMINISTER, given)
    else:
        with pytest.raises(NotAllowed):
            giver.check_scope(ADMINISTER, given)
    with pytest.raises(NotAllowed):
        actor("owner", held).check_scope(ADMINISTER, given)
