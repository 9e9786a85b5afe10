"""The command, as somebody types it: what it says, and how it ends. 0 done, 1 problems in the data, 2 wrong use."""

import socket
from importlib.metadata import version
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner, Result

from outturn.cli.main import app
from outturn.records.observations.models import Release
from outturn.records.reports import actions, rebuilding
from outturn.sample.files import DATA, find_shipped_definitions

PLAIN = "indicator,area,period,value,plan\n"


@pytest.fixture
def outturn(db: None):
    def run(*words: object) -> Result:
        return CliRunner().invoke(app, [str(word) for word in words])

    return run


@pytest.fixture
def loaded(outturn) -> None:
    assert outturn("load", find_shipped_definitions()).exit_code == 0


def written(folder: Path, *lines: str) -> Path:
    path = folder / "delivery.csv"
    path.write_text(PLAIN + "\n".join(lines) + "\n")
    return path


def test_from_a_folder_of_definitions_and_data_to_a_published_report(outturn, tmp_path):
    assert outturn("init").exit_code == 0
    assert "Definitions 1 loaded" in outturn("load", find_shipped_definitions()).output
    recorded = outturn("record", *sorted((DATA / "2025-01").glob("*.csv")), "--note", "January")
    assert recorded.exit_code == 0, recorded.output
    assert "Release 1 is made: " in recorded.output
    assert "0 of 132 entries assessed at release 1" in outturn("assess").output
    published = outturn("publish", "llr-performance-report", "-o", tmp_path)
    assert published.exit_code == 0, published.output
    (edition,) = (tmp_path / "llr-performance-report").iterdir()
    assert {path.name for path in edition.iterdir()} == {
        *("report.html", "report.pdf", "report.pptx", "report.xlsx", "figures.csv", "document.json", "MANIFEST.json"),
    }
    status = outturn("status").output
    assert "Release 1" in status
    assert edition.name in status
    assert "The same document: sha256" in outturn("rebuild", "llr-performance-report", edition.name).output


def test_loading_again_changes_nothing(outturn, loaded):
    assert "Definitions 1 unchanged" in outturn("load", find_shipped_definitions()).output


def test_every_problem_of_the_definitions_is_listed(outturn, tmp_path):
    (tmp_path / "schemes").mkdir()
    (tmp_path / "schemes" / "a.yaml").write_text("slug: a\ntitel: A\n")
    ended = outturn("load", tmp_path)
    assert ended.exit_code == 1
    assert "schemes/a.yaml, line 2" in ended.output
    assert "Did you mean 'title'?" in ended.output


def test_every_problem_of_the_data_is_listed_and_nothing_is_recorded(outturn, loaded, tmp_path):
    ended = outturn("record", written(tmp_path, "no-such,llr-icb,Oct-24,1,", "oap,llr-icb,2025-13,1,"))
    assert ended.exit_code == 1
    assert "Row 2" in ended.output
    assert "Row 3" in ended.output
    assert not Release.objects.exists()


def test_problems_are_counted_in_full_and_written_place_by_place(outturn, loaded, tmp_path):
    rows = [f"ae-4h-type1,llr-icb,{2000 + n // 12}-{n % 12 + 1:02},abc{n}," for n in range(230)]
    file = written(tmp_path, *rows)
    done = outturn("record", file, "--problems", tmp_path / "list.csv")
    assert done.exit_code == 1
    assert "Nothing was recorded: 230 problems; --problems FILE.csv lists each with its place." in done.output
    assert "The same fault in rows 3, 4, 5, 6, 7, 8 and 223 more." in done.output
    listed = (tmp_path / "list.csv").read_text("utf-8-sig").splitlines()
    assert listed[0] == "File,Sheet,Row,Column,In the file,What is wrong,What to do"
    assert len(listed) == 231
    assert listed[230].startswith("delivery.csv,,231,value,abc229,'abc229' is not a number.,")


