"""Checks 3 and 14: ratings against their scheme, ranks against the table they stand in."""

from collections.abc import Iterator

from outturn.core.checks.evidence import Evidence
from outturn.core.checks.finding import Finding, Severity


def compare_printed_ratings(evidence: Evidence) -> Iterator[Finding]:
    """The source printed a rating that its own rule does not give."""
    for entry, result in evidence.pairs:
        for rating, year in ((result.rating, ""), (result.outturn_rating, " for the full year")):
            if not rating.differs:
                continue
            word = evidence.catalogue.band(rating.scheme, rating.key).word
            sentence = (
                f"Printed {rating.printed}{year}; the rule gives {word}. {rating.reason} "
                "Both are shown. Correct the rating, or record an override with its reason."
            )
            yield evidence.about(
                entry, "printed-rating", "Printed rating differs from its rule", Severity.WARNING, sentence
            )


def find_misplaced_ranks(evidence: Evidence) -> Iterator[Finding]:
    """A rank that does not belong in the quarter whose table it stands in."""
    for entry, result in evidence.pairs:
        section = evidence.catalogue.frameworks[entry.framework].section(entry.section)
        standing = result.standing
        if section is None or section.quarter is None or standing.quartile in (None, section.quarter):
            continue
        sentence = (
            f"Rank {standing.rank} of {standing.rank_of} is in quarter {standing.quartile} of 4, "
            f"but stands in the table '{section.name}'. Move the row, or correct the rank."
        )
        yield evidence.about(entry, "rank-quarter", "Rank stands in the wrong table", Severity.NOTE, sentence)
