"""What may not be shown is hidden below every output: pages, papers and history start from the same frame."""

from datetime import date

import polars as pl

from outturn.records.assessments import queries as results
from outturn.records.observations import queries

from ..conftest import noon

OAP = "oap"  # out of area placements: 1 to 7 are hidden


def shown_values(moment: queries.Moment) -> list[tuple[float | None, str, str]]:
    frame = queries.load_shown(moment, {(OAP, "llr-icb")}).filter(pl.col("role") == "actual")
    return list(frame.select("value", "state", "printed").iter_rows())


def test_a_small_count_that_arrives_open_is_hidden_everywhere(record):
    record((OAP, "Aug-24", "3", "0"), (OAP, "Sep-24", "12", "0"))
    moment = queries.moment()
    assert shown_values(moment) == [(None, "suppressed", "*"), (12.0, "known", "12")]
    points = results.of_indicator(moment, OAP)[0].points
    assert (points.value, points.printed) == ((None, 12.0), ("*", "12"))
    assert "3" not in {row["printed"] for row in queries.history(moment, OAP, "llr-icb") if row["role"] == "actual"}


def test_a_restatement_does_not_tell_what_was_hidden(record):
    record((OAP, "Sep-24", "3", ""), at=noon(date(2024, 11, 1)))
    record((OAP, "Sep-24", "12", ""), accept=("restatement",), at=noon(date(2024, 12, 1)))
    moment = queries.moment()
    known = queries.load_shown(moment, {(OAP, "llr-icb")})
    assert (known["value"].to_list(), known["was"].to_list()) == ([12.0], [None])
    assert [row["printed"] for row in queries.history(moment, OAP, "llr-icb")] == ["*", "12"]


def test_what_was_shown_before_is_hidden_when_it_must_be_now(record):
    record((OAP, "Sep-24", "12", ""), at=noon(date(2024, 11, 1)))
    record((OAP, "Sep-24", "3", ""), accept=("restatement",), at=noon(date(2024, 12, 1)))
    moment = queries.moment()
    assert [row["printed"] for row in queries.history(moment, OAP, "llr-icb")] == ["*", "*"]
