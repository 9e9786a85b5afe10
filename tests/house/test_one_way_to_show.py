"""What a reader sees of the figures comes from `observations.queries`, which leaves out what may not be shown.

The rooms that read the figures as they stand are named here; any other that does is a leak waiting to happen.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from house.project import ROOT, tracked

ROOM = "src/outturn/records/observations"
MAY_READ = {
    f"{ROOM}/models.py": "says what is kept",
    f"{ROOM}/known.py": "reads it for the rooms below",
    f"{ROOM}/hiding.py": "decides what may not be shown",
    f"{ROOM}/queries.py": "leaves it out",
    f"{ROOM}/actions.py": "compares a delivery with what is known, and writes",
    f"{ROOM}/withdrawals.py": "writes what stood before a release anew",
    "src/outturn/records/added_only.py": "names the tables in which nothing is changed, and reads none",
}
RAW_NAMES = {"Observation", "as_known", "standing", "versions", "without_hidden"}
RAW_MODULES = ("outturn.records.observations.known", "outturn.records.observations.models")
RAW_TABLES = ("observations_observation", "observations_file", "observations_heldfile")


def raw_reads(source: str, within: str = "") -> Iterator[tuple[int, str]]:
    """(line, what) of every way to the figures as they stand: an import, an attribute, the name of a model, SQL."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            module = node.module or ""
            from_rooms = module in RAW_MODULES or (within == ROOM and module in ("known", "models", ""))
            for name in node.names:
                if (from_rooms or module.endswith("observations.queries")) and name.name in RAW_NAMES:
                    yield node.lineno, f"{module}.{name.name}"
                if f"{module}.{name.name}" in RAW_MODULES:
                    yield node.lineno, f"{module}.{name.name}"
        elif isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names if name.name in RAW_MODULES)
        elif isinstance(node, ast.Attribute) and node.attr in ("as_known", "standing", "versions"):
            if ast.unparse(node.value) in ("observations", "queries", "known"):
                yield node.lineno, ast.unparse(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            named = node.value.lower() in ("observations.observation", "observation")
            if named or any(table in node.value.lower() for table in RAW_TABLES):
                yield node.lineno, node.value.strip()[:60]


@pytest.mark.parametrize(
    "source",
    [
        "from outturn.records.observations.models import Observation",
        "from outturn.records.observations.known import as_known as figures",
        "from outturn.records.observations import known\nknown.standing(3)",
        "from outturn.records.observations import known",
        "import outturn.records.observations.models",
        "observations.as_known(3)",
        "apps.get_model('observations.Observation')",
        "cursor.execute('SELECT value FROM observations_observation')",
    ],
)
def test_a_way_round_is_seen(source):
    assert list(raw_reads(source))


def files() -> list[Path]:
    named = tracked("src/outturn/*.py")
    return [path for path in named if "/migrations/" not in str(path) and str(path.relative_to(ROOT)) not in MAY_READ]


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_figures_are_shown_in_one_way(path):
    within = ROOM if str(path.relative_to(ROOT)).startswith(ROOM) else ""
    assert list(raw_reads(path.read_text(), within)) == []


def test_the_rooms_that_may_read_are_there():
    assert [name for name in MAY_READ if not (ROOT / name).is_file()] == []
