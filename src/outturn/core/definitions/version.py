"""The version of a catalogue: a hash of what it says, not of how the files are written."""

import hashlib
import json
from dataclasses import fields, is_dataclass

from outturn.core.catalogue import Catalogue


def version_of(catalogue: Catalogue) -> str:
    """SHA-256 over the nouns. Other comments, file names, file order or quotes: the same version."""
    nouns = {field.name: getattr(catalogue, field.name) for field in fields(catalogue) if field.name != "version"}
    text = json.dumps(nouns, sort_keys=True, default=spell_out, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def spell_out(noun: object) -> dict[str, object] | str:
    """A noun by its fields; anything else as it is written, such as a day."""
    if is_dataclass(noun):
        return {field.name: getattr(noun, field.name) for field in fields(noun)}
    return str(noun)
