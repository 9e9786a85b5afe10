"""Making an edition again from what was known at its number: the proof that nothing it printed has been lost."""

from dataclasses import dataclass

from outturn.core.report.build import build
from outturn.core.report.document import Document, content_hash
from outturn.records.observations import queries as observations

from .models import Edition
from .papers import gather
from .queries import EditionRow, edition


class NoSuchEdition(Exception):
    """The text says which there are."""


@dataclass(frozen=True)
class Rebuilt:
    """The edition as it was published, and its Document as made now."""

    edition: EditionRow
    document: Document

    @property
    def sha256(self) -> str:
        return content_hash(self.document)

    @property
    def same(self) -> bool:
        return self.sha256 == self.edition.document_sha256


def rebuild(pack: str, name: str) -> Rebuilt:
    """Raises NoSuchEdition."""
    found = edition(pack, name)
    if found is None:
        names = Edition.objects.filter(pack=pack).order_by("as_known", "id").values_list("name", flat=True)
        raise NoSuchEdition(f"There is no edition '{name}' of '{pack}'. Editions: {', '.join(names) or 'none'}.")
    row = Edition.objects.select_related("before").get(pack=pack, name=name)
    moment = observations.moment_at(row.number, row.as_known)
    return Rebuilt(found, build(gather(pack, moment, row.as_known, row.before, row.name)))
