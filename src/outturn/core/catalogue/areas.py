"""Places and organisations."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class AreaKind(StrEnum):
    COUNTRY = "country"
    REGION = "region"
    ICB = "icb"
    SUB_ICB = "sub_icb"
    PLACE = "place"
    TRUST = "trust"
    AMBULANCE_TRUST = "ambulance_trust"
    CCG = "ccg"
    TOTAL = "total"  # a sum of areas that has no organisation of its own


@dataclass(frozen=True)
class Area:
    slug: str
    name: str
    short: str
    kind: AreaKind
    ons: str = ""
    ods: str = ""
    parent: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    successors: tuple[str, ...] = ()
