"""A session on a cluster, set up so that its answers do not depend on where it runs."""

import os
import sys
from collections.abc import Iterable

from pyspark.sql import SparkSession

SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.executorEnv.POLARS_MAX_THREADS": "1",  # one task, one core
    "spark.log.level": "ERROR",
}


def running() -> bool:
    """Whether a session runs in this process, as in a notebook."""
    return SparkSession.getActiveSession() is not None


def connect(master: str | None, settings: Iterable[str] = ()) -> SparkSession:
    """A session at `master` (spark://host:7077, yarn, local[4]; None: the one that runs, as in a notebook).

    `settings` are written KEY=VALUE and go before ours. Raises ValueError for one that is not.
    """
    builder = SparkSession.builder.appName("outturn")
    if master is not None:
        builder = builder.master(master)
    wanted = dict(SETTINGS)
    for setting in settings:
        key, equals, value = setting.partition("=")
        if not equals:
            raise ValueError(f"'{setting}' is not a setting. Use KEY=VALUE, such as spark.executor.memory=8g.")
        wanted[key.strip()] = value.strip()
    for key, value in wanted.items():
        builder = builder.config(key, value)
    if master is None or master.startswith("local"):  # else Spark looks for any python3, which may lack Outturn
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    return builder.getOrCreate()
