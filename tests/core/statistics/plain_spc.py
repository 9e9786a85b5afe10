"""SPC a second time: slow, plain Python with exact fractions, written from the rules and not from the kernel."""

from fractions import Fraction

from outturn.core.statistics.spc.rulesets import RuleSet


def mean_of(numbers: list[float]) -> float | None:
    """The mean, rounded once."""
    return float(sum(map(Fraction, numbers)) / len(numbers)) if numbers else None


def limits_of(values: list[float | None], rules: RuleSet, screen: bool, fix: int | None):
    """(mean, moving range) of a group; the moving range is None when no limits can be set."""
    used = values[:fix]
    known = [v for v in used if v is not None]
    pairs = [(a, b) for a, b in zip(used, used[1:], strict=False) if a is not None and b is not None]
    moves = [abs(b - a) for a, b in pairs]
    average = mean_of(moves)
    if screen and average is not None:
        kept = mean_of([m for m in moves if m < rules.screen_factor * average])
        if not (rules.keep_some_variation and average > 0 and not kept):
            average = kept
    if sum(v is not None for v in values) < rules.minimum_points or not moves:
        return mean_of(known), None, False
    return mean_of(known), average, True


def windows(n: int, k: int):
    return (range(start, start + k) for start in range(n - k + 1))


def plain_group(values: list[float | None], rules: RuleSet, good: int, screen: bool, fix: int | None) -> list[dict]:
    """One dictionary per point of one group."""
    n = len(values)
    mean, average, judged = limits_of(values, rules, screen, fix)
    far = None if average is None else rules.limit_factor * average
    near = None if average is None else rules.near_factor * average
    lower, upper = (None, None) if far is None else (mean - far, mean + far)
    near_lower, near_upper = (None, None) if near is None else (mean - near, mean + near)

    def side_of(v):
        return None if v is None or mean is None else (v > mean) - (v < mean)

    side = [side_of(v) for v in values]
    outside = [v is not None and upper is not None and (v > upper or v < lower) for v in values]
    close = [
        v is not None and upper is not None and not out and (v > near_upper or v < near_lower)
        for v, out in zip(values, outside, strict=True)
    ]
    near_or_beyond = [c or (rules.beyond_counts_as_close and o) for c, o in zip(close, outside, strict=True)]
    run, trend, two = [False] * n, [False] * n, [False] * n
    for window in windows(n, rules.run_length) if judged else ():
        if all(side[i] == 1 for i in window) or all(side[i] == -1 for i in window):
            for i in window:
                run[i] = True
    for window in windows(n, rules.trend_length) if judged else ():
        points = [values[i] for i in window]
        if None in points:
            continue
        steps = [b - a for a, b in zip(points, points[1:], strict=False)]
        if all(s > 0 for s in steps) or all(s < 0 for s in steps):
            for i in window:
                trend[i] = True
    for window in windows(n, 3) if judged else ():
        if sum(near_or_beyond[i] for i in window) >= 2 and [side[i] for i in window] in ([1] * 3, [-1] * 3):
            for i in window:
                two[i] = two[i] or near_or_beyond[i]

    rows = []
    for i, v in enumerate(values):
        hits = []
        if outside[i]:
            hits.append(("outside", 1 if v > upper else -1))
        if trend[i]:
            ahead = i + 1 < n and trend[i + 1] and (values[i + 1] != v or rules.level_step_falls)
            rising = values[i + 1] > v if ahead else i > 0 and v > values[i - 1]
            hits.append(("trend", 1 if rising else -1))
        if two[i]:
            hits.append(("two", side[i]))
        if run[i]:
            hits.append(("run", side[i]))
        welcome = [hit for hit in hits if rules.improvement_wins and good and hit[1] * good > 0]
        rule, sign = (welcome or hits or [(None, 0)])[0]
        words = {
            None: ("Common Cause", "Common Cause"),
            "outside": ("Above UCL", "Below LCL"),
            "trend": (
                f"{rules.trend_length} Point Trend (Increasing)",
                f"{rules.trend_length} Point Trend (Decreasing)",
            ),
            "two": ("2 in 3 Above CL", "2 in 3 Below CL"),
            "run": (f"{rules.run_length} Points Above CL", f"{rules.run_length} Points Below CL"),
        }
        if rule is None:
            kind = "common_cause"
        elif good == 0:
            kind = "special_cause_neutral_" + ("high" if sign > 0 else "low")
        else:
            kind = "special_cause_improvement" if sign * good > 0 else "special_cause_concern"
        rows.append(
            {
                "value": v,
                "mean": mean,
                "lower": lower,
                "upper": upper,
                "near_lower": near_lower,
                "near_upper": near_upper,
                "side": side[i],
                "outside": outside[i],
                "close": close[i],
                "run": run[i],
                "trend": trend[i],
                "two_of_three": two[i],
                "label": words[rule][0 if sign > 0 else 1],
                "point_type": kind,
            }
        )
    return rows


def plain_series(groups: list[list[dict]], targets: list[float | None], rules: RuleSet, good: int) -> dict:
    """The row of SERIES without its note. `groups`: what `plain_group` returned; `targets`: one per point, in order."""
    rows = [(row, len(group), group) for group in groups for row in group]
    last = len(rows) - 1
    while not rules.icons_from_last_row and last > 0 and rows[last][0]["value"] is None:
        last -= 1
    if rows[last][0]["value"] is None:
        last = len(rows) - 1
    row, size, group = rows[last]
    values = sum(other["value"] is not None for other in group)
    shown = (rules.icons_at_any_length or values >= rules.minimum_points) and (values == 0 or row["mean"] is not None)
    low = any(word in row["label"] for word in ("Below", "Decreasing"))
    kind = row["point_type"].removeprefix("special_cause_")
    icon = kind if kind.startswith(("common", "neutral")) else f"{kind}_{'low' if low else 'high'}"
    assured = plain_assurance(row["lower"], row["upper"], targets[last], rules, good)
    return {
        "n": len(rows),
        "group_n": size,
        **{name: row[name] for name in ("mean", "lower", "upper")},
        "variation": row["point_type"] if shown else None,
        "variation_icon": icon if shown else None,
        "assurance": assured,
        "assurance_icon": assured and assured.removeprefix("consistent_"),
    }


def plain_assurance(lower: float | None, upper: float | None, target: float | None, rules: RuleSet, good: int):
    """Whether the target lies beyond the limits, and on which side of them that is welcome."""
    if target is None or good == 0:
        return None
    if lower is None or upper is None:
        return rules.assurance_without_limits
    on = rules.target_on_limit_is_beyond
    if on and lower == upper == target:
        return "consistent_pass"
    if target > upper or (on and target == upper):
        return "consistent_fail" if good > 0 else "consistent_pass"
    if target < lower or (on and target == lower):
        return "consistent_pass" if good > 0 else "consistent_fail"
    return "inconsistent"
