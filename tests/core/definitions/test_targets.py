"""Operators: given, or derived from the direction and marked so."""

import pytest

from outturn.core.catalogue import Target
from outturn.core.definitions import Severity, load


def target(files: dict[str, bytes], said: str, direction: str = "higher") -> Target:
    files["indicators/urgent.yaml"] = files["indicators/urgent.yaml"].replace(b"higher", direction.encode())
    files["frameworks/priorities.yaml"] = files["frameworks/priorities.yaml"].replace(
        b"kind: trajectory", said.encode()
    )
    loaded = load(files)
    assert loaded.catalogue, [str(problem) for problem in loaded.problems]
    return loaded.catalogue.entries()[0].target


@pytest.mark.parametrize(
    ("said", "direction", "operator", "inferred"),
    [
        ("kind: trajectory", "higher", ">=", True),
        ("kind: trajectory", "lower", "<=", True),
        ("kind: trajectory", "none", "", False),
        ("kind: trajectory, operator: '>'", "higher", ">", False),
        ("kind: comparator", "lower", "<=", True),
        ("kind: flat, value: 0", "lower", "<=", True),
        ("kind: reduce, baseline: '2023', value: 4", "lower", "<", True),
        ("kind: increase, baseline: '2023', value: 4", "higher", ">", True),
        ("kind: none", "higher", "", False),
        ("kind: tbc", "lower", "", False),
        ("kind: milestone", "higher", "", False),
    ],
)
def test_the_operator_follows_from_the_direction_unless_given(
    files: dict[str, bytes], said: str, direction: str, operator: str, inferred: bool
) -> None:
    made = target(files, said, direction)
    assert (made.operator, made.inferred) == (operator, inferred)


def test_the_direction_of_an_entry_goes_before_that_of_its_indicator(files: dict[str, bytes]) -> None:
    files["frameworks/priorities.yaml"] = files["frameworks/priorities.yaml"].replace(
        b"        target:",
        b"        direction: lower\n        direction_reason: Fewer is the aim.\n        target:",
    )
    assert target(files, "kind: trajectory").operator == "<="


def test_an_operator_against_the_direction_loads_and_is_said(files: dict[str, bytes]) -> None:
    files["frameworks/priorities.yaml"] = files["frameworks/priorities.yaml"].replace(
        b"kind: trajectory", b"kind: trajectory, operator: '<='"
    )
    loaded = load(files)
    assert loaded.catalogue is not None
    (problem,) = loaded.problems
    assert problem.severity is Severity.WARNING
    assert problem.wrong == "The operator <= disagrees with the direction: higher is better."


def test_a_family_says_once_what_its_indicators_share(files: dict[str, bytes]) -> None:
    catalogue = load(files).catalogue
    assert catalogue is not None
    assert catalogue.indicators["waits"].owner == "Chief operating officer"
    own = files["indicators/urgent.yaml"].replace(b"    unit:", b"    owner: Medical director\n    unit:")
    catalogue = load(files | {"indicators/urgent.yaml": own}).catalogue
    assert catalogue is not None
    assert catalogue.indicators["waits"].owner == "Medical director"
