"""The wheel of this tree, and two environments that hold it: bare, and with the site. Each is made once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from doors.fresh.asked import write_tables
from doors.fresh.installed import Installed, build, install


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def bare(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installed]:
    """What `pip install outturn` gives."""
    yield from installed_in(tmp_path_factory.mktemp("bare"), wheel)


@pytest.fixture(scope="session")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installed]:
    """What `pip install 'outturn[site]'` gives."""
    yield from installed_in(tmp_path_factory.mktemp("site"), wheel, "[site]")


def installed_in(place: Path, wheel: Path, extra: str = "") -> Iterator[Installed]:
    folder = place / "Données – été"
    folder.mkdir()
    installed = Installed(place / "new environment", folder)
    install(wheel, installed.environment, extra)
    write_tables(folder)
    shutil.copy(installed.packages / "outturn/sample/definitions/schemes/plan-5.yaml", folder)
    yield installed
    shutil.rmtree(installed.environment)  # 750 MB
