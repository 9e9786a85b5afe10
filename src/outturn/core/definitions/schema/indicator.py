"""indicators/*.yaml: a family of indicators, with what they share said once."""

from datetime import date
from typing import Literal

from pydantic import Field

from outturn.core import limits
from outturn.core.catalogue import Direction, Limit
from outturn.core.definitions.schema.strict import OneOf, Short, Slug, Strict, Words
from outturn.core.periods import PeriodKind
from outturn.core.units import Unit

Accumulation = Literal[
    "in_period", "year_to_date", "rolling_3", "rolling_12", "pooled_years", "latest", "year_end_point"
]
Level = Literal["national", "local"]
Scale = Literal["", "k", "m", "bn"]


class SuppressionDefinition(Strict):
    """Counts that are hidden, on the way in and on the way out."""

    low: int = Field(default=1, ge=0, description="Lowest hidden count.")
    high: int = Field(default=7, ge=0, description="Highest hidden count.")
    base: int = Field(default=0, ge=0, description="Other counts are rounded to a multiple of this; 0: not rounded.")
    show_zero: bool = Field(default=True, description="Whether a true zero is shown.")
    exempt_levels: list[str] = Field(default=[], description="Area kinds where nothing is hidden.")


class RateOfDefinition(Strict):
    """What a rate divides. It tells the count above its line to whoever knows the one below."""

    numerator: Slug | None = Field(
        default=None, description="Indicator of the count above the line, if it is one here."
    )
    denominator: Slug | None = Field(
        default=None, description="Indicator of the count below the line, if it is one here."
    )
    multiplier: float | None = Field(
        default=None, gt=0, description="The rate is this many times the one over the other; a percent: 100."
    )


class RebaseDefinition(Strict):
    """A step change that a person accepted: limits are drawn anew from this day."""

    day: date = Field(description="First day of the new limits.")
    reason: Words = Field(description="Why, in a sentence the reader will see on the chart.")


class Shared(Strict):
    """What a family may say once under `defaults`, and an indicator may say for itself."""

    period_kind: OneOf[PeriodKind] | None = Field(default=None, description="The period one value covers.")
    workstream: str | None = Field(default=None, description="Lead workstream.")
    owner: str | None = Field(default=None, description="Who answers for it: a role, never a name.")
    source: str | None = Field(default=None, description="Publication or return the values come from.")
    producer: str | None = Field(default=None, description="Who publishes that source.")
    level: Level | None = Field(default=None, description="National measure or local one.")
    lag_months: int | None = Field(
        default=None, ge=0, le=60, description="Months from the end of a period to its figure."
    )
    accumulation: Accumulation | None = Field(default=None, description="What the value adds up.")
    suppression: SuppressionDefinition | None = Field(default=None, description="Which counts are hidden.")
    spc_rules: str | None = Field(default=None, description="SPC rule set.")
    written_by: str | None = Field(default=None, description="Role that wrote the definition.")
    checked_by: str | None = Field(default=None, description="Role that checked it.")
    next_review: date | None = Field(default=None, description="When the definition is looked at again.")


class IndicatorDefinition(Shared):
    """One measure with one set of values. Its number, wording and target belong to a framework."""

    name: Words = Field(description="Full name; the title as printed may be used.", max_length=limits.NAME_OF_INDICATOR)
    short: Short = Field(description="Plain short name, up to 45 characters.")
    unit: OneOf[Unit] = Field(description="Kind of unit. Percent is held as 56.7, duration in seconds.")
    direction: OneOf[Direction] = Field(description="What good is: higher, lower or none.")
    decimals: int = Field(default=0, ge=0, le=6, description="Decimals shown.")
    scale: Scale = Field(default="", description="Money: thousands (k), millions (m).")
    multiplier: int = Field(default=0, ge=0, description="Rates: per this many.")
    definition: Words = Field(description="What is counted, in words a nurse manager knows.")
    rationale: str = Field(default="", description="Why it matters.")
    numerator: str = Field(default="", description="What the upper figure counts.")
    denominator: str = Field(default="", description="What the lower figure counts.")
    method: str = Field(default="", description="How it is worked out, where that is not plain.")
    caveats: str = Field(default="", description="What a reader could get wrong.")
    adds_up_to: Slug | None = Field(
        default=None,
        description="Indicator of which this one is a part: men of all people, a month of a year to date.",
    )
    rate_of: RateOfDefinition | None = Field(default=None, description="Rates and percents: which counts they divide.")
    people: str = Field(default="", description="What one unit of the count is: 'people', 'units of dental activity'.")
    lowest: Limit | None = Field(
        default=None,
        description="Lower figures are asked about at load: a number, or 'any'. Without it: 0, but none for "
        "money and scores.",
    )
    highest: Limit | None = Field(
        default=None,
        description="Higher figures are asked about at load: a number, or 'any'. Without it: 100 for a "
        "percent, none for others.",
    )
    rebases: list[RebaseDefinition] = Field(default=[], description="Accepted step changes.")


class IndicatorsFile(Strict):
    """indicators/*.yaml."""

    family: Words = Field(description="What the indicators of this file have in common.")
    defaults: Shared = Field(
        default=Shared(), description="Said once for the whole file; an indicator may say otherwise."
    )
    indicators: dict[Slug, IndicatorDefinition] = Field(description="Indicators by slug, such as ae-4h-type1.")
