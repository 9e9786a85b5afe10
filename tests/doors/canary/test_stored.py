"""What is hidden is kept in the room of observations alone: in no column, point, trail or text that pages read from.
Nor does the order of a list tell it."""

import json
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db.models import Model, Q

from outturn.core.report.say.order import WHOLE
from outturn.records.assessments.models import Assessment
from outturn.records.assessments.newest import entries_at
from outturn.records.assessments.orders import GAP, MOVEMENT, RATING
from outturn.records.observations import models as observations
from outturn.records.observations.queries import moment

from . import system
from .reading import numbers_in

AT_HOME = {observations.Observation, observations.File, observations.HeldFile}
"""Where figures stand as they were brought: nobody reads these but by what may be shown."""


@pytest.mark.django_db
def test_what_is_hidden_is_kept_nowhere_else_and_told_by_no_order():
    """One system for all of it: building it takes a while."""
    system.build()
    secrets = system.secrets()
    look_into_every_cell(secrets)
    look_beside_the_figures(secrets)
    look_at_the_orders()


def kept_models() -> Iterator[type[Model]]:
    for config in apps.get_app_configs():
        if config.name.startswith("outturn.records"):
            yield from (model for model in config.get_models() if model not in AT_HOME)


def cells() -> Iterator[tuple[str, str]]:
    """Every cell of every table, but the numbers that rows are known by, and the bytes of files."""
    for model in kept_models():
        fields = [f for f in model._meta.concrete_fields if not (f.primary_key or f.is_relation)]
        for field in fields:
            if field.get_internal_type() in ("BinaryField", "PositiveIntegerField"):
                continue
            for value in model.objects.values_list(field.attname, flat=True).distinct():
                said = value if isinstance(value, str) else json.dumps(value, default=str)
                yield f"{model.__name__}.{field.attname}", said


def look_into_every_cell(secrets: dict[str, str]) -> None:
    said = list(cells())
    told = {(where, number) for where, words in said for number in numbers_in(words) & secrets.keys()}
    assert len({where for where, _ in said}) > 80
    assert numbers_in(json.dumps({"was": float(next(iter(secrets)))})) & secrets.keys(), "one would be seen"
    assert told == set()


def look_beside_the_figures(secrets: dict[str, str]) -> None:
    """The figure before is the newest less its change; the newest is the target and its gap."""
    told = set()
    for row in Assessment.objects.all():
        sums = [a + sign * b for a in (row.value, row.plan) for b in (row.change, row.gap) for sign in (1, -1)
                if a is not None and b is not None]  # fmt: skip
        told |= {(row.pk, number) for number in map(system.digits, sums) if number in secrets}
    assert told == set()


def look_at_the_orders() -> None:
    """A hidden figure has no place of its own. Where every number that it can be misses its target, that much is said,
    and all such stand in one place."""
    hidden = Assessment.objects.filter(state="suppressed")
    assert hidden.count() > 20
    numbers = Q(**{f"{name}__isnull": True for name in ("value", "gap", "adverse_percent", "people", "change", "rank")})
    assert not hidden.exclude(numbers, direction="", welcome="", variation="", exception_order=0).exists()
    assert set(hidden.values_list("means", "urgency_share")) == {("adverse", WHOLE), ("unrated", 0)}
    listed = entries_at(moment()).filter(now__state="suppressed").annotate(a=RATING, b=GAP, c=MOVEMENT)
    places = {(row["now__rating"], row["a"], row["b"], row["c"]) for row in listed.values("now__rating", "a", "b", "c")}
    assert len(places) == len({place[0] for place in places}) and not any(place[3] for place in places)
