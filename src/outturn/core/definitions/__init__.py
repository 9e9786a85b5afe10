"""Definitions: the YAML that analysts edit, read into the nouns of the catalogue."""

from outturn.core.definitions.export import json_schema, schema_files
from outturn.core.definitions.load import Loaded, load
from outturn.core.definitions.problems import DefinitionProblem, Severity

__all__ = ["DefinitionProblem", "Loaded", "Severity", "json_schema", "load", "schema_files"]
