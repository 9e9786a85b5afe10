"""Labels at the ends of lines never cover each other."""

from hypothesis import given
from hypothesis import strategies as st

from outturn.render.charts.ends import End, keep_apart
from outturn.render.charts.ticks import choose_step, list_ticks

GAP = 15.0


@given(st.lists(st.floats(0, 300), min_size=1, max_size=9))
def test_labels_stay_apart_and_in_order(heights):
    placed = keep_apart([End(height, str(place), "", "") for place, height in enumerate(heights)], 0, 300, GAP)
    found = [end.y for end in placed]
    assert all(after - before >= GAP - 0.05 for before, after in zip(found, found[1:], strict=False))
    wanted = [heights[int(end.text)] for end in placed]
    assert wanted == sorted(wanted)


def test_a_label_with_room_does_not_move():
    placed = keep_apart([End(40, "a", "", ""), End(200, "b", "", "")], 0, 300, GAP)
    assert [end.y for end in placed] == [40, 200]


@given(st.floats(-1e6, 1e6), st.floats(0.01, 1e6), st.integers(0, 3))
def test_ticks_hold_the_values_and_are_no_finer_than_the_figures(low, span, decimals):
    step = choose_step(span, 5, "count", decimals)
    found = list_ticks(low, low + span, step)
    assert found[0] <= low + step * 1e-6 and found[-1] >= low + span - step * 1e-6
    assert abs(step * 10**decimals - round(step * 10**decimals)) < 1e-6
    assert len(found) <= 14


def test_times_have_ticks_that_people_say():
    assert choose_step(3600, 5, "duration", 0) == 900
