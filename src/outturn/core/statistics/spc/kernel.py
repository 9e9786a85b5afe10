"""The XmR arithmetic, as plain loops over one flat array of values, compiled by Numba.

Shapes: `y` holds the values of every group end to end (NaN = missing); group g is y[starts[g]:starts[g+1]].
Source of every rule: docs/method/spc.md. Why Numba: docs/decisions/0009-compiled-loops.md.
"""

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from outturn.core.statistics.table.compiled import compile_loops

Values = npt.NDArray[np.float64]
Bytes = npt.NDArray[np.uint8]

OUTSIDE, TREND, TWO_OF_THREE, RUN, CLOSE = 1, 2, 4, 8, 16
"""What a point hits, as bits, in the order in which a label is chosen; CLOSE is no rule by itself."""

RULES = OUTSIDE | TREND | TWO_OF_THREE | RUN

TYPE_COMMON, TYPE_IMPROVEMENT, TYPE_CONCERN, TYPE_HIGH, TYPE_LOW = 0, 1, 2, 3, 4

ABOVE, BELOW, NEAR, BEYOND = 1, 2, 4, 8
"""The place of a point, as bits: its side of the mean, beyond a near limit, beyond a limit; none when it is missing."""

STAYS_ABOVE, STAYS_BELOW, RISES, FALLS, LEVEL = 1, 2, 4, 8, 16
"""The way to a point from the one before, as bits: both on a side, rising, falling, equal; none for a missing value."""

STAYS, MOVES, SIDES = STAYS_ABOVE | STAYS_BELOW, RISES | FALLS, ABOVE | BELOW

STRETCH = 4096
"""About how many points are judged at a time: few enough to stay in the fastest memory."""

LIMITS_SET, TOO_FEW, NO_NEIGHBOURS, NO_VARIATION, TOO_LARGE = 0, 1, 2, 3, 4
"""Why a group has or lacks limits. One whose limits no number can hold has no mean either."""


class Constants(NamedTuple):
    """The fields of a rule set that the arithmetic needs, in a shape that compiles."""

    run_length: int
    trend_length: int
    limit_factor: float
    near_factor: float
    screen_factor: float
    minimum_points: int
    keep_some_variation: bool
    beyond_counts_as_close: bool
    improvement_wins: bool
    level_step_falls: bool


compiled = compile_loops()


@compiled
def date_order(days: Any, starts: Any) -> tuple[bool, bool]:
    """Whether the dates fall anywhere inside a series, and whether two neighbours are equal.

    All neighbours are counted, which needs no branch, then those taken off that are of two series.
    """
    falls, equal, later = 0, 0, days[1:]
    for i in range(later.size):
        falls += later[i] < days[i]
        equal += later[i] == days[i]
    for s in range(1, starts.size - 1):
        falls -= days[starts[s]] < days[starts[s] - 1]
        equal -= days[starts[s]] == days[starts[s] - 1]
    return falls > 0, equal > 0


@compiled
def any_infinite(y: Values) -> bool:
    """Whether any value is infinite; NaN is not."""
    found = 0
    for i in range(y.size):
        found += abs(y[i]) == np.inf
    return found > 0


@compiled
def last_known(y: Values, starts: Any) -> Any:
    """The row of the last value of each series; the last row when it has none."""
    last = np.zeros(starts.size - 1, np.int64)
    for s in range(starts.size - 1):
        i = starts[s + 1] - 1
        while i > starts[s] and y[i] != y[i]:
            i -= 1
        last[s] = i if y[i] == y[i] else starts[s + 1] - 1
    return last


@compiled
def exact_quotient(total: float, lost: float, n: int) -> float:
    """(total + lost) / n, corrected by the exact remainder of the first division (Dekker's product)."""
    quotient = total / n
    big = 134217729.0 * quotient
    high = big - (big - quotient)
    product = quotient * n
    error = (high * n - product) + (quotient - high) * n
    corrected = quotient + ((total - product) - error + lost) / n
    return corrected if corrected - corrected == 0.0 else quotient


