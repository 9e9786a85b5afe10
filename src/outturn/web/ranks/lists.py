"""The list of ranks: section by section, the best rank first; what is not ranked comes last."""

from django.db.models import Case, IntegerField, Value, When

from outturn.core.catalogue import Framework
from outturn.core.report.say import orders
from outturn.records.assessments.newest import RANKED
from outturn.web.listing.filters import OneOf, Search
from outturn.web.listing.listing import Listing
from outturn.web.listing.sorts import By, Sort


def list_of_ranks(framework: Framework) -> Listing:
    sections = {section.slug: section.name for section in framework.sections}
    number = Case(
        *(When(RANKED, section=slug, then=Value(place)) for place, slug in enumerate(sections)),
        default=Value(len(sections)),
        output_field=IntegerField(),
    )
    return Listing(
        noun="measure",
        columns=(),
        sorts=(Sort("rank", orders.BEST_RANK, (By(number), By("now__rank"))),),
        ties=(By("place"),),
        filters=(Search(("words",), "Find a measure"), OneOf("section", "Table", sections)),
        nothing="This framework has no measures yet.",
    )
