"""Memory for large results, used again when nobody holds the result any more.

Getting fresh memory from the system costs more than the arithmetic that fills it: 40 MB took 6 ms here, the Wilson
limits of a million groups that stand in it 4. Whoever works through a large table in parts gets the same memory for
each part. One block at most is kept, of at most `MOST` bytes.
"""

import weakref
from collections import deque

import numpy as np

LEAST, MOST = 2**20, 2**26
"""Smaller results are no trouble; larger ones are not worth holding on to."""

free: deque[np.ndarray] = deque(maxlen=1)
"""The block that nobody uses. Taking and giving back are single steps, so threads need no lock."""


def rows(count: int, size: int, kind: type = np.float64) -> np.ndarray:
    """An array of count x size numbers of 8 bytes, holding anything. A view of it keeps it from being used again."""
    needed = count * size * 8
    if not LEAST <= needed <= MOST:
        return np.empty((count, size), kind)
    block = taken(needed)
    result: np.ndarray = np.frombuffer(block.data[:needed], kind)  # what views of it point at, unlike the block itself
    weakref.finalize(result, free.append, block).atexit = False
    return result.reshape(count, size)


def taken(needed: int) -> np.ndarray:
    """The free block when it fits without waste, else a new one."""
    try:
        block = free.pop()
    except IndexError:
        block = np.empty(0, np.uint8)
    return block if needed <= block.size <= 2 * needed else np.empty(needed, np.uint8)
