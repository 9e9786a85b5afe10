"""A page costs what it shows: the same questions to the database, and no more rows, however many entries there are."""

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml.html import fromstring

from outturn.sample import sized

SMALL, LARGE = sized.Size(60, areas=6, months=14), sized.Size(180, areas=6, months=14)
PAGES = (
    "/",
    "/scorecard",
    "/scorecard?sort=gap",
    "/scorecard?sort=rank&order=reverse",
    "/scorecard?sort=name&rating=red&rating=yellow&rating=green&q=measure",
    "/scorecard/priorities?page=2",
    "/ranks",
    "/indicators/priorities-0/area-0",
)

GROWING = {"/", "/scorecard/priorities?page=2"}
"""Of 60 entries ten stand on the second page; up to thirty ratings that turned are listed on the first."""


def look(page: str) -> tuple[int, int]:
    """How many questions the page asks of the database, and how many bytes it has."""
    Client().get(page)
    cache.clear()
    with CaptureQueriesContext(connection) as asked:
        response = Client().get(page)
        queries = len(asked)
    assert response.status_code == 200
    return queries, len(response.content)


@pytest.mark.django_db
def test_three_times_the_entries_ask_no_more_questions_and_make_no_longer_pages():
    with transaction.atomic():
        sized.build(SMALL)
        small = {page: look(page) for page in PAGES}
        transaction.set_rollback(True)
    sized.build(LARGE)
    large = {page: look(page) for page in PAGES}
    assert {page: queries for page, (queries, _) in large.items()} == {
        page: queries for page, (queries, _) in small.items()
    }
    longer = {page: (small[page][1], size) for page, (_, size) in large.items() if size > 1.25 * small[page][1]}
    assert longer.keys() <= GROWING
    assert max(size for _, size in large.values()) < 300_000


@pytest.mark.django_db
def test_one_measure_in_several_areas_is_told_apart_on_every_page():
    sized.build(SMALL)
    names = read_texts("/scorecard/priorities", "//tr[@class='app-line']/th/a")
    assert len(set(names)) == len(names) == 50
    assert names[0] == "Measure 0, A0"
    (over,) = read_texts("/indicators/priorities-0/area-0", "//h1/span")
    assert over == "Measure 0, A0", "the area is said once"
    ranked = read_texts("/ranks", "//table[@class='app-rank-table']//tr[@class='app-line']/th/a")
    assert ranked and not any(", A" in name for name in ranked), "the area has its own column there"
    headline = read_texts("/", "//h1")[0]
    assert "running" not in headline or ", A" in headline
    off = int(read_texts("/", "//h1")[0].split()[0])
    said = read_texts("/data/findings", "//h1")[0]
    assert said == f"{off} open findings", "one for each that is off plan with nothing said about it"


def read_texts(page: str, path: str) -> list[str]:
    return [
        " ".join(each.text_content().split()) for each in fromstring(Client().get(page).content.decode()).xpath(path)
    ]


@pytest.mark.django_db
def test_the_download_holds_every_entry_that_fits_on_however_many_pages():
    sized.build(SMALL)
    rows = Client().get("/scorecard/priorities.csv").getvalue().decode().splitlines()
    assert len(rows) == 1 + SMALL.entries
    assert len({row.split(",")[2] for row in rows[1:]}) == SMALL.indicators
    found = Client().get("/scorecard/priorities.csv?q=a1").getvalue().decode().splitlines()
    assert len(found) == 1 + SMALL.indicators
