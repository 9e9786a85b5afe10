"""What one may see, as a condition on rows: queries begin from it."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TypeVar

from django.db.models import Model, Q, QuerySet

from outturn.core.access import Sight
from outturn.core.subject import OF_FIGURES, Subject
from outturn.core.tree import Tree
from outturn.records.about import PLACES

Rows = TypeVar("Rows", bound=Model)
OWN = {name: name for name in PLACES}
NOTHING = Q(pk__in=())


def within(rows: QuerySet[Rows], sight: Sight, columns: Mapping[str, str] = OWN) -> QuerySet[Rows]:
    """The rows of which something is in sight. `columns`: where the table keeps framework, section, indicator and area,
    for those that it has; a blank there means all of them, and is seen by everybody who sees one of them."""
    if sight.is_whole:
        return rows
    condition = NOTHING
    for scope in sight.scopes:
        if scope.named.keys() <= OF_FIGURES:
            condition |= _meets(scope, sight.tree, columns)
    return rows.filter(condition)


def _meets(scope: Subject, tree: Tree, columns: Mapping[str, str]) -> Q:
    entries = [entry for entry in tree.all_entries() if tree.covers(scope, entry)]
    condition = Q()
    for name, value in scope.named.items():
        if name in columns:
            condition &= _one_of(columns[name], tree.below(name, value))
    if "framework" in columns:
        condition &= _one_of(columns["framework"], {entry.framework for entry in entries} | {scope.framework})
    if scope.framework:
        condition &= _series(entries, columns) if "framework" not in columns else _measures(entries, columns)
    return condition


def _one_of(column: str, values: frozenset[str] | set[str]) -> Q:
    return Q(**{f"{column}__in": sorted({"", *values})})


def _measures(entries: Sequence[Subject], columns: Mapping[str, str]) -> Q:
    """Where a row names no framework, its indicator must be one of the scope's."""
    if "indicator" not in columns:
        return Q()
    indicators = _one_of(columns["indicator"], {entry.indicator for entry in entries})
    return ~Q(**{columns["framework"]: ""}) | indicators


def _series(entries: Sequence[Subject], columns: Mapping[str, str]) -> Q:
    """Rows of a table that knows no framework: those of the very series that stand in the scope."""
    condition = NOTHING
    by_area = sorted({(entry.area, entry.indicator) for entry in entries})
    for area, series in groupby(by_area, key=lambda each: each[0]):
        indicators = [indicator for _, indicator in series]
        condition |= Q(**{columns["area"]: area, f"{columns['indicator']}__in": indicators})
    return condition
