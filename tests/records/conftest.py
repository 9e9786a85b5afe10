"""The catalogue of the sample, and small deliveries in the plain layout, through the same actions as any site."""

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from outturn.core.access import Actor
from outturn.records.catalogue.folders import collect_definitions
from outturn.records.cycle import actions as cycle
from outturn.records.observations.actions import Receipt
from outturn.sample.files import find_shipped_definitions

ANALYST = Actor.with_roles("ada", "analyst", "publisher", "administrator")
READER = Actor.with_roles("", "viewer")


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("Europe/London"))


def plain(*rows: tuple) -> bytes:
    """indicator, period, value, plan as the plain layout has them, all for LLR ICB."""
    lines = ["indicator,area,period,value,plan"]
    lines += [f"{indicator},llr-icb,{period},{value},{plan}" for indicator, period, value, plan in rows]
    return ("\n".join(lines) + "\n").encode()


@pytest.fixture
def loaded(db: None) -> None:
    done = cycle.load(files=collect_definitions(find_shipped_definitions()), by=ANALYST, at=noon(date(2024, 10, 1)))
    assert not done.problems, done.problems


@pytest.fixture
def record(loaded: None) -> Callable[..., Receipt]:
    def recording(*rows: tuple, accept: tuple[str, ...] = (), name: str = "delivery.csv", **options) -> Receipt:
        answers = options.pop("answers", {}) | dict.fromkeys(accept, "replace")
        return cycle.bring_in(files=[(name, plain(*rows))], by=ANALYST, answers=answers, **options)

    return recording