@compiled
def level_and_spread(y: Values, lo: int, hi: int, below: float) -> tuple[float, int, float, int, float]:
    """Mean, how many values; mean, count and largest of the moving ranges under `below` (gaps are not bridged).

    The sum of the values is kept with its rounding error (Knuth's two-sum), so that a point on the mean is seen to be
    on it. That of the moving ranges is not: they are all positive, and nothing is asked to lie on a limit exactly.
    """
    total, lost, n = 0.0, 0.0, 0
    moved, moves, largest = 0.0, 0, 0.0
    before = np.nan
    for i in range(lo, hi):
        v = y[i]
        if v == v:
            s = total + v
            b = s - total
            lost += (total - (s - b)) + (v - b)
            total = s
            n += 1
        d = abs(v - before)
        before = v
        if d < below:
            moved += d
            moves += 1
            largest = max(largest, d)
    mean = exact_quotient(total, lost, n) if n else np.nan
    if not (mean - mean == 0.0 and moved - moved == 0.0):
        mean, moved = by_parts(y, lo, hi, n, moves, below)
        return mean, n, moved if moves else np.nan, moves, largest
    return mean, n, moved / moves if moves else np.nan, moves, largest


@compiled
def by_parts(y: Values, lo: int, hi: int, n: int, moves: int, below: float) -> tuple[float, float]:
    """Mean, and mean of the moving ranges under `below`, of values whose sums no number can hold."""
    mean, moved, before = 0.0, 0.0, np.nan
    for i in range(lo, hi):
        v = y[i]
        mean += v / n if v == v else 0.0
        d = abs(v - before)
        before = v
        moved += d / moves if d < below else 0.0
    return mean if n else np.nan, moved


@compiled
def set_limits(y: Values, lo: int, hi: int, fix: int, screen: bool, c: Any) -> tuple[float, float, int, int]:
    """Mean, average moving range, values and status of the group y[lo:hi]; limits come from its first `fix` rows."""
    end = min(hi, lo + fix)
    mean, n, amr, moves, largest = level_and_spread(y, lo, end, np.inf)
    if screen and not largest < c.screen_factor * amr:
        screened = level_and_spread(y, lo, end, c.screen_factor * amr)[2]
        if not (c.keep_some_variation and amr > 0.0 and not screened > 0.0):
            amr = screened
    for i in range(end, hi):
        n += int(y[i] == y[i])
    reach = c.limit_factor * amr
    if n and (mean - mean != 0.0 or (moves and not (amr != amr or abs(mean) + reach < np.inf))):
        return np.nan, np.nan, n, TOO_LARGE
    if n < c.minimum_points:
        return mean, np.nan, n, TOO_FEW
    if moves == 0:
        return mean, np.nan, n, NO_NEIGHBOURS
    return mean, amr, n, LIMITS_SET if amr == amr else NO_VARIATION


@compiled
def find_places(z: Values, limits: Any, place: Bytes) -> None:
    """The place of every point of one group. No branch, here and below: the processor then does several at once."""
    mean, lower, upper, near_lower, near_upper = limits
    for i in range(z.size):
        near, beyond = (z[i] > near_upper) | (z[i] < near_lower), (z[i] > upper) | (z[i] < lower)
        place[i] = (z[i] > mean) * ABOVE | (z[i] < mean) * BELOW | near * NEAR | beyond * BEYOND


@compiled
def find_ways(y: Values, before: Values, place: Bytes, place_before: Bytes, way: Bytes) -> None:
    """The way to every point. A point that stays on a side has the bit of that side."""
    for i in range(way.size):
        moves = (y[i] > before[i]) * RISES | (y[i] < before[i]) * FALLS | (y[i] == before[i]) * LEVEL
        way[i] = moves | (place[i] & place_before[i] & STAYS)


@compiled
def choose_ways(back: int, c: Any) -> int:
    """Which ways between points a window still asks for, `back` of them before its last. k points: k - 1 ways."""
    return (STAYS if back < c.run_length - 1 else 0) | (MOVES if back < c.trend_length - 1 else 0)


