"""What a cell says, once it has been read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from outturn.core.units.kinds import State, Unit


@dataclass(frozen=True)
class Reading:
    """Exactly one of: a value, a state without one, words, a question, or a problem.

    `question` needs a person's answer before anything is recorded; `code` names it. `problem` is the whole
    sentence, which ends with its `cure`. `operator` is set for targets such as `>= 50%`; `places` is how many
    decimals were printed; `text` keeps the words beside the figure.
    """

    value: float | None = None
    state: State = State.KNOWN
    text: str = ""
    question: str | None = None
    problem: str | None = None
    cure: str = ""
    code: str = ""
    operator: str = ""
    places: int = 0


@dataclass(frozen=True)
class Asked:
    """What the reader was told about the cell: its unit, the scale of its money, a person's answers, and the marks
    (mark -> state of the figure) that its layout declares."""

    unit: Unit
    scale: str = ""
    percent_as: str | None = None
    duration_as: str | None = None
    mark_as: str | None = None
    marks: Mapping[str, str] = field(default_factory=dict)
