"""Each slip that people make, and the sentence they read. One thing in a small set is broken at a time."""

import pytest

from outturn.core.definitions import load

BROKEN = [
    ("areas/llr.yaml", "kind: icb", "kind: ibc", 5, "areas.llr.kind", "'ibc' is not one of", "Did you mean 'icb'?"),
    ("areas/llr.yaml", "short:", "shrt:", 4, "areas.llr.shrt", "not a field here", "Did you mean 'short'?"),
    ("areas/llr.yaml", "  llr:", "  LLR:", 2, "areas.LLR", "'LLR' is not a slug", "small letters"),
    (
        "areas/llr.yaml",
        "short: LLR",
        "short: 2024",
        4,
        "areas.llr.short",
        "is a whole number, but 'short' is text",
        'Put it in quotes if it is a code or a year: "2024".',
    ),
    ("areas/llr.yaml", "kind: icb", "kind: icb\n    ons: E54", 6, "areas.llr.ons", "right form", "E54000015"),
    (
        "areas/llr.yaml",
        "kind: icb",
        "kind: icb\n    parent: englnd",
        6,
        "areas.llr.parent",
        "no area 'englnd'",
        "Known: llr.",
    ),
    ("areas/llr.yaml", "kind: icb", "kind: icb\n    parent: llr", 6, "areas.llr.parent", "lies in itself", "Follow"),
    (
        "areas/llr.yaml",
        "kind: icb",
        "kind: icb\n    valid_from: '2022-07-01'",
        6,
        "areas.llr.valid_from",
        "is text, but 'valid_from' is a date",
        "2024-10-31, without quotes",
    ),
    (
        "areas/llr.yaml",
        "kind: icb",
        "kind: icb\n    valid_from: 2022-07-01\n    valid_to: 2021-07-01",
        7,
        "areas.llr.valid_to",
        "ends before it begins",
        "Change one",
    ),
    (
        "indicators/urgent.yaml",
        "    unit: percent\n",
        "",
        4,
        "indicators.waits",
        "'unit' is missing",
        "Add 'unit: percent' (or count",
    ),
    (
        "indicators/urgent.yaml",
        "unit: percent",
        "unit: percnt",
        7,
        "indicators.waits.unit",
        "is not one of",
        "Did you mean 'percent'?",
    ),
    (
        "indicators/urgent.yaml",
        "unit: percent",
        "unit: rate",
        4,
        "indicators.waits",
        "per how many",
        "multiplier: 1000",
    ),
    (
        "indicators/urgent.yaml",
        "unit: percent",
        "unit: percent\n    scale: k",
        8,
        "indicators.waits.scale",
        "Only money",
        "Take the line out",
    ),
    (
        "indicators/urgent.yaml",
        "unit: percent",
        "unit: percent\n    decimals: '1'",
        8,
        "indicators.waits.decimals",
        "is text, but 'decimals' is a whole number",
        "without quotes",
    ),
    (
        "indicators/urgent.yaml",
        "period_kind: month, ",
        "",
        4,
        "indicators.waits",
        "'period_kind' is missing",
        "under 'defaults'",
    ),
    (
        "indicators/urgent.yaml",
        "short: Four hour waits",
        "short: " + "x" * 46,
        6,
        "indicators.waits.short",
        "46 characters",
        "45 at most",
    ),
    (
        "indicators/urgent.yaml",
        "unit: percent",
        "unit: percent\n    suppression: yes",
        8,
        "indicators.waits.suppression",
        "is text, but 'suppression' is a group of fields",
        "Indent",
    ),
    ("schemes/plan.yaml", "when: met", "when: meet", 8, "bands[4].when", "is not one of met", "Did you mean 'met'?"),
    (
        "schemes/plan.yaml",
        "when: adverse",
        "when: adverse, at_most: 5",
        4,
        "bands",
        "far off plan has no band",
        "last band",
    ),
    (
        "schemes/plan.yaml",
        "  - {key: grey, word: Grey, letter: –, shape: dash, when: not_due}\n",
        "",
        4,
        "bands",
        "No band says what 'not_due' shows",
        "Add a band",
    ),
    ("schemes/plan.yaml", "when: no_plan", "when: always", 6, "bands[2]", "never reached", "narrower band first"),
    (
        "frameworks/priorities.yaml",
        "indicator: waits",
        "indicator: wait",
        9,
        "sections[1].entries[1].indicator",
        "There is no indicator 'wait'",
        "Did you mean 'waits'?",
    ),
    (
        "frameworks/priorities.yaml",
        "scheme: plan",
        "scheme: plam",
        9,
        "sections[1].entries[1].scheme",
        "no scheme 'plam'",
        "Did you mean 'plan'?",
    ),
    (
        "frameworks/priorities.yaml",
        "area: llr, ",
        "",
        9,
        "sections[1].entries[1]",
        "'area' is missing",
        "under 'defaults'",
    ),
    (
        "frameworks/priorities.yaml",
        "number: '1'",
        "number: 1",
        10,
        "sections[1].entries[1].number",
        "a whole number, but 'number' is text",
        '"1"',
    ),
    (
        "frameworks/priorities.yaml",
        "kind: trajectory",
        "kind: flat",
        12,
        "sections[1].entries[1].target",
        "needs its figure",
        "value",
    ),
    (
        "frameworks/priorities.yaml",
        "kind: trajectory",
        "kind: reduce, value: 4",
        12,
        "sections[1].entries[1].target",
        "needs the year it compares with",
        "baseline",
    ),
    (
        "frameworks/priorities.yaml",
        "kind: trajectory",
        "kind: reduce, baseline: '2023'",
        12,
        "sections[1].entries[1].target",
        "baseline figure is missing",
        "value_state: suppressed",
    ),
    (
        "packs/report.yaml",
        "framework: priorities",
        "framework: prioritys",
        5,
        "parts[1].framework",
        "no framework",
        "Did you mean 'priorities'?",
    ),
    (
        "packs/report.yaml",
        "parts:\n  - {kind: scorecard, framework: priorities}",
        "parts: []",
        4,
        "parts",
        "is empty",
        "Write something",
    ),
    (
        "packs/report.yaml",
        "parts:\n  - {kind: scorecard, framework: priorities}",
        "parts: all",
        4,
        "parts",
        "is text, but 'parts' is a list",
        "'- '",
    ),
    (
        "frameworks/priorities.yaml",
        "kind: trajectory",
        "kind: reduce, value: 4, baseline: last year",
        12,
        "sections[1].entries[1].target.baseline",
        "is not a period",
        "such as '2023'",
    ),
    (
        "frameworks/priorities.yaml",
        "kind: trajectory",
        "kind: trajectory, valid_from: 2024-04-01, valid_to: 2023-03-31",
        12,
        "sections[1].entries[1].target.valid_to",
        "ends before it begins",
        "Change one",
    ),
    (
        "frameworks/priorities.yaml",
        "        target:",
        "        direction: lower\n        target:",
        12,
        "sections[1].entries[1].direction",
        "'lower' is against the indicator's own: higher",
        "say why in 'direction_reason'",
    ),
    (
        "frameworks/priorities.yaml",
        "        target:",
        "        direction: higher\n        direction_reason: It is better.\n        target:",
        13,
        "sections[1].entries[1].direction_reason",
        "is the indicator's own",
        "Take it out",
    ),
    (
        "schemes/plan.yaml",
        "word: Red, letter: R",
        "word: Not met, letter: G",
        9,
        "bands[5].letter",
        "G is read as Green, not red",
        "another letter",
    ),
    (
        "schemes/plan.yaml",
        "word: Green, letter: G",
        "word: Green, letter: M",
        8,
        "bands[4].word",
        "'Green' needs the key green and the letter G",
        "",
    ),
    (
        "schemes/plan.yaml",
        "shape: circle, when: met",
        "shape: circle, when: met, means: adverse",
        8,
        "bands[4].means",
        "A band for 'met' cannot mean 'adverse'",
        "Use met",
    ),
    (
        "schemes/plan.yaml",
        "shape: square, when: adverse",
        "shape: square, when: adverse, means: unrated",
        9,
        "bands[5].means",
        "A band for 'adverse' cannot mean 'unrated'",
        "Use met or adverse",
    ),
    (
        "schemes/plan.yaml",
        "  - {key: red",
        "  - {key: green, word: Green, letter: G, shape: circle, when: adverse, at_most: 5, means: adverse}\n"
        "  - {key: red",
        9,
        "bands[5].means",
        "'Green' is green, which is read as met",
        "Choose another key",
    ),
    (
        "schemes/plan.yaml",
        "  - {key: red",
        "  - {key: green, word: Nearly, letter: N, shape: circle, when: adverse, at_most: 5}\n  - {key: red",
        9,
        "bands[5]",
        "stands for two different bands",
        "another key",
    ),
]


