"""Names compared by the bytes in which Polars keeps them: the answers of plain Python, or no answer."""

import numpy as np
import polars as pl
from hypothesis import example, given, settings
from hypothesis import strategies as st

from outturn.core.statistics.table import grouped
from outturn.core.statistics.table.names_kernel import NO, UNSURE, YES, number_changes, rising, view_changes
from outturn.core.statistics.table.string_views import views

NAMES = st.lists(
    st.text("ab\0é", max_size=14) | st.sampled_from(["E01000001", "E01000002", "NHS Nottingham"]), min_size=1
)


def text(names):
    return pl.Series(names, dtype=pl.String)


def changed_plainly(names):
    return [row for row in range(1, len(names)) if names[row] != names[row - 1]]


@settings(max_examples=300, deadline=None)
@given(NAMES)
@example(["a", "a\0"])
@example(["a", "b", "c"])
def test_rising_is_what_plain_python_finds_or_unsure(names):
    with views(text(names)) as words:
        found = rising(words)
    data = [name.encode() for name in names]
    risen = all(before < here for before, here in zip(data, data[1:], strict=False))
    padded = any(before.rstrip(b"\0") == here.rstrip(b"\0") for before, here in zip(data, data[1:], strict=False))
    if any(len(name) > 12 for name in data):
        assert found == UNSURE
    else:
        assert found == (YES if risen else NO) or (padded and found == NO)


@settings(max_examples=300, deadline=None)
@given(NAMES)
@example(["NHS Nottingham and Derby", "NHS Nottingham and Derby", "NHS Nottingham and Leicester"])
def test_changes_are_those_of_plain_python_or_unsure(names):
    rows = np.empty(len(names), np.int64)
    with views(text(names)) as words:
        found = view_changes(words, rows)
    assert found == -1 or rows[:found].tolist() == changed_plainly(names)
    assert found >= 0 or any(len(name.encode()) > 12 for name in names)


@settings(deadline=None)
@given(st.lists(st.integers(0, 2), min_size=1))
def test_changes_of_whole_numbers(values):
    rows = np.empty(len(values), np.int64)
    assert rows[: number_changes(np.array(values), rows)].tolist() == changed_plainly(values)


def test_a_part_of_a_column_and_one_in_pieces_are_read_from_where_they_stand():
    whole = text([f"g{number:03}" for number in range(900)])
    pieces = pl.concat([whole[:5], whole[7:]], rechunk=False)
    for names in (whole[100:200], pieces, whole.gather_every(3)):
        with views(names) as words:
            assert len(words) == 2 * len(names)
            assert [word.tobytes()[4:8].decode() for word in words[::2]] == names.to_list()


def test_other_columns_have_no_such_bytes():
    for names in (text([]), text(["a", None]), pl.Series([1, 2])):
        with views(names) as words:
            assert words is None


LONG = [f"NHS trust number {number // 2}" for number in range(40)]
TABLES = {
    "short": text([f"g{number // 2}" for number in range(40)]),
    "long": text(LONG),
    "long, kept once": text(LONG[::2]).gather(np.arange(40) // 2),
    "missing": text(["a", None, None, "b"]),
    "numbers": pl.Series([1, 1, 2, 5, 5]),
    "missing numbers": pl.Series([1, None, None, 5]),
    "days": pl.Series([1, 1, 2]).cast(pl.Date),
    "halves": pl.Series([0.5, 0.5, 1.5]),
    "rising": text(["a", "b", "c"]),
    "again and again": text(["a", "b"] * 20),
    "one": text(["a"]),
}


def test_large_tables_and_small_ones_are_cut_alike(monkeypatch):
    def cut(names):
        repeats = [grouped.repeating(names, every) for every in (1, 2, len(names)) if names.null_count() == 0]
        return grouped.stretches(names).tolist(), grouped.strictly_rising(names), repeats

    plainly = {kind: cut(names) for kind, names in TABLES.items()}
    monkeypatch.setattr(grouped, "MANY", 1)
    assert {kind: cut(names) for kind, names in TABLES.items()} == plainly
    assert [kind for kind, (_, risen, _) in plainly.items() if risen] == ["rising", "one"]
