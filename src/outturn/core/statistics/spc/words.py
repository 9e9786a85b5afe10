"""The words of an SPC result: labels of rules, types of points, icons."""

import polars as pl

from outturn.core.statistics.spc.rulesets import RuleSet

COMMON_CAUSE = "common_cause"
IMPROVEMENT = "special_cause_improvement"
CONCERN = "special_cause_concern"
NEUTRAL_HIGH = "special_cause_neutral_high"
NEUTRAL_LOW = "special_cause_neutral_low"

POINT_TYPES = [COMMON_CAUSE, IMPROVEMENT, CONCERN, NEUTRAL_HIGH, NEUTRAL_LOW]
"""In the order of the kernel's codes."""

VARIATION_ICONS = [
    *[COMMON_CAUSE, COMMON_CAUSE, "improvement_high", "improvement_low", "concern_high", "concern_low"],
    *["neutral_high", "neutral_high", "neutral_low", "neutral_low"],
]
"""Two for each point type: high, then low."""

PASSES, HIT_OR_MISS, FAILS = "consistent_pass", "inconsistent", "consistent_fail"
ASSURANCE_ICONS = {PASSES: "pass", HIT_OR_MISS: "inconsistent", FAILS: "fail"}


def label_words(rules: RuleSet) -> list[str]:
    """The label of every code of the kernel: common cause, then high and low of each rule in their order."""
    trend, run = rules.trend_length, rules.run_length
    return [
        "Common Cause",
        "Above UCL",
        "Below LCL",
        f"{trend} Point Trend (Increasing)",
        f"{trend} Point Trend (Decreasing)",
        "2 in 3 Above CL",
        "2 in 3 Below CL",
        f"{run} Points Above CL",
        f"{run} Points Below CL",
    ]


def as_words(codes: pl.Series, words: list[str]) -> pl.Series:
    """Small whole numbers as the words they stand for."""
    return codes.cat.to(pl.Enum(words))
