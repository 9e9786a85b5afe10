"""One row looked up for each row of a query, as the database at hand does it best.

SQLite steps from a row to the one that it picks, as the join is written. PostgreSQL reads the whole table into a hash
beside it, and looks up twice: it steps as well where the join is written as LATERAL, which SQLite does not know.
"""

from typing import Any

from django.db.models import Model, QuerySet, Subquery
from django.db.models.lookups import Exact
from django.db.models.sql import Query
from django.db.models.sql.datastructures import Join


def select_with_lookups(model: type[Model]) -> QuerySet[Any, Any]:
    """All rows of a model. A FilteredRelation on them whose condition is `id=Subquery(...)` of one row is looked up."""
    return QuerySet(model, query=_Query(model))


class _Join(Join):
    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        picked = _find_picked(self.filtered_relation)
        if picked is None:
            return self.as_sql(compiler, connection)
        sql, params = compiler.compile(picked)
        return f"{self.join_type} LATERAL {sql} {compiler.quote_name_unless_alias(self.table_alias)} ON true", params


class _Query(Query):
    join_class = _Join


def _find_picked(relation: Any) -> Subquery | None:
    """The whole row that the condition of a relation picks by its id; None where it is of another form."""
    conditions = relation.resolved_condition.children if relation else []
    if len(conditions) != 1 or not isinstance(conditions[0], Exact) or not isinstance(conditions[0].rhs, Subquery):
        return None
    picked: Subquery = conditions[0].rhs.copy()
    picked.query = picked.query.clone()
    picked.query.clear_select_clause()
    picked.query.add_fields([field.attname for field in picked.query.get_meta().concrete_fields])
    return picked
