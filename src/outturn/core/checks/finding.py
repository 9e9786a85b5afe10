"""What a check says. Numbers are in the sentence, and the identity rests on them."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from outturn.core.subject import EVERYTHING, Subject


class Severity(StrEnum):
    BLOCKING = "blocking"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Finding:
    """`rule`: the check's identifier; `place`: where to look; `sentence`: the numbers and how to settle it."""

    rule: str
    title: str
    severity: Severity
    place: str
    sentence: str
    subject: Subject = EVERYTHING

    @property
    def fingerprint(self) -> str:
        """The same while rule, place and numbers stay the same: an accepted finding stays accepted."""
        same = (self.rule, self.subject.framework, self.place, self.sentence)
        return hashlib.sha256("\n".join(same).encode()).hexdigest()
