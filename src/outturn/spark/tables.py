"""Tables of a cluster: CSV and Parquet folders by extension, anything else by its name in the catalogue."""

from pyspark.errors import AnalysisException
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as f

ORDER = ["outturn_file", "outturn_block", "outturn_line"]
"""Where a row stood in the files that were read: file, part of the file, row. `read_spark_table` adds them."""


def read_spark_table(spark: SparkSession, where: str) -> DataFrame:
    """The table at `where`, with ORDER where it lies in files; every column of a CSV is text, as on one machine."""
    table = open_spark_table(spark, where)
    try:
        return in_order(table)
    except AnalysisException:  # a view, say: its rows come from no file
        return table


def open_spark_table(spark: SparkSession, where: str) -> DataFrame:
    """The table, not yet read."""
    if where.endswith(".parquet"):
        return spark.read.parquet(where)
    if where.endswith(".csv"):
        return spark.read.csv(where, header=True, inferSchema=False, escape='"')
    return spark.read.table(where)


def in_order(table: DataFrame) -> DataFrame:
    """The same rows with ORDER, by which sums are made in the order of the files on any number of machines."""
    file, block, line = ORDER
    return table.select(
        "*",
        f.col("_metadata.file_path").alias(file),
        f.col("_metadata.file_block_start").alias(block),
        f.monotonically_increasing_id().alias(line),
    )


def write(table: DataFrame, where: str) -> None:
    """A folder of part files (the file _SUCCESS in it says that they are all there), or a table by name."""
    writer = table.write.mode("overwrite")
    if where.endswith(".parquet"):
        writer.parquet(where)
    elif where.endswith(".csv"):
        writer.csv(where, header=True, escape='"')
    else:
        writer.saveAsTable(where)
