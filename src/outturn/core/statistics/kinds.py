"""The statistics by name, without what works them out: quick to import."""

from enum import StrEnum


class Kind(StrEnum):
    """What `outturn stats` can work out."""

    PROPORTION = "proportion"
    RATE = "rate"
    MEAN = "mean"
    DSR = "dsr"
    ISR = "isr"
    QUANTILE = "quantile"
    FUNNEL = "funnel"
    TREND = "trend"
    COMPARE = "compare"
    TARGET = "target"
    INEQUALITY = "inequality"
    LIFE_EXPECTANCY = "life-expectancy"


GROUP_OF: dict[Kind, list[str]] = {Kind.TREND: ["series"], Kind.COMPARE: [], Kind.TARGET: []}
"""The columns whose equal rows must be answered together; `group` where nothing is said, none: each row alone."""

WHOLE_COLUMN = {Kind.DSR: "band", Kind.ISR: "band", Kind.INEQUALITY: "quantile", Kind.LIFE_EXPECTANCY: "age"}
"""The column of which every part of a table must know all the values that stand anywhere in it."""


def keys(kind: Kind) -> list[str]:
    """How a table may be cut into parts without changing an answer."""
    return GROUP_OF.get(kind, ["group"])
