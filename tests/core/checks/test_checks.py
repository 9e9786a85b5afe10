"""Each check by a small case: what makes it speak, and what does not."""

from dataclasses import replace
from datetime import date
from typing import Any

import polars as pl
import pytest

from outturn.core.assess.series import assess
from outturn.core.catalogue import Catalogue
from outturn.core.checks import Evidence, Severity, run
from outturn.core.commentary import Note, NoteKind
from outturn.core.definitions import load
from outturn.records.catalogue.folders import collect_definitions
from outturn.sample.files import find_shipped_definitions

FRAMEWORK = "nhs-priorities-2024-25"
TYPES = {"value": pl.Float64, "was": pl.Float64, "release": pl.Int64}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    loaded = load(collect_definitions(find_shipped_definitions())).catalogue
    assert loaded is not None
    return loaded


def value(indicator: str, role: str, number: float | None, **more: Any) -> dict:
    return {
        "indicator": indicator,
        "area": "llr-icb",
        "role": role,
        "period_kind": "month",
        "start": date(2024, 10, 1),
        "end": date(2024, 10, 31),
        "value": number,
        "state": "known",
        "text": "",
        "printed": "" if number is None else f"{number}%",
        "release": 1,
        "was": None,
    } | more


def said(catalogue: Catalogue, rows: list[dict], notes: tuple[Note, ...] = ()) -> dict[str, list[str]]:
    """Rule -> sentences, of findings that rest on these values and notes."""
    values = pl.DataFrame(rows, schema_overrides=TYPES)
    results = assess(values, catalogue, catalogue.entries(), 1)
    found: dict[str, list[str]] = {}
    for finding in run(Evidence(catalogue, tuple(results), notes, values)):
        found.setdefault(finding.rule, []).append(finding.sentence)
    return found


def note(kind: NoteKind, text: str, indicator: str = "ae-4h-type1") -> Note:
    return Note(kind.value, kind, FRAMEWORK, "urgent-and-emergency-care", (indicator,), "A title", text)


def ae(actual: float, plan: float) -> list[dict]:
    return [value("ae-4h-type1", "actual", actual), value("ae-4h-type1", "plan", plan)]


def test_a_figure_printed_again_with_another_value_is_found(catalogue):
    rows = [*ae(56.7, 56.3), value("ae-4h-type1", "repeat", 38.1, printed="38.1%")]
    (sentence,) = said(catalogue, rows)["one-value"]
    assert "56.7%" in sentence
    assert "38.1%" in sentence


def test_rounding_to_the_precision_written_is_agreement(catalogue):
    rows = [*ae(67.48, 56.3), value("ae-4h-type1", "repeat", 67.5, printed="67.5%")]
    assert "one-value" not in said(catalogue, rows)


def test_a_printed_rating_that_its_rule_does_not_give_is_found(catalogue):
    printed = value("ae-4h-type1", "printed_rating", None, text="Red", printed="Red")
    (sentence,) = said(catalogue, [*ae(55.5, 56.3), printed])["printed-rating"]
    assert "Printed Red; the rule gives Yellow" in sentence
    assert "printed-rating" not in said(catalogue, [*ae(40.0, 56.3), printed])


def test_off_plan_with_nothing_said_is_found_until_risk_and_mitigation_are_written(catalogue):
    off = ae(40.0, 56.3)
    assert "no risk and no mitigation" in said(catalogue, off)["adverse-unanswered"][0]
    risk, mitigation = note(NoteKind.RISK, "Full."), note(NoteKind.MITIGATION, "More beds.")
    assert "no mitigation" in said(catalogue, off, (risk,))["adverse-unanswered"][0]
    assert "adverse-unanswered" not in said(catalogue, off, (risk, mitigation))
    elsewhere = tuple(replace(each, area="uhl") for each in (risk, mitigation))
    assert "no risk and no mitigation" in said(catalogue, off, elsewhere)["adverse-unanswered"][0]
    assert "adverse-unanswered" not in said(catalogue, ae(60.0, 56.3))


def test_a_title_alone_answers_nothing(catalogue):
    rows = [value("ae-4h-type1", "plan", 78.0), value("ae-4h-type1", "actual", 60.0)]
    short = tuple(
        Note(kind.value, kind, FRAMEWORK, "urgent-and-emergency-care", ("ae-4h-type1",), title, text)
        for kind, title, text in ((NoteKind.RISK, "x", ""), (NoteKind.MITIGATION, "Work", "work work work"))
    )
    (both,) = said(catalogue, rows, short)["adverse-unanswered"]
    nothing = "a risk that says nothing and a mitigation that says nothing (fewer than three different words)"
    assert f"with {nothing}. Ask" in both
    (one,) = said(catalogue, rows, short[:1])["adverse-unanswered"]
    assert "with no mitigation written and a risk that says nothing (fewer than three different words). Ask" in one


