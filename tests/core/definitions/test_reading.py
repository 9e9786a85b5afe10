"""YAML that means what it looks like, and files that are refused."""

from datetime import date

import pytest

from outturn.core.definitions.reading import MOST_NODES, read


def data(text: str) -> object:
    source, problems = read("areas/a.yaml", text.encode())
    assert source is not None and not problems, problems
    return source.data


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"),  # Norway, and the area code NO
        ("on", "on"),
        ("yes", "yes"),
        ("012", "012"),  # ten in YAML 1.1
        ("0o14", "0o14"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("12:30:00", "12:30:00"),  # 45,000 in YAML 1.1
        ("1e3", "1e3"),  # the practice code 1E3
        (".inf", ".inf"),
        ("04V", "04V"),
        ("2024/25", "2024/25"),
        ("<<", "<<"),
        ("true", True),
        ("12", 12),
        ("-2.5", -2.5),
        ("2024-10-31", date(2024, 10, 31)),
        ("'2024-10-31'", "2024-10-31"),
        ("~", None),
    ],
)
def test_a_value_means_what_it_looks_like(written: str, meant: object) -> None:
    assert data(f"code: {written}") == {"code": meant}


def test_every_field_knows_its_line() -> None:
    source, _ = read("areas/a.yaml", b"# a comment\nareas:\n  llr:\n    name: LLR\n    successors:\n      - x\n")
    assert source is not None
    assert source.line(("areas", "llr", "name")) == 4
    assert source.line(("areas", "llr", "successors", 0)) == 6
    assert source.line(("areas", "llr", "not there")) == 3


def test_a_key_that_stands_twice_is_named_with_both_lines() -> None:
    source, problems = read("areas/a.yaml", b"name: one\nshort: x\nname: two\n")
    assert source is not None and source.data == {"name": "one", "short": "x"}
    assert str(problems[0]) == "areas/a.yaml, line 3, name: 'name' stands here and on line 1. Keep one."


def test_an_anchor_may_be_used_again() -> None:
    assert data("a: &x [1, 2]\nb: *x") == {"a": [1, 2], "b": [1, 2]}


BOMB = "a: &a0 [x,x,x,x,x,x,x,x,x]\n" + "".join(f"b{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9))


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (BOMB.encode(), None, "too large once its aliases are followed"),
        (b"a: &x [*x]", 1, "too large once its aliases are followed"),
        (b"[" * 5000, 1, "nested too deep"),
        (b"[\n" * 5000, 31, "nested too deep"),
        (b"a: 1\nb: !!python/object/apply:os.system [x]", 2, "is not allowed"),
        (b"a: !!int x", 1, "is not allowed"),
        (b"a: 2024-02-30", 1, "is not a day"),
        (b"ok: 1\nbad: \xff", 2, "not UTF-8"),
        (b"a: 1\n---\nb: 2", 2, "not YAML"),
        (b"a: [1\nb: 2", 2, "not YAML"),
        (b"short: Talking therapies: recovery", 1, "not YAML"),
        (b"a: *nowhere", 1, "not YAML"),
        (b"a: \x07", 1, "not YAML"),
        (b"a: 12345678901234567890123", 1, "too many digits"),
        (b"? [a, b]\n: 1", 1, "one word"),
        (b"#" * 2_000_001, 1, "2,000,001 bytes"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_cannot_be_trusted_is_refused_with_its_line_and_a_cure(text: bytes, line: int | None, words: str) -> None:
    source, problems = read("areas/a.yaml", text)
    assert source is None
    assert words in problems[0].wrong and problems[0].cure
    assert line is None or problems[0].line == line


def test_a_bomb_costs_no_more_than_the_limit() -> None:
    assert len(BOMB) < 500 < MOST_NODES < 9**8
