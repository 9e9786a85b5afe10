"""Assessment: what the numbers did, and what that means. Frames in, frames out; no clock, files or database.

Names load when first used, so that importing this package costs little more than importing Polars and NumPy.
"""

from importlib import import_module

EXPORTS = {
    "spc": "spc_points",
    "spc_summary": "spc_series",
    "p_prime": "spc_primed",
    "u_prime": "spc_primed",
    "t_chart": "spc_rare",
    "g_chart": "spc_rare",
    "days_between": "spc_rare",
    "run_chart": "spc_runs",
    "point_reasons": "spc_reasons",
    "exception_words": "exceptions",
    "exception_rank": "exceptions",
    "rank_exceptions": "exceptions",
    "RuleSet": "rulesets",
    "rule_set": "rulesets",
    "RULE_SETS": "rulesets",
    "MAKING_DATA_COUNT": "rulesets",
    "PLOT_THE_DOTS": "rulesets",
    "proportion": "intervals",
    "rate": "intervals",
    "mean": "intervals",
    "dsr": "standardised",
    "isr": "standardised",
    "ESP_2013": "standards",
    "quantile": "quantiles",
    "funnel": "funnels",
    "trend": "trends",
    "compare": "comparison",
    "band": "comparison",
    "against_target": "target_ranges",
    "rate_table": "rating_table",
    "rank": "ranks",
    "inequality": "inequality_indices",
    "life_expectancy": "life_tables",
    "forecast": "forecasts",
    "chance": "forecast_chance",
    "BadInput": "problems",
    "Problem": "problems",
    "step_changes": "step_proposals",
}
"""Public name -> the module of this package that defines it."""

__all__ = sorted(EXPORTS)


def __getattr__(name: str) -> object:
    if name not in EXPORTS:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    found = getattr(import_module(f"{__name__}.{EXPORTS[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *EXPORTS})
