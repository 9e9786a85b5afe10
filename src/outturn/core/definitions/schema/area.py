"""areas/*.yaml: places and organisations, with the dates their codes were in force."""

from datetime import date

from pydantic import Field

from outturn.core import limits
from outturn.core.catalogue import AreaKind
from outturn.core.definitions.schema.strict import OneOf, Slug, Strict, Words


class AreaDefinition(Strict):
    """One place or organisation. Leave a code out when it is not certain."""

    name: Words = Field(description="Full name.", max_length=limits.NAME_OF_AREA)
    short: Words = Field(description="Name for charts and tables.", max_length=45)
    kind: OneOf[AreaKind] = Field(
        description="What it is. 'total' is a sum of areas that has no organisation of its own."
    )
    ons: str = Field(default="", description="ONS code, such as E54000015.", pattern=r"^([EKNSW][0-9]{8})?$")
    ods: str = Field(default="", description="ODS code, such as QK1 or RWE.", pattern=r"^([A-Z0-9]{2,6})?$")
    parent: Slug | None = Field(default=None, description="Slug of the area it lies in.")
    valid_from: date | None = Field(default=None, description="First day it existed.")
    valid_to: date | None = Field(default=None, description="Last day it existed.")
    successors: list[Slug] = Field(default=[], description="Areas that took its place.")


class AreasFile(Strict):
    """areas/*.yaml."""

    areas: dict[Slug, AreaDefinition] = Field(description="Areas by slug.")
