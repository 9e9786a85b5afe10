"""A definition becomes its noun by the names of their fields, and by nothing else."""

from enum import Enum
from typing import Any

import polars as pl
import pytest
from pydantic import BaseModel

from outturn.core.catalogue import AreaKind, Band, Catalogue, FrameworkKind, Meaning, PackPart, PartKind, Scheme, Shape
from outturn.core.definitions.make import NOUNS, make
from outturn.core.definitions.schema import KINDS
from outturn.core.definitions.schema.layout import ValueColumnDefinition
from outturn.core.definitions.schema.pack import PartDefinition
from outturn.core.definitions.schema.scheme import SchemeFile
from outturn.core.layouts import ValueColumn

BANDS = [
    {"key": "green", "word": "Green", "letter": "G", "shape": "circle", "when": "met", "also": ["On track"]},
    {"key": "red", "word": "Red", "letter": "R", "shape": "square", "when": "adverse", "at_most": 5.0},
]


def test_lists_of_definitions_become_tuples_of_nouns() -> None:
    given = SchemeFile.model_validate({"slug": "plan", "title": "Plan", "version": "1", "bands": BANDS})
    assert make(Scheme, given) == Scheme(
        "plan",
        "Plan",
        "1",
        (
            Band("green", "Green", "G", Shape.CIRCLE, "met", also=("On track",)),
            Band("red", "Red", "R", Shape.SQUARE, "adverse", at_most=5.0),
        ),
    )
    assert [band.means for band in make(Scheme, given).bands] == [Meaning.MET, Meaning.ADVERSE]


def test_what_is_not_given_leaves_the_default_of_the_noun_and_what_is_told_comes_first() -> None:
    part = PartDefinition.model_validate({"kind": "method"})
    assert make(PackPart, part) == PackPart(PartKind.METHOD)
    assert make(PackPart, part, framework="priorities") == PackPart(PartKind.METHOD, "priorities")


def test_members_of_an_enum_are_plain_text_where_the_noun_holds_text() -> None:
    """A frame made of members has a type of its own, which no other word fits into."""
    given = ValueColumnDefinition.model_validate(
        {
            "column": "plan",
            "role": "plan",
            "roles": {"A": "actual"},
            "words": {"N/A": "not_applicable"},
            "unit": "count",
        }
    )
    column = make(ValueColumn, given)
    texts: list[Any] = [column.role, column.unit, column.roles["A"], column.words["N/A"]]
    assert not [text for text in texts if isinstance(text, Enum)]
    assert pl.Series(texts).dtype == pl.String


def test_members_of_an_enum_stay_members_where_the_noun_asks_for_them(catalogue: Catalogue) -> None:
    assert {type(framework.kind) for framework in catalogue.frameworks.values()} == {FrameworkKind}
    assert {type(area.kind) for area in catalogue.areas.values()} == {AreaKind}
    assert {type(part.kind) for pack in catalogue.packs.values() for part in pack.parts} == {PartKind}


@pytest.mark.parametrize("definition", NOUNS, ids=lambda definition: definition.__name__)
def test_every_definition_that_makes_a_noun_is_part_of_a_file(definition: type[BaseModel]) -> None:
    inside = {name for model in KINDS.values() for name in model.model_json_schema().get("$defs", {})}
    assert definition.__name__ in inside | {model.__name__ for model in KINDS.values()}
