"""`make test` on a new machine: root gets what is missing installed, anybody else is told its name."""

import os
import shutil
import subprocess

import pytest
from house.project import ROOT

TOOLS = ("bash", "env", "grep", "cat")


@pytest.fixture
def bare(tmp_path):
    """Run scripts/needs where only a shell is: `bare(user=0)`; what apt-get was asked for is in `apt`."""

    def program(name: str, line: str) -> None:
        path = tmp_path / name
        path.write_text(f"#!{shutil.which('bash')}\n{line}\n")
        path.chmod(0o755)

    def run(user: int, apt: bool = True) -> subprocess.CompletedProcess[str]:
        for tool in TOOLS:
            (tmp_path / tool).symlink_to(str(shutil.which(tool)))
        program("id", f"echo {user}")
        if apt:
            program("apt-get", f'echo "$@" >> {tmp_path / "apt"}')
        surroundings = {"PATH": str(tmp_path), "CHROMIUM": str(tmp_path / "chromium"), "HOME": os.environ["HOME"]}
        return subprocess.run([ROOT / "scripts/needs"], env=surroundings, capture_output=True, text=True)

    return run


@pytest.mark.parametrize(("user", "apt"), [(1000, True), (0, False)])
def test_who_may_not_install_is_told_the_names(bare, user, apt, tmp_path):
    ended = bare(user, apt)
    assert ended.returncode == 1
    for package in ("chromium", "poppler-utils", "libreoffice-calc", "default-jre-headless", "python3-venv"):
        assert package in ended.stderr
    assert not (tmp_path / "apt").exists()


def test_root_gets_them_installed(bare, tmp_path):
    assert bare(0).returncode == 0
    update, install = (tmp_path / "apt").read_text().splitlines()
    assert update == "update -q"
    assert " chromium " in install


def test_both_databases_wait_for_what_the_tests_need():
    listed = subprocess.run(["make", "-n", "test"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert listed.index("scripts/needs") < listed.index("pytest")


def test_ci_runs_what_the_readme_says_and_nothing_else():
    lines = (ROOT / ".ci/run").read_text().splitlines()
    assert [line for line in lines if line and not line.startswith("#")][-1] == "make test"
    assert "apt-get" not in "\n".join(lines)
