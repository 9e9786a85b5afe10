"""States and moves, as tables: what a thing can be, what is done to it from where, and what that needs.

Actions move along these tables and no other way, and the diagrams of the manual are drawn from them. A state is what
the rows say, never a column that could say otherwise; `""` is a thing that is not there yet.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from outturn.core.access import Permission

NOT_YET = ""


class CannotMove(ValueError):
    """It is not in a state from which this is done. The text says what it is, and what can be done."""


@dataclass(frozen=True)
class Move:
    """From any of `before` to `after`. `said`: what it means, for people."""

    verb: str
    before: tuple[str, ...]
    after: str
    permission: Permission
    said: str


@dataclass(frozen=True)
class Workflow:
    """`states`: each with what it means; moves are known by their verb."""

    noun: str
    states: Mapping[str, str]
    moves: tuple[Move, ...]

    def __post_init__(self) -> None:
        known = {NOT_YET, *self.states}
        assert all(known.issuperset((*move.before, move.after)) for move in self.moves), self.noun
        assert len({move.verb for move in self.moves}) == len(self.moves), self.noun

    def __getitem__(self, verb: str) -> Move:
        return next(move for move in self.moves if move.verb == verb)

    def allows(self, verb: str, state: str) -> bool:
        return state in self[verb].before

    def move(self, verb: str, state: str) -> str:
        """The state that it comes to. Raises CannotMove."""
        if self.allows(verb, state):
            return self[verb].after
        can = " or ".join(move.verb for move in self.moves if state in move.before)
        left = f"What can be done to it: {can}." if can else "Nothing more is done to it."
        raise CannotMove(f"You cannot {verb} {self.noun} that is {state or 'not there'}. {left}")


DELIVERY = Workflow(
    "a delivery",
    {
        "waiting": "Its questions wait for a person's answers. Nothing of it is recorded.",
        "recorded": "Its figures are in a release.",
        "withdrawn": "It was wrong: nothing of it was recorded.",
    },
    (
        Move("hold", (NOT_YET,), "waiting", Permission.RECORD, "files are brought in that ask something"),
        Move("settle", ("waiting",), "recorded", Permission.RECORD, "every question is answered"),
        Move("withdraw", ("waiting",), "withdrawn", Permission.RECORD, "the file is to be corrected first"),
    ),
)
RELEASE = Workflow(
    "a release",
    {
        "standing": "What it says is known, where no later release says something else.",
        "withdrawn": "A later release took back what it said. The history stays.",
    },
    (
        Move("record", (NOT_YET,), "standing", Permission.RECORD, "a delivery without problems or open questions"),
        Move("withdraw", ("standing",), "withdrawn", Permission.RECORD, "it should not have been recorded"),
    ),
)
FINDING = Workflow(
    "a finding",
    {
        "open": "The checks find it, and nobody has said anything to it. If it is blocking, nothing is published.",
        "accepted": "A person answers for leaving it as it is, with a reason.",
        "gone": "The checks do not find it any more.",
    },
    (
        Move("find", (NOT_YET, "gone"), "open", Permission.ASSESS, "a check finds it, after whatever was brought in"),
        Move("accept", ("open", "accepted"), "accepted", Permission.ACCEPT, "a person gives a reason, or another one"),
        Move("mend", ("open", "accepted"), "gone", Permission.ASSESS, "a later check does not find it"),
    ),
)
ANY_TEXT = (NOT_YET, "written", "withdrawn")
TEXT = Workflow(
    "a text",
    {
        "written": "It stands on the site and in the next edition.",
        "withdrawn": "It is no longer shown. Its versions stay, and editions keep what they printed.",
    },
    (
        Move("write", ANY_TEXT, "written", Permission.COMMENT, "a new version, which brings a withdrawn text back"),
        Move("withdraw", ("written",), "withdrawn", Permission.COMMENT, "it is true no longer"),
    ),
)
EDITION = Workflow(
    "an edition",
    {"published": "It is frozen, with its files and their hashes."},
    (Move("publish", (NOT_YET,), "published", Permission.PUBLISH, "no blocking finding is open"),),
)
WORKFLOWS = (DELIVERY, RELEASE, FINDING, TEXT, EDITION)
