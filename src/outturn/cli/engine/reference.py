"""The reference of an indirectly standardised ratio, read and checked before the table that is compared with it."""

from pathlib import Path

import polars as pl

from outturn.cli.engine.files import read_table, tell_problems
from outturn.core.statistics.table.problems import BadInput


def read_reference(path: Path) -> pl.DataFrame:
    """The table; what is wrong in it ends the command, named by its own file and rows."""
    from outturn.core.statistics.rates.standardised import reference_rates

    reference = read_table(path)
    try:
        reference_rates(reference)
    except BadInput as bad:
        raise tell_problems(bad.problems, path) from None
    return reference
