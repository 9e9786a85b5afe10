"""The nouns analysts define: areas, indicators, frameworks, schemes, packs. Frozen; made by `core.definitions`.

An indicator is a measure with one set of values. What depends on the paper it stands in (number, wording, target,
scheme, order) belongs to its `Entry` in a framework, never to the indicator.
"""

from outturn.core.catalogue.areas import Area, AreaKind
from outturn.core.catalogue.catalogue import Catalogue
from outturn.core.catalogue.frameworks import (
    Entry,
    EntryKind,
    Framework,
    FrameworkKind,
    Section,
    Shows,
    shorten_titles,
    sort_frameworks,
)
from outturn.core.catalogue.indicators import Direction, Indicator, Limit, RateOf, SuppressionPolicy, in_role
from outturn.core.catalogue.operators import ASKS_FOR, GOOD_WHERE, Operator, usual_operator
from outturn.core.catalogue.packs import Pack, PackPart, PartKind
from outturn.core.catalogue.roles import FigureRole, name_role
from outturn.core.catalogue.schemes import GLYPH, GOOD_KEYS, NO_BAND, Band, Meaning, Scheme, Shape, When
from outturn.core.catalogue.targets import Ambition, Target, TargetKind

__all__ = [
    "ASKS_FOR",
    "GLYPH",
    "GOOD_KEYS",
    "GOOD_WHERE",
    "NO_BAND",
    "Ambition",
    "Area",
    "AreaKind",
    "Band",
    "Catalogue",
    "Direction",
    "Entry",
    "EntryKind",
    "FigureRole",
    "Framework",
    "FrameworkKind",
    "Indicator",
    "Limit",
    "Meaning",
    "Operator",
    "Pack",
    "PackPart",
    "PartKind",
    "RateOf",
    "Scheme",
    "Section",
    "Shape",
    "Shows",
    "SuppressionPolicy",
    "Target",
    "TargetKind",
    "When",
    "in_role",
    "name_role",
    "shorten_titles",
    "sort_frameworks",
    "usual_operator",
]
