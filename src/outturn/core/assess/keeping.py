"""A Result as columns, as text and back. Nothing is kept that would not come back as it was.

What pages filter, order and count by goes into columns of a table, by name; the points of the series into a text of
their own, which only charts need; what is left into a third. A Result is put together from them without computing.
"""

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from outturn.core.assess.result import Points, Result
from outturn.core.periods import Period, PeriodKind


class CannotKeep(ValueError):
    """A result that would not come back as it was. The text says where in it."""


class CannotRead(ValueError):
    """What was kept is no result."""


COLUMNS: dict[str, tuple[str, str]] = {
    "value": ("latest", "value"),
    "state": ("latest", "state"),
    "updated": ("latest", "updated"),
    "plan": ("latest", "plan"),
    "plan_state": ("latest", "plan_state"),
    "rating": ("rating", "key"),
    "means": ("rating", "means"),
    "met": ("rating", "met"),
    "gap": ("rating", "gap"),
    "adverse_percent": ("rating", "adverse_percent"),
    "people": ("rating", "people"),
    "differs": ("rating", "differs"),
    "change": ("movement", "change"),
    "direction": ("movement", "direction"),
    "welcome": ("movement", "welcome"),
    "variation": ("variation", "variation"),
    "variation_icon": ("variation", "variation_icon"),
    "assurance": ("variation", "assurance"),
    "assurance_icon": ("variation", "assurance_icon"),
    "exception_order": ("variation", "order"),
    "rank": ("standing", "rank"),
    "rank_of": ("standing", "rank_of"),
    "quartile": ("standing", "quartile"),
}
"""Column -> the part of a Result and the field in it."""

PERIODS: dict[str, tuple[str, str]] = {
    "period": ("latest", "period"),
    "plan_period": ("latest", "plan_period"),
    "since": ("movement", "since"),
}
"""Prefix of three columns (`period_kind`, `period_start`, `period_end`) -> the part of a Result, the period in it."""

_adapter: TypeAdapter[Result] = TypeAdapter(Result)
_APART: dict[str, Any] = {"framework": True, "indicator": True, "area": True, "fault": True, "points": True}
for _part, _field in (*COLUMNS.values(), *PERIODS.values()):
    _APART.setdefault(_part, {})[_field] = True
_BLANK: dict[str, Any] = {field.name: None for field in fields(Points) if "float" in str(field.type)}
_BLANK |= {field.name: "" for field in fields(Points) if field.type == tuple[str, ...]} | {"group": 0}


@dataclass(frozen=True)
class Kept:
    """`columns`: those of COLUMNS and PERIODS, and `fault`; `points` is empty where there are none."""

    columns: dict[str, Any]
    rest: str
    points: str


def take_apart(result: Result) -> Kept:
    """Raises CannotKeep: a NaN would come back as nothing."""
    try:
        kept = Kept(_columns(result), _rest(result), write_points(result.points))
        _check_columns(kept.columns)
        back = put_together(result.key, kept.columns, kept.rest, read_points(kept.points))
    except (PydanticSerializationError, CannotRead, ValueError) as problem:
        raise CannotKeep(", ".join(no_numbers(result, "")) or str(problem)) from problem
    if back != result:
        raise CannotKeep(", ".join(differences(result, back, "")))
    return kept


def _check_columns(columns: Mapping[str, Any]) -> None:
    """Raises ValueError for what no column of a database holds."""
    if any(isinstance(each, float) and not math.isfinite(each) for each in columns.values()):
        raise ValueError("not a number")
    words = "".join(each for each in columns.values() if isinstance(each, str))
    words.encode()
    if "\x00" in words:
        raise ValueError("a character that no database keeps")


def put_together(
    key: tuple[str, str, str], columns: Mapping[str, Any], rest: str, points: Points | None = None
) -> Result:
    """The result of an entry, with no points when none are given. Raises CannotRead."""
    try:
        made = json.loads(rest)
        for name, (part, field) in COLUMNS.items():
            made.setdefault(part, {})[field] = columns[name]
        for name, (part, field) in PERIODS.items():
            made.setdefault(part, {})[field] = _period_in(columns, name)
        made |= dict(zip(("framework", "indicator", "area"), key, strict=True)) | {"fault": columns["fault"]}
        result = _adapter.validate_python(made)
    except (ValueError, AttributeError, TypeError) as problem:  # a ValidationError is a ValueError
        raise CannotRead(str(problem)) from problem
    return replace(result, points=points) if points else result


def _columns(result: Result) -> dict[str, Any]:
    made = {name: getattr(getattr(result, part), field) for name, (part, field) in COLUMNS.items()}
    for name, (part, field) in PERIODS.items():
        period: Period | None = getattr(getattr(result, part), field)
        made |= {
            f"{name}_kind": period.kind.value if period else "",
            f"{name}_start": period.start if period else None,
            f"{name}_end": period.end if period else None,
        }
    return made | {"fault": result.fault}


def _period_in(columns: Mapping[str, Any], name: str) -> Period | None:
    kind, start, end = (columns[f"{name}_{part}"] for part in ("kind", "start", "end"))
    return _period(kind, start, end) if kind else None


def _rest(result: Result) -> str:
    return _adapter.dump_json(result, exclude=_APART, exclude_defaults=True).decode()


def write_points(points: Points) -> str:
    """Columns of the series as JSON; a column in which nothing stands is left out. Empty where there are no points."""
    empty = {name: (blank,) * len(points.period) for name, blank in _BLANK.items()}
    said = {name: column for name, blank in empty.items() if (column := getattr(points, name)) != blank}
    if not points.period and not said:
        return ""
    periods = [(period.kind.value, period.start.isoformat(), period.end.isoformat()) for period in points.period]
    text = json.dumps({"period": periods} | said, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    text.encode()
    return text


def read_points(text: str) -> Points:
    """Raises CannotRead."""
    if not text:
        return Points()
    try:
        said = json.loads(text)
        periods = tuple(_period_said(*period) for period in said["period"])
        rows = {name: tuple(said.get(name, (blank,) * len(periods))) for name, blank in _BLANK.items()}
    except (ValueError, KeyError, TypeError) as problem:
        raise CannotRead(str(problem)) from problem
    return Points(period=periods, **rows)


@lru_cache(maxsize=4096)
def _period(kind: str, start: date, end: date) -> Period:
    return Period(PeriodKind(kind), start, end)


@lru_cache(maxsize=4096)
def _period_said(kind: str, start: str, end: str) -> Period:
    return _period(kind, date.fromisoformat(start), date.fromisoformat(end))


def from_json(text: str) -> Result:
    """A result as it was kept before its columns were: all in one text. Raises CannotRead."""
    try:
        return _adapter.validate_json(text)
    except ValidationError as problem:
        raise CannotRead(str(problem)) from problem


def differences(made: Any, back: Any, place: str) -> Iterator[str]:
    """Where the two are not the same: `forecast.past_error`."""
    if made == back:
        return
    if not is_dataclass(made) or type(made) is not type(back):
        yield place
        return
    for each in fields(made):
        at = f"{place}.{each.name}" if place else each.name
        yield from differences(getattr(made, each.name), getattr(back, each.name), at)


def no_numbers(part: Any, place: str) -> Iterator[str]:
    """Where a number is none: infinite, or not a number."""
    if isinstance(part, float) and not math.isfinite(part):
        yield place
    elif isinstance(part, tuple):
        yield from dict.fromkeys(at for each in part for at in no_numbers(each, place))
    elif is_dataclass(part):
        for each in fields(part):
            yield from no_numbers(getattr(part, each.name), f"{place}.{each.name}" if place else each.name)
