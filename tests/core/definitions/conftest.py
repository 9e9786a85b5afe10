"""The definitions that ship with Outturn, and a small set that tests can break in one place."""

from pathlib import Path

import pytest

from outturn.core.catalogue import Catalogue
from outturn.core.definitions import load

ROOT = Path(__file__).parents[3]
SHIPPED = ROOT / "definitions"

AREAS = """areas:
  llr:
    name: Leicester, Leicestershire and Rutland
    short: LLR
    kind: icb
"""
INDICATORS = """family: Urgent care
defaults: {period_kind: month, owner: Chief operating officer}
indicators:
  waits:
    name: Four hour waits
    short: Four hour waits
    unit: percent
    direction: higher
    definition: Share of patients seen within four hours.
"""
SCHEMES = """slug: plan
title: Against plan
version: '1'
bands:
  - {key: grey, word: Grey, letter: –, shape: dash, when: no_plan}
  - {key: grey, word: Grey, letter: –, shape: dash, when: not_due}
  - {key: grey, word: Grey, letter: –, shape: dash, when: suppressed}
  - {key: green, word: Green, letter: G, shape: circle, when: met}
  - {key: red, word: Red, letter: R, shape: square, when: adverse}
"""
FRAMEWORKS = """slug: priorities
title: Priorities
kind: priorities
defaults: {area: llr, scheme: plan}
sections:
  - slug: urgent
    name: Urgent care
    entries:
      - indicator: waits
        number: '1'
        wording: See people within four hours
        target: {kind: trajectory}
"""
PACKS = """slug: report
title: Report
organisation: LLR
parts:
  - {kind: scorecard, framework: priorities}
"""


@pytest.fixture
def files() -> dict[str, bytes]:
    """A complete small set of definitions; a test changes one thing in it."""
    return {
        "areas/llr.yaml": AREAS.encode(),
        "indicators/urgent.yaml": INDICATORS.encode(),
        "schemes/plan.yaml": SCHEMES.encode(),
        "frameworks/priorities.yaml": FRAMEWORKS.encode(),
        "packs/report.yaml": PACKS.encode(),
    }


@pytest.fixture(scope="session")
def shipped() -> dict[str, bytes]:
    found = (path for path in SHIPPED.rglob("*") if path.is_file())
    return {path.relative_to(SHIPPED).as_posix(): path.read_bytes() for path in found}


@pytest.fixture(scope="session")
def catalogue(shipped: dict[str, bytes]) -> Catalogue:
    loaded = load(shipped)
    assert loaded.catalogue, "\n".join(str(problem) for problem in loaded.problems)
    return loaded.catalogue
