"""frameworks/*.yaml: which indicators a paper or plan asks for, with its own numbers, wording and targets."""

from datetime import date
from typing import Literal

from pydantic import Field

from outturn.core.catalogue import Direction, EntryKind, FrameworkKind, Operator, TargetKind
from outturn.core.definitions.schema.strict import OneOf, Short, Slug, Strict, Words
from outturn.core.units import State

SetBy = Literal["national", "local", "plan", "stretch"]


class TargetDefinition(Strict):
    """What is asked for. Plan values by period (trajectory, comparator) arrive with the data."""

    kind: OneOf[TargetKind] = Field(description="How the target is set.")
    operator: OneOf[Operator] | None = Field(
        default=None, description="Left out, it follows from the direction and is marked so."
    )
    value: float | None = Field(default=None, description="flat, reduce, increase: the figure.")
    value_state: OneOf[State] = Field(
        default=State.KNOWN, description="'suppressed' when the baseline is printed as *."
    )
    baseline: str = Field(default="", description="reduce, increase: the year compared with, in quotes: '2023'.")
    text: str = Field(default="", description="As printed, for words.")
    set_by: SetBy | None = Field(default=None, description="Who set it.")
    valid_from: date | None = Field(default=None, description="Periods that end earlier are not judged by it.")
    valid_to: date | None = Field(default=None, description="Periods that end later are not judged by it.")


class AmbitionDefinition(Strict):
    """An end goal by a date; never the plan of a month."""

    value: float = Field(description="The goal, in the indicator's unit.")
    by: date = Field(description="The day by which it is to be met.")
    text: str = Field(default="", description="As people say it: '78% by March 2025'.")


class EntryDefinition(Strict):
    """An indicator, for one area, in this framework."""

    indicator: Slug = Field(description="Slug of the indicator.")
    area: Slug | None = Field(default=None, description="Slug of the area; left out, the default of the framework.")
    number: str = Field(default="", description="Number in the printed list, in quotes.")
    wording: Words = Field(description="What the framework asks for, as printed or in plain words.")
    short: Short | None = Field(default=None, description="Left out, the indicator's short name.")
    direction: OneOf[Direction] | None = Field(default=None, description="Left out, the indicator's direction.")
    direction_reason: str = Field(default="", description="Why it is another direction than the indicator's own.")
    target: TargetDefinition = Field(description="What is asked for.")
    scheme: Slug | None = Field(default=None, description="Rating scheme; left out, the default of the framework.")
    kind: OneOf[EntryKind] = Field(default=EntryKind.MEASURE, description="measure, milestone or narrative.")
    ambitions: list[AmbitionDefinition] = Field(default=[], description="End goals, apart from the plan.")
    text: str = Field(default="", description="What a narrative or milestone says now.")
    workstream: str | None = Field(default=None, description="Left out, the indicator's workstream.")
    note: str = Field(default="", description="What a reader should know about this entry.")
    group: str = Field(default="", description="A table inside the section.")
    page: bool = Field(default=True, description="Whether packs give it a page of its own.")
    beside: Slug | None = Field(default=None, description="Indicator of the same subject, rated locally.")
    sub_label: str = Field(default="", description="Which row under a number that has several: a sex, place, trust.")
    good_is_printed: OneOf[Direction] | None = Field(
        default=None, description="What the source prints as good, where it contradicts its own target."
    )


class SectionDefinition(Strict):
    """A part of a framework, with its entries in printed order."""

    slug: Slug = Field(description="Identity of the section.")
    name: Words = Field(description="Heading.")
    colour: str = Field(default="", description="Accent, such as #005EB8.", pattern=r"^(#[0-9A-Fa-f]{6})?$")
    quarter: int | None = Field(
        default=None,
        ge=1,
        le=4,
        description="Tables of ranks: the quarter of all that are ranked that stands here, 1 the best and 4 the worst.",
    )
    entries: list[EntryDefinition] = Field(description="Entries in printed order.")


class FrameworkDefaults(Strict):
    area: Slug | None = Field(default=None, description="Area of entries that name none.")
    scheme: Slug | None = Field(default=None, description="Rating scheme of entries that name none.")
    set_by: SetBy = Field(default="national", description="Who set the targets that do not say.")


class FrameworkFile(Strict):
    """frameworks/*.yaml, one framework a file."""

    slug: Slug = Field(description="Identity, such as nhs-priorities-2024-25.")
    title: Words = Field(description="Title on pages and papers.")
    short: Short | None = Field(default=None, description="Its title beside others, as on the tabs of the scorecard.")
    kind: OneOf[FrameworkKind] = Field(description="How it is shown.")
    year: str = Field(default="", description="Financial year, in quotes: '2024/25'.")
    source: str = Field(default="", description="Where the list comes from.")
    figures_from: date | None = Field(default=None, description="Figures of periods that end earlier are not its own.")
    figures_to: date | None = Field(default=None, description="Figures of periods that end later are not its own.")
    rows_by: str = Field(
        default="", description="What tells the rows under one number apart: 'sex, place, CCG or trust'."
    )
    defaults: FrameworkDefaults = Field(default=FrameworkDefaults(), description="Said once for all entries.")
    sections: list[SectionDefinition] = Field(description="Sections in printed order.", min_length=1)
