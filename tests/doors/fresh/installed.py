"""A wheel of this tree, and an environment that holds it and nothing that the tests brought along."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from house.project import ROOT, tracked

PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check"]


@dataclass(frozen=True)
class Installed:
    """The environment, and the folder away from the checkout in which its commands are typed."""

    environment: Path
    folder: Path

    @property
    def packages(self) -> Path:
        (found,) = self.environment.glob("lib/python3*/site-packages")
        return found

    def outturn(self, *words: object, home: Path | None = None) -> subprocess.CompletedProcess[str]:
        """`outturn WORDS` in the plainest of surroundings: no terminal, no language, no path but the system's."""
        return self.run(self.environment / "bin/outturn", *words, home=home)

    def run(self, *command: object, home: Path | None = None) -> subprocess.CompletedProcess[str]:
        surroundings = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "HOME": str(home or self.folder)}
        return subprocess.run(
            [str(word) for word in command],
            cwd=self.folder,
            env=surroundings,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
        )


def export(folder: Path) -> Path:
    """What git knows of this tree, without anything that lies around in it."""
    for path in tracked():
        target = folder / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    return folder


def build(folder: Path) -> Path:
    """The wheel of an export."""
    run_or_fail(*PIP, "wheel", "-q", "--no-deps", "-w", folder / "dist", export(folder / "tree"))
    (wheel,) = (folder / "dist").iterdir()
    return wheel


def install(wheel: Path, environment: Path, extra: str = "") -> None:
    """The wheel with the versions that we lock. Nothing is compiled ahead: that would take as long again."""
    run_or_fail(sys.executable, "-m", "venv", "--without-pip", environment)
    into = [*PIP, "--python", environment / "bin/python"]
    run_or_fail(*into, "install", "-q", "--no-compile", "-c", ROOT / "requirements.lock", f"{wheel}{extra}")


def run_or_fail(*command: object) -> None:
    """Run it; when it fails, the test says what it said."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "OUTTURN"))}
    ended = subprocess.run([str(word) for word in command], env=clean, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stdout + ended.stderr
