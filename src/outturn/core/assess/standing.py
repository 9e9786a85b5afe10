"""Where the area stands among others, as published."""

from outturn.core.assess.figures import Beside
from outturn.core.assess.result import Standing
from outturn.core.catalogue import FigureRole

AVERAGE, TARGET = "national average", "target"
COMPARATORS = {FigureRole.AVERAGE: AVERAGE, FigureRole.COMPARATOR: TARGET}
"""What a published comparator is. An average asks for nothing; the rule does."""


def name_comparator(beside: Beside) -> str:
    """What the published comparator is; empty where there is none, or where it is hidden."""
    compared = beside.find(*COMPARATORS)
    return COMPARATORS[compared.role] if compared and compared.value is not None else ""


def place_among_peers(beside: Beside) -> Standing:
    rank, of = beside.value(FigureRole.RANK), beside.value(FigureRole.RANK_OF)
    compared = beside.find(*COMPARATORS)
    return Standing(
        rank=int(rank) if rank is not None else None,
        rank_of=int(of) if of is not None else None,
        quartile=find_quarter(int(rank), int(of)) if rank is not None and of else None,
        source="published" if rank is not None else "",
        national=beside.value(FigureRole.NATIONAL),
        comparator=compared.value if compared else None,
        comparator_text=name_comparator(beside),
    )


def find_quarter(rank: int, of: int) -> int:
    """1 for the first quarter of the ranks, 4 for the last: of 42, ranks 1 to 10 and 32 to 42."""
    return -(-4 * rank // of)
