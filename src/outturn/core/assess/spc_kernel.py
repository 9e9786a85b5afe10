"""The XmR arithmetic, as plain loops over one flat array of values, compiled by Numba.

Shapes: `y` holds the values of every group end to end (NaN = missing); group g is y[starts[g]:starts[g+1]].
Source of every rule: docs/method/spc.md. Why Numba: docs/decisions/0009-compiled-loops.md.
"""

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from outturn.core.assess.compiled import compiled_loops

Values = npt.NDArray[np.float64]
Signs = npt.NDArray[np.int8]
Bytes = npt.NDArray[np.uint8]

OUTSIDE, TREND, TWO_OF_THREE, RUN, CLOSE = 1, 2, 4, 8, 16
"""What a point hits, as bits, in the order in which a label is chosen; CLOSE is no rule by itself."""

RULES = OUTSIDE | TREND | TWO_OF_THREE | RUN

TYPE_COMMON, TYPE_IMPROVEMENT, TYPE_CONCERN, TYPE_HIGH, TYPE_LOW = 0, 1, 2, 3, 4

LIMITS_SET, TOO_FEW, NO_NEIGHBOURS, NO_VARIATION = 0, 1, 2, 3
"""Why a group has or lacks limits."""


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


compiled = compiled_loops()


@compiled
def date_order(days: Any, starts: Any) -> tuple[bool, bool]:
    """Whether the dates fall anywhere inside a series, and whether two neighbours are equal."""
    falls, equal = False, False
    for s in range(starts.size - 1):
        for i in range(starts[s] + 1, starts[s + 1]):
            falls = falls or days[i] < days[i - 1]
            equal = equal or days[i] == days[i - 1]
    return falls, equal


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
    return mean, n, moved / moves if moves else np.nan, moves, largest


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
    if n < c.minimum_points:
        return mean, np.nan, n, TOO_FEW
    if moves == 0:
        return mean, np.nan, n, NO_NEIGHBOURS
    return mean, amr, n, LIMITS_SET if amr == amr else NO_VARIATION


@compiled
def mark(hit: Bytes, first: int, last: int, rule: int) -> None:
    """Add a rule to the points from `first` to `last`."""
    for i in range(first, last + 1):
        hit[i] |= rule


@compiled
def find_rules(y: Values, lo: int, hi: int, limits: Any, side: Signs, hit: Bytes, c: Any) -> bool:
    """One walk over a group: the side of every point, and every rule it hits. Returns whether any rule is hit.

    What the last points did is kept as bits, newest lowest: k in a row is k ones. A missing value is a zero everywhere,
    so that no window with one fires. (Counters instead of bits were slower: the processor guesses them wrongly.)
    """
    mean, lower, upper, near_lower, near_upper = limits
    all_run, all_trend = (1 << c.run_length) - 1, (1 << (c.trend_length - 1)) - 1
    high, low, rising, falling, near, some = 0, 0, 0, 0, 0, False
    before = np.nan
    for i in range(lo, hi):
        v = y[i]
        above, below = int(v > mean), int(v < mean)
        side[i] = above - below
        high, low = high << 1 | above, low << 1 | below
        rising, falling = rising << 1 | int(v > before), falling << 1 | int(v < before)
        before, near = v, near << 1
        if v > near_upper or v < near_lower:
            beyond = v > upper or v < lower
            hit[i] |= OUTSIDE if beyond else CLOSE
            near |= int(not beyond or c.beyond_counts_as_close)
            some |= beyond
        if high & all_run == all_run or low & all_run == all_run:
            mark(hit, i - c.run_length + 1, i, RUN)
            some = True
        if rising & all_trend == all_trend or falling & all_trend == all_trend:
            mark(hit, i - c.trend_length + 1, i, TREND)
            some = True
        recent = near & 7
        if recent >= 3 and recent != 4 and (high & 7 == 7 or low & 7 == 7):
            some = True
            for j in range(3):
                if recent >> j & 1:
                    hit[i - j] |= TWO_OF_THREE
    return some


@compiled
def trend_sign(y: Values, hit: Bytes, i: int, lo: int, hi: int, level_step_falls: bool) -> int:
    """The way a trend goes at point i: towards the next point of a trend, else from the one before."""
    if i + 1 < hi and hit[i + 1] & TREND and (y[i + 1] != y[i] or level_step_falls):
        return 1 if y[i + 1] > y[i] else -1
    return 1 if i > lo and y[i] > y[i - 1] else -1


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


