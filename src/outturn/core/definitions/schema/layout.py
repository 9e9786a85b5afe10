"""layouts/*.yaml."""

from outturn.core.definitions.schema.strict import Slug, Strict


class LayoutFile(Strict):
    slug: Slug
