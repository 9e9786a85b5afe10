"""The schema for editors is that of the loader, and every shipped file points at it."""

from dataclasses import fields

import pytest
from pydantic import BaseModel

from outturn.core import catalogue, layouts
from outturn.core.definitions import json_schema, schema_files
from outturn.core.definitions.schema import KINDS, area, framework, indicator, layout, pack, scheme

NAMED_BY_ITS_KEY = {"slug"}
TOLD_BY_ITS_PLACE = {"framework", "section"}


def test_the_kept_schemas_are_those_of_the_loader(shipped: dict[str, bytes]) -> None:
    kept = {path.removeprefix("schema/"): text.decode() for path, text in shipped.items() if path.startswith("schema/")}
    assert kept == schema_files(), "write definitions/schema anew with outturn.core.definitions.schema_files()"


def test_every_definition_points_its_editor_at_the_schema_of_its_folder(shipped: dict[str, bytes]) -> None:
    for path, text in shipped.items():
        if path.endswith(".yaml"):
            first = text.decode().splitlines()[0]
            assert first == f"# yaml-language-server: $schema=../schema/{path.split('/')[0]}.json", path


def test_every_field_tells_its_writer_what_it_is() -> None:
    for kind, schema in json_schema().items():
        for name, part in {kind: schema, **schema.get("$defs", {})}.items():
            for field, about in part.get("properties", {}).items():
                assert about.get("description"), f"{name}.{field} has no description"


def test_every_folder_has_a_schema() -> None:
    assert set(json_schema()) == set(KINDS)


@pytest.mark.parametrize(
    ("noun", "definition", "only_in_noun", "only_in_file"),
    [
        (catalogue.Area, area.AreaDefinition, NAMED_BY_ITS_KEY, set()),
        (catalogue.Indicator, indicator.IndicatorDefinition, NAMED_BY_ITS_KEY, set()),
        (catalogue.SuppressionPolicy, indicator.SuppressionDefinition, set(), set()),
        (catalogue.Entry, framework.EntryDefinition, TOLD_BY_ITS_PLACE, set()),
        (catalogue.Target, framework.TargetDefinition, {"inferred"}, set()),
        (catalogue.Ambition, framework.AmbitionDefinition, set(), set()),
        (catalogue.Section, framework.SectionDefinition, set(), {"entries"}),
        (catalogue.Framework, framework.FrameworkFile, {"entries"}, {"defaults"}),
        (catalogue.Band, scheme.BandDefinition, set(), set()),
        (catalogue.Scheme, scheme.SchemeFile, set(), set()),
        (catalogue.Pack, pack.PackFile, set(), set()),
        (catalogue.PackPart, pack.PartDefinition, set(), set()),
        (layouts.Layout, layout.LayoutFile, set(), set()),
        (layouts.ValueColumn, layout.ValueColumnDefinition, set(), set()),
        (layouts.PeriodColumns, layout.PeriodColumnsDefinition, set(), set()),
        (layouts.Flag, layout.FlagDefinition, set(), set()),
    ],
)
def test_a_noun_and_its_definition_have_the_same_fields(
    noun: type, definition: type[BaseModel], only_in_noun: set[str], only_in_file: set[str]
) -> None:
    """A field added to one and forgotten in the other would be lost without a word."""
    in_noun, in_file = {field.name for field in fields(noun)}, set(definition.model_fields)
    assert (in_noun - in_file, in_file - in_noun) == (only_in_noun, only_in_file)
