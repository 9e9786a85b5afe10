"""Row numbers in a sentence."""

from collections.abc import Collection

NAMED_ROWS = 6


def say_other_rows(rows: Collection[int], total: int = 0, same: str = "The same") -> str:
    """` The same in rows 15, 16 and 4 more.` for all rows but the first; empty where there is no other.

    `total` counts the rows where `rows` lists only the first of them.
    """
    distinct = sorted(set(rows))
    count = max(total, len(distinct)) - 1
    if count < 1:
        return ""
    shown = [str(row) for row in distinct[1 : NAMED_ROWS + 1]]
    more = [f"{count - len(shown):,} more"] if count > len(shown) else []
    words = [*shown, *more]
    listed = words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
    return f" {same} in row {listed}." if count == 1 else f" {same} in rows {listed}."
