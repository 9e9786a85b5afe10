"""What a one-page framework asks of its definitions: rows under one number, contradictions that are said, grades."""

from outturn.core.definitions import load


def with_entries(files: dict[str, bytes], entries: str) -> dict[str, bytes]:
    head = files["frameworks/priorities.yaml"].decode().split("    entries:")[0]
    return {**files, "frameworks/priorities.yaml": f"{head}    entries:\n{entries}".encode()}


def said(files: dict[str, bytes]) -> list[str]:
    return [str(problem) for problem in load(files).problems]


def entry(**lines: str) -> str:
    asked = {"number": "'1'", "wording": "Wait less", "target": "{kind: trajectory}"} | lines
    return "      - indicator: waits\n" + "".join(f"        {name}: {words}\n" for name, words in asked.items())


def test_a_number_may_hold_several_rows_that_say_which_they_are(files):
    areas = files["areas/llr.yaml"].decode() + "  uhl: {name: Leicester hospitals, short: UHL, kind: trust}\n"
    files = {**files, "areas/llr.yaml": areas.encode()}
    rows = entry(sub_label="LPT") + entry(sub_label="UHL", area="uhl")
    assert said(with_entries(files, rows)) == []


def test_an_operator_against_the_direction_is_a_warning_unless_the_entry_says_what_is_printed(files):
    against = entry(target="{kind: flat, value: 5, operator: '<'}")
    (warning,) = said(with_entries(files, against))
    assert "disagrees with the direction" in warning
    seen = entry(target="{kind: flat, value: 5, operator: '<'}", good_is_printed="higher")
    assert said(with_entries(files, seen)) == []


def test_a_flat_target_may_be_a_grade(files):
    graded = entry(target="{kind: flat, operator: '=', text: Green}")
    assert said(with_entries(files, graded)) == []
    (problem,) = said(with_entries(files, entry(target="{kind: flat, text: Green}")))
    assert "needs its figure" in problem