@compiled
def keep(whole: Bytes, way_before: Bytes, bits: int) -> None:
    """Drop those of `bits` that the way before has not."""
    for i in range(whole.size):
        whole[i] &= way_before[i] | ~bits


@compiled
def add(to: Bytes, more: Bytes, bits: int) -> None:
    """Add those of `bits` that are in `more`."""
    for i in range(to.size):
        to[i] |= more[i] & bits


@compiled
def runs_and_trends(way: Bytes, hit: Bytes, c: Any) -> None:
    """Run: k points that stay on a side. Trend: k points that rise, or fall. Every point of the window is marked."""
    size, longest = way.size, max(c.run_length, c.trend_length)
    whole, marked = way.copy(), np.zeros(size, np.uint8)
    for back in range(1, min(size, longest - 1)):
        keep(whole[back:], way[: size - back], choose_ways(back, c))
    for back in range(min(size, longest)):
        add(marked[: size - back], whole[back:], choose_ways(back - 1, c))
    for i in range(size):
        hit[i] |= (marked[i] & STAYS != 0) * RUN | (marked[i] & MOVES != 0) * TREND


@compiled
def two_near(near: Bytes, second: Bytes, third: Bytes, way: Bytes, way_before: Bytes, found: Bytes) -> None:
    """Whether two of three neighbours are near a limit, and all three on one side; arguments from the last back."""
    for i in range(found.size):
        two = near[i] & second[i] | near[i] & third[i] | second[i] & third[i]
        found[i] = two * (way[i] & way_before[i] & STAYS != 0)


@compiled
def mark_near(hit: Bytes, near: Bytes, found: Bytes) -> None:
    """Mark the points of a window that are near a limit."""
    for i in range(hit.size):
        hit[i] |= near[i] & found[i]


@compiled
def two_of_three(way: Bytes, hit: Bytes, c: Any) -> None:
    """Of three points on one side two are close to a limit: those are marked. Beyond it counts where `c` says so."""
    size = way.size
    if size < 3:
        return
    near, found = np.zeros(size, np.uint8), np.zeros(size, np.uint8)
    counted = CLOSE | OUTSIDE if c.beyond_counts_as_close else CLOSE
    for i in range(size):
        near[i] = (hit[i] & counted != 0) * TWO_OF_THREE
    two_near(near[2:], near[1 : size - 1], near[: size - 2], way[2:], way[1 : size - 1], found[2:])
    for back in range(3):
        mark_near(hit[: size - back], near[: size - back], found[back:])


@compiled
def find_rules(place: Bytes, way: Bytes, hit: Bytes, c: Any) -> None:
    """Every rule that the points of whole groups hit.

    Each rule is a few sweeps over bytes, many points at a time. That no window crosses a missing value or leaves a
    group needs no question: no way leads there.
    """
    for i in range(place.size):
        near, beyond = place[i] & NEAR != 0, place[i] & BEYOND != 0
        hit[i] = beyond * OUTSIDE | (near & ~beyond) * CLOSE
    runs_and_trends(way, hit, c)
    two_of_three(way, hit, c)


@compiled
def classify(outside: int, trend: int, side: int, hit: int, good: int, improvement_wins: bool) -> tuple[int, int]:
    """Label code and point type of a point that hits a rule; `outside` and `trend` are +1 or -1 where they are hit.

    Label codes: 0 common cause, then high and low of each rule in the order of the bits.
    """
    signs = (outside, trend, side, side)
    chosen = -1
    for rule in range(4):
        if hit >> rule & 1:
            better = improvement_wins and good != 0 and chosen >= 0 and signs[chosen] != good and signs[rule] == good
            if chosen < 0 or better:
                chosen = rule
    label = 2 * chosen + (1 if signs[chosen] > 0 else 2)
    if good == 0:
        return label, TYPE_HIGH if signs[chosen] > 0 else TYPE_LOW
    return label, TYPE_IMPROVEMENT if signs[chosen] == good else TYPE_CONCERN


