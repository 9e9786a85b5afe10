"""The page of a release, and of one that takes another back: counts agree wherever they are said."""

import csv
import io
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from outturn.core.report.say.releases import say_first, say_unlisted
from outturn.web.data import presenter
from outturn.web.data.presenter import name_at
from outturn.web.indicator.history import Said, count_recorded

from .reading import read
from .test_answers import AE, bring, recorded


@pytest.mark.parametrize(
    ("number", "of", "words"),
    [
        (0, 3, ""),
        (
            1,
            1,
            "The figure that was restated is not listed: it is hidden, or given in words or by a mark, now or before.",
        ),
        (1, 3, "1 of the 3 figures restated is not listed: hidden, or given in words or by a mark, now or before."),
        (2, 2, "Neither of the 2 figures restated is listed: hidden, or given in words or by a mark, now or before."),
        (3, 3, "None of the 3 figures restated is listed: hidden, or given in words or by a mark, now or before."),
        (2, 3, "2 of the 3 figures restated are not listed: hidden, or given in words or by a mark, now or before."),
    ],
)
def test_restatements_that_the_table_leaves_out_are_counted(number, of, words):
    assert say_unlisted(number, of) == words


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ([("1", "", False)], "1 figure recorded"),
        ([("1", "", False), ("2", "1", False)], "2 figures recorded, of which 1 restatement"),
        ([("1", "", False), ("withdrawn", "1", True)], "1 figure recorded; 1 withdrawn since"),
    ],
)
def test_what_was_withdrawn_is_counted_as_no_figure(said, words):
    at = datetime(2025, 1, 10, tzinfo=UTC)
    history = [Said("Oct 2024", "Figure", value, value, was, 1, at, gone, True) for value, was, gone in said]
    assert count_recorded(history) == words


def test_a_known_figure_that_becomes_hidden_is_one_restatement_on_every_page(signed_in):
    client = signed_in("contributor")
    response, held = bring(client, f"{AE},Oct 2024,*,")
    name = next(value for tag, kind, value in read(response).attributes if kind == "name" and value[:7] == "answer:")
    done = client.post(held, {name: "replace"}, follow=True)
    assert "1 figure recorded, which restates a known one" in read(done).words
    words = read(client.get(f"/data/releases/{recorded()}")).words
    assert "1 figure, 1 restatement" in words
    assert "The figure that was restated is not listed" in words


def test_a_release_that_takes_another_back_says_what_is_no_longer_known(signed_in):
    client, number = signed_in("contributor"), recorded()
    client.post(f"/data/releases/{number}/withdraw", {"because": "The wrong file."})
    words = read(client.get(f"/data/releases/{number + 1}")).words
    assert "figures return to what was known before; " in words and "figures are no longer known" in words
    taken = client.get(f"/data/releases/{number}").content.decode()
    assert f'Withdrawn</strong> by <a href="/data/releases/{number + 1}"' in taken
    assert "Withdraw this release" not in taken, "it was withdrawn already"


def test_deliveries_that_wait_are_named_where_the_releases_stand(signed_in, client):
    analyst = signed_in("contributor")
    _, held = bring(analyst, f"{AE},Oct 2024,*,")
    assert f'href="{held}"' in analyst.get("/data").content.decode()
    assert held not in client.get("/data").content.decode()


@pytest.mark.parametrize(
    ("used_for", "name"), [((), "Falls, Here"), (("here",), "Falls"), (("here", "there"), "Falls, Here")]
)
def test_a_measure_names_its_area_unless_it_has_only_this_one(used_for: tuple[str, ...], name: str) -> None:
    """Of a measure that stands in no framework, the figures of two areas were two rows of one name."""
    definitions = SimpleNamespace(
        indicators={"falls": SimpleNamespace(short="Falls")},
        areas={"here": SimpleNamespace(short="Here")},
        find_uses=lambda _: [SimpleNamespace(area=area) for area in used_for],
    )
    assert name_at(SimpleNamespace(definitions=definitions), "falls", "here") == name  # type: ignore[arg-type]


def test_the_tables_of_a_release_show_the_first_and_its_download_has_every_figure(reader, monkeypatch):
    monkeypatch.setattr(presenter, "MOST", 3)
    page = read(reader.get("/data/releases/4"))
    assert "The first 3 of " in page.words and " measures are shown." in page.words
    response = reader.get(page.link("Download every figure of this release (CSV)"))
    rows = list(csv.DictReader(io.StringIO(b"".join(response).decode("utf-8-sig"))))
    assert f"{len(rows)} figures" in page.words
    assert {"Now", "Before", "Measure", "Period"} <= set(rows[0])
    assert sum(row["Before"] not in ("", row["Now"]) for row in rows) == 1
    assert reader.get("/data/releases/99.csv").status_code == 404
    assert reader.get("/data/releases/4.csv?as-known=2024-12-20").status_code == 404


@pytest.mark.parametrize(
    ("shown", "total", "words"), [(50, 50, ""), (50, 1312, "The first 50 of 1,312 figures are shown.")]
)
def test_that_more_is_there_is_said(shown, total, words):
    assert say_first(shown, total, "figure") == words
