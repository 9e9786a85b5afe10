"""Equal documents give equal files, whenever and wherever they are drawn."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from render.gallery import gallery

from outturn.render import FORMATS

DRAW = """
import sys
from render import gallery, paper
from outturn.render import FORMATS
made = {"paper": paper.document, "gallery": gallery.gallery}[sys.argv[2]]
sys.stdout.buffer.write(FORMATS[sys.argv[1]].draw(made()))
"""


@pytest.mark.parametrize("name", [name for name, each in FORMATS.items() if not each.behind])
def test_another_process_at_another_time_draws_the_same_bytes(name, drawn):
    time.sleep(1.1 if name.endswith("x") else 0)  # zip files keep times in steps of two seconds, properties in seconds
    assert drawn_elsewhere(name, "paper") == drawn[name]


@pytest.mark.parametrize("name", ["report.pptx", "report.xlsx"])
def test_native_pictures_of_every_kind_are_the_same_bytes_too(name):
    here = FORMATS[name].draw(gallery())
    time.sleep(1.1)
    assert drawn_elsewhere(name, "gallery") == here


def drawn_elsewhere(name: str, document: str) -> bytes:
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1]), "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    command = [sys.executable, "-c", DRAW, name, document]
    return subprocess.run(command, capture_output=True, check=True, env=environment).stdout
