"""What a kind of picture looks like is known in its folder alone: elsewhere the table of kinds is asked.

So a new kind is a model, a folder, a line of the table and a part of the manual's page, and no format is touched.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from typing import get_args

import pytest
from house.project import ROOT, tracked

from outturn.core.report.pictures import Picture
from outturn.render.pictures import KINDS

FOLDER = ROOT / "src/outturn/render/pictures"
MODELS = {model.__name__ for model in get_args(Picture)}
FOLDERS = sorted(path.parent.name for path in FOLDER.glob("*/__init__.py"))


def type_tests(source: str) -> Iterator[tuple[int, str]]:
    """(line, what) where code asks whether something is a picture of one kind."""
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ("isinstance", "issubclass")
        ):
            tested = [one.id for one in ast.walk(node.args[1]) if isinstance(one, ast.Name)]
        elif isinstance(node, ast.Compare) and "type(" in ast.unparse(node):
            tested = [one.id for one in ast.walk(node) if isinstance(one, ast.Name)]
        elif isinstance(node, ast.MatchClass):
            tested = [ast.unparse(node.cls).split(".")[-1]]
        else:
            continue
        yield from ((node.lineno, name) for name in tested if name in MODELS)


@pytest.mark.parametrize(
    "source",
    [
        "isinstance(block, Chart)",
        "isinstance(block, Table | Funnel)",
        "isinstance(block, (Chart, Waterfall))",
        "type(block) is RankStrip",
        "match block:\n    case Chart(points=points):\n        pass",
    ],
)
def test_a_test_of_its_type_is_seen(source):
    assert list(type_tests(source))


def test_the_test_leaves_other_types_alone():
    assert not list(type_tests("isinstance(block, Table | Paragraph)\ntype(block) in KINDS"))


def test_nothing_asks_for_the_type_of_a_picture():
    found = {
        str(path.relative_to(ROOT)): tests
        for path in tracked("src/outturn/*.py")
        if (tests := list(type_tests(path.read_text())))
    }
    assert found == {}


def test_every_picture_has_its_kind_and_every_kind_its_folder():
    assert KINDS.keys() == set(get_args(Picture))
    homes = {draw.__module__.split(".")[3] for draw in (kind.draw_svg for kind in KINDS.values())}
    assert sorted(homes) == FOLDERS and len(FOLDERS) == len(KINDS)


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_kind_knows_no_other_kind(folder):
    others = [f"outturn.render.pictures.{other}" for other in FOLDERS if other != folder]
    for path in sorted((FOLDER / folder).glob("*.py")):
        imported = [
            node.module or "" for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.ImportFrom)
        ]
        assert not [name for name in imported if name.startswith(tuple(others))], path.name


def test_pages_draw_pictures_without_the_packages_of_slides_and_workbooks():
    code = (
        "import sys, outturn.render.pictures; print([n for n in ('pptx', 'xlsxwriter', 'typst') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
