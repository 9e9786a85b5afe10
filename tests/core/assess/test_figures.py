"""Records read from frames: one figure judged, and what is published beside it."""

from datetime import date

import pytest
from core.assess.entries import judged, months, said

from outturn.core.assess.figures import Beside, Published
from outturn.core.assess.standing import find_quarter, name_comparator, place_among_peers
from outturn.core.catalogue import FigureRole, Target, TargetKind
from outturn.core.periods import Period, PeriodKind
from outturn.core.units import State

OCTOBER = Period.of(PeriodKind.MONTH, date(2024, 10, 1))
YEAR = Period.of(PeriodKind.YTD, date(2024, 10, 31))


def published(role: FigureRole, value: float | None, *, text: str = "", period: Period = OCTOBER, release: int = 1):
    return Published(role, period, value, text, release)


@pytest.mark.parametrize(
    ("rank", "of", "quarter"),
    [(1, 42, 1), (10, 42, 1), (11, 42, 2), (21, 42, 2), (22, 42, 3), (31, 42, 3), (32, 42, 4), (42, 42, 4), (1, 1, 4)],
)
def test_a_quarter_of_a_list_of_ranks(rank, of, quarter):
    assert find_quarter(rank, of) == quarter


def test_nothing_published_is_no_standing():
    standing = place_among_peers(Beside())
    assert (standing.rank, standing.quartile, standing.source, standing.comparator_text) == (None, None, "", "")


def test_a_rank_without_how_many_were_ranked_has_no_quarter():
    standing = place_among_peers(Beside((published(FigureRole.RANK, 7.0),)))
    assert (standing.rank, standing.rank_of, standing.quartile, standing.source) == (7, None, None, "published")


def test_what_became_known_last_counts():
    target, average = FigureRole.COMPARATOR, FigureRole.AVERAGE
    newer = Beside((published(average, 70, release=1), published(target, 80, release=2)))
    assert (name_comparator(newer), place_among_peers(newer).comparator) == ("target", 80)
    older = Beside((published(target, 80, release=1), published(average, 70, release=2)))
    assert (name_comparator(older), place_among_peers(older).comparator) == ("national average", 70)


def test_a_hidden_comparator_has_no_name():
    assert name_comparator(Beside((published(FigureRole.AVERAGE, None),))) == ""


def test_a_printed_rating_is_that_of_its_kind_of_period_first():
    role = FigureRole.PRINTED_RATING
    both = Beside((published(role, None, text="A", period=YEAR), published(role, None, text="G")))
    assert (both.rating(PeriodKind.MONTH), both.rating(PeriodKind.YTD), both.rating()) == ("G", "A", "A")
    assert both.rating(PeriodKind.QUARTER) == ""


def test_the_latest_figure_carries_its_plan_and_says_whether_it_is_new():
    rows = [*said("actual", months(2), [70, "*"]), *said("plan", months(2), [60, 61])]
    latest = judged(rows).latest
    assert (latest.period, latest.value, latest.state) == (months(2)[1], None, State.SUPPRESSED)
    assert (latest.plan, latest.plan_state, latest.plan_period, latest.updated) == (61, State.KNOWN, months(2)[1], True)


def test_a_figure_without_a_plan_has_none_in_words_or_numbers():
    latest = judged(said("actual", months(1), [70]), target=Target(TargetKind.NONE)).latest
    assert (latest.plan, latest.plan_state, latest.plan_period, latest.plan_text) == (None, "not_available", None, "")
