"""The versions we lock install on every Python we promise, and are the ones these tests ran with."""

import tomllib
from importlib.metadata import metadata

import pytest
from house.project import ROOT
from packaging.specifiers import SpecifierSet


def oldest_python() -> str:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["requires-python"]
    return f"{wanted.removeprefix('>=')}.0"


def locked(name: str) -> list[tuple[str, str]]:
    lines = (ROOT / name).read_text().splitlines()
    return [tuple(line.split("==")) for line in lines if not line.startswith("#")]


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_the_oldest_python_we_promise_can_install_what_we_lock(lock):
    oldest = oldest_python()
    wanted = {name: metadata(name)["Requires-Python"] for name, _ in locked(lock)}
    refusing = {name: python for name, python in wanted.items() if python and oldest not in SpecifierSet(python)}
    assert not refusing, f"Python {oldest} cannot install these: cap them in pyproject.toml, then make lock"


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_what_is_installed_here_is_what_we_lock(lock):
    here = {name: metadata(name)["Version"] for name, _ in locked(lock)}
    assert here == dict(locked(lock)), "run make test, which installs the locked versions"