HIGH, UP = 16, 32
"""Beside RULES in the case of a point: it lies above the mean; its trend rises."""


@compiled
def verdicts(improvement_wins: bool) -> Bytes:
    """Label and type of every case a point can be in, by direction: verdicts[good + 1, case] is (label, type)."""
    table = np.zeros((3, 64, 2), np.uint8)
    for good in range(-1, 2):
        for case in range(64):
            if case & RULES:
                side, trend = 1 if case & HIGH else -1, 1 if case & UP else -1
                label, kind = classify(side, trend, side, case & RULES, good, improvement_wins)
                table[good + 1, case, 0], table[good + 1, case, 1] = label, kind
    return table


@compiled
def find_cases(place: Bytes, way: Bytes, hit: Bytes, next_way: Bytes, next_hit: Bytes, told: int, case: Bytes) -> None:
    """Rules, side, and the way a trend goes: towards the next point of a trend, else from the one before.

    `told`: the ways to the next point that tell it.
    """
    for i in range(case.size):
        ahead = (next_way[i] & told) * (next_hit[i] & TREND != 0)
        rises = (ahead & RISES != 0) | ((ahead == 0) & (way[i] & RISES != 0))
        case[i] = hit[i] & RULES | (place[i] & ABOVE != 0) * HIGH | rises * UP


@compiled
def judge(place: Bytes, way: Bytes, hit: Bytes, starts: Any, good: Any, told: int, table: Bytes) -> tuple[Bytes, Bytes]:
    """Label and type of every point of whole groups; a point outside lies on its own side. `told`: see `find_cases`."""
    size = hit.size
    case, none = np.zeros(size, np.uint8), np.zeros(1, np.uint8)
    label, kind = np.empty(size, np.uint8), np.empty(size, np.uint8)
    find_cases(place, way, hit, way[1:], hit[1:], told, case[: size - 1])
    find_cases(place[size - 1 :], way[size - 1 :], hit[size - 1 :], none, none, told, case[size - 1 :])
    for g in range(starts.size - 1):
        words = table[good[g] + 1]
        for i in range(starts[g] - starts[0], starts[g + 1] - starts[0]):
            label[i], kind[i] = words[case[i], 0], words[case[i], 1]
    return label, kind


@compiled
def last_points(y: Values, starts: Any, rows: Any, c: Any) -> tuple[Values, Any]:
    """Of each group only the points that a window which ends at its last value can hold, `rows` being those values.

    Returns their values, and where each group begins among them.
    """
    width = max(c.run_length, c.trend_length, 3)
    values, begins = np.empty(rows.size * width), np.zeros(rows.size + 1, np.int64)
    for g in range(rows.size):
        at, first = begins[g], max(starts[g], rows[g] + 1 - width)
        for i in range(first, rows[g] + 1):
            values[at + i - first] = y[i]
        begins[g + 1] = at + rows[g] + 1 - first
    return values[: begins[-1]], begins


@compiled
def xmr_limits(y: Values, starts: Any, fix: Any, screen: Any, c: Any) -> Any:
    """Limits[g, 5] (mean, lower, upper, near lower, near upper), number of values, status, and whether to judge.

    `c` is `Constants`; fix and screen have one element per group.
    """
    groups = starts.size - 1
    limits = np.empty((groups, 5))
    counts, status = np.zeros(groups, np.int64), np.zeros(groups, np.int8)
    for g in range(groups):
        mean, amr, counts[g], status[g] = set_limits(y, starts[g], starts[g + 1], fix[g], screen[g], c)
        far, by = c.limit_factor * amr, c.near_factor * amr
        row = (mean, mean - far, mean + far, mean - by, mean + by)
        for j in range(5):
            limits[g, j] = row[j]
    return limits, counts, status, (status == LIMITS_SET) | (status == NO_VARIATION)


