"""The version of a catalogue: a hash of what it says, not of how the files are written."""

import hashlib
import json
from dataclasses import asdict

from outturn.core.catalogue import Catalogue


def version_of(catalogue: Catalogue) -> str:
    """SHA-256 over the nouns. Other comments, file names, file order or quotes: the same version."""
    said = asdict(catalogue)
    del said["version"]
    text = json.dumps(said, sort_keys=True, default=str, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
