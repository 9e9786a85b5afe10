"""What became of a delivery, and how it is said at every door."""

from dataclasses import dataclass

from outturn.core.intake import Answered, Question
from outturn.core.intake.problem_list import ProblemList
from outturn.core.report.wording import all_of


@dataclass(frozen=True)
class Receipt:
    """What became of a delivery. `release` is None when nothing was recorded: because of `problems`, because
    `questions` wait for an answer, or because everything is known already. `wrong` lists the problems place by
    place."""

    release: int | None = None
    problems: tuple[str, ...] = ()
    wrong: ProblemList = ProblemList()
    questions: tuple[Question, ...] = ()
    answered: tuple[Answered, ...] = ()
    notes: tuple[str, ...] = ()
    n_rows: int = 0
    n_new: int = 0
    n_equal: int = 0
    n_restated: int = 0
    held: int | None = None

    @property
    def sentence(self) -> str:
        """What became of it, once nothing stands in its way."""
        if self.release is None:
            return f"{say_known(self.n_equal)} No release was made."
        known = f"; {self.n_equal:,} {'was' if self.n_equal == 1 else 'were'} known already" if self.n_equal else ""
        figures = f"{self.n_new:,} figure{'s' if self.n_new != 1 else ''} recorded"
        return f"Release {self.release} is made: {figures}{say_restated(self.n_restated, self.n_new)}{known}."


def say_known(count: int) -> str:
    if not count:
        return "No figure is left to record."
    return f"{all_of(count, 'figure')} in it {'is' if count == 1 else 'are'} known already."


def say_restated(restated: int, recorded: int) -> str:
    """`, 2 of which restate known ones`; empty where none does."""
    if not restated:
        return ""
    if restated == recorded:
        return ", which restates a known one" if recorded == 1 else ", all of which restate known ones"
    return f", {restated:,} of which {'restates a known one' if restated == 1 else 'restate known ones'}"
