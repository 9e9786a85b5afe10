"""A file that outgrows 250 lines is two rooms. Compiled loops stay in one file, by which Numba renews them."""

from house.project import ROOT, tracked

MOST = 250


def test_no_file_of_the_program_is_longer_than_can_be_taken_in() -> None:
    files = [path for path in tracked("src/outturn/*.py") if "migrations" not in path.parts]
    lines = {str(path.relative_to(ROOT)): path.read_text().count("\n") for path in files}
    long = {name: count for name, count in lines.items() if count > MOST}
    assert {name: count for name, count in long.items() if not name.endswith("kernel.py")} == {}
