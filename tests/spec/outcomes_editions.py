"""Both editions of the one-page framework as Documents, made from the sample's files without a database."""

from datetime import date

import polars as pl

from outturn.core.assess.result import Result
from outturn.core.assess.series import assess
from outturn.core.catalogue import Catalogue
from outturn.core.checks import Evidence, run
from outturn.core.checks.finding import Finding
from outturn.core.definitions import load
from outturn.core.intake import UnitInfo, choose_layout, read_file
from outturn.core.report.build import build
from outturn.core.report.document import Document
from outturn.core.report.paper import Paper, Said
from outturn.records.catalogue.folders import collect_definitions
from outturn.sample import earlier, files
from outturn.workbooks.opening import open_file

SLUG = "better-care-together-outcomes"
BEFORE, NOW = date(2019, 2, 15), date(2019, 5, 17)


def catalogues() -> tuple[Catalogue, Catalogue]:
    """As it stood an edition earlier, and as it ships."""
    shipped = collect_definitions(files.find_shipped_definitions())
    loaded = [load(each) for each in (earlier.definitions(shipped, files.EARLIER.read_bytes()), shipped)]
    assert all(each.catalogue and not each.problems for each in loaded), [each.problems for each in loaded]
    return tuple(each.catalogue for each in loaded)


def values(delivery: str, known: Catalogue, release: int) -> pl.DataFrame:
    frames = []
    for name, data in files.delivery(delivery):
        file = open_file(name, data)
        layout = choose_layout(file, known.layouts.values()).layout
        assert layout is not None and layout.slug == "outcomes"
        units = {slug: UnitInfo.of(indicator) for slug, indicator in known.indicators.items()}
        intake = read_file(file, layout, units=units, areas=set(known.areas))
        assert intake.clean, [problem.sentence for problem in intake.problems]
        frames.append(intake.values)
    return pl.concat(frames).with_columns(release=pl.lit(release), was=pl.lit(None, pl.Float64))


def results(delivery: str, known: Catalogue, release: int) -> tuple[Result, ...]:
    return tuple(assess(values(delivery, known, release), known, known.frameworks[SLUG].entries, release))


def editions() -> tuple[Document, Document]:
    before, now = catalogues()
    first, second = results("2019-02", before, 1), results("2019-05", now, 2)
    name = "emergency-readmissions-30/llr-icb/actual/month:2018-11-30"
    restated = Said("emergency-readmissions-30", "llr-icb", "Nov 2018", name, 1671, 1698, "Late")
    papers = (
        Paper(before.packs[SLUG], before, first, (), "2019-02-15", BEFORE, 1, 1),
        Paper(
            now.packs[SLUG], now, second, (), "2019-05-17", NOW, 2, 2,
            before=first, before_date=BEFORE, before_catalogue=before, restated=(restated,),
        ),
    )  # fmt: skip
    return build(papers[0]), build(papers[1])


def found() -> list[Finding]:
    _, now = catalogues()
    return run(Evidence(now, results("2019-05", now, 2), (), values("2019-05", now, 2)))
