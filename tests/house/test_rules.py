"""The tools that keep the house: style, types, imports. Each says itself what to put right."""

import pytest
from house.project import run

TOOLS = {
    "style": ("ruff", "check"),
    "layout of the code": ("ruff", "format", "--check"),
    "imports go downward only": ("lint-imports", "--no-logo"),
    "types": ("mypy",),
}


@pytest.mark.parametrize("command", TOOLS.values(), ids=TOOLS)
def test_the_house_keeps_its_rules(command):
    done = run(*command)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}{done.stderr}"