def test_the_small_set_is_right(files: dict[str, bytes]) -> None:
    loaded = load(files)
    assert loaded.problems == () and loaded.catalogue is not None


@pytest.mark.parametrize(
    ("file", "was", "now", "line", "field", "wrong", "cure"), BROKEN, ids=lambda value: str(value)[:24]
)
def test_a_slip_is_named_with_file_line_field_and_cure(
    files: dict[str, bytes], file: str, was: str, now: str, line: int, field: str, wrong: str, cure: str
) -> None:
    text = files[file].decode()
    assert was in text
    loaded = load(files | {file: text.replace(was, now, 1).encode()})
    assert loaded.catalogue is None
    found = [problem for problem in loaded.problems if wrong in problem.wrong]
    assert found, "\n".join(str(problem) for problem in loaded.problems)
    assert (found[0].file, found[0].line, found[0].field) == (file, line, field)
    assert cure in found[0].cure


def test_one_slip_gives_one_problem(files: dict[str, bytes]) -> None:
    """A misspelt field in an indicator does not make every framework that uses it wrong as well."""
    broken = files["indicators/urgent.yaml"].replace(b"direction:", b"directoin:")
    problems = load(files | {"indicators/urgent.yaml": broken}).problems
    assert [problem.wrong for problem in problems] == [
        "'direction' is missing.",
        "'directoin' is not a field here.",
    ]


