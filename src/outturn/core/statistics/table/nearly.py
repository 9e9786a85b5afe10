"""When two figures are the same although binary arithmetic tells them apart: 0.1 + 0.2 is 0.3.

Equal within 1e-9, or within a billionth of the larger where both are under 1; and never further apart than the last
bits of large figures: £1,000,000,001 is more than £1,000,000,000.
"""

from typing import Any

import numpy as np
import polars as pl

NEARLY = 1e-9
LAST_BITS = 4 * float(np.finfo(float).eps)


def equal(left: Any, right: Any) -> Any:
    """Element by element; NaN equals nothing."""
    with np.errstate(invalid="ignore", over="ignore"):
        size = np.maximum(np.abs(left), np.abs(right))
        beside_zero = (np.asarray(left) == 0) | (np.asarray(right) == 0)
        allowed = NEARLY * np.where(beside_zero, 1.0, np.minimum(size, 1.0))
        return (np.asarray(left) == right) | (np.abs(left - right) < np.maximum(allowed, LAST_BITS * size))


def at_least(left: Any, right: Any) -> Any:
    """Element by element whether left is right or more."""
    return (np.asarray(left) > right) | equal(left, right)


def equal_in(left: pl.Expr, right: pl.Expr) -> pl.Expr:
    """The same of two columns; null where either is."""
    size = pl.max_horizontal(left.abs(), right.abs())
    allowed = pl.when((left == 0) | (right == 0)).then(1.0).otherwise(pl.min_horizontal(size, 1.0)) * NEARLY
    return (left == right) | ((left - right).abs() < pl.max_horizontal(allowed, size * LAST_BITS))