@compiled
def last_window(y: Values, lo: int, hi: int, c: Any) -> int:
    """From where the rules must be walked to know what the last value hits: no window that holds it begins before."""
    last = hi - 1
    while last > lo and y[last] != y[last]:
        last -= 1
    begin: int = last - max(c.run_length, c.trend_length, 3) + 1
    return max(lo, begin)


@compiled
def xmr(y: Values, starts: Any, fix: Any, screen: Any, good: Any, ends_only: bool, c: Any) -> Any:
    """All groups. `c` is `Constants`; fix, screen and good (+1, -1, 0) have one element per group.

    `ends_only`: what is said of the points is right only for the last value of each group, and three times as quick.
    Returns per group (limits[g, 5], counts, status) and per point (side, hit, label, type).
    """
    size, groups = y.size, starts.size - 1
    limits = np.full((groups, 5), np.nan)
    counts, status = np.zeros(groups, np.int64), np.zeros(groups, np.int8)
    side, hit = np.zeros(size, np.int8), np.zeros(size, np.uint8)
    label, kind = np.zeros(size, np.uint8), np.zeros(size, np.uint8)
    for g in range(groups):
        lo, hi = starts[g], starts[g + 1]
        mean, amr, counts[g], status[g] = set_limits(y, lo, hi, fix[g], screen[g], c)
        far, by = c.limit_factor * amr, c.near_factor * amr
        row = (mean, mean - far, mean + far, mean - by, mean + by)
        for j in range(5):
            limits[g, j] = row[j]
        first = last_window(y, lo, hi, c) if ends_only else lo
        some = find_rules(y, first, hi, row, side, hit, c)
        if status[g] == TOO_FEW or status[g] == NO_NEIGHBOURS:
            hit[first:hi] = 0
            continue
        for i in range(first, hi if some else first):
            if hit[i] & RULES:
                outside = 1 if y[i] > row[2] else -1
                moving = trend_sign(y, hit, i, lo, hi, c.level_step_falls) if hit[i] & TREND else 0
                beside = 1 if side[i] > 0 else -1
                label[i], kind[i] = classify(outside, moving, beside, hit[i], good[g], c.improvement_wins)
    return limits, counts, status, side, hit, label, kind


@compiled
def judge_points(y: Values, side: Signs, hit: Bytes, starts: Any, good: Any, improvement_wins: bool) -> Any:
    """Label and type of every point from its side and the rules it hits; a point outside lies on its own side."""
    label, kind = np.zeros(y.size, np.uint8), np.zeros(y.size, np.uint8)
    for g in range(starts.size - 1):
        lo, hi = starts[g], starts[g + 1]
        for i in range(lo, hi):
            if hit[i] & RULES:
                beside = 1 if side[i] > 0 else -1
                moving = trend_sign(y, hit, i, lo, hi, False) if hit[i] & TREND else 0
                label[i], kind[i] = classify(beside, moving, beside, hit[i], good[g], improvement_wins)
    return label, kind


@compiled
def rules_on_scale(y: Values, z: Values, starts: Any, limits: Any, good: Any, c: Any) -> Any:
    """The rules where limits are even only on another scale: `z` for sides and limits[g, 5], `y` for trends.

    A group without limits hits nothing but keeps its sides. Returns per point (side, hit, label, type).
    """
    size = y.size
    side, hit, other = np.zeros(size, np.int8), np.zeros(size, np.uint8), np.zeros(size, np.uint8)
    for g in range(starts.size - 1):
        lo, hi = starts[g], starts[g + 1]
        find_rules(y, lo, hi, (np.nan, np.nan, np.nan, np.nan, np.nan), side, other, c)
        row = (limits[g, 0], limits[g, 1], limits[g, 2], limits[g, 3], limits[g, 4])
        find_rules(z, lo, hi, row, side, hit, c)
        if row[2] != row[2]:
            hit[lo:hi] = 0
            continue
        for i in range(lo, hi):
            hit[i] = (hit[i] & ~TREND) | (other[i] & TREND)
    label, kind = judge_points(y, side, hit, starts, good, c.improvement_wins)
    return side, hit, label, kind
