"""Which series deserve a word, which word, and in which order: variation and assurance read together."""

import polars as pl

from outturn.core.statistics.spc.words import FAILS, HIT_OR_MISS, PASSES

IMPROVING, STEADY, WORSENING = "improvement", "common cause", "concern"

WORDS = {
    (IMPROVING, PASSES): ("Meets its target and is getting better", "Share what worked; consider a stiffer target"),
    (IMPROVING, HIT_OR_MISS): ("Getting better, but not yet reliable", "A short note is enough"),
    (IMPROVING, FAILS): (
        "Getting better, but will not get there without more change",
        "Say what comes next, and by when",
    ),
    (IMPROVING, None): ("Getting better", "Acknowledge it"),
    (STEADY, PASSES): ("Steady, and meets its target", "Keep a routine watch"),
    (STEADY, HIT_OR_MISS): ("Meets its target only by chance", "Do not explain single months: steady it, or move it"),
    (STEADY, FAILS): ("Steady, and will not meet its target", "Redesign it: a narrative and a plan every time"),
    (STEADY, None): ("Steady", "Watch it"),
    (WORSENING, PASSES): ("Still meets its target, but getting worse", "Find the cause early"),
    (WORSENING, HIT_OR_MISS): ("Getting worse, and unreliable", "Explain it and escalate"),
    (WORSENING, FAILS): ("Getting worse, and will not meet its target", "Top priority"),
    (WORSENING, None): ("Getting worse", "Explain it"),
}
"""(what the series does, assurance) -> that in words, and what to do about it."""

UNJUDGED = "No direction is set: say what changed"
NO_JUDGEMENT = {
    "special_cause_neutral_high": ("Higher than usual, by more than chance", UNJUDGED),
    "special_cause_neutral_low": ("Lower than usual, by more than chance", UNJUDGED),
}

TOO_FEW = ("Too few points for an icon: go by the rating only", "")

ORDER = [(WORSENING, FAILS), (WORSENING, HIT_OR_MISS), (STEADY, FAILS), (WORSENING, PASSES), (IMPROVING, FAILS)]
"""The first to be explained first; whatever is not here comes after, as REST."""
REST = len(ORDER) + 1

KIND = {"common_cause": STEADY, "special_cause_improvement": IMPROVING, "special_cause_concern": WORSENING}


def exception_words(variation: str | None, assurance: str | None) -> str:
    """What to do about a series with these values of `variation` and `assurance` (see `spc_summary`)."""
    return " ".join(f"{part}." for part in exception_parts(variation, assurance) if part)


def exception_parts(variation: str | None, assurance: str | None) -> tuple[str, str]:
    """What the series does, and what to do about it: the two parts of `exception_words`."""
    if variation is None:
        return TOO_FEW
    return NO_JUDGEMENT.get(variation) or WORDS[KIND[variation], assurance]


def exception_rank(variation: str | None, assurance: str | None) -> int | None:
    """1 for what is to be explained first, up to REST; None without icons."""
    if variation is None:
        return None
    place = (KIND.get(variation, ""), assurance)
    return ORDER.index(place) + 1 if place in ORDER else REST


def rank_exceptions(summary: pl.DataFrame) -> pl.DataFrame:
    """The order in which to explain: adds priority, exception (words) and distance to `summary`, and sorts it.

    `summary`: SERIES_COLUMNS with target and good (+1 higher is better, -1 lower).
    distance: how far the mean lies on the wrong side of the target, in widths of the limits; it orders series of the
    same priority. Series without icons come last.
    """
    width = pl.col("upper") - pl.col("lower")
    short = (pl.col("target") - pl.col("mean")) * pl.col("good")
    pairs = list(zip(summary["variation"], summary["assurance"], strict=True))
    ranked = summary.with_columns(
        priority=pl.Series([exception_rank(*pair) for pair in pairs], dtype=pl.Int64),
        exception=pl.Series([exception_words(*pair) for pair in pairs], dtype=pl.String),
        distance=pl.when(width > 0).then(short / width),
    )
    return ranked.sort("priority", "distance", descending=[False, True], nulls_last=True, maintain_order=True)
