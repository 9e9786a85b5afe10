"""What the batch commands say, before any work, of a place where they may not read or write."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from resource import RLIMIT_FSIZE, setrlimit

import pytest
from typer.testing import CliRunner

from outturn.cli.engine.spc_and_stats import app

COUNTS = "group,numerator,denominator\na,12,100\n"


@pytest.fixture
def told(tmp_path, monkeypatch):
    """The exit code and words of `outturn WORDS`, typed in a folder that holds counts.csv."""
    (tmp_path / "counts.csv").write_text(COUNTS)
    monkeypatch.chdir(tmp_path)

    def run(words: str) -> tuple[int, str]:
        ended = CliRunner().invoke(app, words.split())
        return ended.exit_code, ended.output

    return run


def test_an_output_that_is_a_folder(told, tmp_path):
    (tmp_path / "rates.csv").mkdir()
    assert told("stats rate counts.csv -o rates.csv") == (2, "rates.csv is a folder. Name the file to write.\n")


def test_points_and_series_in_one_file(told):
    sentence = "Points and series cannot both go to a.csv. Give each a file of its own.\n"
    assert told("spc counts.csv -o a.csv --summary ./a.csv") == (2, sentence)


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        (os.W_OK, "You may not write into the folder .. Choose another.\n"),
        (os.R_OK, "You may not read counts.csv. Ask its owner, or name a copy that you may read.\n"),
    ],
)
def test_a_place_that_others_keep_to_themselves(told, monkeypatch, wanted, sentence):
    monkeypatch.setattr("os.access", lambda path, asked: asked != wanted)  # root, who runs CI, may do anything
    assert told("stats rate counts.csv -o rates.csv") == (2, sentence)


@pytest.mark.parametrize("output", ["parts.csv", "parts.parquet"])
def test_a_disk_with_too_little_room(tmp_path, output):
    rows = "".join(f"a,area {place},{place / 7}\n" for place in range(500))
    (tmp_path / "areas.csv").write_text(f"group,area,value\n{rows}")
    ended = typed(tmp_path, "quantile", "areas.csv", output, before=lambda: setrlimit(RLIMIT_FSIZE, (1000, 1000)))
    assert ended.returncode == 1
    assert ended.stderr.startswith("The work stopped, and nothing was written: ")
    assert ended.stderr.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["areas.csv"]


def test_a_name_that_the_language_of_the_terminal_cannot_spell(tmp_path):
    (tmp_path / "counts.csv").write_text(COUNTS)
    ended = typed(tmp_path, "rate", "counts.csv", "été.csv")
    assert ended.returncode == 2
    assert ended.stderr.endswith("has letters that this terminal's language cannot spell. Set PYTHONUTF8=1.\n")


def typed(folder: Path, kind: str, read: str, write: str, before: Callable[[], None] | None = None):
    """`outturn stats` in a process of its own, whose language is ASCII."""
    plain = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    plain["PYTHONDONTWRITEBYTECODE"] = "1"  # a module cut short by the little room would stay broken
    command = [Path(sys.executable).parent / "outturn", "stats", kind, read, "-o", write]
    return subprocess.run(command, cwd=folder, env=plain, preexec_fn=before, capture_output=True, text=True)
