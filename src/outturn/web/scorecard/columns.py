"""The columns of the scorecard: what they mean, and the links that sort by them."""

from dataclasses import dataclass

from outturn.core.catalogue import Framework
from outturn.web.scorecard.asked import Asked
from outturn.web.seen import Seen

COLUMNS = (
    ("Measure", "name", "", "What is measured. The full wording of the framework is on its page."),
    ("Rating", "rating", "", "The state by the framework's rating scheme: a word and a shape as well as a colour."),
    ("Latest", "", "number", "The newest figure and the period it is about."),
    ("Target", "", "number", "The plan for that period. Where the plan is for another period, that is said."),
    (
        "Gap",
        "gap",
        "number",
        "The newest figure less its plan, in the unit of the measure; the share of plan when it is missed.",
    ),
    ("Movement", "movement", "", "What the figure did since the period before, and whether that is welcome."),
    ("24 months", "", "", "The last 24 months. The dashed line is the plan; the pale side of it is the good side."),
    ("Variation", "urgency", "", "Left: has it changed more than chance would? Right: can the target be relied on?"),
    ("Rank", "rank", "number", "Where the system stands among all systems, 1 is best."),
    ("Data", "lag", "", "How many months the newest figure is behind."),
)


@dataclass(frozen=True)
class Heading:
    title: str
    kind: str
    note: str
    href: str = ""
    sorted: str = ""  # ascending, descending: the value of aria-sort


def heading(seen: Seen, framework: Framework, wanted: Asked, title: str, sort: str, kind: str, note: str) -> Heading:
    if not sort:
        return Heading(title, kind, note)
    current = wanted.sort == sort
    query = wanted.query(sort=sort, order="reverse" if current and not wanted.reverse else "")
    sense = ("descending" if wanted.reverse else "ascending") if current else ""
    return Heading(title, kind, note, seen.to("scorecard-framework", framework.slug, **query), sense)
