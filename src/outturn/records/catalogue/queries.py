"""The definitions in force."""

from collections.abc import Mapping
from functools import lru_cache

from pydantic import TypeAdapter

from outturn.core.catalogue import Catalogue
from outturn.core.tree import NO_TREE, Tree

from .models import Entry, Version

catalogue_json: TypeAdapter[Catalogue] = TypeAdapter(Catalogue)


class NothingDefined(Exception):
    """No definitions are loaded. The text says how to load them."""

    def __init__(self) -> None:
        super().__init__("No definitions are loaded yet. Load a folder of them: outturn load DEFINITIONS_DIR")


@lru_cache(maxsize=8)
def _parse_version(sha256: str, number: int) -> Catalogue:
    return catalogue_json.validate_json(Version.objects.get(number=number).body)


def at(number: int) -> Catalogue:
    """The catalogue of one version. Raises NothingDefined when there is no such version."""
    sha256 = Version.objects.filter(number=number).values_list("sha256", flat=True).first()
    if sha256 is None:
        raise NothingDefined
    return _parse_version(sha256, number)


def number_at(act: int | None = None) -> int:
    """The version in force at a number of the sequence (the last, when none is given); 0 when there was none."""
    versions = Version.objects.all() if act is None else Version.objects.filter(act__lte=act)
    return versions.order_by("-number").values_list("number", flat=True).first() or 0


def current() -> Catalogue:
    return at(number_at())


def entry_ids(number: int) -> dict[tuple[str, str, str], int]:
    """The key of each entry of a version -> its row."""
    rows = Entry.objects.filter(version__number=number).values_list("framework", "indicator", "area", "id")
    return {(framework, indicator, area): row for framework, indicator, area, row in rows}


@lru_cache(maxsize=8)
def _tree_of(sha256: str, number: int) -> Tree:
    return Tree.of(_parse_version(sha256, number))


def tree() -> Tree:
    """What lies in what by the definitions in force; nothing while there are none."""
    newest = Version.objects.order_by("-number").values_list("sha256", "number").first()
    return _tree_of(*newest) if newest else NO_TREE


@lru_cache(maxsize=1000)
def _packs_of(sha256: str, number: int) -> Mapping[str, frozenset[str]]:
    return Tree.of(_parse_version(sha256, number)).packs


def packs_at(number: int) -> Mapping[str, frozenset[str]]:
    """The frameworks that each pack of a version printed."""
    sha256 = Version.objects.filter(number=number).values_list("sha256", flat=True).first()
    return _packs_of(sha256, number) if sha256 else {}
