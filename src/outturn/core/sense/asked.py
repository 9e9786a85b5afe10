"""A question with all the cells that it is about."""

from dataclasses import dataclass

import polars as pl

from outturn.core.intake.questions import Question


@dataclass(frozen=True)
class Asked:
    """`cells`: columns of PLACE."""

    question: Question
    cells: pl.DataFrame