@compiled
def find_points(y: Values, z: Values, starts: Any, limits: Any, judged: Any, c: Any) -> tuple[Bytes, Bytes, Bytes]:
    """Place, way and rules of every point of some whole groups. See `judge_points` for what is given."""
    size = y.size
    place, way, hit = np.zeros(size, np.uint8), np.zeros(size, np.uint8), np.zeros(size, np.uint8)
    for g in range(starts.size - 1):
        lo, hi = starts[g], starts[g + 1]
        row = (limits[g, 0], limits[g, 1], limits[g, 2], limits[g, 3], limits[g, 4])
        find_places(z[lo:hi], row, place[lo:hi])
    find_ways(y[1:], y, place[1:], place, way[1:])
    for g in range(starts.size - 1):
        way[starts[g] : starts[g] + 1] = 0
        for i in range(starts[g], starts[g] if judged[g] else starts[g + 1]):
            way[i], place[i] = 0, place[i] & SIDES
    find_rules(place, way, hit, c)
    return place, way, hit


@compiled
def stretch_end(starts: Any, first: int) -> int:
    """The group after a stretch of whole groups that begins with `first`: about STRETCH points."""
    last = first + 1
    while last < starts.size - 1 and starts[last] - starts[first] < STRETCH:
        last += 1
    return last


@compiled
def judge_stretches(
    y: Values, z: Values, starts: Any, limits: Any, judged: Any, good: Any, table: Bytes, c: Any
) -> Any:
    """As `judge_points`, with the verdicts in a table."""
    size, first, told = y.size, 0, MOVES | LEVEL if c.level_step_falls else MOVES
    side, hit = np.empty(size, np.int8), np.empty(size, np.uint8)
    label, kind = np.empty(size, np.uint8), np.empty(size, np.uint8)
    while first < starts.size - 1:
        last = stretch_end(starts, first)
        lo, hi = starts[first], starts[last]
        begins = starts[first : last + 1] - lo
        place, way, hit[lo:hi] = find_points(y[lo:hi], z[lo:hi], begins, limits[first:last], judged[first:last], c)
        label[lo:hi], kind[lo:hi] = judge(place, way, hit[lo:hi], begins, good[first:last], told, table)
        for i in range(hi - lo):
            side[lo + i] = (place[i] & ABOVE != 0) - (place[i] & BELOW != 0)
        first = last
    return side, hit, label, kind


@compiled
def judge_points(y: Values, z: Values, starts: Any, limits: Any, judged: Any, good: Any, c: Any) -> Any:
    """Per point side, hit, label and type. Sides are those of `z` to its limits[g, 5], trends those of `y`.

    For XmR both are the values; where limits are even only on another scale, `z` is on that. A group that is not
    `judged` keeps its sides and hits nothing.
    """
    return judge_stretches(y, z, starts, limits, judged, good, verdicts(c.improvement_wins), c)


@compiled
def xmr_ends(y: Values, starts: Any, fix: Any, screen: Any, good: Any, any_row: bool, c: Any) -> Any:
    """Limits as from `xmr_limits`, and of each group its last value with what that hits: a third of the work.

    `any_row`: the last row even when its value is missing.
    Returns per group (limits[g, 5], counts, status) and (row, label, type).
    """
    groups, first, table = starts.size - 1, 0, verdicts(c.improvement_wins)
    limits, counts, status = np.empty((groups, 5)), np.empty(groups, np.int64), np.empty(groups, np.int8)
    row, label, kind = np.empty(groups, np.int64), np.empty(groups, np.uint8), np.empty(groups, np.uint8)
    while first < groups:
        last = stretch_end(starts, first)
        lo, hi = starts[first], starts[last]
        here, begins = y[lo:hi], starts[first : last + 1] - lo
        found = xmr_limits(here, begins, fix[first:last], screen[first:last], c)
        limits[first:last], counts[first:last], status[first:last], judged = found
        ends = begins[1:] - 1 if any_row else last_known(here, begins)
        row[first:last] = ends + lo
        few, begins = last_points(here, begins, ends, c)
        points = judge_stretches(few, few, begins, limits[first:last], judged, good[first:last], table, c)
        label[first:last], kind[first:last] = points[2][begins[1:] - 1], points[3][begins[1:] - 1]
        first = last
    return limits, counts, status, row, label, kind
