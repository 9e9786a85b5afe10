"""Proportions, rates, means, standardised and life tables, with their intervals."""

from outturn.core.statistics.offering import offer

EXPORTS = {
    "proportion": "intervals",
    "rate": "intervals",
    "mean": "intervals",
    "dsr": "standardised",
    "isr": "standardised",
    "ESP_2013": "standards",
    "inequality": "inequality_indices",
    "life_expectancy": "life_tables",
}

__all__ = sorted(EXPORTS)
__getattr__ = offer(__name__, EXPORTS)
