"""Nothing in the project speaks of one machine: it must build anywhere."""

import re
import tomllib

import pytest
from house.project import ROOT, tracked

FOREIGN = re.compile(
    r"(?<![\w.~-])/(?:work|root|home/\w+|opt/(?:pypi|wheels))(?=/|\b)"  # somebody's folders
    r"|pypi[.]\w|pythonhosted|registry[.]npm|npmjs|deb[.]debian"  # package registries
)


def text_files():
    for path in tracked():
        raw = path.read_bytes()
        if b"\0" not in raw:
            yield path, raw.decode("utf-8")


@pytest.mark.parametrize("line", ["cd /work/main", "see https://pypi." + "example/simple", "open('/root/x')"])
def test_a_foreign_line_is_seen(line):
    assert FOREIGN.search(line)


def test_no_file_names_a_machine_or_a_registry():
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path, text in text_files()
        if path.name != "test_tracked_files.py"
        for number, line in enumerate(text.splitlines(), 1)
        if FOREIGN.search(line)
    ]
    assert not found, "\n".join(found)


def locked(name: str) -> dict[str, str]:
    lines = [line for line in (ROOT / name).read_text().splitlines() if line and not line.startswith("#")]
    return {re.sub(r"[-_.]+", "-", package).lower(): version for package, version in (li.split("==") for li in lines)}


def names(requirements: list[str]) -> set[str]:
    return {re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", each).group()).lower() for each in requirements}


def test_every_dependency_is_locked_exactly():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    run, dev = locked("requirements.lock"), locked("requirements-dev.lock")
    missing = names(project["dependencies"]) - set(run) | names(project["optional-dependencies"]["dev"]) - set(
        dev
    ) - set(run)
    assert not missing, f"run 'make lock': {', '.join(sorted(missing))} not in the lock files"
    assert {"typst", "python-pptx", "xlsxwriter"} <= set(run)
