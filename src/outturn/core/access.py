"""Who may do what, as one table. A role is held for everything, or for one area, organisation or framework."""

from dataclasses import dataclass
from enum import StrEnum


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


class NotAllowed(Exception):
    """Somebody asked for what their roles do not allow. The text is the sentence to show."""


@dataclass(frozen=True)
class Actor:
    """Who acts: a person with their roles, or the operator at the command line."""

    name: str
    roles: frozenset[str] = frozenset()

    def may(self, permission: Permission) -> bool:
        return any(permission in ROLES[role] for role in self.roles)

    def check(self, permission: Permission) -> None:
        """Raises NotAllowed with who, what, and what to do."""
        if not self.may(permission):
            able = ", ".join(role for role, allowed in ROLES.items() if permission in allowed)
            raise NotAllowed(
                f"{self.name or 'Nobody signed in'} may not {permission}. Ask for one of the roles: {able}."
            )


NOBODY = Actor("", frozenset())
READER = Actor("", frozenset({"viewer"}))