def test_a_file_that_is_not_yaml_is_the_only_thing_said(files: dict[str, bytes]) -> None:
    problems = load(files | {"indicators/urgent.yaml": b"indicators: ["}).problems
    assert [problem.file for problem in problems] == ["indicators/urgent.yaml"]


def test_slips_in_several_files_are_said_at_once(files: dict[str, bytes]) -> None:
    for file, was, now, *_ in (BROKEN[0], BROKEN[10], BROKEN[17], BROKEN[28]):
        files[file] = files[file].decode().replace(was, now, 1).encode()
    assert [problem.file for problem in load(files).problems] == [
        "areas/llr.yaml", "indicators/urgent.yaml", "packs/report.yaml", "schemes/plan.yaml",
    ]  # fmt: skip


def test_a_slug_may_be_defined_once(files: dict[str, bytes]) -> None:
    (problem,) = load(files | {"areas/more.yaml": files["areas/llr.yaml"]}).problems
    assert problem.wrong == "The area 'llr' is defined here and in areas/llr.yaml, line 2."


ENTRY = "      - indicator: waits\n        number: '{}'\n        wording: Again\n        target: {{kind: none}}\n"


@pytest.mark.parametrize(("number", "wrong"), [("1", "The number '1'"), ("2", "The entry 'waits for llr'")])
def test_a_number_and_an_entry_stand_once_in_a_framework(files: dict[str, bytes], number: str, wrong: str) -> None:
    files["frameworks/priorities.yaml"] += ENTRY.format(number).encode()
    problems = load(files).problems
    assert any(problem.wrong.startswith(f"{wrong} stands here and on line") for problem in problems)


@pytest.mark.parametrize(
    ("path", "wrong", "cure"),
    [
        ("area/llr.yaml", "No definitions are kept in 'area'.", "Did you mean 'areas'?"),
        ("llr.yaml", "The file lies in no folder.", "Known: areas"),
        ("packs/empty.yaml", "The file is empty.", "Fill it or take it away."),
    ],
)
def test_a_file_in_the_wrong_place_or_empty_is_said(files: dict[str, bytes], path: str, wrong: str, cure: str) -> None:
    content = b"" if "empty" in path else files["areas/llr.yaml"]
    (problem,) = load(files | {path: content}).problems
    assert problem.wrong == wrong and cure in problem.cure


def test_no_files_at_all_is_a_problem() -> None:
    assert [problem.wrong for problem in load({}).problems] == ["There are no definition files."]


def test_other_files_are_passed_over(files: dict[str, bytes]) -> None:
    assert load(files | {"README.md": b"# hello", "schema/areas.json": b"{}"}).problems == ()


LAYOUT = "slug: plain\nindicator: indicator\nvalues:\n  - {column: figure}\n  - {column: plan, role: plna}\n"


def test_a_misspelt_role_is_said_and_not_recorded_where_nobody_looks(files: dict[str, bytes]) -> None:
    (problem,) = load(files | {"layouts/plain.yaml": LAYOUT.encode()}).problems
    assert (problem.line, problem.field) == (5, "values[2].role")
    assert problem.wrong.startswith("'plna' is not one of actual, plan,") and problem.cure == "Did you mean 'plan'?"


def test_the_name_of_a_sheet_is_one_that_a_workbook_can_have(files: dict[str, bytes]) -> None:
    pack = files["packs/report.yaml"].decode()
    (problem,) = load(
        files | {"packs/report.yaml": pack.replace("priorities}", "priorities, sheet: 'A/B'}").encode()}
    ).problems
    assert problem.field == "parts[1].sheet" and "at most 31 characters" in problem.cure
