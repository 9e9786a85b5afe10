"""What can be worked out of hidden figures, kept while the figures stay: the checks run again with every text."""

import polars as pl

from outturn.core.catalogue import Catalogue
from outturn.core.checks.evidence import solve_hidden

_last: dict[tuple[str, int], pl.DataFrame] = {}
"""(version of the definitions, hash of the figures) -> the answer; the last one only."""


def solve_once(said: pl.DataFrame, catalogue: Catalogue) -> pl.DataFrame:
    key = (catalogue.version, hash(said.write_ipc(None).getvalue()))
    answer = _last.get(key)
    if answer is None:
        answer = solve_hidden(said, catalogue)
        _last.clear()
        _last[key] = answer
    return answer
