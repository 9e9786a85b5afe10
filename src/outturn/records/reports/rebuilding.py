"""Making an edition again from what was known at its number: the proof that nothing it printed has been lost."""

from dataclasses import dataclass

from outturn.core.report.build import build
from outturn.core.report.differing import compare_figures
from outturn.core.report.document import Document, content_hash, from_json
from outturn.records.observations import queries as observations

from .models import Edition
from .papers import gather
from .queries import EditionRow, edition, file

DOCUMENT = "document.json"


class NoSuchEdition(Exception):
    """The text says which there are."""


@dataclass(frozen=True)
class Rebuilt:
    """The edition as it was published, its Document as it was kept (None where this version cannot read it), and as it
    is made now."""

    edition: EditionRow
    kept: Document | None
    document: Document

    @property
    def sha256(self) -> str:
        return content_hash(self.document)

    @property
    def same(self) -> bool:
        return self.sha256 == self.edition.document_sha256

    @property
    def differing(self) -> tuple[str, ...] | None:
        """Sentences about figures that are not the same. A newer version of the program may hold a Document in another
        shape, and then the hash differs though every figure is there. None where nothing can be compared.
        """
        return compare_figures(self.kept, self.document) if self.kept else None


def rebuild(pack: str, name: str) -> Rebuilt:
    """Raises NoSuchEdition, and Altered where the kept Document is not as it was published."""
    found = edition(pack, name)
    if found is None:
        names = Edition.objects.filter(pack=pack).order_by("as_known", "id").values_list("name", flat=True)
        raise NoSuchEdition(f"There is no edition '{name}' of '{pack}'. Editions: {', '.join(names) or 'none'}.")
    row = Edition.objects.select_related("before").get(pack=pack, name=name)
    moment = observations.moment_at(row.number, row.as_known)
    return Rebuilt(found, read_kept(pack, name), build(gather(pack, moment, row.as_known, row.before, row.name)))


def read_kept(pack: str, name: str) -> Document | None:
    kept = file(pack, name, DOCUMENT)
    try:
        return from_json(kept[0]) if kept else None
    except ValueError:
        return None
