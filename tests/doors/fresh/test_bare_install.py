"""The engine, its charts and its command run from a fresh environment without the site: the wheel and what it asks for,
away from the checkout.

Once as a person would: made by `python -m venv` and pip, in a folder with spaces and letters that ASCII lacks, with no
terminal, no language, and no packages of the tests. It costs most of a minute: `-m "not fresh"` leaves it out.
"""

import re
import tomllib
from zipfile import ZipFile

import polars as pl
import pytest
from doors.fresh.asked import AREA, QUESTIONS, Question
from doors.fresh.installed import Installed
from house.project import ROOT, tracked

from outturn.core.statistics.kinds import Kind

pytestmark = [pytest.mark.fresh, pytest.mark.xdist_group("fresh")]


def answered(bare: Installed, question: Question, read: str, write: str) -> pl.DataFrame:
    """The table that the command writes, without a word said."""
    output = bare.folder / f"réponse.{write}"
    ended = bare.outturn(*question.words.split(), f"{question.table}.{read}", "-o", output, *question.more)
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
def test_a_command_answers_with_the_columns_of_its_contract(bare, question, read, write):
    answer = answered(bare, question, read, write)
    assert ",".join(answer.columns) == question.columns
    if question.words != "rate":
        assert AREA in answer[:, 0].to_list()


BEGINS = {"waits.pdf": b"%PDF", "waits.pptx": b"PK", "waits.xlsx": b"PK", "waits.html": b"<!"}


@pytest.mark.parametrize(("paper", "begins"), BEGINS.items())
def test_a_paper_finds_its_fonts_and_masters(bare, paper, begins):
    ended = bare.outturn("chart", "spc", "waits.csv", "-o", paper)
    assert ended.returncode == 0, ended.stderr
    assert (bare.folder / paper).read_bytes().startswith(begins)


def test_a_second_run_over_the_first_answer_gives_the_same_bytes(bare):
    for name in ("points.csv", "series.parquet"):
        (bare.folder / name).write_text("what stood there")
    written = []
    for _ in range(2):
        assert bare.outturn("spc", "waits.csv", "-o", "points.csv", "--summary", "series.parquet").returncode == 0
        written.append([(bare.folder / name).read_bytes() for name in ("points.csv", "series.parquet")])
    assert written[0] == written[1]
    assert AREA in written[0][0].decode()


def test_loops_that_can_be_kept_nowhere_are_compiled_and_nothing_is_said(bare):
    usual = answered(bare, QUESTIONS[0], "csv", "csv")
    kept = bare.packages / "outturn/core/statistics/spc/__pycache__"
    assert list(kept.glob("*.nbc"))
    aside = kept.rename(kept.with_name("aside"))
    kept.touch()  # a file in its place cannot be written into, not even by root; nor can a home of that kind
    ended = bare.outturn("spc", "waits.csv", "-o", "réponse.csv", home=kept)
    kept.unlink()
    aside.rename(kept)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert pl.read_csv(bare.folder / "réponse.csv").equals(usual)


def test_problems_are_told_in_their_own_letters(bare):
    (bare.folder / "été.csv").write_text(f"series,date,value\n{AREA},2024-01-01,x\n", encoding="utf-8")
    ended = bare.outturn("spc", "été.csv", "-o", "points.csv")
    assert ended.returncode == 1
    assert ended.stderr.startswith("1 problem in été.csv; nothing was written:\n  - Row 2, column 'value': 'x'")


def test_nothing_of_the_site_is_installed(bare):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    of_the_site = {plain_name(wanted) for wanted in project["optional-dependencies"]["site"]}
    here = {plain_name(path.name.split("-")[0]) for path in bare.packages.glob("*.dist-info")}
    assert {"polars", "typst", "python-pptx", "xlsxwriter"} <= here
    assert not here & of_the_site


def plain_name(requirement: str) -> str:
    """`psycopg[binary]>=3.2` is psycopg, as registries compare names."""
    return re.split(r"[^A-Za-z0-9._-]", requirement)[0].lower().replace("_", "-")


OF_THE_SITE = {
    "status": "",
    "add-person": "ada --password x",
    "give-role": "ada analyst",
    "take-role": "ada analyst",
    "sample": "--no-serve",
    "serve": "",
    "init": "",
    "load": ".",
    "record": "waits.csv",
    "withdraw": "1 --because x",
    "assess": "",
    "publish": "board",
    "rebuild": "board 2024-12-01",
    "verify": "",
}
OF_THE_ENGINE = {"spc", "stats", "rank", "rate", "chart", "schema"}


def test_every_command_is_of_the_engine_or_of_the_site(bare):
    listed = bare.outturn("--help").stdout.split("Commands:")[1].splitlines()
    assert {line.split()[0] for line in listed if line.strip()} == OF_THE_ENGINE | set(OF_THE_SITE)


@pytest.mark.parametrize("command", OF_THE_SITE)
def test_a_command_of_the_site_says_how_to_get_it(bare, command):
    ended = bare.outturn(command, *OF_THE_SITE[command].split())
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == (
        "This is a command of the site, which is not installed here: django is missing. "
        "Install it with: pip install 'outturn[site]'\n"
    )


def test_help_and_a_cluster_that_is_not_installed_are_explained(bare):
    assert "outturn spc" in bare.outturn("spc", "--help").stdout
    ended = bare.outturn("rank", "peers.csv", "-o", "ranks.csv", "--engine", "spark")
    assert ended.returncode == 2
    assert "pip install 'outturn[spark]'" in ended.stderr
