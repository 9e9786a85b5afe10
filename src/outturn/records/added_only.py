"""Rows are added, never changed: the database itself refuses, whoever asks.

`migrate` lifts the rule before it begins, so that a migration may rewrite what it must, and lays it down again on all
tables when it is done: a rule of one migration would be lost with the next on SQLite, which copies a table to alter it.
"""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.signals import post_migrate, pre_migrate

TABLES: dict[str, tuple[str, ...]] = {
    "audit.Event": (),
    "sequence.Act": (),
    "catalogue.Version": (),
    "catalogue.Entry": (),
    "catalogue.Due": (),
    "observations.Release": (),
    "observations.File": (),
    "observations.Observation": (),
    "observations.Hidden": (),
    "observations.Decided": (),
    "observations.Held": ("settled",),
    "observations.HeldFile": (),
    "assessments.Assessment": (),
    "assessments.Points": (),
    "commentary.Text": (),
    "findings.Finding": (),
    "findings.Sighting": (),
    "findings.Acceptance": (),
    "reports.Edition": (),
    "reports.EditionFile": (),
}
"""Tables of rows that are only added, with the columns that may change. The others are in CHANGING."""

CHANGING = {
    "sequence.Counter": "holds the last number",
    "areas.Area": "the anchor of values: names and codes are those of the newest definitions",
    "catalogue.Indicator": "the anchor of values: the name is that of the newest definitions",
    "accounts.Role": "roles are given and taken; the trail says by whom",
}
"""Tables whose rows may change, and why."""

NAME = "only_added"


def watch(sender: Any) -> None:
    """Lift the rule before every `migrate`, and lay it down after."""
    pre_migrate.connect(_lift, sender=sender, dispatch_uid="added_only.lift")
    post_migrate.connect(_lay_down, sender=sender, dispatch_uid="added_only.lay_down")


def _lift(using: str, **words: Any) -> None:
    lift(connections[using])


def _lay_down(using: str, **words: Any) -> None:
    lay_down(connections[using])


def lift(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        for table, _ in _tables(connection):
            for name in _names(connection, table):
                on = f" ON {table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")


def lay_down(connection: BaseDatabaseWrapper) -> None:
    lift(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(REFUSE)
        for table, columns in _tables(connection):
            for statement in _statements(connection, table, columns):
                cursor.execute(statement)


def missing_rules(connection: BaseDatabaseWrapper) -> list[str]:
    """Tables on which the rule does not stand, by their names in the database."""
    query = "SELECT tgname FROM pg_trigger" if connection.vendor == "postgresql" else "SELECT name FROM sqlite_master"
    with connection.cursor() as cursor:
        cursor.execute(query)
        there = {row[0] for row in cursor.fetchall()}
    return [table for table, _ in _tables(connection) if not there.issuperset(_names(connection, table))]


def _tables(connection: BaseDatabaseWrapper) -> Iterator[tuple[str, list[str]]]:
    """The tables that are there, each with the columns that may not change."""
    there = set(connection.introspection.table_names())
    for label, may_change in TABLES.items():
        model = apps.get_model(label)
        columns = [field.column for field in model._meta.local_concrete_fields if field.name not in may_change]
        if model._meta.db_table in there:
            yield model._meta.db_table, columns


def _names(connection: BaseDatabaseWrapper, table: str) -> list[str]:
    verbs = ("update", "delete", "truncate") if connection.vendor == "postgresql" else ("update", "delete")
    return [f"{table}_{NAME}_{verb}" for verb in verbs]


REFUSE = f"""
CREATE OR REPLACE FUNCTION {NAME}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are added, never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$
"""


def _statements(connection: BaseDatabaseWrapper, table: str, columns: list[str]) -> list[str]:
    of = ", ".join(f'"{column}"' for column in columns)
    update, delete, *truncate = _names(connection, table)
    if connection.vendor == "postgresql":
        return [
            f"CREATE TRIGGER {update} BEFORE UPDATE OF {of} ON {table} FOR EACH ROW EXECUTE FUNCTION {NAME}()",
            f"CREATE TRIGGER {delete} BEFORE DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {NAME}()",
            f"CREATE TRIGGER {truncate[0]} BEFORE TRUNCATE ON {table} EXECUTE FUNCTION {NAME}()",
        ]
    refuse = f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are added, never changed or deleted'); END"
    return [
        f"CREATE TRIGGER {update} BEFORE UPDATE OF {of} ON {table} {refuse}",
        f"CREATE TRIGGER {delete} BEFORE DELETE ON {table} {refuse}",
    ]
