"""packs/*.yaml: what a paper is made of."""

from pydantic import Field

from outturn.core import limits
from outturn.core.catalogue import PartKind
from outturn.core.definitions.schema.strict import OneOf, Slug, Strict, Words


class PartDefinition(Strict):
    """A part of the paper: which builder draws it, from which framework."""

    kind: OneOf[PartKind] = Field(description="Which builder draws it.")
    framework: Slug | None = Field(default=None, description="Framework it draws from, where it needs one.")
    title: str = Field(default="", description="Heading.")
    sheet: str = Field(
        default="",
        description="Name of its worksheet, where readers know it by one, such as Summary: at most 31 characters, "
        "none of [ ] : * ? / \\ '.",
        pattern=r"^([^\[\]:*?/\\']{1,31})?$",
    )


class PackFile(Strict):
    """packs/*.yaml, one pack a file."""

    slug: Slug = Field(description="Identity, such as llr-performance-report.")
    title: Words = Field(description="Title on the cover.", max_length=limits.TITLE_OF_PACK)
    subtitle: str = Field(default="", description="Second line on the cover.")
    organisation: Words = Field(description="Who publishes it.")
    audience: str = Field(default="", description="Who reads it.")
    period: str = Field(default="", description="Period on the cover.")
    sources: list[Words] = Field(default=[], description="Where the figures come from.")
    sample: str = Field(default="", description="What of the content was invented, if any.")
    report_id: str = Field(default="", description="Identity of the report in its producer's list.")
    client: str = Field(default="", description="Who asked for it.")
    version: str = Field(default="", description="Version of the framework it shows.")
    contact: str = Field(default="", description="Whom to ask: a role, never a name.")
    parts: list[PartDefinition] = Field(description="Parts in order.", min_length=1)
