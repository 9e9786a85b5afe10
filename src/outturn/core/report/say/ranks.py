"""How ranks stand, in a sentence. Numbers agree with their verbs from none to all."""

from collections.abc import Sequence
from operator import itemgetter

from outturn.core.report.wording import spell, spell_inside


def quarters(ranked: int, best: int, worst: int, day: str = "") -> str:
    """`Of 22 ranks, two stand in the best quarter and none in the worst`. No full stop.

    `day`: set when an earlier day is seen.
    """
    if not ranked:
        return f"No ranks were known on {day}" if day else "No ranks are published yet"
    if ranked == 1:
        where = (
            "the best quarter" if best else "the worst quarter" if worst else "neither the best quarter nor the worst"
        )
        return f"The one rank stands in {where}"
    first = f"{spell_inside(best)} stand{'s' if best == 1 else ''} in the best quarter"
    return f"Of {ranked:,} ranks, {first} and {spell_inside(worst)} in the worst"


def table(ranked: int, worse: int, outside: int) -> str:
    """Over a table of one quarter: how many moved the wrong way, and how many do not belong by their rank."""
    if not ranked:
        return "No ranks have been recorded yet."
    if ranked == 1:
        words = f"One rank, which {'moved' if worse else 'did not move'} the wrong way."
        return f"{words} It does not belong in this quarter." if outside else words
    return f"{spell(ranked)} ranks; {spell_inside(worse)} moved the wrong way.{_say_outside(ranked, outside)}"


def _say_outside(ranked: int, outside: int) -> str:
    if not outside:
        return ""
    if outside == ranked:
        return f" {'Neither' if ranked == 2 else 'None'} of them, by its rank, belongs in this quarter."
    if outside == 1:
        return " One of them, by its rank, does not belong in this quarter."
    return f" {spell(outside)} of them, by their rank, do not belong in this quarter."


def say_span(name: str, ranks: Sequence[tuple[int, str, str]]) -> str:
    """What a strip of ranks shows, for who does not see it. `ranks`: `3`, `3 of 42`, `Waits`."""
    best, last = min(ranks, key=itemgetter(0)), max(ranks, key=itemgetter(0))
    if len(ranks) == 1:
        return f"{name}: one indicator, rank {best[1]} ({best[2]})."
    if best[0] == last[0]:
        return f"{name}: {len(ranks):,} indicators, each at rank {best[1]}."
    return f"{name}: {len(ranks):,} indicators, from rank {best[1]} ({best[2]}) to rank {last[1]} ({last[2]})."
