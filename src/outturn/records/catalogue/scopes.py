"""What one may see, as a condition on rows: queries begin from it.

It says of a row what `core.tree` says of its subject, asking the entries of the definitions in force where the row
itself does not tell. That both say the same is tested on every entry, with every part of it left blank.
"""

from collections.abc import Mapping
from typing import TypeVar

from django.db.models import CharField, Exists, ExpressionWrapper, F, Model, OuterRef, Q, QuerySet, Subquery

from outturn.core.access import Sight
from outturn.core.subject import Subject
from outturn.core.tree import Tree
from outturn.records.about import PLACES

from .models import Entry, Version

Rows = TypeVar("Rows", bound=Model)
OWN = {name: name for name in PLACES}


def within(rows: QuerySet[Rows], sight: Sight, columns: Mapping[str, str] = OWN) -> QuerySet[Rows]:
    """The rows of which something is in sight. `columns`: where the table keeps framework, section, indicator and area,
    for those that it has; a blank there means all of them, and is seen by everybody who sees one of them."""
    if sight.is_whole:
        return rows
    condition = Q(pk__in=())
    for scope in _of_figures(sight):
        condition |= _lies_in(scope, sight.tree, columns) | Q(_has_an_entry(scope, sight.tree, columns))
    return rows.filter(condition)


def entries_within(rows: QuerySet[Entry], sight: Sight) -> QuerySet[Entry]:
    """The entries in sight: they leave nothing blank, so that they need not be looked for."""
    if sight.is_whole:
        return rows
    condition = Q(pk__in=())
    for scope in _of_figures(sight):
        condition |= _lies_in(scope, sight.tree, OWN)
    return rows.filter(condition)


def _of_figures(sight: Sight) -> list[Subject]:
    return [scope for scope in sight.scopes if scope.is_of_figures]


def _lies_in(scope: Subject, tree: Tree, columns: Mapping[str, str]) -> Q:
    """Rows that say themselves that they lie in the scope."""
    if not scope.named.keys() <= columns.keys():
        return Q(pk__in=())
    return Q(**{f"{columns[name]}__in": sorted(tree.below(name, slug)) for name, slug in scope.named.items()})


def _has_an_entry(scope: Subject, tree: Tree, columns: Mapping[str, str]) -> Exists:
    """Rows whose words fit an entry that lies in the scope."""
    in_force = Version.objects.order_by("-number").values("pk")[:1]
    entries = Entry.objects.filter(_lies_in(scope, tree, OWN), version=Subquery(in_force))
    for name, column in columns.items():
        word = ExpressionWrapper(OuterRef(column), output_field=CharField())
        fits = Q(**{name: F(f"row_{name}")}) | Q(**{f"row_{name}": ""})
        entries = entries.alias(**{f"row_{name}": word}).filter(fits)
    return Exists(entries)
