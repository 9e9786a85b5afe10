"""The ranks of the same subject among all systems, shown beside the local rating."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from outturn.core.assess.agreement import stands
from outturn.core.assess.result import Result, Standing
from outturn.core.catalogue import Entry
from outturn.web.seen import Seen


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


def peers(seen: Seen, results: Sequence[Result]) -> Peers:
    """Local indicator -> the ranked measures that the definitions put beside it, in their order."""
    found = {result.key: result for result in results}
    beside: dict[str, tuple[Peer, ...]] = {}
    for entry in seen.definitions.entries():
        result = found.get(entry.key) if entry.beside else None
        if result and result.standing.rank:
            what = f"{entry.short or seen.definitions.indicators[entry.indicator].short}, "
            peer = Peer(result.standing, entry.area, what + seen.definitions.areas[entry.area].short)
            beside[entry.beside] = (*beside.get(entry.beside, ()), peer)
    return beside


def of(entry: Entry, result: Result, beside: Peers) -> tuple[Peer, ...]:
    """Its own rank, or those beside it, the same area first."""
    if result.standing.rank:
        return (Peer(result.standing, entry.area, ""),)
    return tuple(sorted(beside.get(entry.indicator, ()), key=lambda peer: peer.area != entry.area))


def arguments(result: Result, ranked: Sequence[Peer], aim: str = "plan") -> list[str]:
    """`aim`: what the figure is held against.

    Green here and near the end of the table is a finding, not a contradiction. Empty when they agree.
    """
    if not result.rating.rated:
        return []
    quarter, where = (4, "worst") if result.rating.on else (1, "best")
    words = f"{stands(aim, result.rating.on)} here, yet in the {where}"
    odd = [peer for peer in ranked if peer.standing.quartile == quarter]
    return [f"{words} quarter of all systems: {peer.place}{' on ' + peer.what if peer.what else ''}." for peer in odd]
