"""Who may do what, on what: which permissions a role gives, and the grants by which people hold roles.

A grant is a role held for a scope. A permission is given on what the scope covers (`core.tree`).
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from outturn.core.subject import EVERYTHING, Subject
from outturn.core.tree import NO_TREE, Tree


class Permission(StrEnum):
    READ = "read"
    COMMENT = "write commentary"
    RECORD = "record data"
    DEFINE = "load definitions"
    ASSESS = "assess"
    ACCEPT = "accept findings"
    PUBLISH = "publish"
    ADMINISTER = "administer"


ROLES: dict[str, frozenset[Permission]] = {
    "viewer": frozenset({Permission.READ}),
    "contributor": frozenset({Permission.READ, Permission.COMMENT, Permission.RECORD}),
    "owner": frozenset({Permission.READ, Permission.COMMENT, Permission.ACCEPT}),
    "approver": frozenset({Permission.READ, Permission.ACCEPT}),
    "analyst": frozenset(set(Permission) - {Permission.PUBLISH, Permission.ADMINISTER}),
    "publisher": frozenset({Permission.READ, Permission.COMMENT, Permission.ACCEPT, Permission.PUBLISH}),
    "administrator": frozenset(Permission),
}
MOST_NAMED = 10


class NotAllowed(Exception):
    """Somebody asked for what their grants do not allow. The text is the sentence to show."""


@dataclass(frozen=True)
class Grant:
    """A role held for a scope, on the days from `first` to `last` where these are given."""

    role: str
    scope: Subject = EVERYTHING
    first: date | None = None
    last: date | None = None

    def holds_on(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def gives(self, permission: Permission) -> bool:
        return permission in ROLES[self.role]

    def __str__(self) -> str:
        """`contributor for area:uhl from 2025-01-01 to 2025-03-31`"""
        days = (f"{word} {day}" for word, day in (("from", self.first), ("to", self.last)) if day)
        return " ".join((self.role, *(() if self.scope == EVERYTHING else ("for", str(self.scope))), *days))


@dataclass(frozen=True)
class Sight:
    """What one may see, as a description that pages and queries begin from: all of it, or what meets the scopes."""

    scopes: frozenset[Subject] = frozenset({EVERYTHING})
    tree: Tree = field(default=NO_TREE, compare=False, repr=False)

    @property
    def is_whole(self) -> bool:
        return EVERYTHING in self.scopes

    def covers(self, subject: Subject) -> bool:
        return self.is_whole or any(self.tree.covers(scope, subject) for scope in self.scopes)

    def meets(self, subject: Subject) -> bool:
        return self.is_whole or any(self.tree.meets(scope, subject) for scope in self.scopes)


ALL = Sight()


@dataclass(frozen=True)
class Actor:
    """Who acts: a person with the grants in force, or the operator at the command line. Scopes are read by the tree."""

    name: str
    grants: tuple[Grant, ...] = ()
    tree: Tree = field(default=NO_TREE, compare=False, repr=False)

    @classmethod
    def with_roles(cls, name: str, *roles: str) -> "Actor":
        """Who holds roles for everything."""
        return cls(name, tuple(Grant(role) for role in roles))

    def visible(self, permission: Permission = Permission.READ) -> Sight:
        """On what they have a permission."""
        return Sight(frozenset(grant.scope for grant in self.grants if grant.gives(permission)), self.tree)

    def holds(self, permission: Permission) -> bool:
        """Whether they have a permission on anything at all."""
        return any(grant.gives(permission) for grant in self.grants)

    def may(self, permission: Permission, on: Subject | Collection[Subject] = EVERYTHING) -> bool:
        """On all of the subject, or of each of several. Reading asks only whether some of it lies in a scope: pages
        show what does."""
        return self.holds(permission) and not self._list_refused(permission, on)

    def check(self, permission: Permission, on: Subject | Collection[Subject] = EVERYTHING) -> None:
        """Raises NotAllowed with who, what, on what, and whom to ask."""
        if not self.may(permission, on):
            raise NotAllowed(self._refuse(permission, self._list_refused(permission, on)))

    def check_scope(self, permission: Permission, scope: Subject) -> None:
        """As `check`, of a scope that a role is given for: what they hold names each part of it that it names, so that
        nobody gives more than they hold. Raises NotAllowed."""
        if not any(self.tree.contains(held, scope) for held in self.visible(permission).scopes):
            raise NotAllowed(self._refuse(permission, [scope]))

    def _list_refused(self, permission: Permission, on: Subject | Collection[Subject]) -> list[Subject]:
        sight = self.visible(permission)
        lies_in = sight.meets if permission is Permission.READ else sight.covers
        subjects = (on,) if isinstance(on, Subject) else dict.fromkeys(on)
        return [subject for subject in subjects if not lies_in(subject)]

    def _refuse(self, permission: Permission, refused: list[Subject]) -> str:
        able = ", ".join(role for role, allowed in ROLES.items() if permission in allowed)
        who = self.name or "Nobody signed in"
        if not self.holds(permission):
            return f"{who} may not {permission}. Ask for one of the roles: {able}."
        held = self._list(sorted(self.visible(permission).scopes, key=str))
        where = self._list(refused)
        return f"{who} may {permission} for {held}, but not for {where}. Ask for one of the roles there: {able}."

    def _list(self, subjects: list[Subject]) -> str:
        said = [subject.say(self.tree.names) for subject in subjects[:MOST_NAMED]]
        if len(subjects) > MOST_NAMED:
            said.append(f"{len(subjects) - MOST_NAMED:,} more")
        return " and ".join(filter(None, (", ".join(said[:-1]), said[-1])))


def wrong_with(grant: Grant, tree: Tree) -> list[str]:
    """What stands against giving a grant, as sentences."""
    wrong = []
    if grant.role not in ROLES:
        wrong.append(f"No such role: {grant.role}. Roles are {', '.join(ROLES)}.")
    if never := [name for name in grant.scope.named if name not in SCOPES]:
        wrong.append(f"A role is held for {', '.join(SCOPES)} or for everything, not for {' and '.join(never)}.")
    wrong += [sentence for sentence in tree.list_unknown(grant.scope) if not never]
    if grant.first and grant.last and grant.last < grant.first:
        wrong.append(f"The role would end on {grant.last}, before it begins on {grant.first}.")
    return wrong


SCOPES = ("area", "framework", "section", "indicator", "pack", "plan", "item", "form")

ANYTHING: tuple[Subject, ...] = ()
"""What it will be about is not known yet: whether they have the permission on anything is."""

NOBODY = Actor("")
READER = Actor.with_roles("", "viewer")
