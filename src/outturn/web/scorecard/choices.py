"""The filters of the scorecard, each choice with how many measures it holds."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from outturn.core.catalogue import Framework
from outturn.core.report.document import Chip
from outturn.core.report.say.order import BANDS
from outturn.web.components.line import Line
from outturn.web.scorecard.asked import FAMILIES, Asked, family

SORT_CHOICES = (
    ("framework", "Framework order"),
    ("rating", "Worst rating"),
    ("gap", "Furthest from plan"),
    ("movement", "Getting worse"),
    ("urgency", "Most urgent"),
    ("rank", "Worst rank"),
    ("lag", "Oldest figure"),
    ("name", "Name"),
)


@dataclass(frozen=True)
class Choice:
    key: str
    word: str
    count: int
    chosen: bool
    chip: Chip | None = None


def ratings(lines: Sequence[Line], wanted: Asked) -> tuple[Choice, ...]:
    counts = Counter(each.result.rating.key for each in lines)
    chips = {each.result.rating.key: each.chip for each in lines}
    keys = [key for key in BANDS if counts[key]]
    return tuple(Choice(key, chips[key].word, counts[key], key in wanted.ratings, chips[key]) for key in keys)


def sections(framework: Framework, lines: Sequence[Line], wanted: Asked) -> tuple[Choice, ...]:
    counts = Counter(each.entry.section for each in lines)
    return tuple(
        Choice(each.slug, each.name, counts[each.slug], each.slug == wanted.section) for each in framework.sections
    )


def families(lines: Sequence[Line], wanted: Asked) -> tuple[Choice, ...]:
    counts = Counter(family(each.result) for each in lines)
    return tuple(
        Choice(key, word, counts[key], key == wanted.variation) for key, word in FAMILIES.items() if counts[key]
    )


def sorts(wanted: Asked) -> tuple[Choice, ...]:
    return tuple(Choice(key, word, 0, key == wanted.sort) for key, word in SORT_CHOICES)
