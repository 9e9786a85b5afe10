"""The sample, made once by the command of the README, and its newest edition as files."""

from pathlib import Path

import pytest
from sample_system import make_sample

from outturn.core.report.document import Document, from_json

SOURCE = Path(__file__).parents[3] / "shared" / "llr" / "llr_priorities"


@pytest.hookimpl(tryfirst=True)  # before pytest-xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All share one sample: one worker makes and reads it."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("spec"))


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the January edition."""
    return make_sample(tmp_path_factory.mktemp("spec")) / "papers" / "llr-performance-report" / "2025-01-14"


@pytest.fixture(scope="session")
def document(edition: Path) -> Document:
    return from_json((edition / "document.json").read_bytes())
