"""Inputs that users of this kind of software bring, and the commands they give them to."""

import re
from pathlib import Path

import polars as pl
from typer.testing import CliRunner

from outturn.cli.main import app

CASES = Path(__file__).parent / "cases"


def run(*words: object) -> tuple[int, str]:
    """Exit code and what was said, on both channels."""
    done = CliRunner().invoke(app, [str(word) for word in words])
    return done.exit_code, done.output


def table(output: Path, *words: object) -> list[dict]:
    """The rows that a command wrote to `output`."""
    code, said = run(*words, "-o", output)
    assert code == 0, said
    return pl.read_csv(output, infer_schema_length=None).to_dicts()


def points(folder: Path, case: str, *words: object) -> tuple[list[dict], dict[str, dict]]:
    """Points and, by name, series of a control chart."""
    found = table(folder / "points.csv", "spc", CASES / case, "--summary", folder / "series.csv", *words)
    return found, {row["series"]: row for row in pl.read_csv(folder / "series.csv").to_dicts()}


def described(folder: Path, kind: str, case: str, *words: object) -> list[str]:
    """The words of every picture, for those who cannot see it."""
    code, said = run("chart", kind, CASES / case, "-o", folder / "page.html", *words)
    assert code == 0, said
    return list(dict.fromkeys(re.findall(r"<desc[^>]*>(.*?)</desc>", (folder / "page.html").read_text())))
