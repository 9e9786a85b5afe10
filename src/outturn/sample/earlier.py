"""The outcomes framework as it stood one edition earlier: the shipped definitions with a few entries taken back."""

from typing import Any

import yaml


def definitions(shipped: dict[str, bytes], change: bytes) -> dict[str, bytes]:
    """The shipped files, with the framework that `change` names as it was: see `earlier.yaml`."""
    changes = yaml.safe_load(change)
    path = f"frameworks/{changes['framework']}.yaml"
    framework = yaml.safe_load(shipped[path])
    for section in framework["sections"]:
        kept = [entry for entry in section["entries"] if entry["number"] not in changes["not_yet"]]
        section["entries"] = [as_it_was(entry, changes["targets"]) for entry in kept]
        section["entries"] += changes["since_retired"].get(section["slug"], [])
    family = yaml.safe_dump(changes["indicators"], allow_unicode=True)
    return shipped | {
        path: yaml.safe_dump(framework, allow_unicode=True, sort_keys=False).encode(),
        "indicators/since-retired.yaml": family.encode(),
    }


def as_it_was(entry: dict[str, Any], targets: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The entry with the target it had then."""
    return {**entry, "target": {**entry["target"], **targets.get(entry["number"], {})}}
