"""Standardised rates against a plain loop, and what makes one unavailable."""

import math

import numpy as np
import polars as pl
import pytest
from scipy import stats

from outturn.core.statistics.rates import ESP_2013, dsr, isr
from outturn.core.statistics.table import BadInput

OTHERS = pl.col("band") != "30-34"
Z = {"95": stats.norm.ppf(0.975), "998": stats.norm.ppf(0.999)}


def byar_plain(count, z):
    above = count + 1
    return (
        count * (1 - 1 / (9 * count) - z / (3 * math.sqrt(count))) ** 3,
        above * (1 - 1 / (9 * above) + z / (3 * math.sqrt(above))) ** 3,
    )


def areas(*names, scale=1):
    rng = np.random.default_rng(4)
    rows = [
        (name, band, int(rng.integers(1, 20)) * scale, int(rng.integers(500, 900)) * scale, weight)
        for name in names
        for band, weight in ESP_2013.items()
    ]
    columns = ["group", "band", "numerator", "denominator", "standard_population"]
    return pl.DataFrame(rows, schema=columns, orient="row")


def test_the_european_standard_population_adds_up():
    assert (len(ESP_2013), sum(ESP_2013.values())) == (19, 100_000)


def test_european_bands_are_known_however_they_are_written():
    plain = areas("a", "b")
    written = plain.with_columns(pl.col("band").str.replace("-", " – ") + pl.lit(" years"))
    assert dsr(written.drop("standard_population")).equals(dsr(plain.drop("standard_population")))


def test_directly_standardised_rates_equal_a_plain_loop():
    frame = areas("a", "b")
    for row in dsr(frame).iter_rows(named=True):
        bands = frame.filter(group=row["group"]).rows(named=True)
        total = sum(b["standard_population"] for b in bands)
        count = sum(b["numerator"] for b in bands)
        value = sum(b["standard_population"] * b["numerator"] / b["denominator"] for b in bands) / total
        variance = sum(b["standard_population"] ** 2 * b["numerator"] / b["denominator"] ** 2 for b in bands) / total**2
        assert row["value"] == pytest.approx(value * 100_000, rel=1e-12)
        assert (row["numerator"], row["denominator"]) == (count, sum(b["denominator"] for b in bands))
        for level, z in Z.items():
            for side, limit in zip(("lower", "upper"), byar_plain(count, z), strict=True):
                expected = (value + math.sqrt(variance / count) * (limit - count)) * 100_000
                assert row[side + level] == pytest.approx(expected, rel=1e-12)


def test_without_weights_the_european_ones_are_taken_by_band():
    frame = areas("a")
    assert dsr(frame.drop("standard_population")).equals(dsr(frame))
    with pytest.raises(BadInput, match="the European one has no band child"):
        dsr(frame.drop("standard_population").with_columns(band=pl.lit("child")))


@pytest.mark.parametrize(
    ("change", "note"),
    [
        (pl.when(pl.col("band") != "30-34").then("numerator").alias("numerator"), "a band is missing or suppressed"),
        (
            pl.when(pl.col("band") != "30-34").then("denominator").otherwise(0).alias("denominator"),
            "a band has no population",
        ),
        (pl.lit(0).alias("numerator"), "fewer than 10 events: no rate is given"),
        (pl.col("band").replace("5-9", "0-4"), "a band stands more than once"),
    ],
)
def test_a_hidden_empty_or_double_band_makes_the_whole_rate_unavailable(change, note):
    other = areas("b")
    found = dsr(pl.concat([areas("a").with_columns(change), other], how="vertical_relaxed"))
    assert found["value"].is_null().to_list() == [True, False]
    assert found["note"].to_list() == [note, None]
    assert found[1].equals(dsr(other))


def test_a_band_that_only_one_group_lacks_is_missing_and_one_that_all_lack_is_not_asked_for():
    young = areas("a", "b").filter(pl.col("band") != "90+")
    assert dsr(young)["note"].to_list() == [None, None]
    without = young.filter((pl.col("group") == "a") | (pl.col("band") != "85-89"))
    assert dsr(without)["note"].to_list() == [None, "a band is missing or suppressed"]


