"""The office runs from a fresh environment: a database, definitions, a workbook that is recorded, and its door."""

import csv
from pathlib import Path

import pytest
from doors.fresh.installed import Installed
from xlsxwriter import Workbook

pytestmark = [pytest.mark.fresh, pytest.mark.xdist_group("fresh")]


def as_workbook(table: Path) -> Path:
    """The same rows as an XLSX file beside it."""
    with Workbook(table.with_suffix(".xlsx")) as book, table.open(encoding="utf-8") as lines:
        sheet = book.add_worksheet("Figures")
        for place, row in enumerate(csv.reader(lines)):
            sheet.write_row(place, 0, row)
    return table.with_suffix(".xlsx")


def test_an_office_is_begun_and_a_workbook_recorded(site: Installed) -> None:
    steps = [
        ("init", "office"),
        ("load", "office"),
        ("record", lambda: as_workbook(site.folder / "office/data/invented-figures.csv")),
        ("status",),
    ]
    for command, *words in steps:
        ended = site.outturn(command, *(word() if callable(word) else word for word in words))
        assert (ended.returncode, ended.stderr) == (0, ""), command
    assert "Release 1" in ended.stdout


def test_the_door_of_the_site_opens(site: Installed) -> None:
    ended = site.run(site.environment / "bin/python", "-c", "import granian, outturn.config.door")
    assert ended.returncode == 0, ended.stderr


def test_the_engine_starts_without_the_web_framework(site: Installed) -> None:
    script = site.environment / "bin/outturn"
    python = site.environment / "bin/python"
    ended = site.run(python, "-X", "importtime", script, "stats", "rate", "counts.csv", "-o", "rates.csv")
    assert ended.returncode == 0
    loaded = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in ended.stderr.splitlines()}
    assert "polars" in loaded
    assert not loaded & {"django", "jinja2", "psycopg", "granian", "typst", "pptx"}
