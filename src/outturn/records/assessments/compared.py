"""Figures of one moment held against those of an earlier one, by the database: what `core` asks of two results there
(`core.report.tables.outcome_cells.differs`) is asked here of rows, entry by entry."""

from typing import Any

from django.db.models import CharField, Exists, F, FloatField, JSONField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.expressions import Combinable
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import Cast, Coalesce

from outturn.records.observations.queries import Moment

from .models import Assessment

NO_FIGURE = -1.7e308
"""Stands for a value that is none, so that none equals none: no figure is so small."""
AS_THEY_ARE = ("period_kind", "period_start", "period_end", "state")


def figures_differ(before: Moment) -> Q:
    """Rows of `newest.entries_at` with a figure that is another than at an earlier moment, or was not there."""
    return Q(now__period_end__isnull=False) & ~Q(Exists(_same_figure(before)))


def _same_figure(before: Moment) -> QuerySet[Any, Any]:
    """The newest assessment of an outer entry at an earlier moment, where its figure is the one of now.

    The entry is found by its names: under other definitions it is another row.
    """
    names = {f"entry__{name}": OuterRef(OuterRef(name)) for name in ("framework", "indicator", "area")}
    known = Assessment.objects.filter(act__lte=before.number, entry__version__number=before.definitions, **names)
    newest = Subquery(known.order_by("-act_id").values("id")[:1])  # picked once an entry, whatever the database plans
    figure: QuerySet[Any, Any] = Assessment.objects.filter(id=newest).annotate(
        figure=_value_of(F("value")), told=_text_of(F("rest"))
    )
    alike = {name: OuterRef(f"now__{name}") for name in AS_THEY_ARE}
    return figure.filter(**alike, figure=_value_of(OuterRef("now__value")), told=_text_of(OuterRef("now__rest")))


def _value_of(column: Any) -> Combinable:
    return Coalesce(column, Value(NO_FIGURE), output_field=FloatField())


def _text_of(column: Any) -> Combinable:
    """What the source says instead of a number: it stands in the rest of a result."""
    latest = KeyTransform("latest", Cast(column, JSONField()))
    return Coalesce(KeyTextTransform("text", latest), Value(""), output_field=CharField())
