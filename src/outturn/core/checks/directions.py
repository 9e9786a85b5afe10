"""Which way is good, as the source prints it, against its own target and marker."""

from collections.abc import Iterator

from outturn.core.catalogue import GOOD_WHERE, Direction, Entry
from outturn.core.checks.evidence import Evidence
from outturn.core.checks.finding import Finding, Severity

ARROW = {Direction.HIGHER: "↑", Direction.LOWER: "↓", Direction.NONE: "–"}
GOOD = {
    Direction.HIGHER: "higher is better",
    Direction.LOWER: "lower is better",
    Direction.NONE: "neither way is better",
}
TITLE = "Good is the other way than the target"
OWN_TITLE = "Good is the other way than the indicator"


def question_printed_directions(evidence: Evidence) -> Iterator[Finding]:
    """The source prints as good what its own target counts against.

    Settled where the entry's direction is that of the target; where it is not, the source cannot be settled by itself.
    """
    for entry, _ in evidence.pairs:
        if entry.good_is_printed in (None, GOOD_WHERE.get(entry.target.operator)):
            continue
        settled = entry.direction is not entry.good_is_printed
        yield evidence.about(
            entry,
            "good-is-printed" if settled else "good-is-undecided",
            OWN_TITLE if has_no_sign(entry) else TITLE,
            Severity.WARNING,
            say_settled(entry) if settled else say_undecided(entry),
        )


def tell_turned_directions(evidence: Evidence) -> Iterator[Finding]:
    """Check 33: an entry that turns its indicator round. Definitions allow it with a reason; readers are told."""
    for entry, _ in evidence.pairs:
        own = evidence.catalogue.indicators[entry.indicator].direction
        if entry.direction is own or not entry.direction_reason:
            continue
        sentence = f"{name_row(entry)}Here {GOOD[entry.direction]}; for the indicator itself {GOOD[own]}."
        yield evidence.about(
            entry,
            "direction-turned",
            OWN_TITLE,
            Severity.NOTE,
            f"{sentence} The reason given: {entry.direction_reason}",
        )


def say_settled(entry: Entry) -> str:
    """By the target, where the source prints a sign; else by what the indicator itself is."""
    arrow = ARROW[entry.good_is_printed or Direction.NONE]
    if has_no_sign(entry):
        return (
            f"{name_row(entry)}'good is' is printed {arrow}, but for this "
            f"indicator {GOOD[entry.direction]}. That is how it is judged here. Ask the producer to correct the page."
        )
    return (
        f"{name_row(entry)}'good is' is printed {arrow}, but the target asks for "
        f"{entry.target.operator} and the marker agrees with it. {entry.direction.value.capitalize()} is taken as "
        "good. Ask the producer to correct the page."
    )


def say_undecided(entry: Entry) -> str:
    arrow = ARROW[entry.good_is_printed or Direction.NONE]
    return (
        f"{name_row(entry)}'good is' is printed {arrow}, but the target asks for "
        f"{entry.target.operator}. The page does not show which of them is wrong, so both stand as printed: the "
        "rating follows the target, better and worse follow 'good is'. Ask the producer."
    )


def has_no_sign(entry: Entry) -> bool:
    """Whether the source prints no operator, so that its target argues with nothing."""
    return entry.target.inferred or not entry.target.operator


def name_row(entry: Entry) -> str:
    return f"{entry.sub_label}: " if entry.sub_label else ""
