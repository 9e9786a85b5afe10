"""Where a series is likely to end, and the chance of meeting what was promised."""

from outturn.core.statistics.offering import offer

EXPORTS = {
    "forecast": "paths",
    "chance": "chances",
}

__all__ = sorted(EXPORTS)
__getattr__ = offer(__name__, EXPORTS)
