"""A function is called by a verb: `draw_bar`, not `drawn`. Properties and fields may be nouns or participles."""

import ast
from collections import defaultdict
from collections.abc import Iterator

from .project import ROOT

VERBS_TOO = frozenset("cut hit let put read run set shed split".split())  # the same word is the verb
ENDS_IN_ED = frozenset("embed exceed feed need proceed seed speed succeed".split())
IRREGULAR = frozenset(
    "begun bound broken brought built chosen done drawn driven fallen fed felt forgotten found given gone grown heard held"
    " hidden kept known laid led left lost made meant met paid seen sent shown shut sold sought spent spoken stood taken"
    " taught thought told understood won worn written".split()
)

# Rooms that have not been gone through yet: their names only become fewer, and a room that is done leaves the list.
NOT_YET: dict[str, frozenset[str]] = {
    "cli/engine": frozenset("wanted".split()),
    "core/assess": frozenset(
        "_fixed _met _planned _printed _published_movement asked assured believed chosen denied"
        " explained_by_line graded judged unrated".split()
    ),
    "core/catalogue": frozenset("used_in".split()),
    "core/changes.py": frozenset("restated".split()),
    "core/checks": frozenset("finished printed_good_is printed_rating settled_by_target told undecided".split()),
    "core/definitions": frozenset("_needed _sorted dotted repeated".split()),
    "core/report": frozenset(
        "_gone _shown counted dated described directed drawn highlighted known marked measured moved named"
        " numbered renamed restated restated_rows retired_rows settled shown spoken spoken_list titled"
        " told_apart unanswered unassessed unplaced unrated updated valued written".split()
    ),
    "core/statistics": frozenset("taken turned".split()),
    "records/assessments": frozenset("_parsed _told _written assessed_up_to known".split()),
    "records/cycle": frozenset("brought followed".split()),
    "records/findings": frozenset("_stamped accepted".split()),
    "records/reports": frozenset("_listed _published _received _restated _unguarded".split()),
    "render/arrange.py": frozenset("arranged grouped".split()),
    "render/charts": frozenset(
        "compared crowded drawn filled held joined judged known placed reached restated scaled suppressed"
        " thinned told varied wrapped written".split()
    ),
    "render/formats.py": frozenset("drawn_by".split()),
    "render/html": frozenset("folded tucked".split()),
    "render/lettering.py": frozenset("fitted".split()),
    "render/native": frozenset("padded placed stacked told".split()),
    "render/numbers.py": frozenset("held".split()),
    "render/pdf": frozenset("annexed banded covered dated drawn grouped named placed".split()),
    "render/pptx": frozenset(
        "aligned begun carried drawn filled fitted kept named numbered outlined packed parted shown stacked".split()
    ),
    "render/xlsx": frozenset("drawn explained hidden shown stacked titled".split()),
    "web/account": frozenset("locked".split()),
    "web/commentary": frozenset("written".split()),
    "web/components": frozenset("known printed published told".split()),
    "web/data": frozenset("named restated shown_before shown_now touched unlisted".split()),
    "web/errors.py": frozenset("failed stopped".split()),
    "web/indicator": frozenset("printed_in shown".split()),
    "web/kept.py": frozenset("kept served".split()),
    "web/load": frozenset("held recorded shared_choices shared_words".split()),
    "web/needs.py": frozenset("checked".split()),
    "web/outcomes": frozenset("asked counted grouped ordered shown".split()),
    "web/pages.py": frozenset("defined shown".split()),
    "web/scorecard": frozenset("asked grouped ordered paired shown".split()),
    "web/seen.py": frozenset("invented seen".split()),
    "web/today": frozenset("turned".split()),
}


def test_no_function_is_a_past_participle() -> None:
    new = {room: sorted(names - NOT_YET.get(room, frozenset())) for room, names in participles().items()}
    assert {room: names for room, names in new.items() if names} == {}


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
    regular = len(first) > 3 and first.endswith("ed") and first not in ENDS_IN_ED
    return (regular or first in IRREGULAR) and first not in VERBS_TOO
