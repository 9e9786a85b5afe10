"""Rule sets of statistical process control: every constant the engine uses is a field here.

A result names the rule set that made it (`name` and `version`), so that a chart can be drawn again as it was.
"""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The constants of an XmR chart. Defaults are those of NHS England's Making Data Count tools."""

    name: str
    version: str
    run_length: int = 6
    trend_length: int = 6
    limit_factor: float = 2.66
    screen_factor: float = 3.267
    screen_outliers: bool = False
    keep_some_variation: bool = True
    """When screening would remove all variation, do not screen."""
    beyond_counts_as_close: bool = True
    """Two of three: a point beyond the limit counts as close to it."""
    minimum_points: int = 13
    """Fewer values in a group: no limits, no icons."""
    advised_points: int = 13
    """Fewer values in a group: limits, with a warning."""
    minimum_fixed: int = 12
    target_on_limit_is_beyond: bool = True
    improvement_wins: bool = True
    """A point that hits a good and a bad rule shows the good one; otherwise the order of the rules decides."""
    left_out_is_gap: bool = True
    """A period that a regular series leaves out is a gap; otherwise rows alone count, however far apart."""
    rebase_needs_equal_date: bool = False
    """A rebase date with no point is ignored; otherwise the first point after it starts the group."""
    assurance_without_limits: str | None = None
    level_step_falls: bool = False
    """Where one trend ends and the next begins on an equal value, the first one's end is labelled as decreasing."""
    icons_from_last_row: bool = False
    """The icons describe the last row even when its value is missing; otherwise the last row that has a value."""
    icons_at_any_length: bool = False
    """The variation icon is shown however few the values; otherwise from `minimum_points`."""
    improvement_direction: str = "neutral"

    @property
    def near_factor(self) -> float:
        """Two thirds of the way to a limit."""
        return 2 * (self.limit_factor / 3)


MAKING_DATA_COUNT = RuleSet(name="making-data-count", version="1")

PLOT_THE_DOTS = RuleSet(
    name="plot-the-dots",
    version="0.2.2",
    run_length=7,
    trend_length=7,
    screen_outliers=True,
    keep_some_variation=False,
    beyond_counts_as_close=False,
    minimum_points=2,
    target_on_limit_is_beyond=False,
    improvement_wins=False,
    left_out_is_gap=False,
    rebase_needs_equal_date=True,
    assurance_without_limits="inconsistent",
    level_step_falls=True,
    icons_from_last_row=True,
    icons_at_any_length=True,
    improvement_direction="increase",
)

MAKING_DATA_COUNT_7 = replace(MAKING_DATA_COUNT, name="making-data-count-7", run_length=7, trend_length=7)

RULE_SETS = {rules.name: rules for rules in (MAKING_DATA_COUNT, MAKING_DATA_COUNT_7, PLOT_THE_DOTS)}


def rule_set(rules: str | RuleSet) -> RuleSet:
    """The rule set of that name. Raises ValueError that lists the names when there is none."""
    if isinstance(rules, RuleSet):
        return rules
    if rules not in RULE_SETS:
        raise ValueError(f"'{rules}' is not a rule set. Use one of: {', '.join(sorted(RULE_SETS))}.")
    return RULE_SETS[rules]
