"""The pictures by name, without what draws them: quick to import."""

from enum import StrEnum


class Kind(StrEnum):
    """What `outturn chart` can draw."""

    SPC = "spc"
    RUN = "run"
    P = "p"
    U = "u"
    T = "t"
    G = "g"
    TREND = "trend"
    FORECAST = "forecast"
    FUNNEL = "funnel"
    RANK = "rank"
    WATERFALL = "waterfall"


class Good(StrEnum):
    """What is better."""

    HIGHER = "higher"
    LOWER = "lower"
    NONE = "none"
