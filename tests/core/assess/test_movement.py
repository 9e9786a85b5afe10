"""Direction of travel: what the number did, then whether that is welcome."""

from datetime import date

import polars as pl
import pytest

from outturn.core.assess.movement import move


def moved(values: list[float | None], sign: int) -> tuple[str, str]:
    rows = [
        {
            "entry": 0,
            "period_kind": "month",
            "start": date(2024, number + 1, 1),
            "end": date(2024, number + 1, 28),
            "value": value,
            "sign": sign,
        }
        for number, value in enumerate(values)
    ]
    last = move(pl.DataFrame(rows, schema_overrides={"value": pl.Float64})).to_dicts()[-1]
    return last["direction"], last["welcome"]


@pytest.mark.parametrize(
    ("values", "sign", "direction", "welcome"),
    [
        ([5, 6], 1, "up", "improving"),
        ([5, 6], -1, "up", "worsening"),
        ([6, 5], -1, "down", "improving"),
        ([6, 6], 1, "same", "steady"),
        ([5, 6], 0, "up", "no_judgement"),
        ([5, None, 6], 1, "up", "improving"),  # a gap is stepped over
        ([6], 1, "", ""),
        ([6, None], 1, "", ""),  # nothing is said of a value that is not known
    ],
)
def test_movement_is_by_sign_of_change_and_direction(values, sign, direction, welcome):
    assert moved(values, sign) == (direction, welcome)


def test_months_are_not_compared_with_quarters():
    month = {
        "entry": 0,
        "period_kind": "month",
        "start": date(2024, 5, 1),
        "end": date(2024, 5, 31),
        "value": 1.0,
        "sign": 1,
    }
    quarter = month | {"period_kind": "quarter", "start": date(2024, 4, 1), "end": date(2024, 6, 30), "value": 3.0}
    assert move(pl.DataFrame([month, quarter]))["since_value"].to_list() == [None, None]
