"""Assurance where it means something: given, or absent with the reason why."""

import pytest
from core.assess.entries import judged, months, said

from outturn.core.assess.assured import find_share_of_line
from outturn.core.catalogue import Target, TargetKind
from outturn.core.periods import PeriodKind

CALM = [50.0, 52.0, 49.0, 51.0, 50.0, 48.0, 52.0, 50.0, 51.0, 49.0, 50.0, 51.0, 49.0, 50.0]
RISING = [40.0 + 2 * n + n % 2 for n in range(14)]
FALLEN = [*CALM, *CALM, 41.0]


def seen(values: list, aim: float, kind: PeriodKind = PeriodKind.MONTH, **more):
    target = Target(TargetKind.FLAT, ">=", value=aim)
    return judged(said("actual", months(len(values), kind=kind), values), target=target, **more).variation


@pytest.mark.parametrize(("aim", "icon"), [(20, "pass"), (50, "inconsistent"), (80, "fail")])
def test_a_calm_series_is_assured(aim, icon):
    found = seen(CALM, aim)
    assert (found.assurance_icon, found.unassured) == (icon, "")


@pytest.mark.parametrize(
    ("values", "aim", "more", "why"),
    [
        (CALM, 80, {"kind": PeriodKind.ROLLING12, "indicator": {"period_kind": PeriodKind.ROLLING12}},
         "each figure shares most of its time with the one before"),
        (CALM, 80, {"kind": PeriodKind.ROLLING3, "indicator": {"period_kind": PeriodKind.ROLLING3}},
         "each figure shares most of its time with the one before"),
        (CALM, 80, {"indicator": {"accumulation": "rolling_12"}}, "each figure shares most of its time"),
        (RISING, 90, {}, "the figures rise or fall so steadily"),
        (RISING, 20, {}, "the figures rise or fall so steadily"),
        (FALLEN, 43, {}, "the latest figures have left the limits that earlier ones set"),
        (CALM[:8], 80, {"indicator": {"spc_rules": "plot-the-dots"}}, "there are 8 figures, and 13 are needed"),
    ],
)  # fmt: skip
def test_where_it_means_nothing_there_is_no_icon_and_the_reason_is_said(values, aim, more, why):
    found = seen(values, aim, **more)
    assert (found.assurance, found.assurance_icon) == ("", "")
    assert found.unassured.startswith(f"No assurance is given: {why}")
    assert found.variation_icon


def test_without_icons_or_without_a_target_there_is_nothing_to_explain():
    assert seen(CALM[:5], 80).unassured == ""
    none = judged(said("actual", months(14), CALM), target=Target(TargetKind.NONE)).variation
    assert (none.assurance, none.unassured) == ("", "")


@pytest.mark.parametrize("more", [{"period_kind": PeriodKind.YTD}, {"accumulation": "year_to_date"}])
def test_a_sum_of_the_year_so_far_has_no_limits_and_no_icons(more):
    periods = months(18, kind=PeriodKind.YTD)
    result = judged(said("actual", periods, [float(n % 12 + 1) for n in range(18)]), indicator=more)
    assert (result.variation.variation, result.variation.assurance, result.variation.mean) == ("", "", None)
    assert set(result.points.lower) == {None} and set(result.points.point_type) == {""}
    assert result.variation.note.startswith("No limits are drawn: the figure adds up over the year")


def test_how_much_a_line_explains():
    assert find_share_of_line([1, 2, 3, 4]) == pytest.approx(1)
    assert find_share_of_line([4, 3, 2, 1]) == pytest.approx(1)
    assert find_share_of_line([1, 2, 2, 1]) == pytest.approx(0)
    assert find_share_of_line([5, 5, 5, 5]) == find_share_of_line([]) == find_share_of_line([1, 2]) == 0
