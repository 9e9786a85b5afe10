"""The version says whether the definitions say the same, not whether they are written the same."""

from outturn.core.definitions import load


def version(files: dict[str, bytes]) -> str:
    catalogue = load(files).catalogue
    assert catalogue is not None
    return catalogue.version


def test_comments_order_and_file_names_leave_the_version(files: dict[str, bytes]) -> None:
    moved = {f"{path.removesuffix('.yaml')}-moved.yaml": text for path, text in reversed(files.items())}
    moved = {path: b"# a comment\n" + text.replace(b"number: '1'", b'number: "1"') for path, text in moved.items()}
    assert version(moved) == version(files)


def test_any_word_that_is_said_changes_the_version(files: dict[str, bytes]) -> None:
    seen = {version(files)}
    for path, was, now in (
        ("areas/llr.yaml", b"short: LLR", b"short: Us"),
        ("indicators/urgent.yaml", b"Chief operating", b"Chief nursing"),
        ("schemes/plan.yaml", b"word: Green", b"word: Met"),
        ("frameworks/priorities.yaml", b"See people", b"Meet people"),
        ("packs/report.yaml", b"title: Report", b"title: Paper"),
    ):
        seen.add(version(files | {path: files[path].replace(was, now)}))
    assert len(seen) == 6


def test_the_order_of_entries_is_part_of_what_is_said(files: dict[str, bytes]) -> None:
    bands = files["schemes/plan.yaml"].splitlines(keepends=True)
    swapped = b"".join([*bands[:4], bands[5], bands[4], *bands[6:]])
    assert version(files | {"schemes/plan.yaml": swapped}) != version(files)
