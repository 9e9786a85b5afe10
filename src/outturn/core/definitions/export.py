"""The schema for editors: JSON Schema per folder, so that a misspelt field is seen while it is typed."""

import json
from typing import Any

from outturn.core.definitions.schema import KINDS


def json_schema() -> dict[str, dict[str, Any]]:
    """Folder ("indicators") -> its JSON Schema."""
    return {kind: {"$id": f"outturn/{kind}", **model.model_json_schema()} for kind, model in KINDS.items()}


def schema_files() -> dict[str, str]:
    """File name ("indicators.json") -> text, to be kept in definitions/schema/."""
    return {
        f"{kind}.json": json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        for kind, schema in json_schema().items()
    }
