"""The sentence over a list is true of none, one, two, all, some, the first page, the last, and a last page of one."""

import pytest

from outturn.core.report.say.listed import say_download, say_listed, say_way_back

NEWEST = "newest first"


@pytest.mark.parametrize(
    ("first", "last", "fitting", "total", "sentence"),
    [
        (0, 0, 0, 0, "No findings"),
        (0, 0, 0, 1, "The one finding does not fit the filters"),
        (0, 0, 0, 2, "Neither finding fits the filters"),
        (0, 0, 0, 1312, "None of the 1,312 findings fits the filters"),
        (1, 1, 1, 1, "The one finding"),
        (1, 2, 2, 2, "Both findings, newest first"),
        (1, 38, 38, 38, "All 38 findings, newest first"),
        (1, 1, 1, 38, "1 of 38 findings"),
        (1, 12, 12, 38, "12 of 38 findings, newest first"),
        (1, 50, 312, 312, "1 to 50 of 312 findings, newest first"),
        (51, 100, 1312, 1312, "51 to 100 of 1,312 findings, newest first"),
        (101, 101, 101, 101, "The last of 101 findings, newest first"),
        (7, 7, 9, 9, "Number 7 of 9 findings, newest first"),
        (51, 100, 120, 312, "51 to 100 of the 120 findings that fit the filters (312 in all), newest first"),
        (101, 101, 101, 312, "The last of the 101 findings that fit the filters (312 in all), newest first"),
    ],
)
def test_which_rows_are_shown(first, last, fitting, total, sentence):
    assert say_listed(first, last, fitting, total, "finding", NEWEST) == sentence


def test_a_noun_with_a_plural_of_its_own():
    assert say_listed(1, 3, 3, 9, "priority", NEWEST) == "3 of 9 priorities, newest first"
    assert say_listed(1, 3, 3, 3, "entry", NEWEST, "entries") == "All 3 entries, newest first"


@pytest.mark.parametrize(
    ("fitting", "total", "words"),
    [
        (1, 1, "Download this finding (CSV)"),
        (1, 9, "Download this finding (CSV)"),
        (2, 2, "Download both findings (CSV)"),
        (2, 9, "Download these 2 findings (CSV)"),
        (1312, 1312, "Download all 1,312 findings (CSV)"),
    ],
)
def test_what_the_download_holds(fitting, total, words):
    assert say_download(fitting, total, "finding") == words


@pytest.mark.parametrize(
    ("total", "words"),
    [(1, "Show the one finding"), (2, "Show both findings"), (1312, "Show all 1,312 findings")],
)
def test_the_way_back_to_all_rows(total, words):
    assert say_way_back(total, "finding") == words
