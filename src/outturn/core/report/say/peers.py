"""The ranks of the same subject among all systems, said beside the local rating."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from outturn.core.assess.agreement import stands
from outturn.core.assess.result import Result, Standing
from outturn.core.catalogue import Catalogue, Entry


@dataclass(frozen=True)
class Peer:
    """One rank, and what was ranked: `32 of 42`, `GP appointments within 14 days, LLR sub-ICB locations`."""

    standing: Standing
    area: str
    what: str

    @property
    def place(self) -> str:
        return f"{self.standing.rank} of {self.standing.rank_of}"


Peers = Mapping[str, tuple[Peer, ...]]


def find_peers(catalogue: Catalogue, results: Iterable[Result]) -> Peers:
    """Local indicator -> the ranked measures that the definitions put beside it, in their order.

    `results`: those of the entries that stand beside others, in the order of the definitions; more do no harm.
    """
    beside: dict[str, tuple[Peer, ...]] = {}
    for result in results:
        entry = catalogue.entry(result.key)
        if entry and entry.beside and result.standing.rank:
            what = f"{catalogue.short(entry)}, {catalogue.areas[entry.area].short}"
            peer = Peer(result.standing, entry.area, what)
            beside[entry.beside] = (*beside.get(entry.beside, ()), peer)
    return beside


def pick_peers(entry: Entry, result: Result, beside: Peers) -> tuple[Peer, ...]:
    """Its own rank, or those beside it, the same area first."""
    if result.standing.rank:
        return (Peer(result.standing, entry.area, ""),)
    return tuple(sorted(beside.get(entry.indicator, ()), key=lambda peer: peer.area != entry.area))


def argue(result: Result, ranked: Sequence[Peer], aim: str = "plan") -> list[str]:
    """`aim`: what the figure is held against.

    Green here and near the end of the table is a finding, not a contradiction. Empty when they agree.
    """
    if not result.rating.rated:
        return []
    quarter, where = (4, "worst") if result.rating.on else (1, "best")
    words = f"{stands(aim, result.rating.on)} here, yet in the {where}"
    odd = [peer for peer in ranked if peer.standing.quartile == quarter]
    return [f"{words} quarter of all systems: {peer.place}{' on ' + peer.what if peer.what else ''}." for peer in odd]
