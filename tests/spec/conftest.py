"""The sample, made once by the command of the README, and its newest edition as files."""

import subprocess
import sys
from pathlib import Path

import pytest

from outturn.core.report.document import Document, from_json

OUTTURN = Path(sys.executable).with_name("outturn")
SOURCE = Path(__file__).parents[3] / "shared" / "llr" / "llr_priorities"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All share one sample: one worker makes and reads it."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("spec"))


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the January edition."""
    home = tmp_path_factory.mktemp("spec")
    subprocess.run([OUTTURN, "sample", "--home", home, "--no-serve"], check=True)
    return home / "papers" / "llr-performance-report" / "2025-01-14"


@pytest.fixture(scope="session")
def document(edition: Path) -> Document:
    return from_json((edition / "document.json").read_bytes())
