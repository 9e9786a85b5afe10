"""Random histories of a small office: figures, definitions, words, acceptances and editions in any order, and, while an
edition is being made, between any two of its steps. Beside it a plain diary of what was known at which number."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from outturn.core.access import Actor
from outturn.core.commentary import Note, NoteKind
from outturn.core.sense.restatements import REPLACE, RESTATEMENT
from outturn.records.commentary.actions import Overtaken
from outturn.records.commentary.models import Text
from outturn.records.cycle import actions as cycle
from outturn.records.findings import actions as findings
from outturn.records.findings import queries as found
from outturn.records.observations import queries as observations
from outturn.records.observations.models import Release
from outturn.records.observations.withdrawals import CannotWithdraw
from outturn.records.reports import actions, papers, refusals
from outturn.records.sequence import queries as sequence
from outturn.sample.files import starter

BY = Actor.with_roles("ada", "administrator")
PACK, AREA, FRAMEWORK, SECTION = "our-report", "our-hospitals", "our-priorities", "urgent-care"
MEASURES = {
    "ae-4h": lambda chance: f"{chance.uniform(68, 74):.1f}%",
    "handover-30": lambda chance: str(chance.randint(90, 110)),
}
MONTHS = [date(2024, month, 1) for month in range(1, 13)]
GONE = "withdrawn"
LONDON = ZoneInfo("Europe/London")
TEXTS = (
    "It is {{ ae-4h.latest }}.",
    "As before.",
    "The {{ handover-30.latest }} handovers.",
    "It is {{ nothing.latest }}.",
)


@dataclass
class Office:
    """One history, and the diary of it: (number of the act, what was known after it)."""

    chance: Random
    now: datetime = field(default_factory=lambda: datetime(2025, 3, 3, 9, tzinfo=LONDON))
    figures: list[tuple[int, dict[tuple[str, date], str]]] = field(default_factory=list)
    words: list[tuple[int, str, str]] = field(default_factory=list)
    plans: list[tuple[int, str]] = field(default_factory=list)
    refused: int = 0
    interrupted: int = 0
    inside: bool = False
    crowded: bool = False  # others act meanwhile, in other threads: dates are the clock's

    def pass_time(self) -> datetime | None:
        if self.crowded:
            return None
        self.now += timedelta(hours=self.chance.choice([0, 0, 1, 5, 24]))
        return self.now

    def record(self) -> None:
        months = self.chance.sample(MONTHS, self.chance.randint(1, 4))
        cells = {(slug, month): say(self.chance) for slug, say in MEASURES.items() for month in months}
        lines = [f"{slug},{AREA},{month:%Y-%m},{printed}," for (slug, month), printed in cells.items()]
        data = "\n".join(["indicator,area,period,value,plan", *lines]).encode()
        answers = {RESTATEMENT: REPLACE}
        receipt = cycle.bring_in(files=[("a.csv", data)], by=BY, answers=answers, at=self.pass_time())
        assert not receipt.problems and not receipt.questions, receipt
        if receipt.release:
            self.figures.append((sequence.last(), self.known_at(sequence.last()) | cells))

    def withdraw(self) -> None:
        """The last release, unless it is the first or takes back one itself."""
        releases = Release.objects.order_by("-number")[:2]
        if len(releases) < 2 or releases[0].withdraws:
            return
        was = dict.fromkeys(self.known_at(sequence.last()), GONE) | self.known_at(releases[0].act_id - 1)
        cycle.withdraw(release=releases[0].number, because="It was wrong.", by=BY, at=self.pass_time())
        self.figures.append((sequence.last(), was))

    def define(self) -> None:
        files, path = starter(), f"frameworks/{FRAMEWORK}.yaml"
        most = self.chance.choice(["100", "95", "105"])
        files[path] = files[path].replace(b"value: 100", f"value: {most}".encode())
        done = cycle.load(files=files, by=BY, at=self.pass_time())
        assert not done.problems, done.problems
        self.plans.append((sequence.last(), most))

    def write(self) -> None:
        """A text that was never said before, or the end of one."""
        ident = self.chance.choice("abc")
        last = Text.objects.filter(ident=ident).order_by("version").last()
        version = last.version if last else 0
        gone = self.chance.random() < 0.2 and last is not None and not last.withdrawn
        mark = f"mark-{len(self.words)}-."
        text = f"{self.chance.choice(TEXTS)} {mark}"
        note = Note(ident, NoteKind.RISK, FRAMEWORK, SECTION, ("ae-4h",), f"Risk {ident}", text, version=version)
        cycle.write(note=note, by=BY, expected=version, at=self.pass_time(), withdrawn=gone)
        self.words.append((sequence.last(), ident, "" if gone else mark))

    def accept(self) -> None:
        if rows := found.open_findings(observations.moment()):
            row = self.chance.choice(rows)
            try:
                findings.accept(finding=row.id, because="It is known.", by=BY, at=self.pass_time())
            except findings.CannotAccept as problem:  # somebody else mended it meanwhile
                assert self.crowded and "do not find this any more" in str(problem), problem

    def assess(self) -> None:
        cycle.assess_again(by=BY, everything=True, at=self.pass_time())

    def publish(self) -> None:
        """As known now, today, or on a day before; while somebody else does something between any two steps."""
        day = self.chance.choice([None, self.now.date(), self.now.date() - timedelta(days=self.chance.randint(0, 3))])
        if self.crowded:
            day = None
        with nullcontext() if self.inside or self.crowded else interrupted(self.interrupt):
            try:
                actions.publish(pack=PACK, by=BY, as_known=day, at=None if self.crowded else self.now)
            except refusals.CannotPublish as problem:
                assert "nothing.latest" in str(problem) or "known" in str(problem), problem
                self.refused += 1

    def interrupt(self) -> None:
        if self.chance.random() < 0.2:
            self.inside = True
            self.interrupted += 1
            self.act()
            self.inside = False

    def act(self) -> None:
        weights = {
            self.record: 4,
            self.define: 1,
            self.write: 3,
            self.accept: 2,
            self.assess: 1,
            self.withdraw: 1,
            self.publish: 5,
        }
        self.chance.choices(list(weights), list(weights.values()))[0]()

    def work(self, acts: int = 6) -> None:
        """Beside others, who may be faster."""
        for _ in range(acts):
            with suppress(Overtaken, CannotWithdraw):
                self.act()

    def live(self, acts: int = 12) -> None:
        self.define()
        self.record()
        for _ in range(acts):
            self.act()
        self.publish()

    def known_at(self, number: int) -> dict[tuple[str, date], str]:
        """(measure, month) -> what was said of it last, up to a number."""
        return next((known for act, known in reversed(self.figures) if act <= number), {})

    def most_at(self, number: int) -> str:
        """The target of the handovers."""
        return [most for act, most in self.plans if act <= number][-1]

    def said_at(self, number: int) -> set[str]:
        last = {ident: mark for act, ident, mark in self.words if act <= number}
        return {mark for mark in last.values() if mark}


SEAMS = (
    (refusals, "stale"),
    (refusals.checks, "find"),
    (papers.assessments, "results"),
    (papers.commentary, "notes"),
    (papers.catalogue, "at"),
    (papers.observations, "load_shown"),
    (papers.observations, "moment_at"),
    (actions, "edition_before"),
    (actions, "gather"),
    (actions, "name_free"),
    (actions, "draw"),
)
"""Where publishing reads and another may write."""


@contextmanager
def interrupted(interrupt: Callable[[], None]) -> Iterator[None]:
    """Between the steps of publishing, `interrupt` is called."""

    def seam(step: Callable) -> Callable:
        def stepped(*args, **words):
            pause()
            return step(*args, **words)

        return stepped

    busy = False

    def pause() -> None:
        nonlocal busy
        if not busy:  # what the interruption itself reads is not interrupted
            busy = True
            interrupt()
            busy = False

    with pytest.MonkeyPatch.context() as patch:
        for room, name in SEAMS:
            patch.setattr(room, name, seam(getattr(room, name)))
        yield
