"""Statistical process control: what is more than chance along time."""

from outturn.core.statistics.offering import offer

EXPORTS = {
    "spc": "points",
    "spc_summary": "series",
    "p_prime": "primed",
    "u_prime": "primed",
    "t_chart": "rare",
    "g_chart": "rare",
    "days_between": "rare",
    "run_chart": "runs",
    "point_reasons": "reasons",
    "exception_words": "exceptions",
    "exception_rank": "exceptions",
    "rank_exceptions": "exceptions",
    "RuleSet": "rulesets",
    "rule_set": "rulesets",
    "RULE_SETS": "rulesets",
    "MAKING_DATA_COUNT": "rulesets",
    "PLOT_THE_DOTS": "rulesets",
    "step_changes": "step_proposals",
}

__all__ = sorted(EXPORTS)
__getattr__ = offer(__name__, EXPORTS)