def test_a_live_figure_that_names_nothing_blocks(catalogue):
    values = pl.DataFrame(ae(56.7, 56.3), schema_overrides=TYPES)
    results = tuple(assess(values, catalogue, catalogue.entries(), 1))
    for text in ("{{ no-such.latest }}", "{{ ae-4h-type1.lastest }}", "{{ ae-4h-type1 }}"):
        found = run(Evidence(catalogue, results, (note(NoteKind.RISK, text),), values))
        assert [one.severity for one in found if one.rule == "live-figure"] == [Severity.BLOCKING]
    fine = run(Evidence(catalogue, results, (note(NoteKind.RISK, "{{ ae-4h-type1.gap }}"),), values))
    assert not [one for one in fine if one.rule == "live-figure"]


def test_draft_words_are_found_and_plain_words_are_not(catalogue):
    assert said(catalogue, ae(60, 56), (note(NoteKind.RISK, "Owner TBC."),))["draft-words"]
    texts = said(catalogue, ae(60, 56), (note(NoteKind.RISK, "Confirmed by the board."),))["draft-words"]
    assert not [sentence for sentence in texts if "text" in sentence and "Finish" in sentence]


def test_a_rank_in_the_wrong_quarter_is_found(catalogue):
    def ranked(rank: float) -> list[dict]:
        place = {"area": "llr-sub-icbs"}
        rows = [("actual", 78.6), ("rank", rank), ("rank_of", 42.0)]
        return [value("s047a", role, number, **place) for role, number in rows]

    (sentence,) = said(catalogue, ranked(24))["rank-quarter"]
    assert "Rank 24 of 42 is in quarter 3" in sentence
    assert "rank-quarter" not in said(catalogue, ranked(40))


def test_the_quarter_of_a_table_is_a_field_and_no_word_of_its_name(catalogue):
    framework = catalogue.frameworks["oversight-2024-25"]
    place = {"area": "llr-sub-icbs"}
    rows = [value("s047a", role, number, **place) for role, number in (("actual", 78.6), ("rank", 24), ("rank_of", 42))]

    def under(name: str, quarter: int | None) -> list[str]:
        sections = tuple(replace(section, name=name, quarter=quarter) for section in framework.sections)
        frameworks = catalogue.frameworks | {framework.slug: replace(framework, sections=sections)}
        return said(replace(catalogue, frameworks=frameworks), rows).get("rank-quarter", [])

    assert under("Where we do well", 1) and under("Third", 4)
    assert not under("Third", 3) and not under("Best quarter", None)


def test_a_hidden_figure_that_others_tell_blocks(catalogue):
    places = [
        value("oap", "actual", 31, area="llr-icb"),
        value("oap", "actual", 20, area="leicester"),
        value("oap", "actual", 8, area="leicestershire"),
        value("oap", "actual", None, area="rutland", state="suppressed"),
    ]
    catalogue = with_entries_for(catalogue, "oap", "rutland")
    (sentence,) = said(catalogue, places)["hidden-recoverable"]
    assert "3" not in sentence
    assert "hidden-recoverable" not in said(catalogue, places[1:])


def with_entries_for(catalogue: Catalogue, indicator: str, area: str) -> Catalogue:
    """The same catalogue, asking for the indicator at one more area."""
    framework = catalogue.frameworks[FRAMEWORK]
    entry = next(entry for entry in framework.entries if entry.indicator == indicator)
    wider = replace(framework, entries=(*framework.entries, replace(entry, area=area, number="")))
    return replace(catalogue, frameworks={**catalogue.frameworks, FRAMEWORK: wider})


def test_a_finding_keeps_its_identity_until_its_numbers_change(catalogue):
    def fingerprints(actual: float) -> set[str]:
        values = pl.DataFrame(ae(actual, 56.3), schema_overrides=TYPES)
        results = tuple(assess(values, catalogue, catalogue.entries(), 1))
        found = run(Evidence(catalogue, results, (), values))
        return {finding.fingerprint for finding in found if finding.rule == "one-value"} | {
            finding.fingerprint for finding in found if finding.rule == "adverse-unanswered"
        }

    assert fingerprints(55.5) == fingerprints(55.5)
    assert fingerprints(55.5) != fingerprints(40.0)
