"""A Result as text and back. Nothing is kept that would not come back as it was."""

import math
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from outturn.core.assess.result import Result


class CannotKeep(ValueError):
    """A result that would not come back as it was. The text says where in it."""


class CannotRead(ValueError):
    """What was kept is no result."""


_adapter: TypeAdapter[Result] = TypeAdapter(Result)


def to_json(result: Result) -> str:
    """The result as text that reads back as the same result. Raises CannotKeep: a NaN would come back as nothing."""
    try:
        text = _adapter.dump_json(result).decode()
        back = from_json(text)
    except (PydanticSerializationError, CannotRead) as problem:
        raise CannotKeep(", ".join(no_numbers(result, "")) or str(problem)) from problem
    if back != result:
        raise CannotKeep(", ".join(differences(result, back, "")))
    return text


def from_json(text: str) -> Result:
    """Raises CannotRead."""
    try:
        return _adapter.validate_json(text)
    except ValidationError as problem:
        raise CannotRead(str(problem)) from problem


def differences(made: Any, back: Any, place: str) -> Iterator[str]:
    """Where the two are not the same: `forecast.past_error`."""
    if made == back:
        return
    if not is_dataclass(made) or type(made) is not type(back):
        yield place
        return
    for each in fields(made):
        at = f"{place}.{each.name}" if place else each.name
        yield from differences(getattr(made, each.name), getattr(back, each.name), at)


def no_numbers(part: Any, place: str) -> Iterator[str]:
    """Where a number is none: infinite, or not a number."""
    if isinstance(part, float) and not math.isfinite(part):
        yield place
    elif isinstance(part, tuple):
        yield from dict.fromkeys(at for each in part for at in no_numbers(each, place))
    elif is_dataclass(part):
        for each in fields(part):
            yield from no_numbers(getattr(part, each.name), f"{place}.{each.name}" if place else each.name)
