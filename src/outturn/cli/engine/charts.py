"""`outturn chart`: a picture of every series of a file, alone or in a paper. No database is touched."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Annotated

import typer

from outturn.cli.engine.files import WrongUse, read_table
from outturn.cli.engine.options import Input, Zone
from outturn.cli.engine.refusals import refusals
from outturn.core.report.charted.kinds import Good, Kind
from outturn.core.statistics.table.moments import check_zone, in_zone

if TYPE_CHECKING:
    import polars as pl

    from outturn.core.report.charted.measure import Drawn

app = typer.Typer(rich_markup_mode=None, add_completion=False)

PAPERS = (".html", ".pdf", ".pptx", ".xlsx")
"""Extensions, each the name of its renderer."""
MOST = 500
"""Series in one paper."""


class Shown(StrEnum):
    """Units that the figures of a file can have."""

    COUNT = "count"
    PERCENT = "percent"
    RATE = "rate"
    RATIO = "ratio"
    DURATION = "duration"
    MONEY = "money"
    DAYS = "days"
    SCORE = "score"
    YEARS = "years"


@app.command(epilog="Example: outturn chart spc waits.csv -o waits.pptx --unit percent --direction higher")
@refusals
def chart(
    kind: Annotated[Kind, typer.Argument(help="What to draw")],
    input: Input,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", help=".svg, .html, .pdf, .pptx or .xlsx file; a folder for an .svg of each"),
    ],
    name: Annotated[str, typer.Option(help="What is measured; the name of the file when left out")] = "",
    unit: Annotated[Shown, typer.Option(help="How the figures are meant; durations are in seconds")] = Shown.COUNT,
    decimals: Annotated[int, typer.Option(help="At least so many decimals", min=0, max=6)] = 0,
    scale: Annotated[str, typer.Option(help="money: what it is held in, k, m or bn")] = "",
    direction: Annotated[Good | None, typer.Option(help="What is better, where the table does not say")] = None,
    multiplier: Annotated[float | None, typer.Option(help="p, u, trend, funnel: per how many")] = None,
    options: Annotated[
        Path | None, typer.Option(help="spc and its kin: choices per series, as for outturn spc")
    ] = None,
    rules: Annotated[str, typer.Option(help="spc: making-data-count or plot-the-dots")] = "making-data-count",
    periods: Annotated[int, typer.Option(help="forecast: how many periods ahead", min=1)] = 6,
    benchmark: Annotated[str, typer.Option(help="trend: the name of the benchmark")] = "Benchmark",
    funnel_kind: Annotated[str, typer.Option("--kind", help="funnel: proportion, rate or ratio")] = "proportion",
    overdispersion: Annotated[
        bool, typer.Option("--overdispersion", help="funnel: limits allow for the spread")
    ] = False,
    area: Annotated[list[str] | None, typer.Option(help="rank: the area to place; funnel: one to name")] = None,
    series: Annotated[list[str] | None, typer.Option(help="Only this series; may be given again")] = None,
    organisation: Annotated[str, typer.Option(help="Whose paper it is")] = "",
    zone: Zone = None,
) -> None:
    """A chart of every series in a file, its title the finding: as a picture, or in a paper, slides or a workbook.

    INPUT has series, date, value and perhaps target (spc, run, t, g, forecast); series, date, numerator, denominator
    (p, u); what outturn stats trend takes, perhaps with benchmark (trend); group, numerator, denominator (funnel); what
    outturn rank takes (rank); label, value and total, which is yes in rows that stand on zero (waterfall).
    """
    from outturn.core.report.charted.ask import Ask, draw
    from outturn.core.report.charted.measure import Measure
    from outturn.core.units import Unit

    check(output)
    check_zone(zone)
    measure = Measure(
        name=name or in_words(Path(input).stem), unit=Unit(unit.value), decimals=decimals, scale=scale,
        multiplier=multiplier, direction=direction.value if direction else "",
    )  # fmt: skip
    ask = Ask(
        kind=kind, measure=measure, options=None if options is None else read_table(options), rules=rules,
        periods=periods, benchmark=benchmark, funnel_kind=funnel_kind, overdispersion=overdispersion,
        areas=tuple(area or ()),
    )  # fmt: skip
    table = read_table(Path(input))
    drawn = draw(in_zone(table, zone) if zone else table, ask)
    chosen = choose_series(drawn, series)
    if not chosen:
        raise WrongUse(f"{input} holds no series: there is nothing to draw.")
    if output.suffix.lower() in PAPERS:
        write_paper(chosen, output, measure.name, Path(input).name, organisation)
    else:
        write_pictures(chosen, output)
    remark_on_names(drawn, ask.options, options, Path(input))


def remark_on_names(drawn: "list[Drawn]", asked: "pl.DataFrame | None", options: Path | None, source: Path) -> None:
    """What a reader might miss: names with spaces around them, and options for series that are not there."""
    import polars as pl

    from outturn.cli.engine.spc import remark_on_spaces, remark_on_unknown

    names = pl.Series("series", [each.name for each in drawn], dtype=pl.String)
    remark_on_spaces(names)
    if asked is not None and "series" in asked.columns:
        remark_on_unknown(asked["series"], names, options, source)


def in_words(stem: str) -> str:
    """`a_and_e-waits` -> `A and e waits`."""
    words = stem.replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:]


def check(output: Path) -> None:
    """Raise WrongUse now rather than after the work."""
    if output.suffix.lower() not in ("", ".svg", *PAPERS):
        raise WrongUse(f"{output.name}: the extension must be .svg, {', '.join(PAPERS)}, or none for a folder.")
    if not output.parent.is_dir():
        raise WrongUse(f"There is no folder {output.parent}.")


def choose_series(drawn: "list[Drawn]", names: list[str] | None) -> "list[Drawn]":
    """Those of that name, or all. Raises WrongUse for a name that is not there."""
    known = {each.name for each in drawn}
    if unknown := [name for name in names or () if name not in known]:
        raise WrongUse(f"There is no series {', '.join(unknown)}. There are: {', '.join(sorted(known)[:10])}.")
    return [each for each in drawn if not names or each.name in names]


def write_paper(chosen: "list[Drawn]", output: Path, title: str, source: str, organisation: str) -> None:
    from outturn import render
    from outturn.core.report.charted.book import make_book

    if len(chosen) > MOST:
        raise WrongUse(
            f"{len(chosen):,} series are too many for one paper ({MOST} at most). Name a folder for pictures."
        )
    document = make_book(
        chosen, title=title, subtitle=f"Charts of {source}", organisation=organisation, made=date.today().isoformat(),
        source=source,
    )  # fmt: skip
    write_whole(output, lambda: render.FORMATS[f"report{output.suffix.lower()}"].draw(document))


def write_pictures(chosen: "list[Drawn]", output: Path) -> None:
    """One .svg, or a folder with one of each series: all of them, or none when any cannot be drawn or written."""
    from outturn.render.pictures import draw_svg

    if not output.suffix:
        write_folder(output, {f"{place:03}-{file_stem(each)}.svg": each for place, each in enumerate(chosen, 1)})
    elif len(chosen) > 1:
        raise WrongUse(f"There are {len(chosen):,} series, and one .svg holds one. Name a folder without extension.")
    else:
        write_whole(output, lambda: draw_svg(chosen[0].picture, heading=True).encode())


LONGEST = 80
"""Letters of a file's name: a path has a limit, and so has a column in a window."""


def file_stem(each: "Drawn") -> str:
    """The series as part of a file's name, cut to fit; the number before it tells two of a kind apart."""
    return each.picture.anchor[:LONGEST].rstrip("-")


def write_folder(folder: Path, pictures: "dict[str, Drawn]") -> None:
    """Drawn into a folder beside it first; a folder that is there keeps its other files."""
    from outturn.render.pictures import draw_svg

    if folder.exists() and not folder.is_dir():
        raise WrongUse(f"{folder} is a file. Name a folder, or a file that ends in .svg.")
    unfinished = Path(mkdtemp(prefix=f".{folder.name[:LONGEST]}.", dir=folder.parent))
    try:
        for name, each in pictures.items():
            (unfinished / name).write_bytes(draw_svg(each.picture, heading=True).encode())
        unfinished.chmod(0o755)
        if folder.is_dir():
            for name in pictures:
                (unfinished / name).replace(folder / name)
        else:
            unfinished.replace(folder)
    finally:
        rmtree(unfinished, ignore_errors=True)


def write_whole(path: Path, made: Callable[[], bytes]) -> None:
    """The file appears only when it is complete."""
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        unfinished.write_bytes(made())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
