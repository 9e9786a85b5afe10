"""Equal documents give equal files, whenever and wherever they are drawn."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from outturn.render import ALL

DRAW = """
import sys
from render.paper import document
from outturn.render import ALL
sys.stdout.buffer.write(ALL[sys.argv[1]](document()))
"""


@pytest.mark.parametrize("name", ALL)
def test_another_process_at_another_time_draws_the_same_bytes(name, drawn):
    time.sleep(1.1 if name.endswith("x") else 0)  # zip files keep times in steps of two seconds, properties in seconds
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1]), "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    done = subprocess.run([sys.executable, "-c", DRAW, name], capture_output=True, check=True, env=environment)
    assert done.stdout == drawn[name]
