"""Whose figures a delivery holds: each must be one that whoever brings it may record, or nothing of it is recorded."""

from dataclasses import replace
from typing import Any

import polars as pl

from outturn.core.access import Actor, Permission
from outturn.core.intake.problem_list import LISTED
from outturn.core.intake.questions import Question
from outturn.core.report.wording import count_of
from outturn.core.subject import Subject

from .deliveries import Delivery

SERIES = ["indicator", "area"]
CURE = "Leave {} out, or ask an administrator of this site for a role there."


def refuse_others(delivery: Delivery, by: Actor) -> Delivery:
    """The delivery; with figures of others in it, without any values, and with each of theirs as a problem."""
    others = figures_of_others(delivery.values, by)
    if others.is_empty():
        return delivery
    told = others.group_by("file", *SERIES, maintain_order=True).agg(pl.len().alias("count"), "row")
    sentences = tuple(_sentence(row, by) for row in told.iter_rows(named=True))
    wrong = replace(
        delivery.wrong,
        count=delivery.wrong.count + others.height,
        frame=pl.concat([delivery.wrong.frame, _places(others, by)]),
    )
    problems = (*delivery.problems, *sentences)
    return replace(delivery, values=delivery.values.clear(), problems=problems, wrong=wrong, questions=())


def figures_of_others(values: pl.DataFrame, by: Actor) -> pl.DataFrame:
    """Rows of values that they may not record. One question for each series, not for each figure."""
    may = by.visible(Permission.RECORD)
    if may.is_whole:
        return values.clear()
    series = values.select(SERIES).unique(maintain_order=True)
    refused = [not may.covers(Subject(indicator=indicator, area=area)) for indicator, area in series.iter_rows()]
    return values.join(
        series.filter(pl.Series(refused, dtype=pl.Boolean)), on=SERIES, how="semi", maintain_order="left"
    )


def list_series(delivery: Delivery) -> tuple[tuple[str, str], ...]:
    """Indicator and area of all that a delivery speaks of, with the figures that wait for an answer. Nothing where a
    question does not tell whose figures it is about: all of it may be anybody's."""
    asked = [(question.indicator, place.area) for question in delivery.questions for place in question.places]
    if not all(map(_tells_whose, delivery.questions)):
        return ()
    known = delivery.values.select(SERIES).unique(maintain_order=True)
    return tuple(dict.fromkeys((*known.iter_rows(), *asked)))


def _tells_whose(question: Question) -> bool:
    all_listed = 0 < question.n_places == len(question.places)
    return bool(question.indicator) and all_listed and all(place.area for place in question.places)


def _subject(row: dict[str, Any], by: Actor) -> str:
    return Subject(indicator=row["indicator"], area=row["area"]).say(by.tree.names)


def _sentence(row: dict[str, Any], by: Actor) -> str:
    """`a.csv: 3 figures of A&E four hours for LPT, first in row 4. Ann may not record them. ...`"""
    count = count_of(row["count"], "figure")
    alone = row["count"] == 1
    where = f"{'in' if alone else 'the first in'} row {row['row'][0]}"
    cure = CURE.format("it" if alone else "them")
    return f"{row['file']}: {count} of {_subject(row, by)}, {where}. {by.name} may not record data there. {cure}"


def _places(others: pl.DataFrame, by: Actor) -> pl.DataFrame:
    problems = [f"{by.name} may not record data for {_subject(row, by)}." for row in others.iter_rows(named=True)]
    said = pl.Series("problem", problems, dtype=pl.String)
    told = others.rename({"printed": "cell"}).with_columns(said, pl.lit(CURE.format("it")).alias("cure"))
    return told.select(pl.col(name).cast(kind) for name, kind in LISTED.items())
