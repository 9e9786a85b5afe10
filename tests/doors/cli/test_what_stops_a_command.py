"""Disk full, database locked, gone, damaged, empty or of another version: a true sentence, an exit code, no trace."""

import resource
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest
from sample_system import OUTTURN, surroundings

from outturn.sample.files import find_shipped_definitions

pytestmark = pytest.mark.outside


@pytest.fixture(scope="module")
def ready(tmp_path_factory):
    """A database with its tables, to copy."""
    home = tmp_path_factory.mktemp("ready")
    assert run(home, "init").returncode == 0
    with closing(sqlite3.connect(home / "outturn.sqlite3")) as open_:
        open_.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return (home / "outturn.sqlite3").read_bytes()


@pytest.fixture
def home(ready, tmp_path) -> Path:
    (tmp_path / "outturn.sqlite3").write_bytes(ready)
    return tmp_path


def run(home: Path, *words: str, largest: int | None = None, **around: str) -> subprocess.CompletedProcess[str]:
    """The command, as somebody types it; `largest`: bytes that a file may have, as on a disk that is full."""

    def limit() -> None:
        if largest is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

    line = [OUTTURN, *words]
    return subprocess.run(line, env=surroundings(home) | around, capture_output=True, text=True, preexec_fn=limit)


def last_line(ended: subprocess.CompletedProcess[str]) -> str:
    assert "Traceback" not in ended.stderr, ended.stderr
    return ended.stderr.strip().splitlines()[-1]


def test_an_empty_database_asks_for_init(tmp_path):
    ended = run(tmp_path, "status")
    assert ended.returncode == 2
    assert last_line(ended).startswith("The database has no tables yet")
    assert last_line(ended).endswith("Run: outturn init")


def test_tables_of_another_version_are_told_from_none(home):
    with closing(sqlite3.connect(home / "outturn.sqlite3")) as open_:
        open_.execute("DROP TABLE observations_release")
    ended = run(home, "status")
    assert ended.returncode == 2
    assert last_line(ended).startswith("The tables are of another version of Outturn")


def test_a_locked_database_is_not_an_empty_one(home):
    with closing(sqlite3.connect(home / "outturn.sqlite3", isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        ended = run(home, "load", str(find_shipped_definitions()), OUTTURN_DATABASE_SECONDS="1")
    assert ended.returncode == 3
    assert last_line(ended).startswith("The database is locked: another program is writing to it")
    assert "init" not in last_line(ended)


def test_a_full_disk_is_said_and_nothing_is_half_there(home):
    here = (home / "outturn.sqlite3").stat().st_size
    ended = run(home, "load", str(find_shipped_definitions()), largest=here + 20_000)
    assert ended.returncode == 3
    assert "is full" in last_line(ended)
    assert "What was under way was undone." in last_line(ended)
    assert "Definitions  none" in run(home, "status").stdout


def test_a_database_that_does_not_answer_is_not_an_empty_one(home):
    ended = run(home, "status", DATABASE_URL="postgres://ada:hidden@127.0.0.1:1/gone")
    assert ended.returncode == 3
    assert last_line(ended).startswith("The database does not answer (postgresql, gone at 127.0.0.1).")
    assert "hidden" not in ended.stderr


def test_a_file_that_is_no_database_is_said(home):
    (home / "outturn.sqlite3").write_bytes(b"no database at all" * 100)
    ended = run(home, "status")
    assert ended.returncode == 3
    assert last_line(ended).startswith("The database is damaged, or is none")


def test_a_database_that_cannot_be_opened_is_said(home):
    ended = run(home, "status", DATABASE_URL="sqlite:////no/such/folder/outturn.sqlite3")
    assert ended.returncode == 3
    assert last_line(ended).startswith("The database cannot be opened")


def test_a_folder_that_cannot_be_made_is_said():
    ended = run(Path("/proc/outturn"), "status")
    assert ended.returncode == 3
    assert last_line(ended) == "The work stopped at /proc/outturn: No such file or directory."


@pytest.mark.parametrize(
    ("name", "written", "like"),
    [
        ("DATABASE_URL", "my database", "postgres://"),
        ("OUTTURN_PROXIES", "the proxy", "10.0.0.4"),
        ("OUTTURN_DATABASE_SECONDS", "soon", "25"),
        ("OUTTURN_DATABASE_SECONDS", "0", "25"),
    ],
)
def test_a_setting_that_cannot_be_read_is_said_with_how_to_write_it(tmp_path, name, written, like):
    ended = run(tmp_path, "status", **{name: written})
    assert ended.returncode == 2
    assert last_line(ended).startswith(f"{name} cannot be read: '{written}'. Write it like {like}")


def test_a_clock_that_was_set_back_is_said(home):
    assert run(home, "load", str(find_shipped_definitions())).returncode == 0
    with closing(sqlite3.connect(home / "outturn.sqlite3", isolation_level=None)) as open_:
        open_.execute("DROP TRIGGER sequence_act_only_added_update")
        open_.execute("UPDATE sequence_act SET at = '2999-01-01 09:00:00'")
    file = home / "delivery.csv"
    file.write_text("indicator,area,period,value,plan\nae-4h-type1,llr-icb,Oct-24,56.7%,\n")
    ended = run(home, "record", str(file))
    assert ended.returncode == 3
    assert last_line(ended).startswith("The clock of this machine says")
    assert last_line(ended).endswith("Nothing was changed. Correct the clock, then do it again.")
    ended = run(home, "verify")
    assert ended.returncode == 1
    assert last_line(ended).strip().startswith("- Rows of sequence_act can be changed")
