"""What all statistics of tables share: columns, groups, problems, compiled loops."""

from outturn.core.statistics.offering import offer

EXPORTS = {
    "BadInput": "problems",
    "Problem": "problems",
}

__all__ = sorted(EXPORTS)
__getattr__ = offer(__name__, EXPORTS)
