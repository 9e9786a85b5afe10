"""The codes by which files call areas: ONS (E06000016) and ODS (RWE)."""

from collections import Counter
from collections.abc import Iterable

from outturn.core.catalogue import Area


def codes_of(areas: Iterable[Area]) -> dict[str, str]:
    """Code to slug. A code that two areas share names neither of them."""
    pairs = [(code, area.slug) for area in areas for code in {area.ons, area.ods} if code]
    times = Counter(code for code, _ in pairs)
    return {code: slug for code, slug in pairs if times[code] == 1}
