"""An edition is seen by those who see all that it printed, whatever its pack prints now."""

from datetime import date

import pytest
import yaml

from outturn.core.access import ALL, Sight
from outturn.core.subject import Subject
from outturn.records.catalogue import queries as catalogue
from outturn.records.catalogue.folders import collect_definitions
from outturn.records.cycle import actions as cycle
from outturn.records.reports import queries
from outturn.records.reports.models import Edition
from outturn.sample.files import find_shipped_definitions

from ..conftest import ANALYST, noon

PACK, FRAMEWORK = "llr-performance-report", "nhs-priorities-2024-25"
DAY = date(2024, 12, 12)


@pytest.fixture
def editions(loaded) -> None:
    """The pack printed several frameworks, and prints one now."""
    files = collect_definitions(find_shipped_definitions())
    path = next(name for name in files if name.startswith("packs/") and f"slug: {PACK}".encode() in files[name])
    pack = yaml.safe_load(files[path])
    pack["parts"] = [part for part in pack["parts"] if part.get("framework") in (None, FRAMEWORK)]
    done = cycle.load(files=files | {path: yaml.safe_dump(pack).encode()}, by=ANALYST, at=noon(DAY))
    assert not done.problems, done.problems
    for name, definitions in (("of-both", 1), ("of-one", 2)):
        told = {"number": definitions, "release": 0, "document_sha256": name, "code": "x", "by": "ada", "manifest": {}}
        Edition.objects.create(
            pack=PACK, name=name, title=name, as_known=DAY, definitions=definitions, at=noon(DAY), **told
        )


@pytest.mark.parametrize(
    ("scope", "seen"),
    [
        (Subject(framework=FRAMEWORK), {"of-one"}),
        (Subject(pack=PACK), {"of-one", "of-both"}),
        (Subject(framework="finance-kpis-2024-25"), set()),
        (Subject(area="llr-icb"), set()),
    ],
)
def test_an_edition_is_seen_by_who_sees_all_that_it_printed(editions, scope, seen):
    sight = Sight(frozenset({scope}), catalogue.tree())
    assert {row.name for row in queries.editions(sight=sight)} == seen
    assert {name for name in ("of-one", "of-both") if queries.edition(PACK, name, sight)} == seen
    assert queries.newest_editions(sight=sight).keys() == ({PACK} if seen else set())
    assert len(queries.editions(sight=ALL)) == 2
