"""A noun from its definition: fields of one name are one field."""

from collections.abc import Hashable, Iterator
from dataclasses import fields
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_type_hints

from pydantic import BaseModel

from outturn.core.catalogue import Ambition, Area, Band, Pack, PackPart, Scheme, Section, SuppressionPolicy
from outturn.core.definitions.schema.area import AreaDefinition
from outturn.core.definitions.schema.framework import AmbitionDefinition, SectionDefinition
from outturn.core.definitions.schema.indicator import SuppressionDefinition
from outturn.core.definitions.schema.layout import (
    FlagDefinition,
    LayoutFile,
    PeriodColumnsDefinition,
    ValueColumnDefinition,
)
from outturn.core.definitions.schema.pack import PackFile, PartDefinition
from outturn.core.definitions.schema.scheme import BandDefinition, SchemeFile
from outturn.core.layouts import Flag, Layout, PeriodColumns, ValueColumn

Noun = TypeVar("Noun")

NOUNS: dict[type[BaseModel], type] = {
    AreaDefinition: Area,
    SuppressionDefinition: SuppressionPolicy,
    AmbitionDefinition: Ambition,
    SectionDefinition: Section,
    BandDefinition: Band,
    SchemeFile: Scheme,
    PartDefinition: PackPart,
    PackFile: Pack,
    PeriodColumnsDefinition: PeriodColumns,
    ValueColumnDefinition: ValueColumn,
    FlagDefinition: Flag,
    LayoutFile: Layout,
}
"""Definitions that become a noun wherever they stand."""


def make(noun: type[Noun], given: BaseModel, **told: Any) -> Noun:
    """The noun with the fields that its definition gives, and those that are told; nothing given leaves its default."""
    known = enums_of(cast(Hashable, noun))
    for name, value in given.__dict__.items():
        if value is not None and name in known and name not in told:
            told[name] = convert(value, known[name])
    return noun(**told)


def convert(value: Any, enum: bool) -> Any:
    """`enum`: words from a list stay members of it; elsewhere they are plain text, as frames hold it."""
    match value:
        case BaseModel():
            return make(NOUNS[type(value)], value)
        case list():
            return tuple([convert(item, enum) for item in value])
        case dict():
            return {key: convert(item, enum) for key, item in value.items()}
        case Enum():
            return value if enum else value.value
    return value


@cache
def enums_of(noun: Any) -> dict[str, bool]:
    """The fields of a noun, and whether each holds members of an enum."""
    hints = get_type_hints(noun)
    return {field.name: any(map(holds_enum, walk(hints[field.name]))) for field in fields(noun)}


def walk(hint: Any) -> Iterator[Any]:
    """A type and those it is made of."""
    yield hint
    for part in get_args(hint):
        yield from walk(part)


def holds_enum(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Enum)
