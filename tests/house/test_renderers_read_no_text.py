"""A renderer draws what a Document says and decides from its fields: it cuts no text that a reader is shown.

What it may do with a text is to set it: measure it, wrap it, escape it, shorten it to a room.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "outturn"
ROOMS = ("render", "web")
SHOWN = {"text", "note", "detail", "title", "caption", "word", "subtitle", "operator", "footmark", "unit_words"}
"""Fields of a Document that hold words."""
CUTS = {"partition", "rpartition", "rsplit", "startswith", "endswith", "removeprefix", "removesuffix"}
RULES = {"match", "search", "fullmatch", "findall", "finditer"}


def cuts(tree: ast.AST) -> Iterator[ast.AST]:
    """Calls that take a shown text apart, and questions what it says."""
    return (node for node in ast.walk(tree) if takes_apart(node) or asks_what_it_says(node))


def takes_apart(node: ast.AST) -> bool:
    """A split without a separator gives words, to be measured."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        return False
    name, owner = node.func.attr, node.func.value
    if name in RULES:
        return any(shows(argument) for argument in node.args)
    return shows(owner) and (name in CUTS or (name == "split" and bool(node.args)))


def asks_what_it_says(node: ast.AST) -> bool:
    if not isinstance(node, ast.Compare):
        return False
    if any(isinstance(operator, ast.In | ast.NotIn) for operator in node.ops):
        return any(shows(text) for text in node.comparators)
    return shows(node.left) and is_words(node.comparators[0])


def shows(node: ast.expr) -> bool:
    """`cell.text`, and `cell.text.lower()`; not `" ".join(...)`."""
    if isinstance(node, ast.Attribute):
        return node.attr in SHOWN
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and shows(node.func.value)


def is_words(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value != ""


FOUND_IN = {
    "cell.text.partition(' ')[0]": 1,
    "PERIOD.search(cell.note)": 1,
    "cell.note.split(', ')": 1,
    "cell.note.split()": 0,  # words, to be measured
    "chart.title.lower() in page.title.lower()": 1,
    "cell.text == '–'": 1,
    "cell.text == ''": 0,
    "cell.chip.key == 'green'": 0,
    "'highest' in section.title.lower()": 1,
    "key in column.key": 0,
}


@pytest.mark.parametrize(("source", "count"), FOUND_IN.items())
def test_the_rule_finds_what_it_should(source, count):
    assert len(list(cuts(ast.parse(source)))) == count


@pytest.mark.parametrize("room", ROOMS)
def test_no_renderer_and_no_page_takes_a_shown_text_apart(room):
    found = [
        f"{path.relative_to(SOURCE)}:{node.lineno}: {ast.unparse(node)}"
        for path in sorted((SOURCE / room).rglob("*.py"))
        for node in cuts(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert found == []
