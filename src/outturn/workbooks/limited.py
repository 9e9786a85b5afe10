"""The limited process in which a workbook is read: how it is started, and what is said when it ends badly."""

import subprocess
import sys
from pathlib import Path

from outturn.core.intake.limits import Unreadable

CHILD = [
    sys.executable,
    "-I",
    "-c",
    "import sys; sys.path.insert(0, sys.argv[1]); from outturn.workbooks.child import main; main()",
    str(Path(__file__).parents[2]),
]
SECONDS = 90


def ask_child(data: bytes) -> list[bytes]:
    """The lines that the child answers. Raises Unreadable: a child that dies has met its limits."""
    try:
        done = subprocess.run(CHILD, input=data, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise Unreadable("The workbook takes too long to read.", "Save the figures alone as CSV.") from None
    if done.returncode != 0:
        raise Unreadable(
            "The workbook cannot be read within the memory and time allowed.", "Save the figures alone as CSV."
        )
    return done.stdout.splitlines()
