"""The words and shapes of the ratings of a framework, for what counts them and filters by them."""

from collections.abc import Mapping

from outturn.core.assess.result import Rating
from outturn.core.report.cells import show_chip
from outturn.core.report.document import Chip
from outturn.records.assessments.overview import Overview
from outturn.web.seen import Seen

Chips = Mapping[str, Chip]


def chips_of(seen: Seen, overview: Overview) -> Chips:
    """By the key of the band; each by the scheme of an entry that has it."""
    schemes = {group.rating: seen.entry_at(group.last).scheme for group in overview.groups}
    return {key: show_chip(seen.definitions, Rating(key=key, scheme=scheme)) for key, scheme in schemes.items()}
