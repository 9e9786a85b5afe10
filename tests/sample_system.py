"""The sample system as a newcomer makes it: by the command that the README gives, without the settings of the tests."""

import os
import subprocess
import sys
from pathlib import Path

OUTTURN = Path(sys.executable).with_name("outturn")


def surroundings(home: Path) -> dict[str, str]:
    """The environment of the product: this one, without what makes it a test."""
    ours = {name: value for name, value in os.environ.items() if name not in ("DJANGO_SETTINGS_MODULE", "DATABASE_URL")}
    return ours | {"OUTTURN_HOME": str(home)}


def outturn(home: Path, *arguments: str) -> None:
    """Run a command of the product on this home folder: `outturn(home, "assess")`."""
    subprocess.run([OUTTURN, *arguments], env=surroundings(home), check=True)


def make_sample(home: Path) -> Path:
    outturn(home, "sample", "--no-serve")
    return home
