"""Comparators of before there was a role for averages: what the star said is moved over to the role."""

from importlib import import_module

import pytest
from django.apps import apps

from outturn.records.observations.models import Observation

MOVED = import_module("outturn.records.observations.migrations.0006_averages")


@pytest.mark.parametrize(
    ("role", "printed", "number", "after"),
    [
        ("comparator", "7.1%*", 7.1, "average"),
        ("comparator", "100%", 100.0, "comparator"),
        ("comparator", "*", None, "comparator"),
        ("actual", "7.1%*", 7.1, "actual"),
    ],
)
def test_only_a_comparator_with_a_star_beside_its_figure_is_an_average(record, unguarded, role, printed, number, after):
    record(("ae-4h-type1", "Oct-24", "56.7%", "56.3%"))
    Observation.objects.filter(role="plan").delete()
    Observation.objects.update(role=role, printed=printed, value=number, state="known" if number else "suppressed")
    MOVED.say_what_the_mark_said(apps, None)
    assert Observation.objects.get().role == after
    MOVED.say_it_by_the_mark(apps, None)
    assert Observation.objects.get().role == role
