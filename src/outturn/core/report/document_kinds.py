"""The kinds of what a Document holds: what renderers may ask for, instead of reading what is shown."""

from enum import StrEnum


class PageKind(StrEnum):
    SUMMARY = "summary"
    SCORECARD = "scorecard"
    MEASURE = "measure"
    SECTION = "section"
    FINANCE = "finance"
    RANKS = "ranks"
    CHANGES = "changes"
    APPENDIX = "appendix"
    METHOD = "method"
    OUTCOMES = "outcomes"


class Layout(StrEnum):
    """How a page is laid out where a format has pages: over as many as it takes, or all of it on one sheet."""

    FLOW = "flow"
    ONE_PAGE_A3 = "one_page_a3"


class ColumnKind(StrEnum):
    """What a column holds, and so how its cells are drawn and to which side they keep."""

    TEXT = "text"
    NUMBER = "number"
    CHIP = "chip"
    MARKS = "marks"
    TREND = "trend"
    MOVEMENT = "movement"
    LINK = "link"
    TICK = "tick"


class PanelTone(StrEnum):
    """What the points of a panel are: the kinds of commentary, a note, or two findings that disagree."""

    HIGHLIGHT = "highlight"
    RISK = "risk"
    MITIGATION = "mitigation"
    GOOD_NEWS = "good_news"
    OUTCOME = "outcome"
    STORY = "story"
    NOTE = "note"
    ARGUE = "argue"


class Status(StrEnum):
    """The colour of a state; its word and its shape stand beside it."""

    GREEN = "green"
    YELLOW = "yellow"
    AMBER = "amber"
    RED = "red"
    GREY = "grey"
    BLUE = "blue"


class Arrow(StrEnum):
    """What a figure did, whatever is welcome."""

    NONE = ""
    UP = "up"
    DOWN = "down"
    SAME = "same"


class Tone(StrEnum):
    """Whether what a figure did is welcome."""

    NONE = ""
    IMPROVING = "improving"
    WORSENING = "worsening"
    STEADY = "steady"