def test_a_question_names_the_code_that_answers_it(outturn, loaded, tmp_path):
    first = written(tmp_path, "ae-4h-type1,llr-icb,Oct-24,56.7%,")
    assert outturn("record", first).exit_code == 0
    again = written(tmp_path, "ae-4h-type1,llr-icb,Oct-24,56.9%,")
    asked = outturn("record", again)
    assert asked.exit_code == 1
    assert "--answer restatement:ae-4h-type1:delivery.csv=replace" in asked.output
    assert (
        "1 figure recorded, which restates a known one."
        in outturn("record", again, "--answer", "restatement=replace").output
    )


def test_the_same_file_again_makes_no_release(outturn, loaded, tmp_path):
    file = written(tmp_path, "ae-4h-type1,llr-icb,Oct-24,56.7%,")
    outturn("record", file)
    assert "No release was made." in outturn("record", file).output
    assert Release.objects.count() == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("load", "no-such-folder"), "is not a folder"),
        (("record", "no-such-file.csv"), "There is no file"),
        (("assess",), "No definitions are loaded yet"),
        (("add-person", "ada", "--password", "short"), "at least 12 characters"),
        (("publish", "a", "--as-known", "tomorrow"), "tomorrow"),
    ],
)
def test_wrong_use_is_said_in_a_sentence(outturn, words, sentence):
    ended = outturn(*words)
    assert ended.exit_code == 2
    assert sentence in ended.output


def test_the_command_says_which_version_it_is(outturn):
    assert outturn("--version").output == f"outturn {version('outturn')}\n"


def test_a_pack_that_does_not_exist_is_wrong_use(outturn, loaded):
    ended = outturn("publish", "no-such-pack")
    assert ended.exit_code == 2
    assert "llr-performance-report" in ended.output


def test_an_edition_that_does_not_exist_is_wrong_use(outturn, loaded):
    ended = outturn("rebuild", "llr-performance-report", "2024-13-45")
    assert ended.exit_code == 2
    assert "There is no edition '2024-13-45' of 'llr-performance-report'. Editions: none." in ended.output


@pytest.mark.parametrize(
    ("differing", "words"),
    [
        ((), "Every figure of it is the same; words, or how the document holds them, are not."),
        (("Waits: 1 (a/b/actual/c) was published, and is not made again.",), "Waits: 1 (a/b/actual/c) was published"),
        (None, "cannot be read by this version, so its figures are not compared."),
    ],
)
@pytest.mark.parametrize("same_version", [True, False])
def test_another_document_says_why_and_which_figures(outturn, monkeypatch, differing, words, same_version):
    code = actions.CODE if same_version else "outturn 0.0.1"
    edition = SimpleNamespace(document_sha256="a" * 64, code=code)
    made = SimpleNamespace(same=False, sha256="b" * 64, edition=edition, differing=differing)
    monkeypatch.setattr(rebuilding, "rebuild", lambda pack, name: made)
    ended = outturn("rebuild", "llr-performance-report", "2025-01-14")
    assert ended.exit_code == 1
    assert words in ended.output
    assert ("made both" in ended.output) is same_version
    assert ("it was published by outturn 0.0.1" in ended.output) is not same_version


@pytest.mark.parametrize(("files", "words"), [(1, "Recording 1 file ..."), (2, "Recording 2 files ...")])
def test_files_are_counted_in_plain_english(outturn, loaded, tmp_path, files, words):
    names = [tmp_path / f"{number}.csv" for number in range(files)]
    for number, path in enumerate(names):
        path.write_text(f"{PLAIN}ae-4h-type1,llr-icb,2024-1{number},56.7%,\n")
    assert words in outturn("record", *names).output


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_port_that_another_program_uses_is_one_sentence(outturn, host):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        ended = outturn("serve", "--port", port, "--host", host)
    assert ended.exit_code == 1
    assert ended.output == f"Port {port} is in use by another program. Stop it or use --port {port + 1}.\n"


def test_an_address_of_another_machine_is_one_sentence(outturn):
    ended = outturn("serve", "--port", 8000, "--host", "192.0.2.1")
    assert ended.exit_code == 1
    assert ended.output.startswith("The site cannot listen on 192.0.2.1: ")
    assert ended.output.count("\n") == 1
