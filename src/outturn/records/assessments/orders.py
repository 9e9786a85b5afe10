"""The orders of `core.report.say.order` as a database takes them: small before large, None where nothing can be placed.

Each is an expression over the rows of `newest.entries_at`.
"""

from django.db.models import Case, CharField, F, FloatField, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce

from outturn.core.report.say.movement import CHANCE, WELCOME
from outturn.core.report.say.order import BANDS, WHOLE, place_movement
from outturn.records.catalogue.models import Entry
from outturn.records.catalogue.scopes import entries_within
from outturn.records.observations.queries import Moment

from .models import Assessment
from .newest import MET, OFF, RANKED, Rows
from .overview import UNRATED

RATING = Case(
    *(When(now__rating=key, then=Value(place)) for place, key in enumerate(BANDS) if key != UNRATED),
    default=None,
    output_field=IntegerField(null=True),
)
"""Worst first; what is not rated stands nowhere."""

GAP = Case(
    When(OFF, then=-Coalesce(F("now__adverse_percent"), Value(WHOLE))),
    When(Q(now__means=MET), then=Value(1.0)),
    default=None,
    output_field=FloatField(null=True),
)
"""Furthest off plan first, then what is on plan; what is not compared stands nowhere."""

MOVEMENT = Case(
    When(Q(now__isnull=True) | Q(now__direction=""), then=None),
    When(now__variation=CHANCE, then=Value(place_movement("steady", "same"))),
    *(When(now__welcome=tone, then=Value(place_movement(tone, "up"))) for tone in WELCOME),
    default=Value(place_movement("", "up")),
    output_field=IntegerField(null=True),
)
"""Getting worse first; without an earlier figure it stands nowhere."""

EXCEPTION = Case(
    When(Q(now__variation_icon="", now__assurance_icon="") | Q(now__isnull=True), then=None),
    default=F("now__exception_order"),
    output_field=FloatField(null=True),
)
"""The exception order of the charts, the most urgent last; without a chart it stands nowhere."""


def rank_order(moment: Moment) -> Combinable:
    """How far down the table its rank stands, or the first of those beside it: last of all is 1."""
    own = Case(When(RANKED & Q(now__rank_of__gt=0), then=_depth("now__rank", "now__rank_of")), output_field=DEPTH)
    same_area, other = (Subquery(ranks, output_field=DEPTH) for ranks in _beside(moment))
    return Coalesce(own, same_area, other)


def _beside(moment: Moment) -> tuple[Rows, Rows]:
    """The depth of the first rank beside an outer entry: of the same area, and of any.

    Not from `entries_at`: a relation that is itself found by a query cannot stand inside another.
    """
    known = Assessment.objects.filter(entry=OuterRef("pk"), act__lte=moment.number).order_by("-act_id")
    ranked = Case(When(rank__gt=0, rank_of__gt=0, then=_depth("rank", "rank_of")), output_field=DEPTH)
    newest = Subquery(known.values(depth=ranked)[:1], output_field=DEPTH)  # picked once an entry, whatever is planned
    entries = Entry.objects.filter(version__number=moment.definitions, beside=OuterRef("indicator"))
    beside = entries_within(entries, moment.sight).annotate(depth=newest).filter(depth__isnull=False)
    first = beside.order_by("place").values("depth")
    return first.filter(area=OuterRef("area"))[:1], first[:1]


def _depth(rank: str, rank_of: str) -> Combinable:
    return Cast(F(rank), DEPTH) / Cast(F(rank_of), DEPTH)


DEPTH = FloatField(null=True)

FAMILIES = (("improvement", "improv"), ("concern", "concern"), ("neutral", "neutral"))
FAMILY = Case(
    When(Q(now__isnull=True) | Q(now__variation=""), then=Value("none")),
    *(When(now__variation__contains=part, then=Value(family)) for family, part in FAMILIES),
    default=Value("common"),
    output_field=CharField(),
)
"""The family of what the chart says: concern, improvement, neutral, common; none where there is no chart."""
