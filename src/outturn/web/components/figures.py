"""Figures of one result as pages show them: the cells of the papers, with the words a page adds."""

from dataclasses import dataclass

from outturn.core.assess.result import Latest, Rating, Result
from outturn.core.catalogue import Catalogue, Entry, Indicator, TargetKind
from outturn.core.catalogue import in_role as plain
from outturn.core.periods import Period
from outturn.core.report import cells
from outturn.core.report.document import Chip
from outturn.core.report.say.movement import moved
from outturn.core.report.wording import STRICT
from outturn.core.units import Unit, show, show_signed

LONG = 12
NOT_RATED = Chip("grey", "Not rated", "–", "dash")
NO_TARGET = {
    TargetKind.TBC: "To be confirmed",
    TargetKind.NONE: "No target",
    TargetKind.MILESTONE: "Milestone",
    TargetKind.COMPARATOR: "Comparator",
}


@dataclass(frozen=True)
class Move:
    """arrow: up, down, same or empty; tone: improving, worsening, steady or empty; word says it."""

    arrow: str = ""
    tone: str = ""
    word: str = ""
    detail: str = ""


def chip(known: Catalogue, rating: Rating) -> Chip:
    """The state of a rating with its word, letter and shape, from the scheme it was rated by."""
    found = cells.chip(known, rating).chip
    return found if found and found.key != "grey" else NOT_RATED


def figure(value: float | None, unit: Indicator, state: str = "known", text: str = "", table: bool = True) -> str:
    """`table`: durations as 01:05:37, so that they line up; else 1h 05m, as people say them."""
    return cells.figure(unit, value, state=state, text=text, table=table).text


def in_role(value: float | None, unit: Indicator, role: str, state: str = "known", text: str = "") -> str:
    """The part and the whole of a percent are counts, as fine as they are."""
    shown = plain(unit, role)
    if shown is not unit and value is not None:
        shown = cells.as_fine_as(shown, value)
    return figure(value, shown, state, text)


def published(value: float | None, unit: Indicator) -> str:
    """A figure of others beside ours, as fine as it was published; a dash where there is none."""
    return "–" if value is None else figure(value, cells.as_fine_as(unit, value))


def change(value: float | None, unit: Indicator, table: bool = True) -> str:
    """A difference in the indicator's unit, signed; empty where there is none."""
    return "" if value is None else show_signed(value, unit.unit, unit.decimals, scale=unit.scale, table=table)


def latest(found: Latest, unit: Indicator, table: bool = True) -> str:
    if found.period is None and found.value is None:
        return found.text or "No data yet"
    return figure(found.value, unit, found.state, found.text, table)


def target(result: Result, entry: Entry, unit: Indicator, table: bool = True) -> str:
    """The plan for the period, or the word that stands where there is none."""
    if result.latest.plan is not None:
        return figure(result.latest.plan, unit, table=table)
    plan = cells.plan(unit, result)
    if plan.key and plan.text:
        return plan.text
    if entry.target.value is not None:
        return figure(entry.target.value, unit, table=table)
    return entry.target.text or NO_TARGET.get(entry.target.kind, "No plan for this period")


def period(found: Period | None, table: bool = True) -> str:
    """`Oct 2024`; in a table, what is long goes short: `12m to Sep 24`."""
    if found is None:
        return ""
    return found.short if table and len(found.label) > LONG else found.label


def target_period(found: Latest, table: bool = True) -> str:
    """The period of the plan, when it is another than that of the value: `Q2 2024/25`, `Q3 2024/25, not yet due`."""
    plan = found.plan_period
    if plan is None or plan == found.period:
        return ""
    if found.plan_state == "not_due":
        return f"due {plan.short}" if table else f"{plan.label}, not yet due"
    return period(plan, table)


def gap_words(rating: Rating, aim: str = "plan") -> str:
    """`better than plan`, `worse than the target`, `on plan`; empty where nothing was compared."""
    if rating.met is None or rating.gap is None:
        return ""
    named = aim if aim == "plan" else f"the {aim}"
    if rating.gap == 0:
        return (
            f"on {named}" if rating.met else f"exactly on {named}, which asks for {STRICT.get(rating.operator, 'more')}"
        )
    if rating.met:
        return f"better than {named}"
    return "within the tolerance" if rating.on else f"worse than {named}"


def people(rating: Rating, unit: Indicator) -> str:
    """`about 390 people`: what a gap in percent comes to, where the denominator is known. A gap of counts is itself."""
    if not rating.people or unit.unit is Unit.COUNT:
        return ""
    return f"about {show(abs(rating.people), Unit.COUNT)} {unit.people or 'people'}"


def printed(rating: Rating) -> str:
    """What the source printed, where that is another rating than the rule gives."""
    return rating.printed if rating.differs else ""


def move(result: Result, unit: Indicator, table: bool = True) -> Move:
    """What the number did, then whether that is welcome."""
    said, did = moved(result), result.movement
    if not said.arrow:
        return Move()
    since = f"since {did.since.label}" if did.since else did.basis
    return Move(said.arrow, said.tone, said.word, f"{change(did.change, unit, table)} {since}".strip())
