"""Which releases stand. One that was withdrawn does not, unless the release that withdrew it was withdrawn itself."""

from collections.abc import Iterable


def find_taken_back(acts: Iterable[tuple[int, int | None]]) -> dict[int, int]:
    """Release -> the one that takes it back, for those that do not stand.

    `acts`: number of each release, and of the one it withdraws. A release can be undone only by a later one, so the
    newest is settled first: 3 withdraws 2 and 4 withdraws 3 leaves 2 standing.
    """
    by: dict[int, int] = {}
    for number, takes in sorted(acts, key=lambda act: act[0], reverse=True):
        if takes and number not in by:
            by.setdefault(takes, number)
    return by
