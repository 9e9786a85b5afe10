"""A file that outgrows 250 lines is two rooms. Compiled loops stand in one file: Numba renews them by it (decision 9)."""

from house.project import ROOT, tracked

MOST = 250


def test_no_file_of_the_program_is_longer_than_can_be_taken_in() -> None:
    lines = {
        path: path.read_text().count("\n") for path in tracked("src/outturn/*.py") if "migrations" not in path.parts
    }
    long = {str(path.relative_to(ROOT)): count for path, count in lines.items() if count > MOST}
    assert {name: count for name, count in long.items() if not name.endswith("kernel.py")} == {}
