"""Definitions as they lie on disk."""

from pathlib import Path


def collect_definitions(folder: Path) -> dict[str, bytes]:
    """Relative path -> bytes of every YAML file below a folder."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix in (".yaml", ".yml") and path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
