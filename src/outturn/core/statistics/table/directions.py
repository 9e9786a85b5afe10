"""Which way is better: the words people use, as +1, -1 or 0."""

import numpy as np
import polars as pl

from outturn.core.statistics.table.problems import Problem

SIGNS = {"higher": 1, "lower": -1, "none": 0, "increase": 1, "decrease": -1, "neutral": 0, "": 0}
WORDS = {1: "higher", -1: "lower", 0: "none"}


def signs(frame: pl.DataFrame, column: str, problems: list[Problem]) -> np.ndarray:
    """The column as +1 (higher is better), -1 (lower) or 0 (neither, or empty); no column is all 0."""
    if column not in frame.columns:
        return np.zeros(frame.height, np.int64)
    given = frame[column]
    if len(given) > 1 and given.null_count() == 0 and bool((given == given[0]).all()):  # one word for all: read once
        return np.repeat(signs(frame.head(1), column, problems), len(given))
    words = given.cast(pl.String).fill_null("").str.strip_chars().str.to_lowercase()
    numbers = words.replace_strict(SIGNS, default=None, return_dtype=pl.Int64)
    problems += [
        Problem(f"'{frame[column][row]}' is not a direction. Use higher, lower or none.", row + 1, column)
        for row in numbers.is_null().arg_true().to_list()
    ]
    return numbers.fill_null(0).to_numpy()
