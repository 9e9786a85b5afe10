"""Both batch contracts run from a fresh environment: the wheel and what it asks for, away from the checkout.

Once as a person would: made by `python -m venv` and pip, in a folder with spaces and letters that ASCII lacks, with no
terminal, no language, and no packages of the tests. It costs most of a minute: `-m "not fresh"` leaves it out.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import polars as pl
import pytest
from doors.fresh.asked import AREA, QUESTIONS, Question, write_tables
from doors.fresh.installed import Installed, build, install
from house.project import ROOT, tracked

from outturn.core.statistics.kinds import Kind

pytestmark = [pytest.mark.fresh, pytest.mark.xdist_group("fresh")]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    return build(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def fresh(wheel: Path, tmp_path_factory) -> Iterator[Installed]:
    place = tmp_path_factory.mktemp("fresh")
    folder = place / "Données – été"
    folder.mkdir()
    installed = Installed(place / "new environment", folder)
    install(wheel, installed.environment)
    write_tables(folder)
    shutil.copy(installed.packages / "outturn/sample/definitions/schemes/plan-5.yaml", folder)
    yield installed
    shutil.rmtree(installed.environment)  # 750 MB


def answered(fresh: Installed, question: Question, read: str, write: str) -> pl.DataFrame:
    """The table that the command writes, without a word said."""
    output = fresh.folder / f"réponse.{write}"
    ended = fresh.outturn(*question.words.split(), f"{question.table}.{read}", "-o", output, *question.more)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    return pl.read_parquet(output) if write == "parquet" else pl.read_csv(output)


def test_the_wheel_carries_every_file_of_the_product_and_nothing_else(wheel):
    wanted = {str(path.relative_to(ROOT / "src")) for path in tracked("src/outturn")}
    wanted |= {f"outturn/sample/{path.relative_to(ROOT)}" for path in tracked("definitions")}
    assert {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name} == wanted


def test_every_statistic_is_asked_here():
    asked = {question.words.removeprefix("stats ") for question in QUESTIONS if question.words.startswith("stats ")}
    assert asked == {kind.value for kind in Kind}


@pytest.mark.parametrize(
    ("question", "read", "write"),
    [
        (question, *forms)
        for place, question in enumerate(QUESTIONS)
        for forms in (("csv", "parquet"), ("parquet", "csv"))[place % 2 :][: 2 if question.words == "spc" else 1]
    ],
    ids=lambda value: value.words if isinstance(value, Question) else value,
)
def test_a_command_answers_with_the_columns_of_its_contract(fresh, question, read, write):
    answer = answered(fresh, question, read, write)
    assert ",".join(answer.columns) == question.columns
    if question.words != "rate":
        assert AREA in answer[:, 0].to_list()


@pytest.mark.parametrize(("paper", "begins"), [("waits.pdf", b"%PDF"), ("waits.pptx", b"PK")])
def test_a_paper_finds_its_fonts_and_masters(fresh, paper, begins):
    ended = fresh.outturn("chart", "spc", "waits.csv", "-o", paper)
    assert ended.returncode == 0, ended.stderr
    assert (fresh.folder / paper).read_bytes().startswith(begins)


def test_a_second_run_over_the_first_answer_gives_the_same_bytes(fresh):
    for name in ("points.csv", "series.parquet"):
        (fresh.folder / name).write_text("what stood there")
    written = []
    for _ in range(2):
        assert fresh.outturn("spc", "waits.csv", "-o", "points.csv", "--summary", "series.parquet").returncode == 0
        written.append([(fresh.folder / name).read_bytes() for name in ("points.csv", "series.parquet")])
    assert written[0] == written[1]
    assert AREA in written[0][0].decode()


def test_loops_that_can_be_kept_nowhere_are_compiled_and_nothing_is_said(fresh):
    usual = answered(fresh, QUESTIONS[0], "csv", "csv")
    kept = fresh.packages / "outturn/core/statistics/spc/__pycache__"
    assert list(kept.glob("*.nbc"))
    aside = kept.rename(kept.with_name("aside"))
    kept.touch()  # a file in its place cannot be written into, not even by root; nor can a home of that kind
    ended = fresh.outturn("spc", "waits.csv", "-o", "réponse.csv", home=kept)
    kept.unlink()
    aside.rename(kept)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert pl.read_csv(fresh.folder / "réponse.csv").equals(usual)


def test_problems_are_told_in_their_own_letters(fresh):
    (fresh.folder / "été.csv").write_text(f"series,date,value\n{AREA},2024-01-01,x\n", encoding="utf-8")
    ended = fresh.outturn("spc", "été.csv", "-o", "points.csv")
    assert ended.returncode == 1
    assert ended.stderr.startswith("1 problem in été.csv; nothing was written:\n  - Row 2, column 'value': 'x'")


def test_the_engine_starts_without_the_web_framework(fresh):
    script = fresh.environment / "bin/outturn"
    python = fresh.environment / "bin/python"
    ended = fresh.run(python, "-X", "importtime", script, "stats", "rate", "counts.csv", "-o", "rates.csv")
    assert ended.returncode == 0
    loaded = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in ended.stderr.splitlines()}
    assert "polars" in loaded
    assert not loaded & {"django", "jinja2", "psycopg", "granian", "typst", "pptx"}


def test_help_and_a_cluster_that_is_not_installed_are_explained(fresh):
    assert "outturn spc" in fresh.outturn("spc", "--help").stdout
    ended = fresh.outturn("rank", "peers.csv", "-o", "ranks.csv", "--engine", "spark")
    assert ended.returncode == 2
    assert "pip install 'outturn[spark]'" in ended.stderr
