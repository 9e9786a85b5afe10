"""Whether the last periods rise or fall by more than chance."""

from outturn.core.statistics.offering import offer

EXPORTS = {
    "trend": "recent",
}

__all__ = sorted(EXPORTS)
__getattr__ = offer(__name__, EXPORTS)
