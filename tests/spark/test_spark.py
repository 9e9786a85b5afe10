"""On a real cluster the engine gives what it gives on one machine, to the last bit; also when a worker is lost."""

import os
import threading
import time
from datetime import date

import numpy as np
import polars as pl
import pytest
from polars.testing import assert_frame_equal
from spark.cluster import ENVIRONMENT, QUICK, standalone
from typer.testing import CliRunner

from outturn import spark
from outturn.cli.engine.spc_and_stats import app
from outturn.core.assess.judge_table import judge_table
from outturn.core.catalogue import Band, Scheme
from outturn.core.statistics.kinds import Kind, keys
from outturn.core.statistics.peers import rank
from outturn.core.statistics.rates import ESP_2013
from outturn.core.statistics.spc import spc, spc_summary
from outturn.core.statistics.statistic import Ask, answer
from outturn.spark import parts
from outturn.spark.session import connect
from outturn.spark.tables import read_spark_table

pytestmark = [pytest.mark.spark, pytest.mark.xdist_group("spark")]

SMALL = {
    "spark.ui.enabled": "false",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.memory": "512m",
    "spark.executor.memory": "512m",
    "spark.driver.extraJavaOptions": QUICK,
    "spark.executor.extraJavaOptions": QUICK,
    "spark.sql.shuffle.partitions": "3",
    "spark.shuffle.io.maxRetries": "1",
    "spark.shuffle.io.retryWait": "1s",
    "spark.ui.showConsoleProgress": "false",
}


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    with standalone(tmp_path_factory.mktemp("cluster")) as running, pytest.MonkeyPatch.context() as patch:
        for name, value in ENVIRONMENT.items():
            patch.setitem(os.environ, name, value)
        yield running


@pytest.fixture(scope="module")
def session(cluster):
    running = connect(cluster.url, [f"{key}={value}" for key, value in SMALL.items()])
    yield running
    running.stop()


@pytest.fixture
def stored(session, tmp_path):
    """A frame cut into three files and read by the cluster."""

    def store(frame: pl.DataFrame):
        folder = tmp_path / "in.parquet"
        folder.mkdir()
        for number, part in enumerate(np.array_split(np.arange(frame.height), 3)):
            frame[part].write_parquet(folder / f"part-{number}.parquet")
        return read_spark_table(session, str(folder))

    return store


def local(table) -> pl.DataFrame:
    return parts.frame(table.toArrow())


