"""Across areas: comparison with a benchmark, ranks, quantiles, funnels."""

from outturn.core.statistics.offering import offer

EXPORTS = {
    "quantile": "quantiles",
    "funnel": "funnels",
    "compare": "comparison",
    "band": "comparison",
    "against_target": "target_ranges",
    "rank": "ranks",
}

__all__ = sorted(EXPORTS)
__getattr__ = offer(__name__, EXPORTS)
