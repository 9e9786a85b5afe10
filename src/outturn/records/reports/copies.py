"""Copies of editions as folders of files."""

from pathlib import Path

from .queries import EditionRow, file


def write(folder: Path, edition: EditionRow) -> Path:
    """Writes the files of an edition to FOLDER/PACK/EDITION/ and returns that folder."""
    where = folder / edition.pack / edition.name
    where.mkdir(parents=True, exist_ok=True)
    for row in edition.files:
        found = file(edition.pack, edition.name, row.name)
        assert found is not None
        (where / row.name).write_bytes(found[0])
    return where