def series(count: int, months: int) -> pl.DataFrame:
    rng = np.random.default_rng(count)
    values = rng.normal(100, 10, count * months).round(2)
    values[rng.random(len(values)) < 0.03] = np.nan
    ends = [date(2020 + i // 12, i % 12 + 1, 1) for i in range(months)]
    names = [f"s{number:04}" for number in range(count)]
    frame = pl.DataFrame({"series": np.repeat(names, months), "date": ends * count, "value": values, "target": 95.5})
    return frame.with_columns(pl.col("value").fill_nan(None)).sample(fraction=1, shuffle=True, seed=1)


OPTIONS = pl.DataFrame(
    {
        "series": ["s0001", "s0002", "s0003"],
        "improvement_direction": ["decrease", None, "neutral"],
        "rebase_dates": ["2021-02-01", "2020-06-01;2021-01-01", None],
        "target": [None, None, 99.0],
    }
)


def test_spc_on_a_cluster_is_spc_on_one_machine(stored):
    frame = series(40, 24)
    table = stored(frame)
    points = spc(frame, OPTIONS, "plot-the-dots")
    assert_frame_equal(local(spark.spc(table, OPTIONS, "plot-the-dots")), points, check_exact=True)
    summary = spc_summary(points, OPTIONS, "plot-the-dots", targets=frame)
    assert_frame_equal(local(spark.spc_summary(table, OPTIONS, "plot-the-dots")), summary, check_exact=True)


def counts(groups: int, rows: int) -> pl.DataFrame:
    """Fractions that no binary number holds, so that another order of adding gives other last digits."""
    rng = np.random.default_rng(groups)
    denominator = rng.integers(50, 5000, groups * rows) + 0.1
    names = pl.Series([f"g{number % groups:03}" for number in range(groups * rows)])
    return pl.DataFrame({"group": names, "numerator": denominator * rng.random(len(names)), "denominator": denominator})


def banded() -> pl.DataFrame:
    frame = counts(6 * len(ESP_2013), 1).with_columns(
        group=pl.Series([f"g{number % 6}" for number in range(6 * 19)]),
        band=pl.Series([band for band in ESP_2013 for _ in range(6)]),
    )
    return frame.with_columns(numerator=pl.when(pl.col("denominator") > 100).then("numerator"))[:-1]


def measured() -> pl.DataFrame:
    frame = counts(50, 8).with_columns(period=pl.Series([f"{2008 + i // 50}-{9 + i // 50:02}" for i in range(400)]))
    return frame.rename({"group": "series"}).with_columns(
        kind=pl.lit("proportion"), direction=pl.lit("lower"), value=None, lower95=None, upper95=None
    )


def compared() -> pl.DataFrame:
    value = pl.col("numerator") / pl.col("denominator")
    ends = {
        name: value + by
        for name, by in zip(["lower95", "upper95", "lower998", "upper998"], [-1, 1, -2, 2], strict=True)
    }
    plain = counts(60, 1).with_columns(value=value, benchmark=0.5, direction=pl.lit("higher"), **ends)
    return plain.with_columns(target_lower=0.4, target_upper=pl.when(pl.col("value") < 0.5).then(0.6))


def fifths() -> pl.DataFrame:
    """Some groups lack the last one: they need to know that others have it."""
    frame = counts(20, 5).with_columns(
        quantile=pl.int_range(100) // 20 + 1, population=100, value=pl.int_range(100) % 7 + 5.0
    )
    ends = {"lower95": pl.col("value") - 1, "upper95": pl.col("value") + 1}
    few = (pl.col("quantile") == 5) & pl.col("group").str.ends_with("3")
    return (
        frame.with_columns(**ends).filter(~few).select("group", "quantile", "population", "value", "lower95", "upper95")
    )


def lives() -> pl.DataFrame:
    """Some groups end at 85 and over where others go on to 90."""
    ages = [0, 1, *range(5, 95, 5)]
    names = [f"g{n}" for n in range(12) for _ in ages]
    frame = pl.DataFrame(
        {"group": names, "age": ages * 12, "deaths": range(200, 200 + len(names)), "population": 20_000}
    )
    return frame.filter(~((pl.col("age") == 90) & (pl.col("group") == "g3")))


REFERENCE = pl.DataFrame({"band": list(ESP_2013), "numerator": range(1, 20), "denominator": [1000] * 19})
QUESTIONS = [
    (Ask(Kind.PROPORTION), lambda: counts(60, 7)),
    (Ask(Kind.RATE, multiplier=1000), lambda: counts(60, 7)),
    (Ask(Kind.MEAN), lambda: counts(60, 7).rename({"numerator": "value"})),
    (Ask(Kind.DSR), banded),
    (Ask(Kind.ISR, reference=REFERENCE, shown_as="rate"), banded),
    (Ask(Kind.QUANTILE, k=5), lambda: counts(9, 30).with_columns(area="denominator", value="numerator")),
    (Ask(Kind.FUNNEL, overdispersion=True), lambda: counts(60, 7)),
    (Ask(Kind.TREND), measured),
    (Ask(Kind.COMPARE, method="ci95_998"), compared),
    (Ask(Kind.TARGET, method="ci95"), compared),
    (Ask(Kind.INEQUALITY, value_kind="other"), fifths),
    (Ask(Kind.LIFE_EXPECTANCY, ages=(0, 65)), lives),
]


@pytest.mark.parametrize(("ask", "frame"), QUESTIONS, ids=[ask.kind for ask, _ in QUESTIONS])
def test_every_statistic_on_a_cluster_is_that_of_one_machine(stored, ask, frame):
    given = frame()
    key = (keys(ask.kind) or ["group"])[0]
    here, there = answer(given, ask), local(spark.stats(stored(given), ask))
    assert_frame_equal(*(found.sort(key, maintain_order=True) for found in (there, here)), check_exact=True)


def test_ranks_on_a_cluster_are_those_of_one_machine(stored):
    frame = pl.DataFrame(
        [
            (f"i{i}", f"2025-{p:02}", f"area {a}", float(i * 7 + a * a % 11))
            for i in range(5)
            for p in (1, 2)
            for a in range(9)
        ],
        schema=["indicator", "period", "area", "value"],
        orient="row",
    ).with_columns(lower95=pl.col("value") - 1.5, upper95=pl.col("value") + 1.5)
    order = ["indicator", "period", "area"]
    assert_frame_equal(local(spark.rank(stored(frame))).sort(order), rank(frame).sort(order), check_exact=True)


SCHEME = Scheme(
    "plan-5",
    "Against plan",
    "1",
    tuple(
        Band(key, key, key[0], "circle", when, at_most=most)
        for key, when, most in [
            ("grey", "no_plan", None),
            ("green", "met", None),
            ("amber", "adverse", 5.0),
            ("red", "adverse", None),
        ]
    ),
)


def test_ratings_on_a_cluster_are_those_of_one_machine(stored):
    frame = pl.DataFrame({"area": range(60), "value": [n / 14 for n in range(60)], "operator": ["<=", ">="] * 30})
    frame = frame.with_columns(plan=pl.when(pl.col("area") % 5 > 0).then(pl.lit(4.1)))
    assert set(judge_table(frame, [SCHEME])["rating"]) == {"grey", "green", "amber", "red"}
    assert_frame_equal(
        local(spark.rate(stored(frame), [SCHEME])).sort("area"), judge_table(frame, [SCHEME]), check_exact=True
    )


def test_the_command_writes_folders_that_bear_the_same_figures(session, cluster, tmp_path):
    frame = series(12, 20).with_columns(pl.col("value").fill_null(7.25))
    frame.write_csv(tmp_path / "in.csv")
    asked = ["spc", tmp_path / "in.csv", "-o", tmp_path / "points.parquet", "--summary", tmp_path / "series.csv"]
    done = CliRunner().invoke(app, [*map(str, asked), "--engine", "spark", "--master", cluster.url])
    assert done.exit_code == 0, done.output
    points = pl.concat([pl.read_parquet(file) for file in sorted((tmp_path / "points.parquet").glob("*.parquet"))])
    assert_frame_equal(points, spc(frame), check_exact=True)
    summary = pl.concat([pl.read_csv(file) for file in sorted((tmp_path / "series.csv").glob("*.csv"))])
    assert summary["mean"].to_list() == spc_summary(spc(frame), targets=frame)["mean"].to_list()


def test_what_is_wrong_in_a_table_is_named_by_its_series(session, cluster, tmp_path):
    (tmp_path / "in.csv").write_text("series,date,value\na,2024-01-01,1\nb,2024-13-01,3\nc,2024-01-01,many\n")
    asked = [
        "spc",
        str(tmp_path / "in.csv"),
        "-o",
        str(tmp_path / "out.csv"),
        "--engine",
        "spark",
        "--master",
        cluster.url,
    ]
    done = CliRunner().invoke(app, asked)
    assert done.exit_code == 1
    assert "series 'b', date '2024-13-01', column 'date': '2024-13-01' is not a date." in done.output
    assert "series 'c', date '2024-01-01', column 'value': 'many' is not a number." in done.output
    assert not list((tmp_path / "out.csv").glob("part-*"))


def test_a_worker_killed_in_the_middle_changes_nothing(session, cluster, stored):
    frame = series(6000, 30)
    table = stored(frame)
    session.conf.set("spark.sql.shuffle.partitions", "24")
    seen = []

    def cut() -> None:
        status = session.sparkContext.statusTracker()
        until = time.monotonic() + 60
        while not seen and time.monotonic() < until:
            for stage in filter(None, map(status.getStageInfo, status.getActiveStageIds())):
                if stage.numTasks == 24 and stage.numCompletedTasks >= 3:
                    cluster.kill(cluster.workers[0])
                    seen.append(stage.numCompletedTasks)
            time.sleep(0.01)

    killer = threading.Thread(target=cut)
    killer.start()
    found = local(spark.spc(table))
    killer.join()
    assert seen and 3 <= seen[0] < 20
    assert_frame_equal(found, spc(frame), check_exact=True)
