"""Core takes values and returns values: no clock, no files, no printing, no process, nothing that it keeps for itself.

(Imports: see import-linter.)"""

import ast

import pytest
from house.project import ROOT, tracked

OUTSIDE = {
    "open", "print", "input", "exec", "eval",
    "date.today", "datetime.now", "datetime.utcnow", "datetime.today", "time.time", "time.monotonic",
    "datetime.date.today", "datetime.datetime.now",
    "random.random", "os.getenv", "os.environ.get",
    "os.fork", "os.popen", "os.posix_spawn", "os.startfile", "os.system", "os.abort", "os.kill",
}  # fmt: skip
STORES = {"dict", "list", "set", "deque", "Counter", "defaultdict", "OrderedDict", "WeakKeyDictionary"}


def calls(source: str) -> list[tuple[int, str]]:
    tree = ast.parse(source)
    return [(node.lineno, ast.unparse(node.func)) for node in ast.walk(tree) if isinstance(node, ast.Call)]


def outside(source: str) -> list[tuple[int, str]]:
    return [(line, name) for line, name in calls(source) if name in OUTSIDE or name.startswith(("os.exec", "os.spawn"))]


def test_a_call_to_the_clock_is_seen():
    assert outside("def late(due):\n    return date.today() > due\n") == [(2, "date.today")]


def test_a_process_that_is_started_is_seen():
    assert outside("os.fork()\nos.execv('ls', ['ls'])") == [(1, "os.fork"), (2, "os.execv")]


def kept(source: str) -> list[str]:
    """Names of a module, not of constants, that hold what can be filled later."""
    statements = [node for node in ast.parse(source).body if isinstance(node, ast.Assign | ast.AnnAssign)]
    targets = [
        target
        for node in statements
        if is_store(node.value)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
    ]
    names = [target.id for target in targets if isinstance(target, ast.Name)]
    return [name for name in names if name.lstrip("_")[:1].islower() and not name.startswith("__")]


def is_store(value: ast.expr | None) -> bool:
    return isinstance(value, ast.Dict | ast.List | ast.Set) or (
        isinstance(value, ast.Call) and ast.unparse(value.func).split(".")[-1] in STORES
    )


def test_a_store_that_a_module_fills_is_seen():
    assert kept("_last: dict[str, int] = {}\nseen = set()\nNAMES = {}\n__all__ = []\n") == ["_last", "seen"]


@pytest.mark.parametrize("path", tracked("src/outturn/core/*.py"), ids=lambda path: str(path.relative_to(ROOT)))
def test_core_asks_nothing_of_the_outside(path):
    assert outside(path.read_text()) == []
    assert kept(path.read_text()) == []
