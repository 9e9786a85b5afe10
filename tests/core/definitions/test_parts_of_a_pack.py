"""Each kind of part with each kind of framework: drawn, or refused with file, line and cure."""

from itertools import product

import pytest
from core.report import small

from outturn.core.definitions import load
from outturn.core.definitions.parts import EVERY, PARTS
from outturn.core.definitions.problems import Severity
from outturn.core.report import build

HEAD = "slug: report\ntitle: Report\norganisation: LLR\nparts:\n  - {kind: method}\n"


def loaded(files: dict[str, bytes], part: str, kind: str = "priorities"):
    framework = files["frameworks/priorities.yaml"].replace(b"kind: priorities", f"kind: {kind}".encode())
    return load(files | {"frameworks/priorities.yaml": framework, "packs/report.yaml": f"{HEAD}  - {part}\n".encode()})


def test_the_table_knows_every_part_that_can_be_drawn():
    assert set(PARTS) == set(build.PARTS)


@pytest.mark.parametrize(("part", "kind"), list(product(PARTS, EVERY)))
def test_a_part_is_drawn_or_refused(files, part, kind):
    found = loaded(files, f"{{kind: {part}, framework: priorities}}", kind)
    if kind in PARTS[part].kinds or part == "method":
        assert found.catalogue is not None
        made = small.paper((part, "plan"), frameworks=(small.framework("plan", kind),))
        assert build.build(made).pages or part == "appendix"
        return
    (problem,) = found.problems
    assert found.catalogue is None
    assert (problem.file, problem.line, problem.field) == ("packs/report.yaml", 6, "parts[2].framework")
    assert problem.wrong.startswith(f"The part '{part}' draws ")
    assert problem.wrong.endswith(f"but 'priorities' is of the kind {kind}.")


@pytest.mark.parametrize("part", PARTS)
def test_a_part_without_a_framework_is_drawn_or_says_which_it_needs(files, part):
    kind = PARTS[part].kinds[0] if PARTS[part].needed else "priorities"
    found = loaded(files, f"{{kind: {part}}}", kind)
    if not PARTS[part].needed:
        assert found.problems == ()
        assert build.build(small.paper((part, ""))).pages or part == "appendix"
        return
    (problem,) = found.problems
    assert (problem.file, problem.line, problem.field) == ("packs/report.yaml", 6, "parts[2]")
    assert problem.wrong == f"The part '{part}' needs a framework."
    assert problem.cure == f"Add 'framework: priorities', of the kind {' or '.join(PARTS[part].kinds)}."


@pytest.mark.parametrize(
    ("part", "kind", "cure"),
    [
        ("scorecard", "finance", "For it there is 'finance'; or name another framework."),
        ("sections", "outcomes", "For it there is 'outcomes', 'measures'; or name another framework."),
        ("ranks", "appendix", "Name another framework."),
    ],
)
def test_the_cure_names_the_parts_that_fit(files, part, kind, cure):
    (problem,) = loaded(files, f"{{kind: {part}, framework: priorities}}", kind).problems
    assert problem.cure == cure


def test_a_framework_that_cannot_be_read_is_not_judged_by_its_kind(files):
    files["frameworks/priorities.yaml"] = files["frameworks/priorities.yaml"].replace(b"title:", b"titel:")
    found = load(files | {"packs/report.yaml": f"{HEAD}  - {{kind: finance, framework: priorities}}\n".encode()})
    assert {problem.file for problem in found.problems} == {"frameworks/priorities.yaml"}


def test_a_framework_that_is_not_drawn_from_is_said_and_loads(files):
    found = loaded(files, "{kind: method, framework: priorities}")
    assert [(problem.severity, problem.line) for problem in found.problems] == [(Severity.WARNING, 6)]
