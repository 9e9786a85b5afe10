"""`outturn init FOLDER` writes an office that loads, records, rates and publishes as it stands."""

import re
import subprocess
from pathlib import Path

import pytest
from sample_system import OUTTURN, surroundings

from outturn.core.definitions import load
from outturn.sample.files import start, starter


def run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([OUTTURN, *arguments], env=surroundings(home), cwd=home, capture_output=True, text=True)


def test_the_starter_loads_without_a_problem_or_a_warning():
    assert load(starter()).problems == ()


def test_a_newcomer_gets_from_nothing_to_a_paper_with_the_commands_that_are_printed(tmp_path):
    begun = run(tmp_path, "init", "our-office")
    assert begun.returncode == 0, begun.stderr
    told = [line.split()[1:] for line in begun.stdout.splitlines() if line.startswith("  outturn ")]
    assert [command[0] for command in told] == ["load", "record", "serve"]
    for command in told[:-1]:
        done = run(tmp_path, *command)
        assert done.returncode == 0, done.stdout + done.stderr
    assert run(tmp_path, "assess").returncode == 0
    published = run(tmp_path, "publish", "our-report", "-o", "papers")
    assert published.returncode == 0, published.stdout + published.stderr
    (page,) = (tmp_path / "papers").rglob("report.html")
    assert re.search("of 2 (rated )?priorities", page.read_text())


@pytest.mark.parametrize("there", ["folder", "file"])
def test_nothing_that_is_there_is_overwritten(tmp_path, there):
    place = tmp_path / "mine"
    if there == "folder":
        place.mkdir()
        (place / "areas.txt").write_text("mine")
    else:
        place.write_text("mine")
    with pytest.raises(FileExistsError, match="not empty"):
        start(place)
    assert [path.read_text() for path in tmp_path.rglob("*") if path.is_file()] == ["mine"]
