"""schemes/*.yaml: how a rating is decided, as data."""

from pydantic import Field

from outturn.core.catalogue import Meaning, Shape, When
from outturn.core.definitions.schema.strict import OneOf, Slug, Strict, Words


class BandDefinition(Strict):
    """One state. Bands are tried in order and the first match wins."""

    key: Slug = Field(description="green, amber, yellow, red, grey, blue.")
    word: Words = Field(description="Word on the chip.")
    letter: str = Field(description="Letter for print without colour.", min_length=1, max_length=3)
    shape: OneOf[Shape] = Field(description="Shape beside the word.")
    when: OneOf[When] = Field(description="What must hold.")
    meaning: str = Field(default="", description="A sentence for the key and for 'why this rating'.")
    means: OneOf[Meaning] | None = Field(
        default=None,
        description="met, adverse or unrated, for headlines and counts; left out, it follows from 'when' and the key.",
    )
    also: list[Words] = Field(default=[], description="Other words that a source may print for it.")
    at_most: float | None = Field(default=None, ge=0, description="adverse: up to this percent of the plan, inclusive.")


class SchemeFile(Strict):
    """schemes/*.yaml, one scheme a file."""

    slug: Slug = Field(description="Identity, such as plan-5.")
    title: Words = Field(description="Title.")
    version: Words = Field(description="Version kept with every rating, in quotes: '1'.")
    note: str = Field(default="", description="Where it comes from and what was decided.")
    bands: list[BandDefinition] = Field(description="States, in the order they are tried.", min_length=1)
