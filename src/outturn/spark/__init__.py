"""The door for national scale: tables in -> core.statistics by group, on a cluster -> tables out. It knows no Django.

Every function takes and returns a Spark DataFrame, and calls the same kernels as on one machine, so that the answers
are the same to the last bit. `pyspark` is optional: `pip install outturn[spark]`, on every machine of the cluster.
"""

from outturn.spark.across import rank, rate
from outturn.spark.series import spc, spc_summary
from outturn.spark.statistics import stats

__all__ = ["rank", "rate", "spc", "spc_summary", "stats"]