def test_bands_may_be_numbers_in_one_table_and_text_in_the_other():
    frame, reference = areas("a"), areas("england", scale=100).select("band", "numerator", "denominator")
    numbered = {band: str(place) for place, band in enumerate(reference["band"])}
    frame, reference = (table.with_columns(pl.col("band").replace_strict(numbered)) for table in (frame, reference))
    told = isr(frame, reference)
    assert told["note"].to_list() == [None]
    assert isr(frame.cast({"band": pl.Int64}), reference).equals(told)
    assert isr(frame, reference.cast({"band": pl.Int64})).equals(told)


def test_indirectly_standardised_ratios_and_rates_equal_a_plain_loop():
    frame = areas("a", "b")
    reference = areas("england", scale=100).select("band", "numerator", "denominator")
    known = {band: x / n for band, x, n in reference.iter_rows()}
    overall = reference["numerator"].sum() / reference["denominator"].sum()
    ratios, rates = isr(frame, reference), isr(frame, reference, "rate")
    for ratio, rate in zip(ratios.iter_rows(named=True), rates.iter_rows(named=True), strict=True):
        bands = frame.filter(group=ratio["group"]).rows(named=True)
        observed = sum(b["numerator"] for b in bands)
        expected = sum(b["denominator"] * known[b["band"]] for b in bands)
        assert (ratio["observed"], ratio["expected"]) == (observed, pytest.approx(expected, rel=1e-12))
        assert ratio["value"] == pytest.approx(100 * observed / expected, rel=1e-12)
        assert rate["value"] == pytest.approx(100_000 * overall * observed / expected, rel=1e-12)
        for level, z in Z.items():
            lower, upper = byar_plain(observed, z)
            assert ratio["lower" + level] == pytest.approx(100 * lower / expected, rel=1e-12)
            assert rate["upper" + level] == pytest.approx(100_000 * overall * upper / expected, rel=1e-12)


def test_no_events_observed_have_a_ratio_of_0_with_an_upper_limit():
    reference = areas("england").select("band", "numerator", "denominator")
    found = isr(areas("a").with_columns(numerator=0), reference).row(0, named=True)
    assert (found["value"], found["lower95"]) == (0, 0)
    assert found["upper95"] == pytest.approx(100 * 3.688879454 / found["expected"], rel=1e-9)


def test_a_band_without_reference_is_a_reason_and_a_bad_reference_is_refused():
    reference = areas("england").select("band", "numerator", "denominator")
    found = isr(areas("a"), reference.filter(pl.col("band") != "0-4"))
    assert found["note"].to_list() == ["a band is not in the reference"]
    with pytest.raises(BadInput, match="Row 1: reference: each band of the reference needs one row"):
        isr(areas("a"), reference.with_columns(denominator=0))
    with pytest.raises(BadInput, match="reference: there are no rows"):
        isr(areas("a"), reference.clear())


def test_a_row_of_the_reference_is_told_once():
    reference = areas("england").select("band", "numerator", "denominator").cast(pl.String)
    with pytest.raises(BadInput) as refusal:
        isr(areas("a"), reference.with_columns(numerator=pl.lit("1_000")).head(2))
    assert [(problem.row, problem.column) for problem in refusal.value.problems] == [(1, "numerator"), (2, "numerator")]


def test_many_groups_get_the_answers_that_each_gets_alone():
    names = [f"g{number:03}" for number in range(600)]
    alike = areas(*names)
    odd = alike.with_row_index("row").filter(pl.col("row") != 500).drop("row")
    twice = pl.concat([alike[:5], alike[3:]])
    for frame in (alike, odd, twice, alike.with_columns(numerator=pl.col("numerator").replace(7, None))):
        found = dsr(frame, among=pl.Series(list(ESP_2013)))
        for name in (*names[:3], *names[25:28], names[-1]):
            here = pl.col("group") == name
            assert found.filter(here).equals(dsr(frame.filter(here), among=pl.Series(list(ESP_2013))))
