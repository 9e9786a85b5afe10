"""The paper, drawn once in every format."""

import pytest
from render.paper import document

from outturn import render
from outturn.core.report.document import Document


@pytest.fixture(scope="session")
def paper() -> Document:
    return document()


@pytest.fixture(scope="session")
def drawn(paper: Document) -> dict[str, bytes]:
    return {name: draw(paper) for name, draw in render.of(paper).items()}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All read one drawing: one worker makes it."""
    for item in items:
        if "/render/" in str(item.path):
            item.add_marker(pytest.mark.xdist_group("render"))
