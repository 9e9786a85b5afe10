"""What is asked of a measure, and what stands in place of a figure: each with the table of its cases."""

from dataclasses import replace
from datetime import date

import pytest
from core.report.small import entry, indicator, month

from outturn.core.assess.result import Latest, Result, Standing
from outturn.core.catalogue import EntryKind, Target, TargetKind
from outturn.core.report.say.aims import KINDS, target_sentence
from outturn.core.report.tables.entries import describe

ENTRY = entry("plan", "urgent", "waits")
OCTOBER = month(2024, 10)
PLANNED = Latest(OCTOBER, 7.0, "known", plan=5.0, plan_state="known")
NO_PLAN = Latest(OCTOBER, 7.0, "known", plan_state="not_applicable")
FLAT, REDUCE, COMPARED = TargetKind.FLAT, TargetKind.REDUCE, TargetKind.COMPARATOR
FROM, TO = date(2026, 1, 1), date(2026, 3, 31)


def test_every_kind_of_target_has_words():
    assert KINDS.keys() == set(TargetKind)


@pytest.mark.parametrize(
    ("target", "latest", "words"),
    [
        (Target(FLAT, "<=", value=5.0), PLANNED, "One target for every period: at or below 5. Set nationally."),
        (Target(FLAT, "<=", value=5.0), Latest(), "One target for every period: at or below 5. Set nationally."),
        (Target(FLAT, "<=", value=5.0), NO_PLAN, "One target for every period. Set nationally."),
        (
            Target(FLAT, "<", True, 5.0, set_by="local"),
            PLANNED,
            "One target for every period: below 5. The comparison follows from which way is good. Set locally.",
        ),
        (
            Target(FLAT, "<=", value=5.0, valid_from=FROM, valid_to=TO),
            PLANNED,
            "One target for every period from 1 Jan 2026 to 31 Mar 2026: at or below 5. Set nationally.",
        ),
        (
            Target(REDUCE, "<", baseline="2023", valid_from=FROM),
            PLANNED,
            "To be lower than the baseline of 2023 from 1 Jan 2026: below 5. Set nationally.",
        ),
        (Target(FLAT, "<=", value=5.0, baseline="2023"), Latest(), "One target for every period: at or below 5. "
         "Set nationally."),
        (
            Target(TargetKind.TRAJECTORY, "<=", set_by="plan"),
            replace(PLANNED, plan_period=month(2024, 12), plan_state="not_due"),
            "The plan changes from period to period: at or below 5 (for Dec 2024, not due yet). "
            "Set by the system's own plan for the year.",
        ),
        (
            Target(TargetKind.TRAJECTORY, "<="),
            replace(PLANNED, plan=None, plan_state="suppressed"),
            "The plan changes from period to period. Set nationally.",
        ),
        (Target(TargetKind.MILESTONE), Latest(), "A milestone in words. Set nationally."),
        (Target(TargetKind.TBC), Latest(), "The target is not settled yet."),
        (Target(TargetKind.NONE), PLANNED, "There is no target."),
    ],
)  # fmt: skip
def test_what_is_asked_for(target, latest, words):
    asked = replace(ENTRY, target=target)
    assert target_sentence(asked, indicator("waits"), Result(*asked.key, latest=latest)) == words


@pytest.mark.parametrize(
    ("comparator", "until", "words"),
    [
        ("national average", None, "To be as good as the published national average: at or below 5. Set nationally."),
        ("", None, "To be as good as the published comparator: at or below 5. Set nationally."),
        (
            "national average",
            TO,
            "To be as good as the published national average until 31 Mar 2026: at or below 5. Set nationally.",
        ),
    ],
)
def test_what_a_comparator_asks_for(comparator, until, words):
    asked = replace(ENTRY, target=Target(COMPARED, "<=", valid_to=until))
    result = Result(*asked.key, latest=PLANNED, standing=Standing(comparator=5.0, comparator_text=comparator))
    assert target_sentence(asked, indicator("waits"), result) == words


@pytest.mark.parametrize(
    ("kind", "text", "target", "latest", "words"),
    [
        (EntryKind.MEASURE, "", Target(FLAT), PLANNED, ""),
        (EntryKind.MEASURE, "", Target(FLAT), Latest(), ""),
        (EntryKind.MEASURE, "", Target(TargetKind.TBC), PLANNED, ""),
        (EntryKind.MEASURE, "", Target(TargetKind.TBC, text="TBC"), Latest(), "To be confirmed."),
        (EntryKind.NARRATIVE, "", Target(TargetKind.NONE), Latest(), "Nothing is said yet."),
        (EntryKind.NARRATIVE, "Carried by partners", Target(TargetKind.NONE), Latest(), "Carried by partners."),
        (
            EntryKind.MILESTONE,
            "A hub is open.",
            Target(TargetKind.MILESTONE, text="a hub by December"),
            Latest(),
            "A hub is open. Target: A hub by December.",
        ),
    ],
)
def test_what_stands_in_place_of_a_figure(kind, text, target, latest, words):
    told = replace(ENTRY, kind=kind, text=text, target=target)
    assert describe(told, Result(*told.key, latest=latest)) == words
