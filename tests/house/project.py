"""Where the project is and which files it tracks, for the checks of the house."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent


def tracked(*patterns: str) -> list[Path]:
    """The files git knows (new ones too, unless ignored), as paths that exist."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()
    return [path for name in sorted(set(listed)) if (path := ROOT / name).is_file()]


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """Run one of the environment's own tools in the project."""
    tool, *arguments = command
    return subprocess.run([BIN / tool, *arguments], cwd=ROOT, capture_output=True, text=True)
