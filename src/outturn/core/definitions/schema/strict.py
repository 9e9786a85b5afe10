"""What all definition files share: unknown fields are refused, types are not bent, words come from lists."""

from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator
from pydantic_core import PydanticCustomError

from outturn.core.limits import unprintable

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Short = Annotated[str, StringConstraints(min_length=1, max_length=45, strip_whitespace=True)]

Listed = TypeVar("Listed")
OneOf = Annotated[Listed, Field(strict=False)]
"""A value of an enum, written as its word."""


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, str_strip_whitespace=True)

    @field_validator("*", mode="before")
    @classmethod
    def can_be_kept(cls, value: object) -> object:
        """YAML can write characters that no database keeps and no paper shows: `"\\0"`."""
        texts = value if isinstance(value, list) else [value]
        for bad in (unprintable(text) for text in texts if isinstance(text, str)):
            if bad:
                raise PydanticCustomError(
                    "unprintable", "the character {bad} in it cannot be shown or kept", {"bad": bad}
                )
        return value
