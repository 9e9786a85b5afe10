"""A function is called by a verb: `draw_bar`, not `drawn`. Properties and fields may be nouns or participles."""

import ast
from collections import defaultdict
from collections.abc import Iterator

from .project import ROOT

VERBS_TOO = "cut hit let put read run set shed split"  # the same word is the verb
ENDS_IN_ED = "embed exceed feed need proceed seed speed succeed"
IRREGULAR = (
    "begun bound broken brought built chosen done drawn driven fallen fed felt forgotten found given gone grown heard"
    " held hidden kept known laid led left lost made meant met paid seen sent shown shut sold sought spent spoken stood"
    " taken taught thought told understood won worn written"
)


def test_no_function_is_a_past_participle() -> None:
    assert {room: sorted(names) for room, names in participles().items() if names} == {}


def test_a_participle_is_told_from_a_verb() -> None:
    assert [is_participle(name) for name in ("shown", "_told", "rounded_to_base", "laid_out")] == [True] * 4
    assert not any(is_participle(name) for name in ("show", "read_file", "split_groups", "needs", "feed_back", "red"))


def participles() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for path in sorted((ROOT / "src/outturn").rglob("*.py")):
        if "migrations" not in path.parts:
            room = "/".join(path.relative_to(ROOT / "src/outturn").parts[:2])
            found[room] |= {name for name in functions(ast.parse(path.read_text())) if is_participle(name)}
    return found


def functions(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not is_property(node):
            yield node.name


def is_property(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    names = {one.id for one in node.decorator_list if isinstance(one, ast.Name)}
    return bool(names & {"property", "cached_property"})


def is_participle(name: str) -> bool:
    first = name.lstrip("_").split("_")[0]
    regular = len(first) > 3 and first.endswith("ed") and first not in ENDS_IN_ED.split()
    return (regular or first in IRREGULAR.split()) and first not in VERBS_TOO.split()
