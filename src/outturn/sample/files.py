"""The files of the sample, and folders as bytes: the doors read and write disk, core does not."""

from pathlib import Path

DATA = Path(__file__).parent / "data"
COMMENTARY = Path(__file__).parent / "commentary.yaml"
GENERAL = ("plain.yaml", "dates-across.yaml")
STARTER = Path(__file__).parent / "starter"
EARLIER = Path(__file__).parent / "earlier.yaml"


def find_shipped_definitions() -> Path:
    """The definitions that come with Outturn: beside the package when installed, else at the top of the checkout."""
    installed = Path(__file__).parent / "definitions"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "definitions"


def delivery(name: str) -> list[tuple[str, bytes]]:
    """(file name, bytes) of every data file of a delivery of the sample."""
    paths = sorted(path for path in (DATA / name).iterdir() if path.suffix in (".csv", ".xlsx"))
    return [(path.name, path.read_bytes()) for path in paths]


def starter() -> dict[str, bytes]:
    """Relative path -> bytes of a small office to start one's own from: it loads, and its data file records.

    The rating schemes, the layouts that fit any office and the schema for editors are the shipped ones.
    """
    shipped = find_shipped_definitions()
    own = {path.relative_to(STARTER): path for path in STARTER.rglob("*.*")}
    general = [
        *(shipped / "schemes").iterdir(),
        *(shipped / "schema").iterdir(),
        *map((shipped / "layouts").joinpath, GENERAL),
    ]
    common = {path.relative_to(shipped): path for path in general}
    return {path.as_posix(): file.read_bytes() for path, file in sorted({**common, **own}.items())}


def start(folder: Path) -> None:
    """Writes the starter. Raises FileExistsError when the folder holds anything: nobody's files are overwritten."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(f"{folder} is not empty. Name a folder that does not exist yet.")
    for path, data in starter().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
