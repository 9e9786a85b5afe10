"""No check stops on a value: every state, role and kind of figure, in any company."""

from datetime import date

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from outturn.core.assess.keeping import put_together, read_points, take_apart
from outturn.core.assess.series import assess
from outturn.core.checks import CHECKS, Evidence, Severity, run
from outturn.core.checks.finding import Finding
from outturn.core.commentary import Note, NoteKind
from outturn.core.definitions import load
from outturn.core.periods import Period, PeriodKind
from outturn.core.units import State
from outturn.records.catalogue.folders import collect_definitions
from outturn.sample.files import find_shipped_definitions

CATALOGUE = load(collect_definitions(find_shipped_definitions())).catalogue
assert CATALOGUE is not None
ENTRIES = [
    entry
    for framework in CATALOGUE.frameworks.values()
    for entry in framework.entries[:: 1 + len(framework.entries) // 12]
]
SERIES = sorted({(entry.indicator, entry.area) for entry in ENTRIES})
ROLES = (
    "actual",
    "plan",
    "repeat",
    "comparator",
    "national",
    "previous",
    "rank",
    "rank_of",
    "printed_rating",
    "forecast",
)
SCHEMA = {
    "indicator": pl.String, "area": pl.String, "role": pl.String, "period_kind": pl.String, "start": pl.Date,
    "end": pl.Date, "value": pl.Float64, "state": pl.String, "text": pl.String, "printed": pl.String,
    "release": pl.Int64, "was": pl.Float64,
}  # fmt: skip
KINDS = (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.FINANCIAL_YEAR, PeriodKind.ROLLING12)
numbers = st.one_of(
    st.none(),
    st.sampled_from([0.0, -1.0, 3.0, 42.0, 100.1, 1e308, float("nan"), float("inf")]),
    st.floats(-1e6, 1e6),
)


@st.composite
def rows(draw) -> tuple:
    indicator, area = draw(st.sampled_from(SERIES))
    kind = draw(st.sampled_from(KINDS))
    period = Period.of(kind, date(2023 + draw(st.integers(0, 1)), draw(st.integers(1, 12)), 1))
    words = draw(st.sampled_from(["", "Green", "Red", "n/a", "*", "TBC"]))
    return (
        indicator, area, draw(st.sampled_from(ROLES)), kind.value, period.start, period.end, draw(numbers),
        draw(st.sampled_from(list(State))).value, words, draw(st.sampled_from(["", "56.7%", "*", "1e", "7.1%*"])),
        draw(st.integers(1, 3)), draw(numbers),
    )  # fmt: skip


texts = st.sampled_from(["", "Owner TBC.", "{{ ae-4h-type1.latest }}", "{{ no.latest }}", "{{", "Fine."])
notes = st.builds(
    Note,
    ident=st.just("n"),
    kind=st.sampled_from(list(NoteKind)),
    framework=st.sampled_from([*CATALOGUE.frameworks, "unknown"]),
    section=st.just("urgent-and-emergency-care"),
    indicators=st.sampled_from([(), ("ae-4h-type1",), ("unknown",)]),
    title=texts,
    text=texts,
)


def bring_back(result):
    kept = take_apart(result)
    return put_together(result.key, kept.columns, kept.rest, read_points(kept.points))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(rows(), max_size=40, unique_by=lambda row: row[:6]), st.lists(notes, max_size=3))
def test_every_value_is_assessed_kept_and_checked(values, said):
    frame = pl.DataFrame(values, schema=SCHEMA, orient="row")
    results = assess(frame, CATALOGUE, ENTRIES, 3)
    if all(number is None or abs(number) < 1e300 for row in values for number in (row[6], row[11])):
        assert [bring_back(result) for result in results] == results
    for check in CHECKS:
        list(check(Evidence(CATALOGUE, tuple(results), tuple(said), frame)))


def stops(evidence: Evidence):
    raise TypeError("float() argument must be a number")
    yield


def test_a_check_that_stops_is_a_finding_that_blocks_and_the_others_run():
    def speaks(evidence: Evidence):
        yield Finding("r", "t", Severity.NOTE, "p", "s")

    found = run(Evidence(CATALOGUE, (), (), pl.DataFrame(schema=SCHEMA)), (stops, speaks))
    assert [(one.rule, one.severity) for one in found] == [("check-stopped", "blocking"), ("r", "note")]
    assert "stops" in found[0].place and "float()" in found[0].sentence


OCTOBER = ("month", date(2024, 10, 1), date(2024, 10, 31))


@pytest.mark.parametrize(
    ("recorded", "again", "sentence"),
    [
        ((56.7, "known"), (56.7, "known"), ""),
        ((56.71, "known"), (56.7, "known"), ""),
        ((0.0, "known"), (56.7, "known"), "says 0.0% for Oct 2024 and another page of the source says 56.7%"),
        ((56.7, "known"), (0.0, "known"), "another page of the source says 0.0%. 56.7% is used throughout"),
        ((None, "suppressed"), (56.7, "known"), "hides the figure for Oct 2024 and another page of the source prints"),
        ((None, "suppressed"), (None, "suppressed"), ""),
        ((None, "suppressed"), (None, "not_available"), ""),
        ((56.7, "known"), (None, "suppressed"), "prints the figure for Oct 2024 and another page of the source hides"),
        ((None, "not_available"), (56.7, "known"), "gives no figure for Oct 2024 and another page of the source says"),
        ((None, "not_due"), (None, "not_available"), ""),
        ((float("nan"), "known"), (56.7, "known"), "The summary gives no figure for Oct 2024"),
        ((56.7, "known"), (float("nan"), "known"), ""),
        ((56.7, "provisional"), (55.0, "known"), "The summary says 56.7% for Oct 2024"),
    ],
)  # fmt: skip
def test_one_figure_in_two_places(recorded, again, sentence):
    place = ("ae-4h-type1", "llr-icb")
    values = [
        (*place, role, *OCTOBER, *figure, "", f"{figure[0]}%", 1, None)
        for role, figure in (("actual", recorded), ("repeat", again))
    ]
    frame = pl.DataFrame(values, schema=SCHEMA, orient="row")
    results = tuple(assess(frame, CATALOGUE, CATALOGUE.entries(), 1))
    found = [one.sentence for one in run(Evidence(CATALOGUE, results, (), frame)) if one.rule == "one-value"]
    assert len(found) == bool(sentence)
    assert sentence in "".join(found)
    if "suppressed" in (recorded[1], again[1]):
        assert "56.7" not in "".join(found)
