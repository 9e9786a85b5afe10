"""The files of the sample, and folders as bytes: the doors read and write disk, core does not."""

from pathlib import Path

DATA = Path(__file__).parent / "data"
COMMENTARY = Path(__file__).parent / "commentary.yaml"
EARLIER = Path(__file__).parent / "earlier.yaml"


def definitions_in(folder: Path) -> dict[str, bytes]:
    """Relative path -> bytes of every YAML file below a folder."""
    found = sorted(path for path in folder.rglob("*") if path.suffix in (".yaml", ".yml") and path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def shipped_definitions() -> Path:
    """The definitions that come with Outturn: beside the package when installed, else at the top of the checkout."""
    installed = Path(__file__).parent / "definitions"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "definitions"


def delivery(name: str) -> list[tuple[str, bytes]]:
    """(file name, bytes) of every data file of a delivery of the sample."""
    found = sorted(path for path in (DATA / name).iterdir() if path.suffix in (".csv", ".xlsx"))
    return [(path.name, path.read_bytes()) for path in found]
