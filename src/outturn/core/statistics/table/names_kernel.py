"""Comparing very many names, as plain loops compiled by Numba (why: docs/decisions/0009).

Shapes: `views` has two numbers of 64 bits for each name, one after the other, as Polars keeps them on a little-endian
machine: the length in bytes and the first four of them; then eight more, or for a name of over 12 bytes the place
where all of it stands. Each loop goes once through them, without a branch or a step back.
"""

from typing import Any

import numpy as np

from outturn.core.statistics.table.compiled import compile_loops

NO, YES, UNSURE = 0, 1, 2
"""UNSURE: there are long names, which these numbers cannot tell apart."""

compiled = compile_loops()

WHOLE = np.uint64(12)
LOW = np.uint64(0xFFFFFFFF)
BYTE, HALF, WORD = np.uint64(8), np.uint64(16), np.uint64(32)
BYTES, HALVES = np.uint64(0x00FF00FF00FF00FF), np.uint64(0x0000FFFF0000FFFF)


@compiled
def turned(word: Any) -> Any:
    """The eight bytes the other way round, so that numbers rise as text does."""
    word = ((word >> BYTE) & BYTES) | ((word & BYTES) << BYTE)
    word = ((word >> HALF) & HALVES) | ((word & HALVES) << HALF)
    return (word >> WORD) | (word << WORD)


@compiled
def rising(views: Any) -> int:
    """Whether each name comes after the one before."""
    falls, longest = False, views[0] & LOW
    start, rest = turned(views[0]) & LOW, turned(views[1])
    for i in range(1, views.size // 2):
        head = views[2 * i]
        next_start, next_rest = turned(head) & LOW, turned(views[2 * i + 1])
        falls |= (next_start < start) | ((next_start == start) & (next_rest <= rest))
        longest = max(longest, head & LOW)
        start, rest = next_start, next_rest
    return UNSURE if longest > WHOLE else NO if falls else YES


@compiled
def view_changes(views: Any, rows: Any) -> int:
    """Put into `rows` where a name is not the one before; how many, or -1 when that is unsure."""
    found, unsure = 0, False
    head, rest = views[0], views[1]
    for i in range(1, views.size // 2):
        next_head, next_rest = views[2 * i], views[2 * i + 1]
        rows[found] = i
        found += (next_head != head) | (next_rest != rest)
        unsure |= (next_head == head) & (next_rest != rest) & (head & LOW > WHOLE)
        head, rest = next_head, next_rest
    return -1 if unsure else found


@compiled
def number_changes(values: Any, rows: Any) -> int:
    """The same for whole numbers."""
    found, last = 0, values[0]
    for i in range(1, values.size):
        rows[found] = i
        found += values[i] != last
        last = values[i]
    return found
