"""Why a value is missing: the first reason that applies to each row."""

import numpy as np
import polars as pl

Reasons = list[tuple[np.ndarray, str]]


def first_reason(reasons: Reasons, size: int) -> tuple[np.ndarray, pl.Series]:
    """Which rows have a reason, and its words (null elsewhere)."""
    which = np.full(size, -1, np.int8)
    for number, (applies, _) in enumerate(reasons):
        which[applies & (which < 0)] = number
    bad = which >= 0
    if not bad.any():
        return bad, pl.Series([None], dtype=pl.String).new_from_index(0, size)
    words = pl.Series([text for _, text in reasons] + [None], dtype=pl.String)
    return bad, words.gather(np.where(bad, which, len(reasons)))
